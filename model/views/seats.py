"""The seats view (4): what each entity sits on, itself or through others, and who sits on it, with role and vote."""

from collections.abc import Iterable, Sequence

from ..facts.graph import Graph
from ..format.records import Relation
from ..structure.order import by_sibling, sibling_key
from ..structure.seats import THROUGH, Way, all_ways_to_seats, through_others, way_words, ways_to_seats
from .below import seat_groups
from .forest import Forest
from .layout import Row, group, lay_out
from .nest import Nesting, members_of
from .top import Top


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    bodies = graph.once(Nesting).members
    found = dict(all_ways_to_seats(graph))
    found.update((each, []) for each in bodies if each not in found and graph.shown(each))

    def inside(_: Graph, entity_id: str) -> list[Row]:
        return _below(graph, entity_id, found[entity_id], bodies.get(entity_id, ()))

    return lay_out("seats", graph, [(each, None, inside) for each in by_sibling(graph, found)])


def _has_seats(graph: Graph, entity_id: str) -> bool:
    """Whether an entity has members, or sits somewhere, itself or through others."""
    return bool(members_of(graph, entity_id)) or any(ways_to_seats(graph, entity_id))


def _seats(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below an entity: its own seats, seats through others, then its members."""
    return _below(graph, entity_id, list(ways_to_seats(graph, entity_id)), members_of(graph, entity_id))


def _below(
    graph: Graph,
    entity_id: str,
    ways: Sequence[tuple[Way, list[Relation]]],
    members: Sequence[Relation],
) -> list[Row]:
    """Return the rows below an entity.

    Args:
        graph: The model, at its date.
        entity_id: The entity.
        ways: The ways to its seats, see `ways_to_seats`.
        members: Its members.
    """
    found = [row for way, seats in ways[:1] if way == (entity_id, THROUGH) for row in _rows(seats)]
    for way, seats in through_others(entity_id, ways):
        found.extend(group(way_words(graph, way), _rows(seats)))
    if members:
        found.extend(seat_groups(graph, members, None))
    return found


def _rows(seats: Iterable[Relation]) -> list[Row]:
    return [(each.object, each, None) for each in seats]


TOP = Top(_has_seats, _seats, key=sibling_key, reach=2, names_others=True)
"""The top level of the view."""
