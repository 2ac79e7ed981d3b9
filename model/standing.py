"""How an entity or a relation stands at a date: there, planned, no longer documented, ended, not yet.

Evidence is not existence. A start or an end is only what a source states or a change event brings about;
the first and last evidence are computed from the as-at dates of the statements.
"""

from datetime import date
from typing import TYPE_CHECKING

import attrs

from .dates import Date
from .records import Claim, Evidence, Relation

if TYPE_CHECKING:
    from .graph import Graph

DOCUMENTED = "documented"
LAST_DOCUMENTED = "last documented"
PLANNED = "planned"
UNKNOWN_WHETHER = "unknown whether"
NOT_YET = "not yet"
NOT_YET_DUE = "not yet due"
NOT_YET_DOCUMENTED = "not yet documented"
ENDED = "ended"

_SHOWN = frozenset((DOCUMENTED, LAST_DOCUMENTED, PLANNED, UNKNOWN_WHETHER))
_ENDINGS = frozenset(("end_date", "status"))
_PAST = frozenset(("succeeds", "originals"))
"""Relations that speak of their object as something of the past."""


@attrs.frozen(repr=False)
class Standing:
    """How an entity stands at a date.

    Attributes:
        state: One of the words of this module.
        date: The date that goes with it: of the last evidence, the plan, the start, the end.
        later: For a plan, the first later day at which it is documented to have happened.
    """

    state: str
    date: Date | None = None
    later: Date | None = None

    @property
    def shown(self) -> bool:
        """Whether it stands in trees."""
        return self.state in _SHOWN

    def words(self) -> str:
        """Return it as a reader says it."""
        when = self.date.words() if self.date is not None else ""
        if self.state == PLANNED:
            seen = f"first documented {self.later.words()}" if self.later else "no document says it happened"
            return f"planned: due {when}, {seen}"
        if self.state == UNKNOWN_WHETHER:
            return f"unknown whether it had ended: it ended {when}"
        if self.state == NOT_YET:
            return f"not yet: begins {when}"
        if self.state == NOT_YET_DUE:
            return f"not yet: planned for {when}"
        if self.state == NOT_YET_DOCUMENTED:
            return f"not yet documented: first documented {when}" if when else "not yet documented"
        if self.state == ENDED:
            return f"ended {when}" if when else "ended"
        if self.state == LAST_DOCUMENTED:
            return f"last documented {when}"
        return f"documented {when}" if when else "no date is documented"


@attrs.frozen(eq=False, repr=False)
class Span:
    """The first and last evidence of an entity.

    Attributes:
        first: The earliest day a statement about it speaks of; `None` without any dated statement.
        last: The latest.
        days: All of them, by the first day they may mean.
    """

    first: Date | None
    last: Date | None
    days: tuple[Date, ...]

    def since(self, day: Date, apart: tuple[Date, ...] = ()) -> Date | None:
        """Return the earliest evidence that is not before a day, some days apart: those a plan itself is from."""
        return next((each for each in self.days if each.first >= day.first and each not in apart), None)


def evidence_span(graph: "Graph", entity_id: str) -> Span:
    """Return the first and last evidence of an entity: of its claims and of the stated relations it stands in."""
    known: Span | None = graph.shared.get(("span", entity_id))
    if known is None:
        statements = {id(each): each for each in _evidence(graph, entity_id)}  # most share a few
        dates = {each.text: each for evidence in statements.values() for each in graph.dates_of(evidence)}
        days = sorted(dates.values(), key=lambda each: (each.first, each.last))
        last = max(days, key=lambda each: (each.last, each.first), default=None)
        known = graph.shared["span", entity_id] = Span(days[0] if days else None, last, tuple(days))
    return known


def _evidence(graph: "Graph", entity_id: str) -> list[Evidence]:
    entity = graph.entities[entity_id]
    found = [entity.evidence]
    for value in entity.values.values():
        if isinstance(value, tuple):
            found.extend(each.evidence for each in value if isinstance(each, Claim))
    found.extend(each.evidence for each in graph.outgoing.get(entity_id, ()) if not each.evidence.inferred)
    found.extend(each.evidence for each in graph.incoming.get(entity_id, ()) if counts_for_object(each))
    return found


def counts_for_object(relation: Relation) -> bool:
    """Whether a relation is evidence of its object too: it is stated, and does not speak of it as past."""
    return not relation.evidence.inferred and relation.kind not in _PAST


def start_of(graph: "Graph", entity_id: str) -> Date | None:
    """Return the start a source states or a change event brings about; `None` where neither does."""
    if "start_date" in graph.entities[entity_id].values:
        own = graph.value(entity_id, "start_date")
        if isinstance(own, Date):
            return own
    return next(iter(_change_dates(graph, entity_id, "results")), None)


def end_of(graph: "Graph", entity_id: str) -> Date | None:
    """Return the last day a source states, or the day before the change event that ended it."""
    if "end_date" in graph.entities[entity_id].values:
        own = graph.value(entity_id, "end_date")
        if isinstance(own, Date):
            return own
    return next((each.day_before() for each in _change_dates(graph, entity_id, "originals")), None)


def _change_dates(graph: "Graph", entity_id: str, role: str) -> list[Date]:
    events = [each.subject for each in graph.incoming.get(entity_id, ()) if each.kind == role]
    if not events:
        return []
    found = (graph.value(event, "date") for event in events if event in graph.entities)
    return sorted((each for each in found if isinstance(each, Date)), key=lambda each: each.first)


def standing_of(graph: "Graph", entity_id: str) -> Standing:
    """Return how an entity stands at the date of the graph, or in its last known state."""
    span = evidence_span(graph, entity_id)
    start, end = start_of(graph, entity_id), end_of(graph, entity_id)
    values = graph.entities[entity_id].values
    plan = graph.claim(entity_id, "expected_date") if "expected_date" in values else None
    held = graph.claim(entity_id, "date") if "date" in values else None
    if held is not None and isinstance(held.value, Date):  # of an event
        if is_foretold(graph, held):
            plan = held
        else:
            start = start or held.value
    awaited, seen = None, None
    if start is None and plan is not None and isinstance(plan.value, Date):
        awaited, seen = plan.value, span.since(plan.value, graph.dates_of(plan.evidence))
    if graph.at is None:
        if end is not None or graph.value(entity_id, "status") == "closed":
            return Standing(ENDED, end)
        if awaited is not None and seen is None:
            return Standing(PLANNED, awaited)
        return Standing(DOCUMENTED, span.last)
    day = graph.at.last
    if awaited is not None and (seen is None or seen.first > day):
        return _planned(day, span, awaited, seen)
    return _standing_at(graph, entity_id, day, start, end, span)


def is_foretold(graph: "Graph", claim: Claim) -> bool:
    """Whether a claim gives a day that is later than all its sources: they say that it will come, not that it came."""
    dates = graph.dates_of(claim.evidence)
    day = claim.value
    return bool(dates) and isinstance(day, Date) and day.first > max(each.last for each in dates)


def shown(graph: "Graph", entity_id: str) -> bool:
    """Whether an entity stands in trees; asks for its evidence only where that decides."""
    if graph.at is None:
        if _ENDINGS.isdisjoint(graph.entities[entity_id].values):
            return not any(each.kind == "originals" for each in graph.incoming.get(entity_id, ())) or (
                end_of(graph, entity_id) is None
            )
        return end_of(graph, entity_id) is None and graph.value(entity_id, "status") != "closed"
    return graph.standing(entity_id).shown


def _planned(day: date, span: Span, expected: Date, seen: Date | None) -> Standing:
    if day >= expected.first:
        return Standing(PLANNED, expected, seen)
    if span.first is not None and day < span.first.first:
        return Standing(NOT_YET_DOCUMENTED, span.first)
    return Standing(NOT_YET_DUE, expected)


def _standing_at(
    graph: "Graph", entity_id: str, day: date, start: Date | None, end: Date | None, span: Span
) -> Standing:
    if start is not None and day < start.first:
        return Standing(NOT_YET, start)
    if start is None and span.first is not None and day < span.first.first:
        return Standing(NOT_YET_DOCUMENTED, span.first)
    if end is not None and day > end.last:
        return Standing(ENDED, end)
    if end is not None and not end.certain and day > end.first:
        return Standing(UNKNOWN_WHETHER, end)
    if end is None and graph.value(entity_id, "status") == "closed":
        return Standing(ENDED)
    if span.last is not None and day > span.last.last:
        return Standing(LAST_DOCUMENTED, span.last)
    return Standing(DOCUMENTED, span.last)


def holds(graph: "Graph", relation: Relation) -> bool:
    """Whether a relation holds at the date of the graph; in the last known state, whether it has not ended."""
    if graph.at is None:
        return relation.end_date is None
    day = graph.at.last
    first = relation.start_date or relation.expected_date
    if first is None:
        first = min(graph.dates_of(relation.evidence), key=lambda each: each.first, default=None)
    if first is not None and day < first.first:
        return False
    return relation.end_date is None or day <= relation.end_date.last
