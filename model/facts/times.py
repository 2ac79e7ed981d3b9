"""The start, the end and the planned day of an entity, from what documents state and what change events bring about.

A start that is later than every document that states it is a plan, until another document from that day on
mentions the entity or says that it is active. Where documents disagree about a day without a decision, the
day holds all the days that they give.
"""

from typing import NamedTuple

from ..format import OPEN, UNKNOWN
from ..format.dates import Date, earliest
from ..format.records import Claim, Value
from .claims import choose, document_days, is_foretold
from .columns import CHANGING, may_say_ended, may_say_when
from .evidence import evidence_span, is_only_foretold
from .statements import Statements

_ACTIVE = "active"
"""The status of an entity that exists; for a plan it says that it came about."""

_CLOSED = "closed"
COMING = frozenset(("planned", "proposed"))
"""The statuses of an entity that is still to come."""


class Times(NamedTuple):
    """The start, end and planned day of an entity.

    Attributes:
        start: Its start; for an event its day.
        end: Its last day.
        awaited: The day for which it is planned, where no start is known.
        seen: The first day, from the planned day on, on which a document other than the plan mentions it.
        slipped: Whether a source states that the planned day is no longer known.
        closed: Whether its status is `closed`.
        gone_by: The day of the first document that says that it ended on an unknown day; `None` where none
            says so, or one gives a day.
        dropped: Whether it was closed while only planned or proposed: no document shows that it began.
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
    """Return the claim of an attribute that holds at a date; `None` for none.

    A claim that the entity is planned holds until the entity began.
    """
    found = choose(statements, entity_id, attribute, at)
    if attribute == "status" and found is not None and found.value in COMING:
        return None if _has_begun_since(statements, entity_id, found, at) else found
    return found


def value_of(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Value:
    """Return the value of an attribute that holds at a date; `None` where none is recorded."""
    entity = statements.find(entity_id)
    value = None if entity is None else entity.values.get(attribute)
    if value is None or (not isinstance(value, tuple) and attribute != "status"):
        return value  # a shortcut: a plain value has no period of its own
    claim = claim_of(statements, entity_id, attribute, at)
    return None if claim is None else claim.value


def start_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the start of an entity, stated or made by a change event; `None` if not known or only foretold."""
    if not may_say_when(statements, entity_id):
        return None
    begins = _given(statements, entity_id, "start_date", None)
    if begins is None:
        return _change_date(statements, entity_id, "results")
    return None if begins.foretold and _seen(statements, entity_id, begins) is None else begins.day


def _has_begun_since(statements: Statements, entity_id: str, plan: Claim, at: Date | None) -> bool:
    """Return whether an entity has begun by a date, according to a later document than the claim that it is planned."""
    begins = start_of(statements, entity_id)
    if begins is None or (at is not None and at.last < begins.first):
        return False
    later = document_days(statements, entity_id, "start_date") or tuple(
        day
        for each in statements.incoming(entity_id, "results")
        if each.subject in statements
        for day in document_days(statements, each.subject, "date")
    )
    planned = statements.dates_of(plan.evidence)
    return bool(later and planned) and max(each.first for each in later) > max(each.last for each in planned)


def end_of(statements: Statements, entity_id: str) -> Date | None:
    """Return an entity's last day, stated or before the change that ended it; `None` if unknown or only planned."""
    if not may_say_ended(statements, entity_id):
        return None
    ends = _given(statements, entity_id, "end_date", None)
    if ends is not None and not _is_planned_end(statements, entity_id, ends):
        return ends.day
    day = _change_date(statements, entity_id, "originals")
    return None if day is None else day.day_before()


def recorded_day(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Value:
    """Return a start, an end or an expected day as it is shown: a date, a word such as `unknown`, or `None`.

    A start that is only foretold is shown as the expected day, not as the start.
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
        day: The day; where documents disagree without a decision, it holds all the days that they give.
        documents: The days of the documents that give this day or another; none shows that a plan came about.
        foretold: Whether the day is later than all documents that give it.
    """

    day: Date
    documents: tuple[Date, ...]
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
    documents = document_days(statements, entity_id, attribute)
    if disputed is None:
        return _Given(claim.value, documents, is_foretold(statements, claim))
    documents += tuple(day for side in disputed.sides for day in statements.dates_of(side.evidence))
    return _Given(disputed.day, documents, is_unconfirmed(statements, disputed))


def planned_end_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the planned last day of an entity that no document shows to have begun; `None` for any other."""
    ends = _given(statements, entity_id, "end_date", None)
    return ends.day if ends is not None and _is_planned_end(statements, entity_id, ends) else None


def _is_planned_end(statements: Statements, entity_id: str, ends: _Given) -> bool:
    """Whether an end is part of a plan: no document shows that the entity began, so it cannot have ended."""
    return ends.foretold and is_only_planned(statements, entity_id)


def is_only_planned(statements: Statements, entity_id: str) -> bool:
    """Return whether an entity is planned or proposed, and no document shows that it began."""
    if _begun(statements, entity_id, None) is not None:
        return False
    plan = _plan(statements, entity_id, None)
    if plan is not None:
        return _seen(statements, entity_id, plan) is None
    if _change_date(statements, entity_id, "results", foretold=True) is not None:
        return True
    return (
        _is_slipped(statements, entity_id, None) or value_of(statements, entity_id, "status", None) in COMING
    )


def _begun(statements: Statements, entity_id: str, at: Date | None) -> Date | None:
    """Return the start of an entity, or the day of an event; `None` if it is unknown or only planned."""
    held = _given(statements, entity_id, "date", at)  # only an event has one
    return start_of(statements, entity_id) or (held.day if held is not None and not held.foretold else None)


def _plan(statements: Statements, entity_id: str, at: Date | None) -> _Given | None:
    """Return the day for which an entity without known start is planned: of an event, a start, or expected."""
    given = (_given(statements, entity_id, each, at) for each in ("date", "start_date", "expected_date"))
    return next((each for each in given if each is not None), None)


def _seen(statements: Statements, entity_id: str, plan: _Given) -> Date | None:
    """Return the first day, from the planned one on, on which another document shows it came about; else `None`."""
    mentioned = evidence_span(statements, entity_id).since(plan.day, plan.documents)
    return earliest(each for each in (mentioned, _active_since(statements, entity_id, plan.day)) if each)


def _change_date(statements: Statements, entity_id: str, role: str, *, foretold: bool = False) -> Date | None:
    """Return the day of the earliest change event that has a relation of a kind to an entity.

    A foretold change neither ends nor begins anything, so foretold ones and others are never mixed:
    `foretold` chooses.
    """
    events = (each.subject for each in statements.incoming(entity_id, role) if each.subject in statements)
    days = ((each, choose(statements, each, "date", None)) for each in events)
    found = (event for event, day in days if day and is_only_foretold(statements, event, day) is foretold)
    given = (_given(statements, each, "date", None) for each in found)
    return earliest(each.day for each in given if each is not None)


def times_of(statements: Statements, entity_id: str, at: Date | None) -> Times:
    """Return the start, end and planned day of an entity, by the claims that hold at a date."""
    if not may_say_when(statements, entity_id):
        return _NOTHING_SAID
    start, end = _begun(statements, entity_id, at), end_of(statements, entity_id)
    plan = None if start is not None else _plan(statements, entity_id, at)
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
    """Return the day of the first document that says that an entity ended on an unknown day; else `None`.

    `None` also where a document gives the day. For an entity that is only planned, an unknown end means one
    to come.
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
    """Whether a closed entity was never more than planned, as far as documents show.

    No document from the planned day on mentions it, apart from those that say that it was closed.
    """
    claims = statements.entity(entity_id).claims("status")
    said = {str(each.value) for each in claims if each.value not in OPEN}
    if said - COMING - {_CLOSED} or (plan is None and not said & COMING):
        return False
    if plan is None:
        return True
    closing = [day for each in claims if each.value == _CLOSED for day in statements.dates_of(each.evidence)]
    return _seen(statements, entity_id, plan._replace(documents=(*plan.documents, *closing))) is None


def _active_since(statements: Statements, entity_id: str, awaited: Date) -> Date | None:
    """Return the first day, from a planned day on, on which a source says that an entity is active; else `None`.

    A source without a date counts as of the planned day, since it says no more than that the plan came about.
    """
    days = [
        day
        for claim in statements.entity(entity_id).claims("status")
        if claim.value == _ACTIVE
        for day in statements.dates_of(claim.evidence) or (awaited,)
    ]
    return earliest(each for each in days if each.first >= awaited.first)


def _is_slipped(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Whether a source now states that the day of a plan, or of a foretold event or start, is unknown."""
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
    return statements.is_end_of(entity_id, CHANGING, "in")
