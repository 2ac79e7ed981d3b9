"""The matters of a model in numbers: how many are in each state, in order; a matter is made only where it is listed.

A large model has tens of thousands of matters, of which a page lists two hundred of each state. Those of the last known state are
kept in the cache as lists of ids.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from ..facts.entity_lists import EntityLists, FoundLists, entity_lists
from ..facts.graph import Graph
from ..facts.stored import stored_arrays
from .matters import STATES, Matter, is_reported, matter_of, matters

KEPT_MATTERS = "matters"
"""The name of the lists in the cache: the matters of each of `STATES`, by its place."""

_UNREPORTED = -1
"""The number of a further list: promises and questions that no later document reports on or answers."""


class MattersByState(Protocol):
    """Matters in the order of following up, by state.

    Attributes are properties: `counts` has the number of matters in each state that there are any in, in order;
    `unreported` is the number of those of which nothing is reported later.
    """

    @property
    def counts(self) -> Mapping[str, int]: ...
    @property
    def unreported(self) -> int: ...

    def in_state(self, state: str, most: int | None) -> Sequence[Matter]:
        """Return at most `most` promises and questions that are in a state, in order; all of them for `None`."""


def matters_by_state(graph: Graph) -> MattersByState:
    """Return all matters known at the date of the graph; those of the last known state from the cache, if there is one."""
    if graph.at is None and stored_arrays(graph) is not None:
        return KeptMatters(graph)
    return ListedMatters(graph, matters(graph))


class ListedMatters:
    """Matters that were all made."""

    def __init__(self, graph: Graph, found: Sequence[Matter]) -> None:
        self._by_state: dict[str, list[Matter]] = {}
        for each in found:
            self._by_state.setdefault(each.stands, []).append(each)
        self.counts: Mapping[str, int] = {state: len(each) for state, each in self._by_state.items()}
        self.unreported = sum(not is_reported(graph, each) for each in found)

    def in_state(self, state: str, most: int | None) -> Sequence[Matter]:
        return self._by_state[state][:most]


class KeptMatters:
    """The matters of the last known state, from the cache; found and stored when they are first asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._lists = _lists(graph)

    @property
    def counts(self) -> Mapping[str, int]:
        every = {state: len(self._lists.of(place)) for place, state in enumerate(STATES)}
        return {state: count for state, count in every.items() if count}

    @property
    def unreported(self) -> int:
        return len(self._lists.of(_UNREPORTED))

    def in_state(self, state: str, most: int | None) -> Sequence[Matter]:
        return [matter_of(self._graph, each) for each in self._lists.of(STATES.index(state))[:most]]


def _lists(graph: Graph) -> EntityLists:
    """Return the promises and questions of a model by their state, as the last document of each says."""
    return entity_lists(graph, KEPT_MATTERS, lambda: _find_lists(graph))


def _find_lists(graph: Graph) -> FoundLists:
    lists: dict[int, list[str]] = {_UNREPORTED: []}
    for each in matters(graph):
        lists.setdefault(STATES.index(each.stands), []).append(each.id)
        if not is_reported(graph, each):
            lists[_UNREPORTED].append(each.id)
    return FoundLists(lists)
