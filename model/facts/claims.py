"""Chooses which of several claims of an attribute holds at a date, and says which relations hold.

A decided disagreement comes first: the value that it follows holds from the day on which that was stated.
Otherwise the claims whose period includes the date are ranked: a value before `not_stated`, then the latest
as-at date, then stated before inferred, then the one written last. A claim that a later one replaced does not
come back when the later one ends. `unknown` from a source is a value: it replaces what was known. For a
start, an end and the day of an event, all claims count at every date, since a later document may correct an
earlier one.

A value whose start is later than every document that states it is planned, and holds at no date.

A value that had ended before its first document holds at every date up to its end, since its start is not
stated.
"""

from collections.abc import Sequence
from datetime import date

from ..format import NOT_STATED, UNKNOWN
from ..format.dates import Date, earliest
from ..format.records import Claim, Entity, Evidence, Relation
from .ends import is_over
from .statements import Statements

_SAME_AT_EVERY_DATE = frozenset(("date", "start_date", "end_date"))
"""Attributes for which claims of documents after the date count too."""


_ROLE = ("mode", "capacity", "role", "function")
"""The details by which two roles between the same two entities differ."""


def choose(statements: Statements, entity_id: str, attribute: str, at: Date | None) -> Claim | None:
    """Return the claim of an attribute that holds at a date; `None` when none is recorded, or none holds then.

    A name always has one: where none holds at the date, another claim of it is returned.
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
    # `max` returns the first of equal claims; reversed, that is the one written last
    found = max(reversed(current), key=lambda claim: (as_at(statements, claim), not claim.evidence.inferred))
    return None if attribute != "name" and _is_superseded(statements, found, claims, at) else found


def _is_superseded(statements: Statements, claim: Claim, claims: Sequence[Claim], at: Date | None) -> bool:
    """Return whether a later claim that has ended since replaced this one, which does not bring it back."""
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
    """Return whether a claim is `unknown` in documents after the date only; such a claim corrects nothing."""
    return claim.value == UNKNOWN and not was_documented(statements, claim.evidence, at)


def all_disagreements(statements: Statements) -> tuple[Entity, ...]:
    """Return all disagreements of a model; computed once."""
    return statements.once_for_all(_all_disagreements)


def _all_disagreements(statements: Statements) -> tuple[Entity, ...]:
    return tuple(statements.entities_of_kind("disagreement"))


def _disagreed(statements: Statements) -> frozenset[str]:
    """Return the entities that disagreements are about; of others no relation needs to be looked at."""
    return frozenset(
        relation.object
        for each in all_disagreements(statements)
        for relation in statements.outgoing(each.id, "about")
    )


def disagreements_of(statements: Statements, entity_id: str, attribute: str = "") -> list[str]:
    """Return the ids of the disagreements about an entity, or about one of its attributes."""
    if entity_id not in statements.once_for_all(_disagreed):
        return []
    return [
        relation.subject
        for relation in statements.incoming(entity_id, "about")
        if statements.kind(relation.subject) == "disagreement"
        and (not attribute or statements.entity(relation.subject).plain("attribute") == attribute)
    ]


def _value_followed(statements: Statements, entity_id: str, attribute: str) -> str:
    """Return the value that a decided disagreement about an attribute follows; empty for none."""
    for disagreement in disagreements_of(statements, entity_id, attribute):
        follows = statements.entity(disagreement).plain("follows")
        if isinstance(follows, str) and follows != "undecided":
            return follows
    return ""


def _in_period(statements: Statements, claim: Claim, day: date | None) -> bool:
    """Return whether the period of a claim, unless foretold, includes a day; without a day, whether it has not ended."""
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
    """Return whether all claims of an attribute count at every date, since later documents may correct earlier ones."""
    return attribute in _SAME_AT_EVERY_DATE


def document_days(statements: Statements, entity_id: str, attribute: str) -> tuple[Date, ...]:
    """Return the days of all documents that state a value of an attribute of an entity, also a value that no longer holds."""
    claims = statements.entity(entity_id).claims(attribute)
    return tuple(day for each in claims for day in statements.dates_of(each.evidence))


def is_foretold(statements: Statements, claim: Claim) -> bool:
    """Return whether the value of a claim is a day later than all its sources, so a plan and not a report."""
    return isinstance(claim.value, Date) and is_to_come(statements, claim.evidence, claim.value)


def is_to_come(statements: Statements, evidence: Evidence, day: Date) -> bool:
    """Return whether a day is later than every document of its evidence."""
    dates = statements.dates_of(evidence)
    if len(dates) == 1:  # a shortcut: nearly all evidence has one day
        return day.first > dates[0].last
    return bool(dates) and day.first > max(each.last for each in dates)


def holds(statements: Statements, relation: Relation, at: Date | None) -> bool:
    """Return whether a relation holds at a date; without one, whether it has not ended. A plan holds until it came about."""
    dated = relation.start_date is not None or relation.expected_date is not None
    if at is None and not dated and relation.end_date is None:
        return True  # a shortcut: most relations have no date
    if dated and what_came_of(statements, relation, at) is not None:
        return False
    if is_over(statements, relation.end_date, at):
        return False
    first = None if at is None else first_day(statements, relation)
    return at is None or first is None or at.last >= first.first


def surely_holds(dates: Sequence[object], *, is_only: bool) -> bool:
    """Return whether a relation holds in the last known state whatever its days are; if `False`, ask `holds`.

    It has no end, and nothing else can show that what it plans came about.

    Args:
        dates: Its start, its end and its expected day, each `None` where it has none; empty for no day.
        is_only: Whether its subject has no other relation of its kind.
    """
    return not dates or (is_only and dates[1] is None)


def has_lapsed(statements: Statements, relation: Relation, at: Date | None) -> bool:
    """Return whether a relation was planned for a time that is over, and no document shows that it ever began.

    A relation that is planned to begin is also planned to end, so that such an end ends nothing.
    """
    end = relation.end_date
    return (
        end is not None
        and planned_for(statements, relation) is not None
        and is_over(statements, end, at)
        and is_to_come(statements, relation.evidence, end)
        and what_came_of(statements, relation, at) is None
    )


def planned_for(statements: Statements, relation: Relation) -> Date | None:
    """Return the day for which a relation is planned; `None` where it has no such day or has begun."""
    start = relation.start_date
    if start is None:
        return relation.expected_date
    return start if is_to_come(statements, relation.evidence, start) else None


def what_came_of(statements: Statements, plan: Relation, at: Date | None) -> Relation | None:
    """Return the later relation of the same ends and role that shows that a plan came about by a date; `None` without one."""
    if plan.subject not in statements:
        return None
    alike = statements.outgoing(plan.subject, plan.kind)
    if len(alike) == 1 and alike[0] is plan:
        return None  # a shortcut: nothing else can show it
    day = planned_for(statements, plan)
    if day is None:
        return None
    for each in alike:
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


def first_day(statements: Statements, relation: Relation) -> Date | None:
    """Return the day from which a relation holds: its start, the planned day, or that of its first document.

    `None` without these, and for one that had ended by its first document: it holds at every date up to its end.
    """
    begins = relation.start_date or relation.expected_date
    if begins is not None or over_before(statements, relation):
        return begins
    return first_of(statements, relation.evidence)


def over_before(statements: Statements, fact: Claim | Relation) -> bool:
    """Return whether a claim or relation without a start had ended before the day of its first document."""
    if fact.end_date is None or fact.start_date is not None:
        return False
    first = first_of(statements, fact.evidence)
    return first is not None and fact.end_date.last < first.first


def first_of(statements: Statements, evidence: Evidence) -> Date | None:
    """Return the earliest day of an evidence; `None` for one without a day."""
    dates = statements.dates_of(evidence)
    # a shortcut: this is asked of every relation, and nearly all have one day
    return dates[0] if len(dates) == 1 else earliest(dates)


def latest_of(statements: Statements, evidence: Evidence) -> date:
    """Return the latest day of an evidence, by its first possible day; the first of the calendar where it has none."""
    dates = statements.dates_of(evidence)
    return dates[0].first if len(dates) == 1 else max((each.first for each in dates), default=date.min)


def was_documented(statements: Statements, evidence: Evidence, at: Date | None) -> bool:
    """Return whether a statement was documented by a date; an undated one always was."""
    if at is None:
        return True
    dates = statements.dates_of(evidence)
    return not dates or any(each.first <= at.last for each in dates)
