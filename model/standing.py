"""How an entity stands at a date: there, planned, no longer documented, ended, not yet.

Evidence is not existence. A start or an end is only what a source states or a change event brings about. What
is said of the time of an entity hardly ever depends on the date it is seen at: it is found once, and a date is
then a comparison.
"""

from datetime import date
from typing import TYPE_CHECKING

import attrs

from .choosing import is_foretold
from .dates import Date, earliest
from .evidence import Span, evidence_span, first_documented
from .vocabulary import RELATIONS

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

CHANGING = frozenset(name for name, kind in RELATIONS.items() if kind.changes)
"""The relations of a change event to what it ended and to what it began."""

ENDINGS = frozenset(("end_date", "status"))
"""The attributes that may say that an entity is over."""

_SHOWN = frozenset((DOCUMENTED, LAST_DOCUMENTED, PLANNED, UNKNOWN_WHETHER))
_NEVER, _ALWAYS = 0, date.max.toordinal()
_DATED = frozenset(("start_date", "end_date", "date", "expected_date", "status"))
_WAVERING = ("expected_date", "status")
"""Attributes of which another claim may count at another date."""


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
            exact = when.startswith(("about ", "between "))
            return f"unknown whether it had ended: it ended {when if exact else f'in {when}'}"
        if self.state == NOT_YET:
            return f"not yet: begins {when}"
        if self.state == NOT_YET_DUE:
            return f"not yet: {self.date.after('planned for') if self.date is not None else 'planned'}"
        if self.state == NOT_YET_DOCUMENTED:
            return f"not yet documented: first documented {when}" if when else "not yet documented"
        if self.state == ENDED:
            return f"ended {when}" if when else "ended"
        if self.state == LAST_DOCUMENTED:
            return f"last documented {when}"
        return f"documented {when}" if when else "no date is documented"


@attrs.frozen(eq=False, repr=False)
class Times:
    """What is said of the time of an entity, its evidence apart.

    Attributes:
        start: Its start, or the day of an event.
        end: Its last day.
        awaited: The day it is planned for, where no start is known.
        seen: The first evidence from that day on that is not the plan's own.
        closed: Whether its status says that it is over.
    """

    start: Date | None = None
    end: Date | None = None
    awaited: Date | None = None
    seen: Date | None = None
    closed: bool = False


_NOTHING_SAID = Times()


def start_of(graph: "Graph", entity_id: str) -> Date | None:
    """Return the start a source states or a change event brings about; `None` where neither does."""
    if "start_date" in graph.entities[entity_id].values:
        own = graph.value(entity_id, "start_date")
        if isinstance(own, Date):
            return own
    return _change_date(graph, entity_id, "results")


def end_of(graph: "Graph", entity_id: str) -> Date | None:
    """Return the last day a source states, or the day before the change event that ended it."""
    if "end_date" in graph.entities[entity_id].values:
        own = graph.value(entity_id, "end_date")
        if isinstance(own, Date):
            return own
    day = _change_date(graph, entity_id, "originals")
    return None if day is None else day.day_before()


def _change_date(graph: "Graph", entity_id: str, role: str) -> Date | None:
    """Return the day of the earliest change event in which an entity has a role."""
    events = [each.subject for each in graph.incoming.get(entity_id, ()) if each.kind == role]
    found = [graph.value(event, "date") for event in events if event in graph.entities]
    return earliest(each for each in found if isinstance(each, Date))


def times_of(graph: "Graph", entity_id: str) -> Times:
    """Return what is said of the time of an entity, as far as it counts at the date of the graph."""
    values = graph.entities[entity_id].values
    if _DATED.isdisjoint(values) and not is_changed(graph, entity_id):
        return _NOTHING_SAID
    start, end = start_of(graph, entity_id), end_of(graph, entity_id)
    plan = graph.claim(entity_id, "expected_date") if "expected_date" in values else None
    held = graph.claim(entity_id, "date") if "date" in values else None
    if held is not None and isinstance(held.value, Date):  # of an event
        if is_foretold(graph, held):
            plan = held
        else:
            start = start or held.value
    awaited, seen = None, None
    if start is None and plan is not None and isinstance(plan.value, Date):
        awaited = plan.value
        seen = evidence_span(graph, entity_id).since(awaited, graph.dates_of(plan.evidence))
    return Times(start, end, awaited, seen, graph.value(entity_id, "status") == "closed")


def is_changed(graph: "Graph", entity_id: str) -> bool:
    """Whether a change event began or ended an entity."""
    return not CHANGING.isdisjoint([each.kind for each in graph.incoming.get(entity_id, ())])


def standing_of(graph: "Graph", entity_id: str) -> Standing:
    """Return how an entity stands at the date of the graph, or in its last known state."""
    times, span = times_of(graph, entity_id), evidence_span(graph, entity_id)
    if graph.at is None:
        if times.end is not None or times.closed:
            return Standing(ENDED, times.end)
        if times.awaited is not None and times.seen is None:
            return Standing(PLANNED, times.awaited)
        return Standing(DOCUMENTED, span.last)
    day = graph.at.last
    first, last = days_in_trees(graph, entity_id)
    if day.toordinal() < first:
        return _before(times, span, day)
    if day.toordinal() > last:
        return Standing(ENDED, times.end)
    if times.awaited is not None and (times.seen is None or times.seen.first > day):
        return Standing(PLANNED, times.awaited, times.seen)
    if times.end is not None and not times.end.certain and day > times.end.first:
        return Standing(UNKNOWN_WHETHER, times.end)
    if span.last is not None and day > span.last.last:
        return Standing(LAST_DOCUMENTED, span.last)
    return Standing(DOCUMENTED, span.last)


def _before(times: Times, span: Span, day: date) -> Standing:
    if times.start is not None:
        return Standing(NOT_YET, times.start)
    if times.awaited is not None and (span.first is None or day >= span.first.first):
        return Standing(NOT_YET_DUE, times.awaited)
    return Standing(NOT_YET_DOCUMENTED, span.first)


def shown(graph: "Graph", entity_id: str) -> bool:
    """Whether an entity stands in trees at the date of the graph; in the last known state, whether it is not over."""
    if graph.at is not None:
        first, last = days_in_trees(graph, entity_id)
        return first <= graph.at.last.toordinal() <= last
    if ENDINGS.isdisjoint(graph.entities[entity_id].values) and not is_changed(graph, entity_id):
        return True
    return end_of(graph, entity_id) is None and graph.value(entity_id, "status") != "closed"


def all_shown(graph: "Graph") -> list[str]:
    """Return every entity of which `shown` says that it stands in trees."""
    if graph.at is None:
        return [each for each in graph.entities if shown(graph, each)]
    day, found = graph.at.last.toordinal(), []
    for each in graph.entities:
        first, last = days_in_trees(graph, each)
        if first <= day <= last:
            found.append(each)
    return found


def days_in_trees(graph: "Graph", entity_id: str) -> tuple[int, int]:
    """Return the first and the last day at which an entity stands in trees, as ordinals; it does on all between.

    It begins with its start, with the day it is planned for or else with its first evidence. It ends with its
    end; what was planned stays at least until the day before evidence confirms that it came.
    """
    kept: dict[str, tuple[int, int]] = graph.shared.setdefault("days in trees", {})
    known = kept.get(entity_id)
    if known is None:
        times = times_of(graph, entity_id)
        known = (_first_day(graph, entity_id, times), _last_day(times))
        values = graph.entities[entity_id].values
        if not any(isinstance(values.get(each), tuple) for each in _WAVERING):
            kept[entity_id] = known
    return known


def _first_day(graph: "Graph", entity_id: str, times: Times) -> int:
    begins = times.start or times.awaited
    if begins is not None:
        return begins.first.toordinal()
    documented = first_documented(graph, entity_id)
    return _NEVER if documented is None else documented.first.toordinal()


def _last_day(times: Times) -> int:
    last = _NEVER if times.closed else _ALWAYS
    if times.end is not None:
        last = times.end.last.toordinal()
    if times.awaited is None:
        return last
    return max(last, _ALWAYS if times.seen is None else times.seen.first.toordinal() - 1)
