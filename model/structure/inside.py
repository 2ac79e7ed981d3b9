"""Which entities belong to an entity: its descendants, what is about them, and who takes part in them.

Nearly all entities have the same parent at every date: their ids are kept in the cache by parent, and so are those of the
others in the last known state, so that a question about a whole region makes no record of what it does not tell of.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from ..facts.columns import CONCERNED, among_with_feature
from ..facts.entity_lists import EntityLists, FoundLists, entity_lists
from ..facts.graph import Graph
from ..facts.statements import Statements
from ..facts.stored import in_passing
from ..format import RELATIONS
from ..format.groups import CONCERNING
from .placing import all_placements, is_lasting, placements

KEPT_CHILDREN = "children"
"""The name of the lists in the cache: by number, from 1 on, the children of a parent."""

KEPT_PRESENT = "children-now"
"""The name of the lists of the children in the last known state of which the parents differ between dates."""

_PARENTS, _CHANGING = 0, -1
"""The numbers of two further lists: the parents, in the order of their numbers; those with other parents at other dates."""

_INVOLVING = frozenset(name for name, kind in RELATIONS.items() if kind.involves)


def below(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return an entity and all its descendants, including ended ones."""
    children_of = (children_of_all(graph).of, _changing_children(graph))
    found, waiting = {entity_id}, [entity_id]
    while waiting:
        parent = waiting.pop()
        for children in [each(parent) for each in children_of]:
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


@attrs.frozen(eq=False, repr=False)
class Children:
    """Children by their parents."""

    _lists: EntityLists
    _numbers: Mapping[str, int]

    @classmethod
    def kept(
        cls, statements: Statements, name: str, find: Callable[[], Iterable[tuple[str, str]]]
    ) -> "Children":
        """Return the children in the lists with a name; if there are none, found and stored.

        Args:
            statements: The model.
            name: The name of the lists.
            find: Yields each child after its parent; after an empty one an entity that is left out.
        """
        lists = entity_lists(statements, name, lambda: FoundLists(_by_parent(find())))
        numbers = {each: number for number, each in enumerate(lists.of(_PARENTS), start=1)}
        return cls(lists, numbers)

    @property
    def changing(self) -> Sequence[str]:
        """The entities that are left out, since they have other parents at other dates."""
        return self._lists.of(_CHANGING)

    def of(self, entity_id: str) -> Sequence[str]:
        """Return the children of an entity."""
        number = self._numbers.get(entity_id)
        return () if number is None else self._lists.of(number)[:]


def children_of_all(statements: Statements) -> Children:
    """Return the children that entities have at every date; found once for all dates."""
    return statements.once_for_all(_lasting_children)


def _lasting_children(statements: Statements) -> Children:
    return Children.kept(statements, KEPT_CHILDREN, lambda: _find_children(statements))


def _find_children(statements: Statements) -> Iterator[tuple[str, str]]:
    for each in statements:
        placed = all_placements(statements, each)
        if placed:
            yield placed[0].object if is_lasting(placed) else "", each


def _by_parent(pairs: Iterable[tuple[str, str]]) -> dict[int, Sequence[str]]:
    """Return the lists of children by the numbers of their parents, and the two further lists."""
    children: dict[str, list[str]] = {"": []}
    for parent, each in pairs:
        children.setdefault(parent, []).append(each)
    changing = children.pop("")
    return {_CHANGING: changing, _PARENTS: list(children), **dict(enumerate(children.values(), start=1))}


def present_children(graph: Graph) -> Children:
    """Return the children in the last known state of which the parents differ between dates; found once."""
    known = graph.once_for_all(_memo)
    if not known:
        known.append(Children.kept(graph, KEPT_PRESENT, lambda: _find_changing(graph.as_of(None))))
    return known[0]


def _memo(_: Statements) -> list[Children]:
    """Return an empty memo of the children."""
    return []


def _changing_children(graph: Graph) -> Callable[[str], Sequence[str]]:
    """Return a function that gives the children at the date of which the parents differ between dates."""
    if graph.at is None:
        return present_children(graph).of
    at_date = graph.once(_children_at_date)
    return lambda parent: at_date.get(parent, ())


def _children_at_date(graph: Graph) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for parent, each in _find_changing(graph):
        found.setdefault(parent, []).append(each)
    return found


def _find_changing(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each child of which the parents differ between dates after each of those at the date."""
    for each in in_passing(graph, children_of_all(graph).changing):
        for relation in placements(graph, each):
            yield relation.object, each
