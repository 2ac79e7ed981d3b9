"""The seats of an entity: its own, those of its posts and their holders, those of its labels, and those held for it."""

from collections.abc import Collection, Container, Iterable, Iterator

from ..facts.by_kind import of_kind, sort_by_kind
from ..facts.graph import Graph
from ..facts.holding import NOW, PLANNED, state_of
from ..facts.statements import all_named
from ..format import KINDS, NONE, NOT_STATED, UNKNOWN
from ..format.keys import NOBODY
from ..format.records import Relation
from .membership import MEMBERSHIP, names_nobody
from .order import by_sibling, sibling_rank

THROUGH, PLANNED_THROUGH, READ_THROUGH = "Through", "Planned, through", "Inferred, through"
"""The words before the name of who sits for an entity; the last where that is only our reading."""

_FOR = (("on_behalf_of", THROUGH), ("nominated_by", "Nominates"))
"""The details that name whom a seat is held for or who nominates its holder, with the words before the name."""

Way = tuple[str, str]
"""The entity through which another has a seat, and the words before its name, such as `Through`."""


def seats_of(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the seats that an entity has itself, in the order of siblings."""
    every = graph.outgoing(entity_id, MEMBERSHIP)
    return _in_order(graph, [each for each in every if graph.shown(each.object) and graph.holds(each)])


def _in_order(graph: Graph, seats: list[Relation]) -> list[Relation]:
    if len(seats) < 2:  # noqa: PLR2004 - nearly all have one
        return seats
    rank = sibling_rank(graph)
    return sorted(seats, key=lambda each: (rank(each.object), str(each.details.get("role", ""))))


def ways_to_seats(graph: Graph, entity_id: str) -> Iterator[tuple[Way, list[Relation]]]:
    """Yield the entities through which an entity has seats, each with those seats.

    They are the entity itself, its posts and their holders, its labels, and those who sit on its behalf. A
    seat of the holder of one of its posts is our reading, and left out if the seat is held for somebody else, but
    for a label that stands for it.
    """
    own = seats_of(graph, entity_id)
    if own:
        yield (entity_id, THROUGH), own
    if _may_sit_through_others(graph, entity_id):
        yield from _other_ways(graph, entity_id)


def _other_ways(graph: Graph, entity_id: str) -> Iterator[tuple[Way, list[Relation]]]:
    """Yield what `ways_to_seats` yields, without the seats that the entity has itself."""
    ways: dict[str, str] = {}
    posts = {**_ends(graph, entity_id, "post_in"), **_objects(graph, entity_id, "holds")}
    holders: dict[str, str] = {}
    for post, planned in posts.items():
        for one, coming in _ends(graph, post, "holds").items():
            if one != entity_id:
                holders.setdefault(one, PLANNED if PLANNED in (planned, coming) else NOW)
    labels = _ends(graph, entity_id, "stands_for")
    for by_state in (posts, holders, labels):
        for each in by_sibling(graph, by_state):
            if each != entity_id:
                ways.setdefault(each, by_state[each])
    for each, state in ways.items():
        seats = seats_of(graph, each)
        stated = [one for one in seats if each not in holders or not posts.keys().isdisjoint(_behalf(one))]
        own = [one for one in seats if one not in stated and _is_for(one, labels)]
        for found, reading in ((stated, THROUGH), (own, READ_THROUGH)):
            if found:
                yield (each, PLANNED_THROUGH if state == PLANNED else reading), found
    yield from _held_for(graph, entity_id).items()


def all_ways_to_seats(graph: Graph) -> Iterator[tuple[str, list[tuple[Way, list[Relation]]]]]:
    """Yield what `ways_to_seats` yields for each entity in the trees that has a seat, as lists."""
    sort_by_kind(graph, MEMBERSHIP, "post_in", "stands_for", "holds")
    sitting, indirect = of_kind(graph, MEMBERSHIP)[0], _all_who_may_sit_through_others(graph)
    for each in graph.all_shown():
        own = seats_of(graph, each) if each in sitting else []
        ways = [((each, THROUGH), own)] if own else []
        if each in indirect:
            ways.extend(_other_ways(graph, each))
        if ways:
            yield each, ways


def _all_who_may_sit_through_others(graph: Graph) -> Collection[str]:
    """Return the entities for which `_may_sit_through_others` is true, in one pass over the model."""
    return {
        *of_kind(graph, "post_in")[1],
        *of_kind(graph, "stands_for")[1],
        *of_kind(graph, "holds")[0],
        *graph.once_for_all(all_named)(),
    }


def _may_sit_through_others(graph: Graph, entity_id: str) -> bool:
    """Whether an entity has a post or a label, or is named in the details of a seat; without these it has only its own seats."""
    return bool(
        graph.incoming(entity_id, "post_in")
        or graph.incoming(entity_id, "stands_for")
        or graph.outgoing(entity_id, "holds")
        or graph.naming(entity_id)
    )


def _behalf(seat: Relation) -> tuple[str, ...]:
    """Return on whose behalf a seat is held, as ids or the word that is recorded in their place."""
    found = seat.details.get("on_behalf_of", ())
    return found if isinstance(found, tuple) else (str(found),)


def _is_for(seat: Relation, labels: Container[str]) -> bool:
    """Whether no document says on whose behalf a seat is held, or it is one of some labels."""
    return all(each in NOBODY for each in _behalf(seat)) or any(each in labels for each in _behalf(seat))


def seats_through(graph: Graph, entity_id: str) -> Iterator[tuple[Way, list[Relation]]]:
    """Yield the other entities through which an entity has seats, each with those seats; each seat once."""
    return through_others(entity_id, ways_to_seats(graph, entity_id))


def through_others(
    entity_id: str, ways: Iterable[tuple[Way, list[Relation]]]
) -> Iterator[tuple[Way, list[Relation]]]:
    """Yield of the ways to an entity's seats, see `ways_to_seats`, those through others; each seat once."""
    told: set[int] = set()
    for way, seats in ways:
        if way[0] == entity_id:  # its own seats come first
            told.update(map(id, seats))
            continue
        new = [each for each in seats if id(each) not in told and each.object != entity_id]
        if new:
            told.update(map(id, new))
            yield way, new


def way_words(graph: Graph, way: Way) -> str:
    """Return the words for how an entity has a seat: `Through the post Leader`, or that nobody is named."""
    by, reading = way
    return (
        f"{reading} somebody, {UNNAMED[by]}"
        if by in UNNAMED
        else f"{reading} the {KINDS[graph.kind(by)].word} {graph.name(by)}"
    )


UNNAMED = {
    NOT_STATED: "who is not stated",
    UNKNOWN: "who is unknown (stated)",
    NONE: "the seat is vacant (stated)",
}
"""The words for a seat without a named member, by the word that stands in the member's place."""


def _ends(graph: Graph, entity_id: str, kind: str) -> dict[str, str]:
    """Return the subjects of relations to an entity, each with the relation's state: present or planned."""
    found = [each for each in graph.relations(entity_id, kind, "in") if graph.shown(each.subject)]
    return {
        each.subject: state_of(graph, each)[0] for each in sorted(found, key=lambda one: _is_now(graph, one))
    }


def _objects(graph: Graph, entity_id: str, kind: str) -> dict[str, str]:
    """Return the objects of relations of an entity, each with the relation's state: present or planned."""
    found = [each for each in graph.relations(entity_id, kind, "out") if graph.shown(each.object)]
    return {
        each.object: state_of(graph, each)[0] for each in sorted(found, key=lambda one: _is_now(graph, one))
    }


def _is_now(graph: Graph, relation: Relation) -> bool:
    """Whether a relation is present; used as a sort key, so that a present one replaces a planned one."""
    return state_of(graph, relation)[0] == NOW


def _held_for(graph: Graph, entity_id: str) -> dict[Way, list[Relation]]:
    """Return the seats held for an entity at the date, by holder: on its behalf, or nominated by it.

    Seats without a named holder come last, under the word that is recorded as the member.
    """
    by_holder: dict[str, list[Relation]] = {}
    for each in graph.naming(entity_id):
        if each.kind == MEMBERSHIP and graph.holds(each) and graph.shown(each.object):
            by_holder.setdefault(each.subject, []).append(each)
    unnamed = [word for word in NOBODY if any(map(names_nobody, by_holder.get(word, ())))]
    found: dict[Way, list[Relation]] = {}
    for holder in (*by_sibling(graph, filter(graph.shown, by_holder)), *unnamed):
        for seat in _in_order(graph, by_holder[holder]):
            for key, reading in _FOR:
                named = seat.details.get(key, ())
                if entity_id in (named if isinstance(named, tuple) else (str(named),)) and (
                    holder not in unnamed or names_nobody(seat)
                ):
                    found.setdefault((holder, reading), []).append(seat)
    return found
