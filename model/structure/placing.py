"""Where an entity belongs: its parent, ancestors, tier and place; `inside` says which entities belong to it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from ..facts.ends import is_over
from ..facts.graph import Graph
from ..facts.statements import Statements
from ..format import NOT_STATED, OPEN, RELATIONS
from ..format.groups import PLACES
from ..format.records import Relation
from ..format.relations import ANSWERING

RANKS = {name: kind.places for name, kind in RELATIONS.items() if kind.places is not None}
"""The relations that place their subject below their object, by rank; the lowest rank is the strongest."""

PLACES_OBJECT = frozenset(name for name, kind in RELATIONS.items() if kind.places_object)
"""The relations that place their object below their subject, if nothing else places it."""

_PLACES_AT_OTHER_DATES = (
    frozenset(name for name, kind in RELATIONS.items() if kind.places_at_other_dates) | RANKS.keys()
)

_HOME_TIERS = frozenset(("national", "region", "system", "place"))


def placements(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the relations that place an entity below others at the date; only those of its strongest kind.

    Where such a relation is documented only after the date, the entity already has that place, so that it
    does not drop out of the tree for lack of an earlier mention.
    """
    found = all_placements(graph, entity_id)
    if is_lasting(found):  # a shortcut: most entities have one place at every date
        return found
    for kind in sorted({each.kind for each in found}, key=RANKS.__getitem__):
        of_kind = [each for each in found if each.kind == kind]
        now = [each for each in of_kind if graph.holds(each)]
        later = now or [each for each in of_kind if _undated(each)]
        if later:
            return later
    return []


def all_placements(statements: Statements, entity_id: str) -> list[Relation]:
    """Return the relations that place an entity below others at any date, of all kinds."""
    outgoing = statements.outgoing(entity_id)
    return [each for each in outgoing if each.kind in RANKS and each.object in statements]


def is_lasting(placed: Sequence[Relation]) -> bool:
    """Return whether `all_placements` gave one relation that counts at every date."""
    return len(placed) == 1 and _undated(placed[0])


def weak_placements(graph: Graph, entity_id: str) -> list[tuple[str, Relation]]:
    """Return the parents in trees of an entity that `placements` leaves without one, each with the relation used.

    They are, in this order: those who are responsible for it and the event that it came from, if they have a
    place of their own; what it was part of, a member of or held until that ended; what later documents say it
    is a member of or holds; and those to whom it answers, if they have a place of their own.
    """
    holding = [each for each in graph.incoming(entity_id) if each.kind in PLACES_OBJECT and graph.holds(each)]
    with_role = {each.subject for each in holding if each.details.get("mode", NOT_STATED) not in OPEN}
    found = [
        (each.subject, each)
        for each in holding
        if _is_placed(graph, each.subject, each.kind)
        and not (each.subject in with_role and each.details.get("mode") in OPEN)
    ]
    if found:
        return sorted(found, key=lambda each: each[0])
    others = [
        each
        for each in graph.outgoing(entity_id)
        if each.kind in _PLACES_AT_OTHER_DATES and each.object in graph and nearest_shown(graph, each.object)
    ]
    former = [(each.object, each) for each in others if _has_ended(graph, each)]
    later = [(each.object, each) for each in others if _undated(each) and not graph.holds(each)]
    return former or later or _answering(graph, entity_id)


def _answering(graph: Graph, entity_id: str) -> list[tuple[str, Relation]]:
    """Return those to whom an entity answers at the date, if they have a place of their own in the trees."""
    found = [
        (each.object, each)
        for each in graph.outgoing(entity_id)
        if each.kind in ANSWERING and graph.holds(each) and graph.shown(each.object)
    ]
    return [each for each in found if placements(graph, each[0]) or graph.kind(each[0]) in PLACES]


def _is_placed(graph: Graph, entity_id: str, kind: str) -> bool:
    """Whether an entity is in the trees, and placed there by some relation of another kind than the given one."""
    if not graph.shown(entity_id):
        return False
    return kind not in RANKS or any(each.kind != kind for each in placements(graph, entity_id))


def _has_ended(graph: Graph, relation: Relation) -> bool:
    return is_over(graph, relation.end_date, graph.at)


def _undated(relation: Relation) -> bool:
    """Return whether a relation has no date of its own."""
    return relation.start_date is None and relation.end_date is None and relation.expected_date is None


def parent_of(graph: Graph, entity_id: str) -> str | None:
    """Return the parent of an entity, preferably shown, stated and not the entity itself; `None` for a root."""
    parents = graph.once(_parents)
    if entity_id not in parents:
        placed = placements(graph, entity_id)
        found = [each for each in placed if graph.shown(each.object)] or placed
        parents[entity_id] = (
            min(found, key=lambda each: (each.object == entity_id, each.evidence.inferred)).object
            if found
            else None
        )
    return parents[entity_id]


def _parents(_: Graph) -> dict[str, str | None]:
    """Return an empty memo of parents by entity, which `parent_of` fills."""
    return {}


def nearest_shown(graph: Graph, entity_id: str) -> str | None:
    """Return an entity if it is in the trees at the date, else its nearest ancestor that is; `None` for none.

    So an entity below an ended body stays in the tree, below the parent of that body.
    """
    if graph.shown(entity_id):
        return entity_id
    return next((each for each in ancestors_of(graph, entity_id) if graph.shown(each)), None)


def ancestors_of(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield the ancestors of an entity, nearest first; a cycle is followed once."""
    seen = {entity_id}
    parent = parent_of(graph, entity_id)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = parent_of(graph, parent)


def path_of(graph: Graph, entity_id: str) -> tuple[str, ...]:
    """Return the ancestors of an entity from the root down."""
    return tuple(reversed(tuple(ancestors_of(graph, entity_id))))


def ways_up(graph: Graph, entity_id: str, *, most: int = 5) -> list[tuple[str, ...]]:
    """Return at most `most` paths from a root down to an entity; several where entities have several parents."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [(entity_id,)]
    while waiting and len(found) < most:
        way = waiting.pop()
        above = (each.object for each in placements(graph, way[0]) if graph.shown(each.object))
        further = [each for each in dict.fromkeys(above) if each not in way]
        if further:
            first = parent_of(graph, way[0])
            waiting.extend((each, *way) for each in sorted(further, key=lambda each: (each == first, each)))
        else:
            found.append(way[:-1])
    return found


def tier_of(graph: Graph, entity_id: str) -> str | None:
    """Return the tier of an entity: its own, else that of its nearest ancestor with one; `None` for none."""
    tiers = graph.once(_tiers)
    if entity_id in tiers:
        return tiers[entity_id]
    walked: list[str] = []
    tier: str | None = None
    for each in chain((entity_id,), ancestors_of(graph, entity_id)):
        if each in tiers:
            tier = tiers[each]
            break
        walked.append(each)
        tier = graph.value(each, "tier")  # type: ignore[assignment] # a choice is text
        if tier is not None:
            break
    # all entities on the way get the same tier, so that no part of a path is walked twice
    tiers.update(dict.fromkeys(walked, tier))
    return tier


def _tiers(_: Graph) -> dict[str, str | None]:
    """Return an empty memo of tiers by entity, which `tier_of` fills."""
    return {}


def place_of(graph: Graph, entity_id: str) -> str | None:
    """Return the nearest partnership or area among an entity's ancestors; `None` when there is none."""
    places = graph.once(_places)
    if entity_id in places:
        return places[entity_id]
    walked = [entity_id]
    place: str | None = None
    for each in ancestors_of(graph, entity_id):
        if graph.kind(each) in PLACES:
            place = each
            break
        if each in places:
            place = places[each]
            break
        walked.append(each)
    places.update(dict.fromkeys(walked, place))  # all entities on the way get the same place, as in `tier_of`
    if place == entity_id:  # in a ring, a result found before may lead back to the entity itself
        places[entity_id] = None
    return places[entity_id]


def _places(_: Graph) -> dict[str, str | None]:
    """Return an empty memo of places by entity, which `place_of` fills."""
    return {}


def home_of(graph: Graph, entity_id: str) -> str | None:
    """Return the place or system that an entity is, belongs to or covers; `None` where none is documented."""
    covered = (each.object for each in graph.relations(entity_id, "covers", "out") if each.object in graph)
    for each in (entity_id, *ancestors_of(graph, entity_id), *sorted(covered)):
        if graph.kind(each) in PLACES and graph.value(each, "tier") in _HOME_TIERS:
            return each
    return None
