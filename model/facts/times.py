"""The start, the end and the planned day of an entity, by what the documents state and what a change event brings about.

A start that is later than every document that states it is a plan, until another document from that day on mentions
the entity, or says that it is active. A day on which documents disagree without a decision is one of the days that they give.
"""

from typing import NamedTuple

from ..format import OPEN, RELATIONS, UNKNOWN
from ..format.dates import Date, earliest
from ..format.records import Claim, Value
from .claims import choose, is_foretold
from .evidence import evidence_span, is_only_foretold
from .statements import Statements

CHANGING = frozenset(name for name, kind in RELATIONS.items() if kind.changes)
"""The relations from a change event to the entities that it ended and began."""

_ACTIVE = "active"
"""The status of what is there: it says of a plan that it came about."""

_CLOSED = "closed"
COMING = frozenset(("planned", "proposed"))
"""The statuses of what is only to come."""

ENDINGS = frozenset(("end_date", "status"))
"""The attributes that may say that an entity has ended."""

_TIME_ATTRIBUTES = frozenset(("start_date", "end_date", "date", "expected_date", "status"))


class Times(NamedTuple):
    """The start, end and planned day of an entity.

    Attributes:
        start: Its start; for an event its day.
        end: Its last day.
        awaited: The day for which it is planned, where no start is known.
        seen: The first day from then on on which another document than the plan mentions it.
        slipped: Whether a source states that the day it is planned for is no longer known.
        closed: Whether its status is `closed`.
        gone_by: The day of the first document that says that it ended on an unknown day; `None` where none does, or one gives a day.
        dropped: Whether it was only planned or proposed when it was closed: no document shows that it began.
    """

    start: Date | None = None
    end: Date | None = None
    awaited: Date | None = None
    seen: Date | None = None
    slipped: bool = False
    closed: bool = False
    dropped: bool = False
    gone_by: Date | None = None


_NOTHING_SAID = Times()


def claim_of(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Claim | None:
    """Return the claim of an attribute that holds at a date; `None` for none. That something is planned holds until it began."""
    found = choose(statements, entity_id, attribute, at)
    if attribute == "status" and found is not None and found.value in COMING:
        return None if _has_begun_since(statements, entity_id, found, at) else found
    return found


def value_of(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Value:
    """Return the value of an attribute that holds at a date; `None` where none is recorded."""
    claim = claim_of(statements, entity_id, attribute, at)
    return None if claim is None else claim.value


def start_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the start of an entity, stated or brought about by a change event; `None` where it is not known or only foretold."""
    begins = _given(statements, entity_id, "start_date", None)
    if begins is None:
        return _change_date(statements, entity_id, "results")
    return None if begins.foretold and _seen(statements, entity_id, begins) is None else begins.day


def _has_begun_since(statements: Statements, entity_id: str, plan: Claim, at: Date | None) -> bool:
    """Return whether an entity has begun by a date, as a later document than a claim that it is planned says."""
    begins = start_of(statements, entity_id)
    if begins is None or (at is not None and at.last < begins.first):
        return False
    told = days_told(statements, entity_id, "start_date") or tuple(
        day
        for each in statements.incoming(entity_id, "results")
        if each.subject in statements
        for day in days_told(statements, each.subject, "date")
    )
    planned = statements.dates_of(plan.evidence)
    return bool(told and planned) and max(each.first for each in told) > max(each.last for each in planned)


def end_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the last day of an entity, stated or the day before the change event that ended it; `None` if not known."""
    ends = _given(statements, entity_id, "end_date", None)
    if ends is not None:
        return ends.day
    day = _change_date(statements, entity_id, "originals")
    return None if day is None else day.day_before()


def recorded_day(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Value:
    """Return a start, an end or an expected day as it is to be told: a date, or the word that stands in its place; `None` for neither.

    A start that is only foretold is the day expected, and no start.
    """
    own = value_of(statements, entity_id, attribute, at)
    if attribute == "end_date":
        return end_of(statements, entity_id) or own
    start = start_of(statements, entity_id)
    if attribute == "start_date":
        return start or (None if isinstance(own, Date) else own)
    foretold = _given(statements, entity_id, "start_date", None) if start is None else None
    if foretold is not None:
        return foretold.day
    from .disputes import disputed_day  # noqa: PLC0415 - as below

    disputed = disputed_day(statements, entity_id, attribute)
    return own if disputed is None else disputed.day


class _Given(NamedTuple):
    """A day that documents give for an entity.

    Attributes:
        day: The day; where they disagree without a decision, one of the days that they give.
        told: The days of the documents that give it, or gave another in its place: none of them shows that a plan came about.
        foretold: Whether it is later than all that give it.
    """

    day: Date
    told: tuple[Date, ...]
    foretold: bool


def _given(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> _Given | None:
    """Return the day that documents give for an attribute at a date; `None` where none gives one."""
    if attribute not in statements.entity(entity_id).values:
        return None
    claim = choose(statements, entity_id, attribute, at)
    if claim is None or not isinstance(claim.value, Date):
        return None
    from .disputes import disputed_day, is_unconfirmed  # noqa: PLC0415 - a print of rows that are kept asks for no day

    disputed = disputed_day(statements, entity_id, attribute)
    told = days_told(statements, entity_id, attribute)
    if disputed is None:
        return _Given(claim.value, told, is_foretold(statements, claim))
    told += tuple(day for side in disputed.sides for day in statements.dates_of(side.evidence))
    return _Given(disputed.day, told, is_unconfirmed(statements, disputed))


def days_told(statements: Statements, entity_id: str, attribute: str) -> tuple[Date, ...]:
    """Return the days of all documents that give a day for an attribute of an entity, whichever of them holds."""
    claims = statements.entity(entity_id).claims(attribute)
    return tuple(day for each in claims for day in statements.dates_of(each.evidence))


def _seen(statements: Statements, entity_id: str, plan: _Given) -> Date | None:
    """Return the first day from a planned day on on which another document shows that the plan came about; `None` without one."""
    mentioned = evidence_span(statements, entity_id).since(plan.day, plan.told)
    return earliest(each for each in (mentioned, _active_since(statements, entity_id, plan.day)) if each)


def _change_date(statements: Statements, entity_id: str, role: str, *, foretold: bool = False) -> Date | None:
    """Return the day of the earliest change event that has a relation of a kind to an entity.

    A change that is only foretold ends and begins nothing: its day is returned where that is asked for, and no other.
    """
    events = (each.subject for each in statements.incoming(entity_id, role) if each.subject in statements)
    days = ((each, choose(statements, each, "date", None)) for each in events)
    found = (event for event, day in days if day and is_only_foretold(statements, event, day) is foretold)
    given = (_given(statements, each, "date", None) for each in found)
    return earliest(each.day for each in given if each is not None)


def times_of(statements: Statements, entity_id: str, at: Date | None) -> Times:
    """Return the start, end and planned day of an entity, by the claims that hold at a date."""
    values = statements.entity(entity_id).values
    if _TIME_ATTRIBUTES.isdisjoint(values) and not is_changed(statements, entity_id):
        return _NOTHING_SAID
    start, end = start_of(statements, entity_id), end_of(statements, entity_id)
    plan = _given(statements, entity_id, "expected_date", at)
    held = _given(statements, entity_id, "date", at)  # only an event has one
    begins = _given(statements, entity_id, "start_date", at)
    if held is not None and not held.foretold:
        start = start or held.day
    elif start is None:
        plan = held or begins or plan
    awaited, seen = None, None
    slipped = start is None and _is_slipped(statements, entity_id, at)
    coming = None if start is not None else _change_date(statements, entity_id, "results", foretold=True)
    if coming is not None and plan is None:
        awaited = coming
    elif start is None and plan is not None:
        awaited, seen = plan.day, _seen(statements, entity_id, plan)
    closed = value_of(statements, entity_id, "status", at) == _CLOSED
    dropped = closed and start is None and _is_dropped(statements, entity_id, plan)
    gone_by = None if end is not None else ended_by(statements, entity_id)
    return Times(start, end, awaited, seen, slipped, closed, dropped, gone_by)


def ended_by(statements: Statements, entity_id: str) -> Date | None:
    """Return the day of the first document that says that an entity ended on an unknown day; `None` where none does, or one gives a day.

    Of what is only planned it says that it is not known when it is to end.
    """
    entity = statements.entity(entity_id)
    claims = entity.claims("end_date")
    if not claims or any(isinstance(each.value, Date) for each in claims):
        return None
    begins = (claim for each in ("expected_date", "start_date", "status") for claim in entity.claims(each))
    planned = any(isinstance(each.value, Date) or each.value in COMING for each in begins)
    if planned and start_of(statements, entity_id) is None:
        return None
    stated = (each.evidence for each in claims if each.value == UNKNOWN)
    return earliest(day for each in stated for day in statements.dates_of(each))


def _is_dropped(statements: Statements, entity_id: str, plan: _Given | None) -> bool:
    """Whether no document shows of what is closed that it was ever more than planned: none but that which closed it tells of it from the planned day on."""
    claims = statements.entity(entity_id).claims("status")
    said = {str(each.value) for each in claims if each.value not in OPEN}
    if said - COMING - {_CLOSED} or (plan is None and not said & COMING):
        return False
    closing = tuple(
        day for each in claims if each.value == _CLOSED for day in statements.dates_of(each.evidence)
    )
    return plan is None or _seen(statements, entity_id, plan._replace(told=plan.told + closing)) is None


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


def _is_slipped(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Whether a plan, or an event or a start that was foretold, has a day of which a source now states that it is unknown."""
    values = statements.entity(entity_id).values
    if "expected_date" in values and value_of(statements, entity_id, "expected_date", at) == UNKNOWN:
        return True
    return any(
        value_of(statements, entity_id, each, at) == UNKNOWN
        and any(is_foretold(statements, one) for one in statements.entity(entity_id).claims(each))
        for each in ("date", "start_date")
        if each in values
    )


def is_changed(statements: Statements, entity_id: str) -> bool:
    """Return whether a change event began or ended an entity."""
    return statements.is_object_of(entity_id, CHANGING)
