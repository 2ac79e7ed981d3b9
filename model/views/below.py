"""The rows below an entity in any view: its children by kind and classification, and its members."""

from collections.abc import Iterable, Mapping, Sequence

from ..facts.graph import Graph
from ..facts.vacant import stated_word
from ..format.kinds import heading
from ..format.records import Relation
from ..structure.membership import ATTENDANCES, attendance_of
from ..structure.order import by_sibling
from .layout import SEAT, Heading, Inside, Row, group
from .nest import Below, Nesting, nest_of

MEMBERS = "Members"
"""The heading above the members of an entity."""

_NOTHING: Below = {}


def below_of(graph: Graph, entity_id: str) -> Below:
    """Return the children of an entity in trees at the date, by kind."""
    return graph.once(Nesting).nest.below.get(entity_id, _NOTHING)


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
    further = nest_of(graph).further.get(entity_id)
    if not further:
        return rows(below, inside)
    return [
        (each, relation, inside)
        for each, first in below.items()
        for relation in (first, *further.get(each, ()))
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
