"""View 4, both ways: what each sits on, itself or through others, and who sits on it, with role, vote and on whose behalf."""

from collections.abc import Iterable

from ..facts.graph import Graph
from ..format import KINDS
from ..format.records import Relation
from ..structure.membership import ATTENDANCES, attendance_of
from ..structure.order import by_sibling
from ..structure.seats import seats_of, seats_through, ways_to_seats
from .below import members_of
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    ids = [each for each in graph.all_shown() if members_of(graph, each) or any(ways_to_seats(graph, each))]
    return lay_out("seats", graph, [(each, None, _seats) for each in by_sibling(graph, ids)])


def _seats(graph: Graph, entity_id: str) -> list[Row]:
    """Return what an entity sits on itself, then through whom, then who sits on it."""
    found: list[Row] = _rows(seats_of(graph, entity_id))
    for (way, reading), seats in seats_through(graph, entity_id):
        word = KINDS[graph.kind(way)].word
        found.extend(group(f"{reading} the {word} {graph.name(way)}", _rows(seats)))
    return [*found, *_sitting(graph, entity_id)]


def _rows(seats: Iterable[Relation]) -> list[Row]:
    return [(each.object, each, None) for each in seats]


def _sitting(graph: Graph, entity_id: str) -> list[Row]:
    """Return who sits on an entity: the members, then a group for each way of being there without being one."""
    seats: dict[str, list[Row]] = {"Members": [], **{each.heading: [] for each in ATTENDANCES.values()}}
    for each in members_of(graph, entity_id):
        attendance = attendance_of(each)
        seats["Members" if attendance is None else attendance.heading].append((each.subject, each, None))
    return [row for name, rows in seats.items() for row in group(name, rows)]
