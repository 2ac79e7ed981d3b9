"""Suggests values for a filter while the reader types it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from ...facts.graph import Graph
from ...format import KINDS, TIERS
from ...format.text import fold
from .filters import HAVING, STATUSES, short_name

_ANY = ("in", "member")
"""The filters whose value is an entity, of which there are too many to list."""

_MANY = 12
"""How many entities are suggested."""


def values_of(name: str, graph: Graph) -> Sequence[str] | None:
    """Return the values that a filter allows, in display order; `None` where it takes any name or date.

    Args:
        name: One of `FILTERS`.
        graph: The graph that is searched.
    """
    listed = _LISTED.get(name)
    return None if listed is None else listed(graph)


def fitting(name: str, begun: str, graph: Graph, named: Callable[[str, int], Sequence[str]]) -> list[str]:
    """Return the values of a filter that begin with the letters typed; an exact match first.

    Args:
        name: One of `FILTERS`.
        begun: The letters typed so far.
        graph: The graph that is searched.
        named: Returns the ids of entities whose names begin with a text, likeliest first, at most as many as
            asked for.
    """
    values = values_of(name, graph)
    if values is not None:
        wanted = fold(begun)
        found = [
            each for each in values if fold(each).startswith(wanted) or each.startswith(begun.casefold())
        ]
        return sorted(found, key=lambda each: each != begun.casefold())
    if name not in _ANY or not begun.strip():
        return []
    beginning = sorted(each for each in graph if each.startswith(begun.casefold()))
    return list(dict.fromkeys((*beginning, *named(begun, _MANY))))[:_MANY]


def _sources(graph: Graph) -> Sequence[str]:
    """Return the shortest name of each source."""
    return sorted(short_name(each) for each in graph.every_entity() if each.kind == "source")


_LISTED: Mapping[str, Callable[[Graph], Sequence[str]]] = MappingProxyType(
    {
        "kind": lambda _: tuple(KINDS),
        "tier": lambda _: tuple(TIERS),
        "status": lambda _: STATUSES,
        "source": _sources,
        "has": lambda _: tuple(HAVING),
    }
)
