"""The possible next words of a command line: commands, options, their values, and entities, each with its meaning."""

import argparse
from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph, ModelError, load
from tiers.model.format.text import fold
from tiers.model.structure.order import by_kind

from ..wording.safe_text import safe
from ..wording.signs import SIGNS
from .asked_paths import named_in
from .options import OneOf
from .parser import parser_of
from .table import COMMANDS, DEFAULT, FLAGS, SWITCHES, VALUED

Candidate = tuple[str, str]
"""A possible word, and its meaning."""

ENTITIES = ("NODE", "A B", "TOPIC", "QUERY")
"""The arguments that name an entity, or a topic that may be one."""

_MOST = 200
"""How many entities are offered at most; nobody can choose from more."""


def candidates(words: Sequence[str]) -> Iterator[Candidate]:
    """Yield the possible last words after `tiers`; the last one given may be empty or half written."""
    *before, typed = words or [""]
    command = next((word for word in _without_values(before) if word in COMMANDS), None)
    if command is None and not typed.startswith("-") and not (before and before[-1] in VALUED):
        yield from _beginning(typed, COMMANDS.items())
        return
    actions = parser_of(command or DEFAULT)._actions  # noqa: SLF001 - argparse has no other list of them
    valued = {name: action for action in actions if action.nargs != 0 for name in action.option_strings}
    if before and before[-1] in valued:
        yield from _values(valued[before[-1]], typed, before)
    elif typed.startswith("-"):
        yield from _beginning(typed, _options(actions, is_general=command is None))
    else:
        for action in actions:
            if not action.option_strings:
                yield from _values(action, typed, before)


def _without_values(words: Sequence[str]) -> Iterator[str]:
    """Yield words without the values of options that may precede the command."""
    return (word for place, word in enumerate(words) if place == 0 or words[place - 1] not in VALUED)


def _options(actions: Sequence[argparse.Action], *, is_general: bool) -> Iterator[Candidate]:
    general = (*VALUED, *FLAGS, *SWITCHES)
    for action in actions:
        help_text = (action.help or "").partition("\n")[0]
        for name in action.option_strings:
            if name.startswith("--") and (name in general or not is_general):
                yield name, help_text


def _values(action: argparse.Action, typed: str, words: Sequence[str]) -> Iterator[Candidate]:
    """Yield the values of an option or an argument: fixed words, or entities; none for a file."""
    if isinstance(action.type, OneOf):
        yield from _beginning(typed, ((each, "") for each in action.type.allowed))
    elif action.metavar in ENTITIES:
        yield from _entities(typed, words)


def _entities(typed: str, words: Sequence[str]) -> Iterator[Candidate]:
    """Yield the ids of entities whose id or name begins with the typed text, with their names."""
    graph = _graph(words)
    folded = fold(typed)
    found = [
        each
        for each in (() if graph is None else graph)
        if graph is not None
        and (each.startswith(typed) or (folded and fold(graph.name(each)).startswith(folded)))
    ]
    if graph is not None:
        for each in by_kind(graph, found)[:_MOST]:
            yield each, safe(f"{graph.name(each)}, {SIGNS[graph.kind(each)].word}")


def _graph(words: Sequence[str]) -> Graph | None:
    """Return the model that the words name, if it can be read."""
    try:
        return load(*(named_in(words)))
    except (ModelError, OSError):
        return None


def _beginning(typed: str, known: Iterable[Candidate]) -> Iterator[Candidate]:
    return ((word, meaning) for word, meaning in known if word.startswith(typed))
