"""The children of each entity in trees, by kind and classification; all views take their rows from here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..facts.vacant import stated_word
from ..format import KINDS
from ..format.groups import PLACES
from ..format.keys import NOBODY
from ..format.kinds import heading
from ..format.records import Relation
from ..structure.membership import ATTENDANCES, MEMBERSHIP, attendance_of, names_nobody, seat_words
from ..structure.order import by_sibling, sibling_key
from ..structure.placing import nearest_shown, placements, weak_placements
from .layout import SEAT, Heading, Inside, Row, group

Below = Mapping[str, Mapping[str, Relation]]
"""The children of an entity by kind, in the order of siblings, each with the relation that puts it there."""

MEMBERS = "Members"
"""The heading above the members of an entity."""

RECORDS = frozenset(name for name, kind in KINDS.items() if kind.record)
_NOTHING: Below = {}


@attrs.frozen(eq=False, repr=False)
class Nest:
    """The parents and children of all entities in trees at a date, found in one pass for all views.

    Attributes:
        below: The children by parent.
        loose: The entities without a parent, other than sources, terms and disagreements.
        further: Where several relations put an entity below the same parent, as where a body has two roles in
            a function: all but the first relation, by parent and entity.
    """

    below: Mapping[str, Below]
    loose: Sequence[str]
    further: Mapping[tuple[str, str], Sequence[Relation]]


def nest_of(graph: Graph) -> Nest:
    """Return the nesting of the entities of a graph at its date."""
    return graph.once(_nest)


def _nest(graph: Graph) -> Nest:
    kind_of = graph.kind
    below: dict[str, dict[str, dict[str, Relation]]] = {}
    loose: list[str] = []
    further: dict[tuple[str, str], list[Relation]] = {}

    def put(home: str, kind: str, each: str, relation: Relation) -> None:
        first = below.setdefault(home, {}).setdefault(kind, {}).setdefault(each, relation)
        if first is not relation and home in (relation.subject, relation.object):
            further.setdefault((home, each), []).append(relation)

    for each in graph.all_shown():
        kind, placed = kind_of(each), False
        for home, relation in _homes(graph, ((one.object, one) for one in placements(graph, each))):
            put(home, kind, each, relation)
            placed = placed or kind_of(home) not in RECORDS
        if placed or kind in RECORDS:
            continue
        for home, relation in _weak_homes(graph, each, kind):
            put(home, kind, each, relation)
            placed = True
        if not placed:
            loose.append(each)
    _put_in_order(graph, below)
    return Nest(below, loose, further)


def _put_in_order(graph: Graph, below: Mapping[str, dict[str, dict[str, Relation]]]) -> None:
    """Put the children of a kind below each entity in the order of siblings."""
    for of_kinds in below.values():
        for kind, found in of_kinds.items():
            if len(found) > 1:
                of_kinds[kind] = {each: found[each] for each in by_sibling(graph, found)}


def _homes(graph: Graph, wholes: Iterable[tuple[str, Relation]]) -> Iterator[tuple[str, Relation]]:
    """Yield the parents of an entity, moved up to the nearest shown one, each with the relation that says so."""
    for whole, relation in wholes:
        # below an ended parent it would drop out of the tree, so it moves up to the parent's parent
        home = whole if graph.shown(whole) else nearest_shown(graph, whole)
        if home is not None:
            yield home, relation


def _weak_homes(graph: Graph, entity_id: str, kind: str) -> Iterator[tuple[str, Relation]]:
    """Yield the parents of an entity without a recorded one; none for places and members, which have rows elsewhere."""
    if kind not in PLACES and not is_seated(graph, entity_id):
        for home, relation in _homes(graph, weak_placements(graph, entity_id)):
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


def below_of(graph: Graph, entity_id: str) -> Below:
    """Return the children of an entity in trees at the date, by kind."""
    return nest_of(graph).below.get(entity_id, _NOTHING)


def members_of(graph: Graph, entity_id: str) -> Sequence[Relation]:
    """Return the shown memberships in an entity at the date, in the order of siblings; seats without a named holder last."""
    return graph.once(_members).get(entity_id, ())


def _members(graph: Graph) -> dict[str, list[Relation]]:
    """Return the memberships of each body at the date."""
    index: dict[str, list[Relation]] = {}
    for each in graph.all_shown():
        for seat in graph.outgoing(each):
            if seat.kind == MEMBERSHIP and seat.object != each and graph.holds(seat):
                index.setdefault(seat.object, []).append(seat)
    for seats in index.values():
        if len(seats) > 1:
            seats.sort(key=lambda each: (sibling_key(graph, each.subject), str(each.details.get("role", ""))))
    for seat in graph.once_for_all(_unnamed):
        if graph.shown(seat.object) and graph.holds(seat):
            index.setdefault(seat.object, []).append(seat)
    return index


def _unnamed(statements: Statements) -> list[Relation]:
    """Return the seats without a named holder, whatever their dates, sorted by body and description."""
    found = (seat for word in NOBODY for seat in statements.outgoing(word, MEMBERSHIP) if names_nobody(seat))
    return sorted(
        found, key=lambda each: (each.object, NOBODY.index(each.subject), seat_words(each).casefold())
    )


def seat_groups(graph: Graph, seats: Iterable[Relation], inside: Inside | None) -> list[Row]:
    """Return a group of the members, then one for each way of attending without being a member.

    Args:
        graph: The model, at its date.
        seats: The memberships, as `members_of` gives them.
        inside: Gives the rows below a member; `None` for none.
    """
    found: dict[str, list[Row]] = {MEMBERS: [], **{each.heading: [] for each in ATTENDANCES.values()}}
    for each in seats:
        attendance = attendance_of(each)
        row: Row = (each.subject, each, inside)
        if each.subject not in graph:
            row = Heading(stated_word(graph, each.subject, each.evidence), (), SEAT, each)
        found[MEMBERS if attendance is None else attendance.heading].append(row)
    return [row for name, rows_of_name in found.items() for row in group(name, rows_of_name)]


def of_kinds(graph: Graph, entity_id: str, kinds: Sequence[str]) -> Mapping[str, Relation]:
    """Return the children of an entity that are of given kinds, in the order of siblings."""
    below = below_of(graph, entity_id)
    found = [below[kind] for kind in kinds if kind in below]
    if len(found) < 2:  # noqa: PLR2004 - of one kind it is in order
        return found[0] if found else {}
    relations = {each: relation for of_kind in found for each, relation in of_kind.items()}
    return {each: relations[each] for each in by_sibling(graph, relations)}


def rows(below: Mapping[str, Relation], inside: Inside | None = None) -> list[Row]:
    """Return a row for each entity, with the relation that puts it there and the function that gives its own rows."""
    return [(each, relation, inside) for each, relation in below.items()]


def every_row(
    graph: Graph, entity_id: str, below: Mapping[str, Relation], inside: Inside | None = None
) -> list[Row]:
    """Return a row for each relation that puts an entity below another; an entity with two relations has two rows."""
    further = nest_of(graph).further
    return [
        (each, relation, inside)
        for each, first in below.items()
        for relation in (first, *further.get((entity_id, each), ()))
    ]


def classified(graph: Graph, below: Mapping[str, Relation]) -> list[tuple[str, Mapping[str, Relation]]]:
    """Return entities grouped by classification: delivery first, then enabling, then others, unclassified last."""
    found: dict[str, dict[str, Relation]] = {}
    for each, relation in below.items():
        found.setdefault(graph.text(each, "classification"), {})[each] = relation
    order = ("delivery", "enabling")
    rank = {name: (order.index(name) if name in order else len(order), not name, name) for name in found}
    return [(name, found[name]) for name in sorted(found, key=rank.__getitem__)]


def groups_of(graph: Graph, entity_id: str, kinds: Iterable[str], inside: Inside | None = None) -> list[Row]:
    """Return a group row for each kind among the children of an entity."""
    below = below_of(graph, entity_id)
    return [
        row
        for kind in kinds
        if kind in below
        for row in group(heading(kind), every_row(graph, entity_id, below[kind], inside))
    ]
