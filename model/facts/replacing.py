"""Ends relations that a later document replaces, by stating that nobody, or a new person, has the role.

No document gives the day on which the earlier relation ended, only that it had ended by the later document:
it ended some time between the two. A document that says nothing replaces nothing, nor does one side of a
disagreement.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Protocol

from ..format import NONE, NOT_STATED, RELATIONS, UNKNOWN
from ..format.dates import Date
from ..format.details import CAPACITY, ONLY_ONE
from ..format.records import Entity, Evidence, Relation
from ..format.tenses import doing
from .functions import IN_HAND

LASTING = frozenset(
    name for name, kind in RELATIONS.items() if doing(kind.out) and not (kind.past or kind.concerns)
)
"""The relations that end with either of their ends, or when a document says that the role ended."""

NOBODY = frozenset((NONE, UNKNOWN))
CONCERNS = frozenset(name for name, kind in RELATIONS.items() if kind.concerns)
_OF_ROLES = frozenset(("mode", "decides"))
"""The attributes of disagreements about who has a function, other than the name of the relation."""

_Role = tuple[str, bool, str, object]
"""The kind of a relation, whether its subject is the end that may change, the other end, and the role."""


class _Days(Protocol):
    """Something that gives the days of an evidence."""

    def dates_of(self, evidence: Evidence, /) -> tuple[Date, ...]: ...


def with_ends(
    entities: Mapping[str, Entity], relations: Collection[Relation], days: _Days
) -> Collection[Relation]:
    """Return the relations; those that a later document replaces get the period in which they ended.

    Applied to its own result it changes nothing.

    Args:
        entities: The entities of the model.
        relations: Its relations.
        days: Gives the days of an evidence.
    """
    nobodys = [each for each in relations if each.subject in NOBODY or each.object in NOBODY]
    roles = {role for each in nobodys for role, other in roles_of(each) if _says_nobody(each, other)}
    if not roles:
        return relations
    disputed = _disputed(entities, relations)
    roles = {each for each in roles if disputed.isdisjoint((each[2], name) for name in _names(each[0]))}
    groups: dict[_Role, list[tuple[str, Relation]]] = {}
    for each in relations:
        for role, other in roles_of(each):
            if role in roles:
                groups.setdefault(role, []).append((other, each))
    ends: dict[int, Date] = {}
    for group in groups.values():
        for other, each in group:
            later = [
                turn
                for name, one in group
                if (turn := _replaced_on(other, each, name, one, days)) is not None
            ]
            if later:
                end = _until(each, min(later), days)
                known = ends.get(id(each))
                ends[id(each)] = end if known is None or end.last < known.last else known
    return [each.but(end_date=ends[id(each)]) if id(each) in ends else each for each in relations]


def roles_of(relation: Relation) -> Iterator[tuple[_Role, str]]:
    """Yield each role that a relation gives, with its holder: the role in the body, and that of the member."""
    if relation.kind not in LASTING:
        return
    details, kind = relation.details, RELATIONS[relation.kind]
    part: object = details.get("mode"), details.get("function")
    yield (relation.kind, False, relation.subject, part), relation.object
    # a body has many members: a new one replaces another only in a capacity that one person has
    if CAPACITY in kind.parts:
        if details.get(CAPACITY.name) not in ONLY_ONE:
            return
        part = details[CAPACITY.name]
    yield (relation.kind, True, relation.object, part), relation.subject


def _says_nobody(relation: Relation, other: str) -> bool:
    return other in NOBODY and not relation.evidence.inferred


def _replaced_on(other: str, relation: Relation, name: str, later: Relation, days: _Days) -> date | None:
    """Return the first day on which a later relation replaces another; `None` where it does not."""
    if other == name or NOT_STATED in {other, name} or later.expected_date or relation.expected_date:
        return None
    if not (_says_nobody(later, name) or _says_nobody(relation, other)):
        return None
    earlier, said = days.dates_of(relation.evidence), days.dates_of(later.evidence)
    if not earlier or not said or max(each.last for each in earlier) >= max(each.first for each in said):
        return None
    last, new = max(each.last for each in earlier), max(each.first for each in said)
    begins, ended = relation.start_date, relation.end_date
    if later.start_date is not None:
        if later.start_date.first > max(each.last for each in said):
            return None  # only foretold
        new = later.start_date.first if later.start_date.first > last else new
    if begins is not None and (begins.first > last or begins.last >= new):
        return None  # foretold, or of a later period
    if ended is not None and ended.first < new:
        return None  # it had ended before
    return new


def _until(relation: Relation, turn: date, days: _Days) -> Date:
    """Return the period in which a relation ended: after its last document and before the turn."""
    first, last = max(each.last for each in days.dates_of(relation.evidence)), turn - timedelta(days=1)
    if first >= last:
        return Date(last.isoformat(), last, last)
    return Date(f"[{first.isoformat()}..{last.isoformat()}]", first, last)


def _names(kind: str) -> set[str]:
    """Return the attributes of disagreements about a kind of relation."""
    return {kind, RELATIONS[kind].inverse or kind, *(_OF_ROLES if kind == IN_HAND else ())}


def _disputed(entities: Mapping[str, Entity], relations: Iterable[Relation]) -> set[tuple[str, str]]:
    """Return the pairs of entity and attribute about which documents disagree."""
    return {
        (each.object, str(entities[each.subject].plain("attribute")))
        for each in relations
        if each.kind in CONCERNS
        and each.subject in entities
        and entities[each.subject].kind == "disagreement"
    }
