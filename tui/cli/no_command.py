"""Answer a first word that is no command: perhaps it is a file, an entity or a topic."""

import os
import re
from collections.abc import Sequence
from shlex import quote

from tiers.model import Graph, bundled
from tiers.model.finding.index import Index
from tiers.model.finding.naming import find
from tiers.model.finding.query import QueryError
from tiers.model.format.text import did_you_mean, nearest

from .asked_paths import paths_of_environment
from .failure import Failure
from .model import load_model
from .table import COMMANDS, VALUED


def no_command(words: Sequence[str]) -> Failure:
    """Return the failure for words that do not begin with a command.

    Args:
        words: The arguments after `tiers`, including options.
    """
    named, given = _parted(words)
    message = f"there is no command `{named[0]}`"
    graph = _graph(given or paths_of_environment())
    tiers = " ".join(("tiers", *(f"--model {quote(path)}" for path in given)))
    if graph is not None:
        for node in dict.fromkeys((" ".join(named), named[0])):
            found = find(graph, node).ids
            if found:
                what = graph.name(found[0]) if len(found) == 1 else f"{len(found)} entities"
                hint = f"it names {what}: `{tiers} open {quote(node)}` explores it, `{tiers} show {quote(node)}` writes it out"
                return Failure(message, hint=hint)
    if _FILE.fullmatch(named[0]):
        return _file(named[0], message)
    return Failure(message, hint=_nearest(named, graph, tiers) or "`tiers --help` lists the commands")


_FILE = re.compile(r".*\.(?:[a-z][a-z0-9]{1,4}|[A-Z][A-Z0-9]{1,4})", re.DOTALL)
"""A word that ends like the name of a file."""


def _file(name: str, message: str) -> Failure:
    """Return the failure for a word that is a file, or ends like one."""
    if not os.path.exists(name):
        return Failure(f"no such file: `{name}`", hint="`tiers --model FILE` opens the model in a file")
    is_model = name.endswith(".toml")
    hint = (
        f"`tiers --model {quote(name)}` opens it as a model"
        if is_model
        else "`tiers --help` lists the commands"
    )
    return Failure(f"{message}; it is a file", hint=hint)


_LIKE, _LIKE_NAME = 75.0, 80.0
"""The similarities, of 100, from which a command is meant rather than a name, and from which a name may be meant."""


def _nearest(named: Sequence[str], graph: Graph | None, tiers: str) -> str:
    """Return a hint that names the nearest command, topic or entity; empty if nothing is near.

    Args:
        named: The arguments that are not options.
        graph: The model, if it can be read.
        tiers: The beginning of each command in the hint, with the model that was given.
    """
    command = did_you_mean(named[0], COMMANDS)
    if graph is None or nearest(named[0], COMMANDS, cutoff=_LIKE):
        return command
    words = " ".join(named)
    topic = _found_as(graph, words)
    names = (text for each in graph for text in (each, graph.name(each)))
    node = "" if topic == words else "".join(nearest(words, names, cutoff=_LIKE_NAME))
    if node:
        node = quote(node)
        return f"did you mean {node}? `{tiers} open {node}` explores it, `{tiers} show {node}` writes it out"
    topic = quote(topic) if topic else ""
    found = (
        f"`{tiers} who {topic}` says who decides about it, `{tiers} search {topic}` finds it" if topic else ""
    )
    return found if topic == quote(words) else command or found


def _found_as(graph: Graph, query: str) -> str:
    """Return a query that finds something, with its mistyped words as they were read; empty if it finds nothing."""
    index = Index(graph)
    try:
        return index.respelt(query) if len(index.matches(query)) else ""
    except QueryError:
        return ""


def _parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words that are not options, and the values of `--model`."""
    named: list[str] = []
    paths: list[str] = []
    waiting = iter(words)
    for word in waiting:
        option, equals, value = word.partition("=")
        if option in VALUED:
            said = value if equals else next(waiting, "")
            paths += [said] if option == "--model" else []
        elif not word.startswith("-"):
            named.append(word)
    return named, paths


def _graph(paths: Sequence[str]) -> Graph | None:
    """Return the model in which to look up a name; `None` if it cannot be read, which is not reported here."""
    try:
        return load_model(paths or [bundled()])
    except Failure:
        return None
