"""Loads the model of a command, and finds the entity that a person named."""

import argparse
import sys
from collections.abc import Sequence

from tiers.model import Graph, Mistake, ModelError, load

from ..wording.safe_text import screen_width
from .asked_paths import STANDARD_INPUT, paths_of
from .failure import Failure
from .transcript import note_model


def graph_of(options: argparse.Namespace) -> Graph:
    """Return the model at the date of `--as-of`.

    Raises:
        Failure: It cannot be read, or has mistakes; the failure lists all of them.
    """
    return load_model(paths_of(options)).as_of(options.as_of)


def load_model(paths: Sequence[str]) -> Graph:
    """Return the model in paths, of which some may be standard input.

    Raises:
        Failure: It cannot be read, or has mistakes; the failure lists all of them.
    """
    try:
        graph = load(*paths) if STANDARD_INPUT.isdisjoint(paths) else _load_with_standard_input(paths)
    except ModelError as error:
        raise wrong_model(error.mistakes) from None
    note_model(graph)
    return graph


def _load_with_standard_input(paths: Sequence[str]) -> Graph:
    from .standard_input import read_standard_input  # noqa: PLC0415 - only where it is asked for

    files = [path for path in paths if path not in STANDARD_INPUT]
    return load(*files, at_hand=[read_standard_input("stdin")])


def wrong_model(mistakes: Sequence[Mistake]) -> Failure:
    """Return the failure that lists every mistake."""
    from ..printing.answers.mistakes import place_of, text  # noqa: PLC0415 - only a mistake pays for it
    from ..printing.parts.wrapping import fitted  # noqa: PLC0415 - as above

    if len(mistakes) == 1:
        only = mistakes[0]
        place = place_of(only)
        return Failure(f"{place}: {only.message}" if place else only.message, hint=only.hint)
    details = "".join(fitted(text(mistakes), screen_width(sys.stderr)))
    return Failure(f"the model has {sum(each.count for each in mistakes):,} mistakes", details=(details,))


def entity_named(graph: Graph, node: str, command: str, after: str = "") -> str:
    """Return the id of the entity that a person named.

    Args:
        graph: The model, at its date.
        node: The id, code or name as typed.
        command: The command up to the entity, for the hint.
        after: What the command has after the entity, as it was typed.

    Raises:
        Failure: The text names no entity, or several.
    """
    from tiers.model.finding.naming import find  # noqa: PLC0415 - a whole view needs no names

    if not node.strip():
        raise Failure(
            "the name of the entity is empty", hint="give the id, the code or the name of an entity"
        )
    found = find(graph, node)
    if len(found.ids) == 1:
        return found.ids[0]
    from shlex import quote  # noqa: PLC0415 - only for what is unclear

    from ..printing.parts.table import HEADINGS, columns, entity_row  # noqa: PLC0415 - only for what is unclear

    listed = found.ids or found.nearest
    rows = [HEADINGS, *(entity_row(graph, each) for each in listed)]
    table = "".join(columns(rows, screen_width(sys.stderr))) if listed else ""
    if found.ids:
        raise Failure(
            f"`{node}` names {len(found.ids)} entities",
            details=(table,),
            hint=f"give the id of one: `tiers {command} {found.ids[0]}{f' {quote(after)}' if after else ''}`",
        )
    if listed:
        hint = f"the most similar are above; `tiers search {quote(node)}` searches the descriptions too"
        raise Failure(f"no entity is called `{node}`", details=(table,), hint=hint)
    raise Failure(
        f"no entity is called `{node}`", hint=f"`tiers search {quote(node)}` searches the descriptions too"
    )
