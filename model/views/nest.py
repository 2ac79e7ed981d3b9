"""Which entities are below which in trees at a date, and who sits on which; all views take their rows from here.

For a whole view everything is found in one pass over the model; `near` finds it for single entities.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..format import KINDS
from ..format.groups import PLACES
from ..format.keys import NOBODY
from ..format.records import Relation
from ..structure.membership import MEMBERSHIP, names_nobody, seat_words
from ..structure.order import by_sibling, sibling_key
from ..structure.placing import nearest_shown, placements, weak_placements

Below = Mapping[str, Mapping[str, Relation]]
"""The children of an entity by kind, in the order of siblings, each with the relation that puts it there."""

Home = tuple[str, Relation]
"""A parent of an entity in trees, and the relation that says so."""

RECORDS = frozenset(name for name, kind in KINDS.items() if kind.record)


@attrs.frozen(eq=False, repr=False)
class Nest:
    """The parents and children of the entities in trees at a date.

    Attributes:
        below: The children by parent.
        loose: The entities without a parent, other than sources, terms and disagreements.
        further: Where several relations put an entity below the same parent, as where a body has two roles in
            a function: all but the first relation, by parent and entity.
    """

    below: Mapping[str, Below]
    loose: Sequence[str]
    further: Mapping[tuple[str, str], Sequence[Relation]]


class Children:
    """The children of one entity while they are collected."""

    __slots__ = ("by_kind", "further")

    def __init__(self) -> None:
        self.by_kind: dict[str, dict[str, Relation]] = {}
        self.further: dict[str, list[Relation]] = {}

    def add(self, home: str, kind: str, entity_id: str, relation: Relation) -> None:
        """Add a child; a second relation of its own that puts it there is a further one."""
        first = self.by_kind.setdefault(kind, {}).setdefault(entity_id, relation)
        if first is not relation and home in (relation.subject, relation.object):
            self.further.setdefault(entity_id, []).append(relation)

    def in_order(self, graph: Graph) -> Below:
        """Return the children by kind, those of each kind in the order of siblings."""
        for kind, found in self.by_kind.items():
            if len(found) > 1:
                self.by_kind[kind] = {each: found[each] for each in by_sibling(graph, found)}
        return self.by_kind


class Nesting:
    """The nesting and the members of a graph, found when they are first asked for, or put there by `near`.

    Attributes:
        nest: The parents and children.
        members: The memberships by body.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @cached_property
    def nest(self) -> Nest:
        return find_nest(self._graph)

    @cached_property
    def members(self) -> Mapping[str, Sequence[Relation]]:
        return find_members(self._graph)


def nest_of(graph: Graph) -> Nest:
    """Return the nesting of the entities of a graph at its date."""
    return graph.once(Nesting).nest


def find_nest(graph: Graph) -> Nest:
    """Find the nesting of all entities in one pass."""
    found: dict[str, Children] = {}
    loose: list[str] = []
    for each in graph.all_shown():
        kind = graph.kind(each)
        homes = homes_of(graph, each)
        for home, relation in homes:
            children = found.get(home)
            if children is None:
                children = found[home] = Children()
            children.add(home, kind, each, relation)
        if is_loose(graph, kind, homes):
            loose.append(each)
    return Nest(
        {home: each.in_order(graph) for home, each in found.items()},
        loose,
        {(home, each): more for home, its in found.items() for each, more in its.further.items()},
    )


def homes_of(graph: Graph, entity_id: str) -> list[Home]:
    """Return the parents of an entity in trees; weak ones only where no parent but records is recorded."""
    found = list(_moved_up(graph, ((each.object, each) for each in placements(graph, entity_id))))
    kind = graph.kind(entity_id)
    if is_loose(graph, kind, found):
        found.extend(_weak_homes(graph, entity_id, kind))
    return found


def is_loose(graph: Graph, kind: str, homes: Iterable[Home]) -> bool:
    """Return whether an entity of a kind has no parent but records, and is no record itself."""
    return kind not in RECORDS and all(graph.kind(home) in RECORDS for home, _ in homes)


def _moved_up(graph: Graph, wholes: Iterable[Home]) -> Iterator[Home]:
    """Yield the parents of an entity, each moved up to the nearest one that is in the trees."""
    for whole, relation in wholes:
        # below an ended parent it would drop out of the tree, so it moves up to the parent's parent
        home = whole if graph.shown(whole) else nearest_shown(graph, whole)
        if home is not None:
            yield home, relation


def _weak_homes(graph: Graph, entity_id: str, kind: str) -> Iterator[Home]:
    """Yield the parents of an entity without a recorded one; none for places and members, which have rows elsewhere."""
    if kind not in PLACES and not is_seated(graph, entity_id):
        for home, relation in _moved_up(graph, weak_placements(graph, entity_id)):
            if home != entity_id and graph.kind(home) not in RECORDS:
                yield home, relation


def is_seated(graph: Graph, entity_id: str) -> bool:
    """Whether an entity is listed among the members of another."""
    return any(
        each.kind == MEMBERSHIP
        and each.object != entity_id
        and graph.shown(each.object)
        and graph.kind(each.object) not in RECORDS
        and graph.holds(each)
        for each in graph.outgoing(entity_id)
    )


def members_of(graph: Graph, entity_id: str) -> Sequence[Relation]:
    """Return the shown memberships in an entity at the date, in the order of siblings; seats without a named holder last."""
    return graph.once(Nesting).members.get(entity_id, ())


def find_members(graph: Graph) -> Mapping[str, Sequence[Relation]]:
    """Find the memberships of all bodies at the date."""
    index: dict[str, list[Relation]] = {}
    for each in graph.all_shown():
        for seat in graph.outgoing(each):
            if seat.kind == MEMBERSHIP and seat.object != each and graph.holds(seat):
                index.setdefault(seat.object, []).append(seat)
    for seats in index.values():
        put_in_order(graph, seats)
    for seat in graph.once_for_all(_unnamed):
        if graph.shown(seat.object) and graph.holds(seat):
            index.setdefault(seat.object, []).append(seat)
    return index


def put_in_order(graph: Graph, seats: list[Relation]) -> None:
    """Put the memberships of a body in the order of siblings, two of the same member in that of their roles."""
    if len(seats) > 1:
        seats.sort(key=lambda each: (sibling_key(graph, each.subject), str(each.details.get("role", ""))))


def _unnamed(statements: Statements) -> list[Relation]:
    """Return the seats without a named holder, whatever their dates, those of a body in order."""
    found = [seat for word in NOBODY for seat in statements.outgoing(word, MEMBERSHIP) if names_nobody(seat)]
    return sorted(found, key=unnamed_key)


def unnamed_key(seat: Relation) -> tuple[int, str]:
    """Return the sort key of a seat without a named holder: the word for its holder, then its own words."""
    return NOBODY.index(seat.subject), seat_words(seat).casefold()
