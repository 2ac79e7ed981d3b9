"""Names in a sentence, and verbs that agree with them: `Provider Boards decide`, `the Board decides`."""

from collections.abc import Iterable, Sequence

from ...facts.graph import Graph
from ...format.groups import TITLED
from ...format.nouns import reads_plural


def is_plural(graph: Graph, entity_id: str) -> bool:
    """Whether the name of an entity takes a plural verb: a label for several, such as `Sovereign organisations`.

    An organisation is singular even if its name ends like a plural: `Tarnbeck Homes recommends`.
    """
    kind = graph.kind(entity_id)
    one = kind in TITLED or kind == "organisation"
    return kind == "type" or (not one and reads_plural(graph.name(entity_id)))


def agreeing(graph: Graph, ids: Sequence[str], one: str, many: str) -> str:
    """Return the singular or the plural verb that agrees with the names of some entities."""
    return many if len(set(ids)) > 1 or any(is_plural(graph, each) for each in ids) else one


_MANY = {"is": "are", "has": "have"}


def many_of(words: str) -> str:
    """Return a predicate such as `is part of it` with its verb in the plural."""
    verb, space, rest = words.partition(" ")
    return f"{_MANY.get(verb, verb.removesuffix('s'))}{space}{rest}"


def joined(names: Iterable[str]) -> str:
    """Return names as a list in a sentence: `a, b and c`."""
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} and {last}" if first else last
