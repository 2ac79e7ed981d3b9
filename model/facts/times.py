"""The start, the end and the planned day of an entity, by what the documents state and what a change event brings about.

A start that is later than all that tells of it is a plan, until a document from that day on mentions the entity.
"""

from typing import NamedTuple

from ..format import RELATIONS, UNKNOWN
from ..format.dates import Date, earliest
from ..format.records import Claim, Value
from .claims import choose, is_foretold
from .evidence import evidence_span, is_only_foretold
from .statements import Statements

CHANGING = frozenset(name for name, kind in RELATIONS.items() if kind.changes)
"""The relations from a change event to the entities that it ended and began."""

_ACTIVE = "active"
"""The status of what is there: it says of a plan that it came about."""

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
    """

    start: Date | None = None
    end: Date | None = None
    awaited: Date | None = None
    seen: Date | None = None
    slipped: bool = False
    closed: bool = False


_NOTHING_SAID = Times()


def value_of(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Value:
    """Return the value of an attribute that holds at a date; `None` where none is recorded."""
    claim = choose(statements, entity_id, attribute, at)
    return None if claim is None else claim.value


def start_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the start of an entity, stated or brought about by a change event; `None` where it is not known."""
    if "start_date" in statements.entity(entity_id).values:
        own = value_of(statements, entity_id, "start_date", None)
        if isinstance(own, Date):
            return own
    return _change_date(statements, entity_id, "results")


def end_of(statements: Statements, entity_id: str) -> Date | None:
    """Return the last day of an entity, stated or the day before the change event that ended it; `None` if not known."""
    if "end_date" in statements.entity(entity_id).values:
        own = value_of(statements, entity_id, "end_date", None)
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
    closed = value_of(statements, entity_id, "status", at) == "closed"
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
