"""Finds the children and members of single entities from their neighbours, for a view that is laid out again in part.

What is found is the same as in the nesting of all entities, see `nest`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from ..facts.graph import Graph
from ..format.records import Relation
from ..structure.membership import MEMBERSHIP
from ..structure.placing import PLACES_OBJECT, RANKS
from .nest import (
    Below,
    Children,
    Home,
    Nest,
    Nesting,
    find_members,
    find_nest,
    find_seats,
    homes_of,
)


def look_near(graph: Graph) -> None:
    """Let the views of a graph find the children and members of each entity when it is laid out, not all in advance."""
    children, found = _Near(graph), graph.once(Nesting)
    found.nest = Nest(_NearBelow(children), _Loose(graph), _NearFurther(children))
    found.members = _NearMembers(graph)


def look_at_all(graph: Graph) -> None:
    """Let the views of a graph find the children and members of all entities in one pass again."""
    found = graph.once(Nesting)
    found.nest, found.members = find_nest(graph), find_members(graph)


def homes_near(graph: Graph, entity_id: str) -> Sequence[Home]:
    """Return the parents in trees of an entity, found once for each graph; none for one that is not shown."""
    known = graph.once(_homes)
    found = known.get(entity_id)
    if found is None:
        found = known[entity_id] = homes_of(graph, entity_id) if graph.shown(entity_id) else ()
    return found


def _homes(_: Graph) -> dict[str, Sequence[Home]]:
    """Return an empty memo of homes by entity, which `homes_near` fills."""
    return {}


class _Near:
    """The children of entities, found when they are asked for."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._found: dict[str, Children] = {}

    def of(self, home: str) -> Children:
        """Return the children of an entity."""
        found = self._found.get(home)
        if found is None:
            graph, found = self.graph, Children()
            for each in self._candidates(home) if graph.shown(home) else ():
                for place, relation in homes_near(graph, each):
                    if place == home:
                        found.add(home, graph.kind(each), each, relation)
            found.in_order(graph)
            self._found[home] = found
        return found

    def _candidates(self, home: str) -> Sequence[str]:
        """Return the entities that may be below an entity: those with a relation to it, or to one not shown below it."""
        graph = self.graph
        found: dict[str, None] = {}
        waiting, seen = [home], {home}
        while waiting:
            whole = waiting.pop()
            for relation in graph.incoming(whole):
                each = relation.subject
                if each not in graph:
                    continue
                if graph.shown(each):
                    found[each] = None
                elif relation.kind in RANKS and each not in seen:
                    seen.add(each)
                    waiting.append(each)
            for relation in graph.outgoing(whole):
                if relation.kind in PLACES_OBJECT and graph.shown(relation.object):
                    found[relation.object] = None
        return list(found)


class _NearBelow(Mapping[str, Below]):
    """The children by parent; going through all of them finds the nesting of all entities."""

    def __init__(self, children: _Near) -> None:
        self._children = children

    def __getitem__(self, home: str) -> Below:
        found = self._children.of(home).by_kind
        if not found:
            raise KeyError(home)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(find_nest(self._children.graph).below)

    def __len__(self) -> int:
        return len(find_nest(self._children.graph).below)


class _NearFurther(Mapping[str, Mapping[str, Sequence[Relation]]]):
    """The further relations by parent."""

    def __init__(self, children: _Near) -> None:
        self._children = children

    def __getitem__(self, home: str) -> Mapping[str, Sequence[Relation]]:
        found = self._children.of(home).further
        if not found:
            raise KeyError(home)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(find_nest(self._children.graph).further)

    def __len__(self) -> int:
        return len(find_nest(self._children.graph).further)


class _Loose(Sequence[str]):
    """The entities without a parent, found when they are asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        return find_nest(self._graph).loose[place]

    def __len__(self) -> int:
        return len(find_nest(self._graph).loose)


class _NearMembers(Mapping[str, Sequence[Relation]]):
    """The memberships by body."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._found: dict[str, Sequence[Relation]] = {}

    def __getitem__(self, body: str) -> Sequence[Relation]:
        found = self._found.get(body)
        if found is None:
            found = self._found[body] = self._find(body)
        if not found:
            raise KeyError(body)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(find_members(self._graph))

    def __len__(self) -> int:
        return len(find_members(self._graph))

    def _find(self, body: str) -> Sequence[Relation]:
        return find_seats(self._graph, body, self._graph.incoming(body, MEMBERSHIP))
