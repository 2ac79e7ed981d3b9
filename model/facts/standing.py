"""The standing of an entity at a date: documented, planned, last documented, ended, not yet.

Evidence is not existence: an entity starts or ends only where a source states it or a change event brings it about.
The days between which an entity is in the trees are nearly always the same at every date of the model. So they are
worked out once, and another date costs only a comparison.
"""

from datetime import date
from typing import NamedTuple

from ..format import RELATIONS, UNKNOWN
from ..format.dates import Date, earliest
from ..format.records import Claim, Value
from .claims import choose, is_foretold
from .evidence import Span, evidence_span, first_documented, is_only_foretold
from .statements import Statements

DOCUMENTED = "documented"
LAST_DOCUMENTED = "last documented"
PLANNED = "planned"
UNKNOWN_WHETHER = "unknown whether"
NOT_YET = "not yet"
NOT_YET_DUE = "not yet due"
NOT_YET_DOCUMENTED = "not yet documented"
ENDED = "ended"

CHANGING = frozenset(name for name, kind in RELATIONS.items() if kind.changes)
"""The relations from a change event to the entities that it ended and began."""

_ACTIVE = "active"
"""The status of what is there: it says of a plan that it came about."""

ENDINGS = frozenset(("end_date", "status"))
"""The attributes that may say that an entity has ended."""

_SHOWN = frozenset((DOCUMENTED, LAST_DOCUMENTED, PLANNED, UNKNOWN_WHETHER))
_NEVER, _ALWAYS = 0, date.max.toordinal()
_TIME_ATTRIBUTES = frozenset(("start_date", "end_date", "date", "expected_date", "status"))
_MAY_CHANGE = ("expected_date", "status")
"""The attributes that decide those days, and of which another claim may hold at another date."""


class Standing(NamedTuple):
    """The standing of an entity at a date.

    Attributes:
        state: One of this module's constants, such as `PLANNED`.
        date: The date that belongs to the state: of the last evidence, the plan, the start or the end.
        later: For a plan, the first later day at which it is documented to have happened.
    """

    state: str
    date: Date | None = None
    later: Date | None = None

    @property
    def shown(self) -> bool:
        """Whether an entity with this standing is in the trees."""
        return self.state in _SHOWN

    def short_words(self) -> str:
        """Return the state in as few words as a row has room for, such as `planned: due 2022`."""
        when = self.date.words() if isinstance(self.date, Date) else ""
        if self.state == PLANNED:
            return f"planned: due {when}" if when else "planned: day unknown"
        if self.state == UNKNOWN_WHETHER:
            return "unknown whether ended"
        if self.state in {LAST_DOCUMENTED, ENDED} and when:
            return f"{self.state} {when}"
        return self.words()

    def words(self) -> str:
        """Return the standing in words: `planned: due 1 Apr 2022, ...`, `ended Jul 2021`."""
        when = self.date.words() if self.date is not None else ""
        if self.state == PLANNED:
            seen = f"first documented {self.later.words()}" if self.later else "no document says it happened"
            return f"planned: {f'due {when}' if when else 'for a day that is stated to be unknown'}, {seen}"
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


class Times(NamedTuple):
    """The start, end and planned day of an entity.

    Attributes:
        start: Its start; for an event its day.
        end: Its last day.
        awaited: The day for which it is planned, where no start is known.
        seen: The first day from then on on which another document than the plan mentions it.
        slipped: Whether a source states that the day it is planned for is no longer known.
        closed: Whether its status is `closed`.
    """

    start: Date | None = None
    end: Date | None = None
    awaited: Date | None = None
    seen: Date | None = None
    slipped: bool = False
    closed: bool = False


_NOTHING_SAID = Times()


def _value(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Value:
    claim = choose(statements, entity_id, attribute, at)
    return None if claim is None else claim.value


def start_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the start of an entity, stated or brought about by a change event; `None` where it is not known."""
    if "start_date" in statements.entity(entity_id).values:
        own = _value(statements, entity_id, "start_date", None)
        if isinstance(own, Date):
            return own
    return _change_date(statements, entity_id, "results")


def end_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the last day of an entity, stated or the day before the change event that ended it; `None` if not known."""
    if "end_date" in statements.entity(entity_id).values:
        own = _value(statements, entity_id, "end_date", None)
        if isinstance(own, Date):
            return own
    day = _change_date(statements, entity_id, "originals")
    return None if day is None else day.day_before()


def _change_date(statements: Statements, entity_id: str, role: str, *, foretold: bool = False) -> Date | None:
    """Return the day of the earliest change event that has a relation of a kind to an entity.

    A change that is only foretold ends and begins nothing: its day is returned where that is asked for, and no other.
    """
    events = (each.subject for each in statements.incoming(entity_id, role))
    days = ((each, choose(statements, each, "date", None)) for each in events if each in statements)
    found = (day for event, day in days if day and is_only_foretold(statements, event, day) is foretold)
    return earliest(each.value for each in found if isinstance(each.value, Date))


def times_of(statements: Statements, entity_id: str, at: Date | None) -> Times:
    """Return the start, end and planned day of an entity, by the claims that hold at a date."""
    values = statements.entity(entity_id).values
    if _TIME_ATTRIBUTES.isdisjoint(values) and not is_changed(statements, entity_id):
        return _NOTHING_SAID
    start, end = start_of(statements, entity_id), end_of(statements, entity_id)
    plan = choose(statements, entity_id, "expected_date", at) if "expected_date" in values else None
    held = choose(statements, entity_id, "date", at) if "date" in values else None
    if held is not None and isinstance(held.value, Date):  # only an event has `date`
        if is_foretold(statements, held):
            plan = held
        else:
            start = start or held.value
    awaited, seen = None, None
    slipped = start is None and _is_slipped(statements, entity_id, plan, held)
    coming = None if start is not None else _change_date(statements, entity_id, "results", foretold=True)
    if coming is not None and (plan is None or not isinstance(plan.value, Date)):
        awaited = coming
    elif start is None and plan is not None and isinstance(plan.value, Date):
        awaited = plan.value
        mentioned = evidence_span(statements, entity_id).since(awaited, statements.dates_of(plan.evidence))
        seen = earliest(each for each in (mentioned, _active_since(statements, entity_id, awaited)) if each)
    closed = _value(statements, entity_id, "status", at) == "closed"
    return Times(start, end, awaited, seen, slipped, closed)


def _active_since(statements: Statements, entity_id: str, awaited: Date) -> Date | None:
    """Return the first day from a planned day on of which a source says that an entity is active; `None` without one.

    Of a source without a date that is the planned day: that the plan came about is all it says.
    """
    days = [
        day
        for claim in statements.entity(entity_id).claims("status")
        if claim.value == _ACTIVE
        for day in statements.dates_of(claim.evidence) or (awaited,)
    ]
    return earliest(each for each in days if each.first >= awaited.first)


def _is_slipped(statements: Statements, entity_id: str, plan: Claim | None, held: Claim | None) -> bool:
    """Whether a plan, or an event that was foretold, has a day of which a source now states that it is unknown."""
    if plan is not None and plan.value == UNKNOWN:
        return True
    dates = statements.entity(entity_id).claims("date")
    return held is not None and held.value == UNKNOWN and any(is_foretold(statements, each) for each in dates)


def is_changed(statements: Statements, entity_id: str) -> bool:
    """Return whether a change event began or ended an entity."""
    return not CHANGING.isdisjoint([each.kind for each in statements.incoming(entity_id)])


def standing_of(statements: Statements, entity_id: str, at: Date | None) -> Standing:
    """Return the standing of an entity at a date; without a date, in its last known state."""
    times, span = times_of(statements, entity_id, at), evidence_span(statements, entity_id)
    if at is None:
        if times.end is not None or times.closed:
            return Standing(ENDED, times.end)
        if times.awaited is not None and times.seen is None:
            return Standing(PLANNED, times.awaited)
        return Standing(PLANNED) if times.slipped else Standing(DOCUMENTED, span.last)
    day = at.last
    first, last = days_in_trees(statements, entity_id, at)
    if day.toordinal() < first:
        return _standing_before(times, span, day)
    if day.toordinal() > last:
        return Standing(ENDED, times.end)
    if times.awaited is not None and (times.seen is None or times.seen.first > day):
        return Standing(PLANNED, times.awaited, times.seen)
    if times.slipped:
        return Standing(PLANNED)
    if times.end is not None and not times.end.certain and day > times.end.first:
        return Standing(UNKNOWN_WHETHER, times.end)
    if span.last is not None and day > span.last.last:
        return Standing(LAST_DOCUMENTED, span.last)
    return Standing(DOCUMENTED, span.last)


def _standing_before(times: Times, span: Span, day: date) -> Standing:
    """Return the standing of an entity on a day before its first day in the trees."""
    if times.start is not None:
        return Standing(NOT_YET, times.start)
    if times.awaited is not None and (span.first is None or day >= span.first.first):
        return Standing(NOT_YET_DUE, times.awaited)
    return Standing(NOT_YET_DOCUMENTED, span.first)


def shown(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether an entity is in the trees at a date; in the last known state, whether it has not ended."""
    if at is not None:
        first, last = days_in_trees(statements, entity_id, at)
        return first <= at.last.toordinal() <= last
    if ENDINGS.isdisjoint(statements.entity(entity_id).values) and not is_changed(statements, entity_id):
        return True
    return end_of(statements, entity_id) is None and _value(statements, entity_id, "status", at) != "closed"


def all_shown(statements: Statements, at: Date | None) -> list[str]:
    """Return the ids of all entities in the trees at a date, as `shown` would answer for each."""
    if at is None:
        return [each for each in statements if shown(statements, each, at)]
    day, found = at.last.toordinal(), []
    for each in statements:
        first, last = days_in_trees(statements, each, at)
        if first <= day <= last:
            found.append(each)
    return found


def days_in_trees(statements: Statements, entity_id: str, at: Date | None) -> tuple[int, int]:
    """Return the first and the last day of an entity in the trees, as ordinals; it is there on all days between.

    The first is its start, the day it is planned for, or else its first documented day. The last is its end; a
    planned entity stays at least until the day before a document confirms that it began.
    """
    kept = statements.once_for_all(_days_by_entity)
    known = kept.get(entity_id)
    if known is None:
        times = times_of(statements, entity_id, at)
        known = (_first_day(statements, entity_id, times), _last_day(times))
        values = statements.entity(entity_id).values
        if not any(isinstance(values.get(each), tuple) for each in _MAY_CHANGE):
            kept[entity_id] = known
    return known


def _days_by_entity(_: Statements) -> dict[str, tuple[int, int]]:
    """Return an empty memo of `days_in_trees` by entity, filled as entities are asked for."""
    return {}


def _first_day(statements: Statements, entity_id: str, times: Times) -> int:
    """Return the first day of an entity in the trees, as an ordinal."""
    begins = times.start or times.awaited
    if begins is not None:
        return begins.first.toordinal()
    documented = first_documented(statements, entity_id)
    return _NEVER if documented is None else documented.first.toordinal()


def _last_day(times: Times) -> int:
    """Return the last day of an entity in the trees, as an ordinal."""
    last = _NEVER if times.closed else _ALWAYS
    if times.end is not None:
        last = times.end.last.toordinal()
    if times.awaited is None:
        return last
    return max(last, _ALWAYS if times.seen is None else times.seen.first.toordinal() - 1)
