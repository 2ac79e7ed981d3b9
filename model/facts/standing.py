"""The standing of an entity at a date: documented, planned, last documented, ended, not yet.

Evidence is not existence: an entity starts or ends only where a source states it or a change event brings it
about. The days between which an entity is in the trees are nearly always the same at every date of the model.
They are computed once, so that another date costs only a comparison.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..format.dates import Date
from .columns import all_that_may_say_ended, may_say_ended, may_say_when
from .ends import is_over
from .evidence import Span, evidence_span, first_documented
from .statements import Statements
from .stored import stored_arrays
from .times import Times, end_of, ended_by, times_of, value_of

DOCUMENTED = "documented"
LAST_DOCUMENTED = "last documented"
PLANNED = "planned"
UNKNOWN_WHETHER = "unknown whether"
MAY_HAVE_BEGUN = "unknown whether begun"
NOT_YET = "not yet"
NOT_YET_DUE = "not yet due"
NOT_YET_DOCUMENTED = "not yet documented"
ENDED = "ended"
NEVER_BEGAN = "closed without having begun"

_SHOWN = frozenset((DOCUMENTED, LAST_DOCUMENTED, PLANNED, UNKNOWN_WHETHER, MAY_HAVE_BEGUN))
_NEVER, _ALWAYS = 0, date.max.toordinal()
_MAY_CHANGE = ("expected_date", "status")
"""The attributes that decide the days in the trees and that may have another value at another date."""
_MAY_BE_LOST = ("date", "start_date")
"""The attributes whose day a later document may state to be unknown."""


class Standing(NamedTuple):
    """The standing of an entity at a date.

    Attributes:
        state: One of this module's constants, such as `PLANNED`.
        date: The date that belongs to the state: of the last evidence, the plan, the start or the end.
        later: For a plan, the first later day on which a document shows that it happened.
        day_unknown: Whether a document states that the entity ended on an unknown day.
        dropped: Whether the entity was closed while it was only planned or proposed.
    """

    state: str
    date: Date | None = None
    later: Date | None = None
    dropped: bool = False
    day_unknown: bool = False

    @property
    def shown(self) -> bool:
        """Whether an entity with this standing is in the trees."""
        return self.state in _SHOWN

    def short_words(self) -> str:
        """Return the state in as few words as a row has room for, such as `planned: due 2022`."""
        when = self.date.words() if isinstance(self.date, Date) else ""
        if self.dropped:
            return NEVER_BEGAN
        if self.state == PLANNED:
            return f"planned: due {when}" if when else "planned: day unknown"
        if self.state == UNKNOWN_WHETHER:
            said = "unknown whether ended"
            return f"{said}: {when}" if self.date is not None and self.date.sides else said
        if self.state == MAY_HAVE_BEGUN:
            return f"{MAY_HAVE_BEGUN}: {when}"
        if self.state in {LAST_DOCUMENTED, ENDED} and when:
            return f"{self.state} {when}"
        return self.words()

    def words(self) -> str:
        """Return the standing in words: `planned: due 1 Apr 2022, ...`, `ended Jul 2021`."""
        when = self.date.words() if self.date is not None else ""
        if self.state == PLANNED:
            seen = f"first documented {self.later.words()}" if self.later else "no document says it happened"
            return f"planned: {f'due {when}' if when else 'for a day that is stated to be unknown'}, {seen}"
        if self.state == UNKNOWN_WHETHER and self.date is not None:
            return f"unknown whether it had ended: it ended {self.date.on()}"
        if self.state == MAY_HAVE_BEGUN:
            return f"unknown whether it had begun: it began {when}"
        if self.state == NOT_YET:
            return f"not yet: begins {when}"
        if self.state == NOT_YET_DUE:
            return f"not yet: {self.date.after('planned for') if self.date is not None else 'planned'}"
        if self.state == NOT_YET_DOCUMENTED:
            return f"not yet documented: first documented {when}" if when else "not yet documented"
        if self.dropped:
            return f"{NEVER_BEGAN}, as far as documents say"
        if self.state == ENDED:
            return f"ended {when}" if when else f"ended{', day unknown' if self.day_unknown else ''}"
        if self.state == LAST_DOCUMENTED:
            return f"last documented {when}"
        return f"documented {when}" if when else "no date is documented"


def standing_of(statements: Statements, entity_id: str, at: Date | None) -> Standing:
    """Return the standing of an entity at a date; without a date, in its last known state."""
    times, span = times_of(statements, entity_id, at), evidence_span(statements, entity_id)
    if at is None:
        return _last_known(statements, times, span)
    day = at.last
    first, last = days_in_trees(statements, entity_id, at)
    if day.toordinal() < first:
        return _standing_before(times, span, day)
    if day.toordinal() > last:
        return _over(times)
    if times.awaited is not None and (times.seen is None or times.seen.first > day):
        return Standing(PLANNED, times.awaited, times.seen)
    if times.slipped:
        return Standing(PLANNED)
    doubt = _in_doubt_at(times, day)
    if doubt is not None:
        return doubt
    if span.last is not None and day > span.last.last:
        return Standing(LAST_DOCUMENTED, span.last)
    return Standing(DOCUMENTED, span.last)


def _over(times: Times) -> Standing:
    return Standing(ENDED, times.end, dropped=times.dropped, day_unknown=times.gone_by is not None)


def _last_known(statements: Statements, times: Times, span: Span) -> Standing:
    """Return the standing of an entity in its last known state."""
    if is_over(statements, times.end, None) or times.closed or times.gone_by is not None:
        return _over(times)
    if times.awaited is not None and times.seen is None:
        return Standing(PLANNED, times.awaited)
    if times.slipped:
        return Standing(PLANNED)
    return _in_doubt(statements, times) or Standing(DOCUMENTED, span.last)


def _in_doubt(statements: Statements, times: Times) -> Standing | None:
    """Return the standing of an entity that has begun or ended by one document, but not by another.

    `None` for any other entity. It applies to the last known state.
    """
    if times.start is not None and times.start.sides and not is_over(statements, times.start, None):
        return Standing(MAY_HAVE_BEGUN, times.start)
    if times.end is not None and times.end.sides and is_over(statements, times.end.sides[0], None):
        return Standing(UNKNOWN_WHETHER, times.end)
    return None


def _in_doubt_at(times: Times, day: date) -> Standing | None:
    """Return the standing of an entity that may have begun, or may have ended, by a day; `None` for any other."""
    if times.start is not None and times.start.sides and day < times.start.last:
        return Standing(MAY_HAVE_BEGUN, times.start)
    if times.end is not None and not times.end.certain and day > times.end.first:
        return Standing(UNKNOWN_WHETHER, times.end)
    return None


def _standing_before(times: Times, span: Span, day: date) -> Standing:
    """Return the standing of an entity on a day before its first day in the trees."""
    if times.start is not None:
        return Standing(NOT_YET, times.start)
    if times.awaited is not None and (span.first is None or day >= span.first.first):
        over = times.dropped or (times.end is not None and day > times.end.last)
        return _over(times) if over else Standing(NOT_YET_DUE, times.awaited)
    return Standing(NOT_YET_DOCUMENTED, span.first)


def shown(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether an entity is in the trees at a date; in the last known state, whether it has not ended."""
    if at is not None:
        first, last = days_in_trees(statements, entity_id, at)
        return first <= at.last.toordinal() <= last
    if not may_say_ended(statements, entity_id):
        return True
    return (
        not is_over(statements, end_of(statements, entity_id), None)
        and value_of(statements, entity_id, "status", at) != "closed"
        and ended_by(statements, entity_id) is None
    )


def all_shown(statements: Statements, at: Date | None) -> list[str]:
    """Return the ids of all entities in the trees at a date, those for which `shown` is true."""
    if at is None:
        doubtful = all_that_may_say_ended(statements)
        return [each for each in statements if each not in doubtful or shown(statements, each, at)]
    day = at.last.toordinal()
    store = stored_arrays(statements)
    if store is not None:
        found: list[str] = store.shown(day, lambda each: shown(statements, each, at))
        return found
    return [each for each in statements if shown(statements, each, at)]


def has_days_kept(statements: Statements) -> bool:
    """Return whether the days between which all entities are in the trees are kept."""
    store = stored_arrays(statements)
    return store is not None and bool(store.has_days())


def shown_among(statements: Statements, ids: Sequence[str], at: Date | None) -> list[str]:
    """Return those of some entities that are in the trees at a date, in one pass where the days of all are kept."""
    store = stored_arrays(statements)
    if at is None or not has_days_kept(statements):
        return [each for each in ids if each in statements and shown(statements, each, at)]
    found: list[str] = store.shown_among(ids, at.last.toordinal(), lambda each: shown(statements, each, at))
    return found


def days_in_trees(statements: Statements, entity_id: str, at: Date | None) -> tuple[int, int]:
    """Return the first and the last day of an entity in the trees, as ordinals; it is in them on all days between.

    The first day is its start, the day it is planned for, or its first documented day; an entity that had
    ended by then is in the trees at every date up to its end. The last day is its end; a planned entity stays
    at least until the day before a document confirms that it began.
    """
    kept = statements.once_for_all(_days_by_entity)
    known = kept.get(entity_id)
    if known is None:
        store = stored_arrays(statements)
        known = None if store is None else store.days_in_trees(entity_id)
        if known is None:
            known, at_every_date = find_days_in_trees(statements, entity_id, at)
            if not at_every_date:
                return known
        kept[entity_id] = known
    return known


def find_days_in_trees(
    statements: Statements, entity_id: str, at: Date | None
) -> tuple[tuple[int, int], bool]:
    """Return `days_in_trees` from the statements, and whether the days are the same at every date."""
    if not may_say_when(statements, entity_id):  # true of nearly all: nothing but documents gives a day
        return (_first_day(statements, entity_id, Times()), _ALWAYS), True
    times = times_of(statements, entity_id, at)
    days = (_first_day(statements, entity_id, times), _last_day(times))
    values = statements.entity(entity_id).values
    lost = (values.get(each) for each in _MAY_BE_LOST)
    return days, not any(isinstance(values.get(each), tuple) for each in _MAY_CHANGE) and not any(
        isinstance(each, tuple) and len(each) > 1 for each in lost
    )


def _days_by_entity(_: Statements) -> dict[str, tuple[int, int]]:
    """Return an empty memo of `days_in_trees` by entity, which that function fills."""
    return {}


def _first_day(statements: Statements, entity_id: str, times: Times) -> int:
    """Return the first day of an entity in the trees, as an ordinal."""
    begins = times.start or times.awaited
    if begins is not None:
        return begins.first.toordinal()
    documented = first_documented(statements, entity_id)
    if documented is None or (times.end is not None and times.end.last < documented.first):
        return _NEVER
    return documented.first.toordinal()


def _last_day(times: Times) -> int:
    """Return the last day of an entity in the trees, as an ordinal."""
    last = _NEVER if times.closed else _ALWAYS
    if times.end is not None:
        last = times.end.last.toordinal()
    elif times.gone_by is not None:
        last = min(last, times.gone_by.first.toordinal() - 1)
    if times.awaited is None or times.seen is None or times.dropped:
        return last
    return max(last, times.seen.first.toordinal() - 1)
