"""View 4, both ways: what each sits on, itself or through others, and who sits on it, with role, vote and on whose behalf."""

from collections.abc import Iterable, Iterator

from ..facts.graph import Graph
from ..format import KINDS
from ..format.records import Relation
from ..structure.membership import ATTENDANCES, MEMBERSHIP, attendance_of
from ..structure.order import by_sibling, sibling_key
from .below import members_of
from .forest import Forest
from .layout import Row, group, lay_out

_FOR = (("on_behalf_of", "Through"), ("nominated_by", "Nominates"))
"""The details of a seat that name for whom it is held, or who nominates the holder, with how that reads of these."""

_Way = tuple[str, str]
"""By whom one has a seat, and how that reads before the name: through it, or nominating it."""


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    ids = [each for each in graph.all_shown() if members_of(graph, each) or any(_ways(graph, each))]
    return lay_out("seats", graph, [(each, None, _seats) for each in by_sibling(graph, ids)])


def _seats(graph: Graph, entity_id: str) -> list[Row]:
    """Return what an entity sits on itself, then through whom, then who sits on it."""
    found: list[Row] = _rows(_seats_of(graph, entity_id))
    told = set(map(id, _seats_of(graph, entity_id)))
    for (way, reading), seats in _ways(graph, entity_id):
        if way != entity_id:
            new = [each for each in seats if id(each) not in told and each.object != entity_id]
            told.update(map(id, new))
            word = KINDS[graph.kind(way)].word
            found.extend(group(f"{reading} the {word} {graph.name(way)}", _rows(new)))
    return [*found, *_sitting(graph, entity_id)]


def _rows(seats: Iterable[Relation]) -> list[Row]:
    return [(each.object, each, None) for each in seats]


def _seats_of(graph: Graph, entity_id: str) -> list[Relation]:
    """Return what an entity sits on itself, in the order of siblings."""
    found = [each for each in graph.relations(entity_id, MEMBERSHIP, "out") if graph.shown(each.object)]
    return sorted(
        found, key=lambda each: (sibling_key(graph, each.object), str(each.details.get("role", "")))
    )


def _ways(graph: Graph, entity_id: str) -> Iterator[tuple[_Way, list[Relation]]]:
    """Yield each by whom an entity sits somewhere with those seats: itself, its posts and who holds them, and others."""
    posts = by_sibling(graph, [*_ends(graph, entity_id, "post_in"), *_objects(graph, entity_id, "holds")])
    holders = by_sibling(
        graph, [one for post in posts for one in _ends(graph, post, "holds") if one != entity_id]
    )
    labels = by_sibling(graph, _ends(graph, entity_id, "stands_for"))
    for each in dict.fromkeys((entity_id, *posts, *holders, *labels)):
        seats = _seats_of(graph, each)
        if seats:
            yield (each, "Through"), seats
    yield from graph.once(_held_for).get(entity_id, {}).items()


def _ends(graph: Graph, entity_id: str, kind: str) -> list[str]:
    return [each.subject for each in graph.relations(entity_id, kind, "in") if graph.shown(each.subject)]


def _objects(graph: Graph, entity_id: str, kind: str) -> list[str]:
    return [each.object for each in graph.relations(entity_id, kind, "out") if graph.shown(each.object)]


def _held_for(graph: Graph) -> dict[str, dict[_Way, list[Relation]]]:
    """Return by entity the seats held for it, by holder: on its behalf, or by whom it nominates."""
    found: dict[str, dict[_Way, list[Relation]]] = {}
    for holder in by_sibling(graph, graph.all_shown()):
        for seat in _seats_of(graph, holder):
            for key, reading in _FOR:
                named = seat.details.get(key, ())
                for whom in dict.fromkeys(named if isinstance(named, tuple) else (str(named),)):
                    found.setdefault(whom, {}).setdefault((holder, reading), []).append(seat)
    return found


def _sitting(graph: Graph, entity_id: str) -> list[Row]:
    """Return who sits on an entity: the members, then a group for each way of being there without being one."""
    seats: dict[str, list[Row]] = {"Members": [], **{each.heading: [] for each in ATTENDANCES.values()}}
    for each in members_of(graph, entity_id):
        attendance = attendance_of(each)
        seats["Members" if attendance is None else attendance.heading].append((each.subject, each, None))
    return [row for name, rows in seats.items() for row in group(name, rows)]
