"""The reports on an entity: the last one by a date, and whether it says that the work is stood down."""

from ..format.attributes import STOOD_DOWN
from ..format.dates import Date
from ..format.records import Claim
from .statements import Statements


def last_report(statements: Statements, entity_id: str, at: Date | None) -> tuple[Claim, Date] | None:
    """Return the last report on an entity by a date, with its day; `None` without any."""
    found = [
        (day.last, number, claim, day)
        for number, claim in enumerate(statements.entity(entity_id).claims("reports"))
        for day in statements.dates_of(claim.evidence)
        if at is None or day.last <= at.last
    ]
    if not found:
        return None
    _, _, claim, day = max(found, key=lambda each: each[:2])
    return claim, day


def stood_down(statements: Statements, entity_id: str, at: Date | None) -> Date | None:
    """Return the day of the last report on an entity if it says that the work is stood down; else `None`."""
    found = last_report(statements, entity_id, at)
    return None if found is None or found[0].value != STOOD_DOWN else found[1]
