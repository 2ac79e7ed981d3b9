"""The message for a first word that is no command; it may name an entity or a topic."""

from collections.abc import Sequence
from shlex import quote

from tiers.model import Graph, ModelError, bundled, load
from tiers.model.finding.index import Index
from tiers.model.finding.naming import find
from tiers.model.finding.query import QueryError
from tiers.model.format.text import did_you_mean

from .failure import Failure
from .model import paths_of_environment
from .table import COMMANDS, VALUED


def no_command(words: Sequence[str]) -> Failure:
    """Return the failure for words that do not begin with a command.

    Args:
        words: The arguments after `tiers`, including options.
    """
    named, given = _parted(words)
    message = f"there is no command `{named[0]}`"
    graph = _graph(given or paths_of_environment())
    if graph is not None:
        for node in dict.fromkeys((" ".join(named), named[0])):
            found = find(graph, node).ids
            if found:
                what = graph.name(found[0]) if len(found) == 1 else f"{len(found)} entities"
                hint = f"it names {what}: `tiers open {quote(node)}` explores it, `tiers show {quote(node)}` writes it out"
                return Failure(message, hint=hint)
    hint = did_you_mean(named[0], COMMANDS)
    if not hint and graph is not None and _is_found(graph, " ".join(named)):
        topic = quote(" ".join(named))
        hint = f"`tiers who {topic}` says who decides about it, `tiers search {topic}` finds it"
    return Failure(message, hint=hint or "`tiers --help` lists the commands")


def _is_found(graph: Graph, query: str) -> bool:
    """Return whether a search finds something."""
    try:
        return len(Index(graph).matches(query)) > 0
    except QueryError:
        return False


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
        return load(*(paths or [bundled()]))
    except ModelError:
        return None
