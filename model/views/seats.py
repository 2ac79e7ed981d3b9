"""View 4, both ways: what each sits on, itself or through others, and who sits on it, with role, vote and on whose behalf."""

from collections.abc import Iterable

from ..facts.graph import Graph
from ..format import KINDS, NONE, NOT_STATED, UNKNOWN
from ..format.records import Relation
from ..structure.order import by_sibling
from ..structure.seats import seats_of, ways_to_seats
from .below import members_of, seat_groups
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    ids = [each for each in graph.all_shown() if members_of(graph, each) or any(ways_to_seats(graph, each))]
    return lay_out("seats", graph, [(each, None, _seats) for each in by_sibling(graph, ids)])


def _seats(graph: Graph, entity_id: str) -> list[Row]:
    """Return what an entity sits on itself, then through whom, then who sits on it."""
    found: list[Row] = _rows(seats_of(graph, entity_id))
    told = set(map(id, seats_of(graph, entity_id)))
    for (way, reading), seats in ways_to_seats(graph, entity_id):
        if way != entity_id:
            new = [each for each in seats if id(each) not in told and each.object != entity_id]
            told.update(map(id, new))
            found.extend(group(f"{reading} {_called(graph, way)}", _rows(new)))
    return [*found, *seat_groups(graph, members_of(graph, entity_id), None)]


def _rows(seats: Iterable[Relation]) -> list[Row]:
    return [(each.object, each, None) for each in seats]


def _called(graph: Graph, way: str) -> str:
    """Return by whom one has a seat: `the post Leader`, or that nobody is named."""
    if way not in graph:
        return f"somebody, {_UNNAMED[way]}"
    return f"the {KINDS[graph.kind(way)].word} {graph.name(way)}"


_UNNAMED = {
    NOT_STATED: "who is not stated",
    UNKNOWN: "who is unknown (stated)",
    NONE: "the seat is vacant (stated)",
}
