"""Where an entity belongs: what it is directly below, its tier, its place, the way down to it."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from .choosing import holds
from .records import Relation
from .vocabulary import RELATIONS
from .vocabulary.groups import PLACES

if TYPE_CHECKING:
    from .graph import Graph

RANKS = {name: kind.places for name, kind in RELATIONS.items() if kind.places is not None}
"""The relations that put their subject below their object, the strongest with the lowest rank."""


def placements(graph: "Graph", entity_id: str) -> list[Relation]:
    """Return the relations that put an entity below others at the date, of the strongest kind it has.

    Where a relation of that kind is only documented later than the date, the entity keeps the place it is
    documented in later, so that it does not fall out of the tree for want of an earlier mention.
    """
    borne = graph.outgoing.get(entity_id, ())
    found = [each for each in borne if each.kind in RANKS and each.object in graph.entities]
    if len(found) == 1 and _undated(found[0]):  # of most the place is the same at every date
        return found
    for kind in sorted({each.kind for each in found}, key=RANKS.__getitem__):
        of_kind = [each for each in found if each.kind == kind]
        now = [each for each in of_kind if holds(graph, each)]
        later = now or [each for each in of_kind if _undated(each)]
        if later:
            return later
    return []


def _undated(relation: Relation) -> bool:
    return relation.start_date is None and relation.end_date is None and relation.expected_date is None


def parent_of(graph: "Graph", entity_id: str) -> str | None:
    """Return the entity it is directly below: a stated one first, then as written; `None` for a root."""
    key = ("parent", entity_id)
    if key not in graph.memo:
        placed = placements(graph, entity_id)
        found = [each for each in placed if graph.shown(each.object)] or placed
        graph.memo[key] = min(found, key=lambda each: each.evidence.inferred).object if found else None
    parent: str | None = graph.memo[key]
    return parent


def standing_home(graph: "Graph", entity_id: str) -> str | None:
    """Return an entity if it stands in trees, else the nearest one above it that does; `None` for none.

    What is still documented below a body that has ended is so kept with what that body was part of.
    """
    if graph.shown(entity_id):
        return entity_id
    return next((each for each in ancestors_of(graph, entity_id) if graph.shown(each)), None)


def ancestors_of(graph: "Graph", entity_id: str) -> Iterator[str]:
    """Yield what an entity is below, nearest first; ends where it would come round again."""
    seen = {entity_id}
    parent = parent_of(graph, entity_id)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = parent_of(graph, parent)


def path_of(graph: "Graph", entity_id: str) -> tuple[str, ...]:
    """Return the ids of what an entity is below, widest first."""
    return tuple(reversed(tuple(ancestors_of(graph, entity_id))))


def ways_up(graph: "Graph", entity_id: str, *, most: int = 5) -> list[tuple[str, ...]]:
    """Return the ids of what an entity is below, widest first, by each of its placements and theirs; at most some."""
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


def tier_of(graph: "Graph", entity_id: str) -> str | None:
    """Return the tier of an entity: its own, else that of the nearest entity it is below."""
    known: str | None = graph.memo.get(("tier", entity_id), "")
    if known != "":
        return known
    walked: list[str] = []
    tier: str | None = None
    for each in chain((entity_id,), ancestors_of(graph, entity_id)):
        walked.append(each)
        known = graph.memo.get(("tier", each), "")
        tier = graph.value(each, "tier") if known == "" else known  # type: ignore[assignment] # a choice is text
        if known != "" or tier is not None:
            break
    for each in walked:
        graph.memo["tier", each] = tier
    return tier


def place_of(graph: "Graph", entity_id: str) -> str | None:
    """Return the partnership or area nearest above an entity; `None` when there is none."""
    return next(
        (each for each in ancestors_of(graph, entity_id) if graph.entities[each].kind in PLACES), None
    )
