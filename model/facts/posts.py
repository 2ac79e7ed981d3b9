"""Find who holds a post at a date: named holders, nobody by a source, or somebody that no document names."""

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
    """Return whether a post is stated to be vacant at a date and nobody is named as its holder; false for no post."""
    if statements.kind(entity_id) != "post":
        return False
    holders = [each for each in statements.incoming(entity_id, "holds") if _has_come(statements, each, at)]
    return any(each.subject == NONE and not each.evidence.inferred for each in holders) and not any(
        each.subject in statements for each in holders
    )


def holder_is_unknown(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether a source states the holder of a post to be unknown at a date, and no document names one."""
    if statements.kind(entity_id) != "post":
        return False
    holders = [each for each in statements.incoming(entity_id, "holds") if _has_come(statements, each, at)]
    return any(each.subject == UNKNOWN for each in holders) and not any(
        each.subject in statements for each in holders
    )


def holders_of(statements: Statements, entity_id: str, at: Date | None) -> list[str]:
    """Return the named holders of a post at a date, without planned ones; empty for other entities."""
    if statements.kind(entity_id) != "post":
        return []
    held = statements.incoming(entity_id, "holds")
    return [each.subject for each in held if each.subject in statements and _has_come(statements, each, at)]


def holders_to_come(statements: Statements, entity_id: str, at: Date | None) -> list[tuple[str, Date]]:
    """Return the planned holders of a post, each with the day for which that is planned; empty for other entities."""
    if statements.kind(entity_id) != "post":
        return []
    found = (
        (each.subject, planned_for(statements, each))
        for each in statements.incoming(entity_id, "holds")
        if each.subject in statements and holds(statements, each, at)
    )
    return [(holder, day) for holder, day in found if day is not None]


def holder_left(statements: Statements, entity_id: str, at: Date | None) -> Date | None:
    """Return the last day of a post's last holder, where no document speaks of a next one; else `None`."""
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
    holders = {each.subject for each in held if _has_come(statements, each, at)}
    if UNKNOWN in holders or not holders.issubset(OPEN):
        return None
    return max(
        (each for each in ends if each is not None), key=lambda each: (each.last, each.first), default=None
    )


def is_unfilled(statements: Statements, entity_id: str, at: Date | None) -> bool:
    """Return whether a post is vacant, or its holder not known since the last one left; false for other entities."""
    return (
        is_vacant(statements, entity_id, at)
        or holder_is_unknown(statements, entity_id, at)
        or holder_left(statements, entity_id, at) is not None
    )
