"""Which entities belong to an entity: its descendants, what is about them, and who takes part in them.

Nearly all entities have the same parent at every date: their ids are kept in the cache by parent, and so are those of the
others in the last known state, so that a question about a whole region makes no record of what it does not tell of.
"""

from collections.abc import Callable, Sequence

from ..facts.columns import CONCERNED, among_with_feature
from ..facts.entity_lists import EntityLists, FoundLists, entity_lists
from ..facts.graph import Graph
from ..facts.statements import Statements
from ..facts.stored import in_passing
from ..format import RELATIONS
from ..format.groups import CONCERNING
from .placing import all_placements, is_lasting, placements

KEPT_CHILDREN = "children"
"""The name of the lists in the cache: the children of each parent that they have at every date."""

KEPT_PRESENT = "children-now"
"""The name of the lists of the children in the last known state of which the parents differ between dates."""

_CHANGING = 0
"""The number of a further list: the entities with other parents at other dates."""

_INVOLVING = frozenset(name for name, kind in RELATIONS.items() if kind.involves)


def below(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return an entity and all its descendants, including ended ones."""
    children_of = (children_of_all(graph).of_entity, _changing_children(graph))
    found, waiting = {entity_id}, [entity_id]
    while waiting:
        parent = waiting.pop()
        for children in [each(parent) for each in children_of]:
            new = [each for each in children[:] if each not in found]
            found.update(new)
            waiting.extend(new)
    return frozenset(found)


def concerning(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return an entity, its descendants, and the events, questions and plans about any of them."""
    return with_what_is_about(graph, below(graph, entity_id))


def with_what_is_about(graph: Graph, inside: frozenset[str]) -> frozenset[str]:
    """Return some entities and the events, questions and plans about any of them."""
    about = {
        relation.subject
        for each in among_with_feature(graph, inside, CONCERNED)
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


def children_of_all(statements: Statements) -> EntityLists:
    """Return the children that entities have at every date, by parent; found once for all dates."""
    return statements.once_for_all(_lasting_children)


def _lasting_children(statements: Statements) -> EntityLists:
    return entity_lists(statements, KEPT_CHILDREN, lambda: _find_children(statements))


def _find_children(statements: Statements) -> FoundLists:
    children: dict[str, list[str]] = {}
    changing: list[str] = []
    for each in statements:
        placed = all_placements(statements, each)
        if is_lasting(placed):
            children.setdefault(placed[0].object, []).append(each)
        elif placed:
            changing.append(each)
    return FoundLists({_CHANGING: changing}, by_entity=children)


def present_children(graph: Graph) -> EntityLists:
    """Return the children in the last known state of which the parents differ between dates, by parent; found once."""

    def find() -> FoundLists:
        return FoundLists({}, by_entity=_children_at_date(graph.as_of(None)))

    return entity_lists(graph, KEPT_PRESENT, find)


def _changing_children(graph: Graph) -> Callable[[str], Sequence[str]]:
    """Return a function that gives the children at the date of which the parents differ between dates."""
    if graph.at is None:
        return present_children(graph).of_entity
    at_date = graph.once(_children_at_date)
    return lambda parent: at_date.get(parent, ())


def _children_at_date(graph: Graph) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in in_passing(graph, children_of_all(graph).of(_CHANGING)):
        for relation in placements(graph, each):
            found.setdefault(relation.object, []).append(each)
    return found
