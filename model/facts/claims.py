"""Chooses which of several claims of an attribute holds at a date, and says which relations hold.

The order: the value that a disagreement follows, from the day it was stated; else, of the claims whose period
includes the date, those that are stated before `not_stated`, then the latest as-at date, then stated before inferred,
then the one written last. One that a later claim replaced does not come back when that ends. What a source states to be
unknown counts as stated: it replaces what was known. Of a start, an end and the day of an event, all claims count at every
date: a later document may know better.

A value whose start is later than every document that states it is planned, and holds at no date.

What was over before its first document held before its end: from when is not stated, so it is shown at every date up to it.
"""

from collections.abc import Sequence
from datetime import date

from ..format import NONE, NOT_STATED, OPEN, UNKNOWN
from ..format.dates import Date, earliest
from ..format.records import Claim, Entity, Evidence, Relation
from .ends import is_over
from .statements import Statements

_SAME_AT_EVERY_DATE = frozenset(("date", "start_date", "end_date"))
"""Attributes of which claims made after the date count too."""


_ROLE = ("mode", "capacity", "role", "function")
"""The details that tell one role between two entities from another."""


def choose(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Claim | None:
    """Return the claim of an attribute that holds at a date; `None` when none is recorded, or none holds then.

    A name is kept where none holds, so that there is one at every date.
    """
    entity = statements.find(entity_id)
    claims: Sequence[Claim] = entity.claims(attribute) if entity is not None else ()
    day = at.last if at is not None and attribute not in _SAME_AT_EVERY_DATE else None
    if len(claims) <= 1:
        return (
            claims[0] if claims and (attribute == "name" or _in_period(statements, claims[0], day)) else None
        )
    followed = _value_followed(statements, entity_id, attribute)
    for claim in claims if followed else ():
        if str(claim.value) == followed and (day is None or as_at(statements, claim) <= day):
            return claim
    if at is not None and day is None:
        claims = [each for each in claims if not _is_unknown_later(statements, each, at)] or claims
    current = [claim for claim in claims if _in_period(statements, claim, day)]
    if not current:
        if attribute != "name":
            return None
        current = list(claims)
    if day is not None:
        known = [
            claim for claim in current if as_at(statements, claim) <= day or over_before(statements, claim)
        ]
        if not known:
            return min(current, key=lambda claim: as_at(statements, claim))
        current = known
    current = [claim for claim in current if claim.value != NOT_STATED] or current
    # `max` takes the first of equal claims, so the list is reversed for the last written.
    found = max(reversed(current), key=lambda claim: (as_at(statements, claim), not claim.evidence.inferred))
    return None if attribute != "name" and _is_superseded(statements, found, claims, at) else found


def _is_superseded(statements: Statements, claim: Claim, claims: Sequence[Claim], at: Date | None) -> bool:
    """Return whether a later claim stood in the place of one and ended since: what it replaced does not come back."""
    day = as_at(statements, claim)
    return any(
        each.end_date is not None
        and is_over(statements, each.end_date, at)
        and as_at(statements, each) > day
        and each.end_date.last >= day
        and (at is None or as_at(statements, each) <= at.last)
        for each in claims
    )


def _is_unknown_later(statements: Statements, claim: Claim, at: Date) -> bool:
    """Return whether a claim says that a day is unknown, and no document said so by a date: such a one knows no better."""
    return claim.value == UNKNOWN and not was_documented(statements, claim.evidence, at)


def all_disagreements(statements: Statements) -> tuple[Entity, ...]:
    """Return all disagreements of a model; it is gone through once."""
    return statements.once_for_all(_all_disagreements)


def _all_disagreements(statements: Statements) -> tuple[Entity, ...]:
    return tuple(statements.entities_of_kind("disagreement"))


def disagreements_of(statements: Statements, entity_id: str, attribute: str = "") -> list[str]:
    """Return the ids of the disagreements about an entity, or about one of its attributes."""
    return [
        relation.subject
        for relation in statements.incoming(entity_id, "about")
        if statements.kind(relation.subject) == "disagreement"
        and (not attribute or statements.entity(relation.subject).plain("attribute") == attribute)
    ]


def _value_followed(statements: Statements, entity_id: str, attribute: str) -> str:
    """Return the value that a disagreement about an attribute follows; empty where none decides."""
    for disagreement in disagreements_of(statements, entity_id, attribute):
        follows = statements.entity(disagreement).plain("follows")
        if isinstance(follows, str) and follows != "undecided":
            return follows
    return ""


def _in_period(statements: Statements, claim: Claim, day: date | None) -> bool:
    """Return whether the period of a claim includes a day; without a day, whether it has not ended. What is only foretold holds at no day."""
    start = claim.start_date
    if start is not None and is_to_come(statements, claim.evidence, start):
        return False
    return not is_over(statements, claim.end_date, None) if day is None else in_period(claim, day)


def in_period(claim: Claim, day: date) -> bool:
    """Return whether the period of a claim includes a day."""
    if claim.start_date is not None and claim.start_date.first > day:
        return False
    return claim.end_date is None or day <= claim.end_date.last


def as_at(statements: Statements, claim: Claim) -> date:
    """Return the day from which a claim counts: its start, else the latest day of its evidence."""
    return latest_of(statements, claim.evidence) if claim.start_date is None else claim.start_date.first


def counts_at_every_date(attribute: str) -> bool:
    """Return whether all claims of an attribute count at every date, as those of a start do: a later document may know better."""
    return attribute in _SAME_AT_EVERY_DATE


def is_foretold(statements: Statements, claim: Claim) -> bool:
    """Return whether a claim gives a day later than all its sources, so that it is a plan and not a report."""
    return isinstance(claim.value, Date) and is_to_come(statements, claim.evidence, claim.value)


def is_to_come(statements: Statements, evidence: Evidence, day: Date) -> bool:
    """Return whether a day is later than every document that tells of it."""
    dates = statements.dates_of(evidence)
    return bool(dates) and day.first > max(each.last for each in dates)


def holds(statements: Statements, relation: Relation, at: Date | None) -> bool:
    """Return whether a relation holds at a date; without a date, whether it has not ended. A plan holds until it came about."""
    dated = relation.start_date is not None or relation.expected_date is not None
    if dated and what_came_of(statements, relation, at) is not None:
        return False
    if at is None:
        return relation.end_date is None or not is_over(statements, relation.end_date, None)
    day = at.last
    if relation.end_date is not None and day > relation.end_date.last:
        return False
    first = first_day(statements, relation)
    return first is None or day >= first.first


def planned_for(statements: Statements, relation: Relation) -> Date | None:
    """Return the day for which a relation is only planned; `None` where it is not: a start that no document foretells has come."""
    start = relation.start_date
    if start is None:
        return relation.expected_date
    return start if is_to_come(statements, relation.evidence, start) else None


def what_came_of(statements: Statements, plan: Relation, at: Date | None) -> Relation | None:
    """Return the relation that shows by a date that a planned one came about: of the same ends and role, by a later document; `None` without one."""
    day = planned_for(statements, plan)
    if day is None or plan.subject not in statements:
        return None
    for each in statements.outgoing(plan.subject, plan.kind):
        if (
            each.object == plan.object
            and all(each.details.get(key) == plan.details.get(key) for key in _ROLE)
            and latest_of(statements, each.evidence) > latest_of(statements, plan.evidence)
            and planned_for(statements, each) is None
            and (each.end_date is None or each.end_date.last >= day.first)
        ):
            begins = first_day(statements, each)
            if at is None or begins is None or begins.first <= at.last:
                return each
    return None


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
        if each.subject in statements and is_over(statements, each.end_date, at)
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


def first_day(statements: Statements, relation: Relation) -> Date | None:
    """Return the day from which a relation holds: its start, the day it is planned for, or else of its first document.

    `None` where there is none, and where the first document says that it was over by then: it held at some time up to
    its end, and its start is not stated.
    """
    begins = relation.start_date or relation.expected_date
    if begins is not None or over_before(statements, relation):
        return begins
    return first_of(statements, relation.evidence)


def over_before(statements: Statements, fact: Claim | Relation) -> bool:
    """Return whether a claim or a relation without a start was over before the day of its first document."""
    if fact.end_date is None or fact.start_date is not None:
        return False
    first = first_of(statements, fact.evidence)
    return first is not None and fact.end_date.last < first.first


def first_of(statements: Statements, evidence: Evidence) -> Date | None:
    """Return the earliest day of an evidence; `None` for one without a day."""
    dates = statements.dates_of(evidence)
    return (
        dates[0] if len(dates) == 1 else earliest(dates)
    )  # nearly all have one, and every relation is asked


def latest_of(statements: Statements, evidence: Evidence) -> date:
    """Return the latest day of an evidence, by its first possible day; the first day of the calendar where it has none."""
    return max((each.first for each in statements.dates_of(evidence)), default=date.min)


def was_documented(statements: Statements, evidence: Evidence, at: Date | None) -> bool:
    """Return whether a statement was documented by a date; an undated one always was."""
    if at is None:
        return True
    dates = statements.dates_of(evidence)
    return not dates or any(each.first <= at.last for each in dates)
