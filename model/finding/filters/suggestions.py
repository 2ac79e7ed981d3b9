"""Suggests values for a filter while the reader types it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from ...facts.graph import Graph
from ...format import KINDS, TIERS
from ...format.text import fold
from ...structure.membership import counts_as_member
from ...structure.seats import ways_to_seats
from .filters import HAVING, STATUSES

OF_ENTITIES = ("in", "member")
"""The filters whose value is an entity, of which there are too many to list."""

_MANY = 12
"""How many entities are suggested."""

_FEW = 20_000
"""The most entities of a model for which all who sit anywhere are found before a letter is typed."""

_LOOKED_AT = 5 * _MANY
"""The most entities with a name that are examined for those who sit anywhere."""


def values_of(name: str, graph: Graph) -> Sequence[str] | None:
    """Return the values that a filter allows, in display order; `None` where it takes any name or date.

    Args:
        name: One of `FILTERS`.
        graph: The graph that is searched.
    """
    listed = _LISTED.get(name)
    return None if listed is None else listed(graph)


def fitting(name: str, begun: str, graph: Graph, named: Callable[[str, int], Sequence[str]]) -> list[str]:
    """Return the values of a filter that begin with the letters typed, an exact value first.

    For filters in `OF_ENTITIES` these are ids. `member` suggests those who sit somewhere; before a letter is
    typed, the first of them by name.

    Args:
        name: A name in `FILTERS`.
        begun: The letters typed so far.
        graph: The graph that is searched.
        named: Returns the ids of entities with a name that begins with a text, likeliest first, up to a
            number.
    """
    values = values_of(name, graph)
    if values is not None:
        wanted = fold(begun)
        found = [
            each for each in values if fold(each).startswith(wanted) or each.startswith(begun.casefold())
        ]
        if name == "source" and not found:
            found = [each for each in _aliases(graph) if fold(each).startswith(wanted)]
        return sorted(found, key=lambda each: each != begun.casefold())
    if name not in OF_ENTITIES:
        return []
    if not begun.strip():
        return list(graph.once(_members)[:_MANY]) if name == "member" and len(graph) <= _FEW else []
    beginning = sorted(each for each in graph if each.startswith(begun.casefold()))
    every = dict.fromkeys((*beginning, *named(begun, _MANY if name == "in" else _LOOKED_AT)))
    return list(islice((each for each in every if name == "in" or _sits(graph, each)), _MANY))


def _sits(graph: Graph, entity_id: str) -> bool:
    """Whether an entity sits somewhere, by itself or through others, so that `member:` finds something for it."""
    return any(counts_as_member(seat) for _, seats in ways_to_seats(graph, entity_id) for seat in seats)


def _members(graph: Graph) -> tuple[str, ...]:
    """Return all who sit somewhere, by name."""
    sitting = (each for each in graph if graph.shown(each) and _sits(graph, each))
    return tuple(sorted(sitting, key=lambda each: (graph.name(each).casefold(), each)))


def _sources(graph: Graph) -> Sequence[str]:
    """Return the id of each source."""
    return sorted(each.id for each in graph.entities_of_kind("source"))


def _aliases(graph: Graph) -> Sequence[str]:
    """Return the aliases of all sources, such as the number of a paper, by which a filter takes them too."""
    return sorted(alias for each in graph.entities_of_kind("source") for alias in each.texts("aliases"))


_LISTED: Mapping[str, Callable[[Graph], Sequence[str]]] = MappingProxyType(
    {
        "kind": lambda _: tuple(KINDS),
        "tier": lambda _: tuple(TIERS),
        "status": lambda _: STATUSES,
        "source": _sources,
        "has": lambda _: tuple(HAVING),
    }
)
