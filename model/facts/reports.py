"""What reports say of an entity: the last one by a date, and whether by it the work is stood down."""

from ..format.attributes import STOOD_DOWN
from ..format.dates import Date
from ..format.records import Claim
from .statements import Statements


def last_report(statements: Statements, entity_id: str, at: Date | None) -> tuple[Claim, Date] | None:
    """Return the last report on an entity by a date, with its day; of one day the last that is written; `None` without reports."""
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
    """Return the day of which the last report on an entity says that it is stood down; `None` where it says anything else."""
    found = last_report(statements, entity_id, at)
    return None if found is None or found[0].value != STOOD_DOWN else found[1]
