"""The seats view (4): what each entity sits on, itself or through others, and who sits on it, with role and vote."""

from collections.abc import Iterable, Mapping, Sequence

from ..facts.graph import Graph
from ..format.records import Relation
from ..structure.order import by_sibling, sibling_key
from ..structure.seats import seats_of, seats_through, way_words, ways_to_seats
from .below import seat_groups
from .forest import Forest
from .layout import Inside, Row, group, lay_out
from .nest import members_of
from .top import Top


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    below = {each: _seats(graph, each) for each in graph.all_shown()}
    ids = [each for each, rows in below.items() if rows or any(ways_to_seats(graph, each))]
    inside = _rows_in(below)
    return lay_out("seats", graph, [(each, None, inside) for each in by_sibling(graph, ids)])


def _rows_in(below: Mapping[str, Sequence[Row]]) -> Inside:
    """Return the function that gives the rows below an entity, which were found before."""
    return lambda _, entity_id: below[entity_id]


def _has_seats(graph: Graph, entity_id: str) -> bool:
    """Whether an entity has members, or sits somewhere, itself or through others."""
    return bool(members_of(graph, entity_id)) or any(ways_to_seats(graph, entity_id))


def _seats(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below an entity: its own seats, seats through others, then its members."""
    found: list[Row] = _rows(seats_of(graph, entity_id))
    for way, seats in seats_through(graph, entity_id):
        found.extend(group(way_words(graph, way), _rows(seats)))
    members = members_of(graph, entity_id)
    if members:
        found.extend(seat_groups(graph, members, None))
    return found


def _rows(seats: Iterable[Relation]) -> list[Row]:
    return [(each.object, each, None) for each in seats]


TOP = Top(_has_seats, _seats, key=sibling_key, reach=2, names_others=True)
"""The top level of the view."""
