"""What an entity sits on: itself, through its posts and who holds them, through labels, and by seats held for it."""

from collections.abc import Iterator

from ..facts.graph import Graph
from ..format.records import Relation
from .membership import MEMBERSHIP
from .order import by_sibling, sibling_key

THROUGH = "Through"
"""How it reads that one sits somewhere by another, before its name."""

_FOR = (("on_behalf_of", THROUGH), ("nominated_by", "Nominates"))
"""The details of a seat that name for whom it is held, or who nominates the holder, with how that reads of these."""

Way = tuple[str, str]
"""By whom one has a seat, and how that reads before the name: through it, or nominating it."""


def seats_of(graph: Graph, entity_id: str) -> list[Relation]:
    """Return what an entity sits on itself, in the order of siblings."""
    found = [each for each in graph.relations(entity_id, MEMBERSHIP, "out") if graph.shown(each.object)]
    return sorted(
        found, key=lambda each: (sibling_key(graph, each.object), str(each.details.get("role", "")))
    )


def ways_to_seats(graph: Graph, entity_id: str) -> Iterator[tuple[Way, list[Relation]]]:
    """Yield each by whom an entity sits somewhere with those seats: itself, its posts and who holds them, and others."""
    posts = by_sibling(graph, [*_ends(graph, entity_id, "post_in"), *_objects(graph, entity_id, "holds")])
    holders = by_sibling(
        graph, [one for post in posts for one in _ends(graph, post, "holds") if one != entity_id]
    )
    labels = by_sibling(graph, _ends(graph, entity_id, "stands_for"))
    for each in dict.fromkeys((entity_id, *posts, *holders, *labels)):
        seats = seats_of(graph, each)
        if seats:
            yield (each, THROUGH), seats
    yield from graph.once(_held_for).get(entity_id, {}).items()


def seats_through(graph: Graph, entity_id: str) -> Iterator[tuple[Way, list[Relation]]]:
    """Yield each other by whom an entity sits somewhere, with the seats that are not its own; each seat once."""
    told = set(map(id, seats_of(graph, entity_id)))
    for way, seats in ways_to_seats(graph, entity_id):
        new = [each for each in seats if id(each) not in told and each.object != entity_id]
        if way[0] != entity_id and new:
            told.update(map(id, new))
            yield way, new


def _ends(graph: Graph, entity_id: str, kind: str) -> list[str]:
    return [each.subject for each in graph.relations(entity_id, kind, "in") if graph.shown(each.subject)]


def _objects(graph: Graph, entity_id: str, kind: str) -> list[str]:
    return [each.object for each in graph.relations(entity_id, kind, "out") if graph.shown(each.object)]


def _held_for(graph: Graph) -> dict[str, dict[Way, list[Relation]]]:
    """Return by entity the seats held for it, by holder: on its behalf, or by whom it nominates."""
    found: dict[str, dict[Way, list[Relation]]] = {}
    for holder in by_sibling(graph, graph.all_shown()):
        for seat in seats_of(graph, holder):
            for key, reading in _FOR:
                named = seat.details.get(key, ())
                for whom in dict.fromkeys(named if isinstance(named, tuple) else (str(named),)):
                    found.setdefault(whom, {}).setdefault((holder, reading), []).append(seat)
    return found
