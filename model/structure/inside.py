"""Which entities belong to an entity: its descendants, what is about them, and who takes part in them.

Nearly all entities have the same parent at every date. Their ids are in the cache by parent, so that the entities of a
whole region are found without a record of each.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from ..facts.columns import CONCERNED, with_feature
from ..facts.entity_lists import EntityLists, FoundLists, entity_lists
from ..facts.graph import Graph
from ..facts.statements import Statements
from ..format import RELATIONS
from ..format.groups import CONCERNING
from .placing import all_placements, is_lasting, placements

KEPT_CHILDREN = "children"
"""The name of the lists in the cache: by number, from 1 on, the children of a parent."""

_PARENTS, _CHANGING = 0, -1
"""The numbers of two further lists: the parents, in the order of their numbers; those with other parents at other dates."""

FEW = 200
"""How many entities are looked up one by one; of more, the feature `CONCERNED` tells which have anything about them."""

_INVOLVING = frozenset(name for name, kind in RELATIONS.items() if kind.involves)


def below(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return an entity and all its descendants, including ended ones."""
    lasting, changing = children_of_all(graph), graph.once(_children_at_date)
    found, waiting = {entity_id}, [entity_id]
    while waiting:
        parent = waiting.pop()
        for children in (lasting.of(parent), changing.get(parent, ())):
            if children:
                new = [each for each in children if each not in found]
                found.update(new)
                waiting.extend(new)
    return frozenset(found)


def concerning(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return an entity, its descendants, and the events, questions and plans about any of them."""
    return with_what_is_about(graph, below(graph, entity_id))


def with_what_is_about(graph: Graph, inside: frozenset[str]) -> frozenset[str]:
    """Return some entities and the events, questions and plans about any of them."""
    concerned = inside if len(inside) <= FEW else inside.intersection(with_feature(graph, CONCERNED))
    about = {
        relation.subject
        for each in concerned
        for relation in graph.incoming(each, "about")
        if graph.kind(relation.subject) in CONCERNING
    }
    return inside | about


def involved(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return the outside entities that have a seat, a layer membership or a part in an entity or its descendants."""
    inside = concerning(graph, entity_id)
    return frozenset(
        relation.subject
        for each in inside
        if graph.is_end_of(each, _INVOLVING, "in")
        for relation in graph.incoming(each)
        if relation.kind in _INVOLVING and relation.subject in graph and relation.subject not in inside
    )


@attrs.frozen(eq=False, repr=False)
class LastingChildren:
    """The children that entities have at every date.

    Attributes:
        changing: The entities with other parents at other dates.
    """

    changing: Sequence[str]
    _lists: EntityLists
    _numbers: Mapping[str, int]

    def of(self, entity_id: str) -> Sequence[str]:
        """Return the children that an entity has at every date."""
        number = self._numbers.get(entity_id)
        return () if number is None else self._lists.of(number)[:]


def children_of_all(statements: Statements) -> LastingChildren:
    """Return the children that entities have at every date; found once for all dates."""
    return statements.once_for_all(_lasting_children)


def _lasting_children(statements: Statements) -> LastingChildren:
    lists = entity_lists(statements, KEPT_CHILDREN, lambda: FoundLists(dict(_find_children(statements))))
    numbers = {each: number for number, each in enumerate(lists.of(_PARENTS), start=1)}
    return LastingChildren(tuple(lists.of(_CHANGING)), lists, numbers)


def _find_children(statements: Statements) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the lists of children with their numbers, and the two further lists."""
    children: dict[str, list[str]] = {}
    changing: list[str] = []
    for each in statements:
        placed = all_placements(statements, each)
        if is_lasting(placed):
            children.setdefault(placed[0].object, []).append(each)
        elif placed:
            changing.append(each)
    yield _CHANGING, changing
    yield _PARENTS, list(children)
    yield from enumerate(children.values(), start=1)


def _children_at_date(graph: Graph) -> dict[str, list[str]]:
    """Return the children at the date that have other parents at other dates."""
    found: dict[str, list[str]] = {}
    for each in children_of_all(graph).changing:
        for relation in placements(graph, each):
            found.setdefault(relation.object, []).append(each)
    return found
