"""Who holds a post at a date: by name, nobody as a source states, or somebody of whom no document tells."""

from ..format import NONE, OPEN, UNKNOWN
from ..format.dates import Date
from ..format.records import Relation
from .claims import has_lapsed, holds, planned_for
from .ends import is_over
from .statements import Statements


def _has_come(statements: Statements, relation: Relation, at: Date | None) -> bool:
    """Return whether a relation holds at a date and is more than planned."""
    return holds(statements, relation, at) and planned_for(statements, relation) is None


def is_vacant(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether an entity is a post of which a source states at a date that nobody is in it, and none names a holder."""
    if statements.kind(entity_id) != "post":
        return False
    holders = [each for each in statements.incoming(entity_id, "holds") if _has_come(statements, each, at)]
    return any(each.subject == NONE and not each.evidence.inferred for each in holders) and not any(
        each.subject in statements for each in holders
    )


def holder_is_unknown(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether an entity is a post of which a source states at a date that it is not known who holds it, and none names a holder."""
    if statements.kind(entity_id) != "post":
        return False
    holders = [each for each in statements.incoming(entity_id, "holds") if _has_come(statements, each, at)]
    return any(each.subject == UNKNOWN for each in holders) and not any(
        each.subject in statements for each in holders
    )


def holders_of(statements: Statements, entity_id: str, at: Date | None) -> list[str]:
    """Return who holds a post at a date, as far as it is named; nobody for what is no post, and nobody who is only to hold it."""
    if statements.kind(entity_id) != "post":
        return []
    held = statements.incoming(entity_id, "holds")
    return [each.subject for each in held if each.subject in statements and _has_come(statements, each, at)]


def holders_to_come(statements: Statements, entity_id: str, at: Date | None) -> list[tuple[str, Date]]:
    """Return who is planned to hold a post, each with the day; nobody for what is no post."""
    if statements.kind(entity_id) != "post":
        return []
    found = (
        (each.subject, planned_for(statements, each))
        for each in statements.incoming(entity_id, "holds")
        if each.subject in statements and holds(statements, each, at)
    )
    return [(holder, day) for holder, day in found if day is not None]


def holder_left(statements: Statements, entity_id: str, at: Date | None) -> Date | None:
    """Return the last day of the last stated holder of a post of whose next holder no document tells; `None` for any other."""
    if statements.kind(entity_id) != "post":
        return None
    held = statements.incoming(entity_id, "holds")
    ends = [
        each.end_date
        for each in held
        if each.subject in statements
        and is_over(statements, each.end_date, at)
        and not has_lapsed(statements, each, at)
    ]
    told = {each.subject for each in held if _has_come(statements, each, at)}
    if UNKNOWN in told or not told.issubset(OPEN):
        return None
    return max(
        (each for each in ends if each is not None), key=lambda each: (each.last, each.first), default=None
    )


def is_unfilled(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether an entity is a post that is vacant, or of which no document says who followed its last holder."""
    return (
        is_vacant(statements, entity_id, at)
        or holder_is_unknown(statements, entity_id, at)
        or holder_left(statements, entity_id, at) is not None
    )
