"""Finds the timeline items of an entity's changes: new names, steps of its status, vacancies of a post."""

from collections.abc import Iterator
from itertools import pairwise

from ...facts.claims import as_at, first_of, over_before
from ...facts.disputes import undecided
from ...facts.graph import Graph
from ...facts.times import COMING, start_of
from ...format import NONE, OPEN, RELATIONS
from ...format.dates import Date
from ...format.records import Claim, Entity, Evidence
from .item import RENAMED, STATUS_CHANGED, VACANT, Item

_BY_DOCUMENT = "first documented that day"

HELD = frozenset(RELATIONS["holds"].objects)
"""The kinds of entity that may be vacant: those that somebody may hold."""


def turns(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield the changes of an entity by the date of the graph; none where documents disagree undecided."""
    for attribute, state in (("name", RENAMED), ("status", STATUS_CHANGED)):
        # nearly all entities have one name and one status at every date
        value = entity.values.get(attribute)
        if isinstance(value, tuple) and len(value) > 1 and not undecided(graph, entity.id, attribute):
            yield from _steps(graph, entity, attribute, state)
    yield from _former_names(graph, entity)
    yield from vacancies(graph, entity)


def _steps(graph: Graph, entity: Entity, attribute: str, state: str) -> Iterator[Item]:
    """Yield an item for each value that follows another one."""
    claims = [
        each for each in entity.claims(attribute) if each.value not in OPEN and not over_before(graph, each)
    ]
    claims.sort(key=lambda each: as_at(graph, each))
    for before, after in pairwise(claims):
        begun = before.value in COMING and start_of(graph, entity.id) is not None  # shown as its start
        if before.value != after.value and not begun:
            day = after.start_date or before.end_date
            yield from _on(graph, entity, state, day, after, f"from {before.value} to {after.value}")


def _former_names(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield an item for the last day of each former name, where a source gives one."""
    for claim in entity.claims("other_names"):
        if claim.end_date is not None and claim.details.get("use") == "former":
            yield from _on(graph, entity, RENAMED, claim.end_date, claim, f"until then {claim.value}")


def _on(
    graph: Graph, entity: Entity, state: str, day: Date | None, claim: Claim, note: str
) -> Iterator[Item]:
    if day is None:
        day, note = first_of(graph, claim.evidence), f"{note}, {_BY_DOCUMENT}"
    if day is not None and _has_come(graph, day, claim.evidence):
        yield Item(day, entity.id, state, claim.evidence, note=note)


def vacancies(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield an item for the start of each vacancy of a post that a source states."""
    for each in graph.incoming(entity.id, "holds"):
        if each.subject != NONE or each.evidence.inferred:
            continue
        day = each.start_date or first_of(graph, each.evidence)
        if day is not None and _has_come(graph, day, each.evidence):
            note = "" if each.start_date is not None else _BY_DOCUMENT
            yield Item(day, entity.id, VACANT, each.evidence, note=note)


def _has_come(graph: Graph, day: Date, evidence: Evidence) -> bool:
    """Whether a day has come at the date of the graph, and is not later than every document that gives it."""
    dates = graph.dates_of(evidence)
    if dates and day.first > max(each.last for each in dates):
        return False
    return graph.at is None or day.last <= graph.at.last
