"""The dates on which something in the model changed, and what changed; the explorer steps through them.

They are the days on which an entity or a relation is first documented, begins, is planned to begin or has
ended, or on which a name or another value begins or ends.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

import attrs

from ..format import KINDS
from ..format.dates import Date, parse_date
from ..format.records import Claim, Entity, Evidence
from .claims import choose, first_of, is_foretold, over_before
from .columns import columns_of, kinds_of
from .disputes import disputed_day
from .entity_lists import FoundLists, entity_lists
from .evidence import first_documented
from .graph import lasting_name
from .statements import Statements, count_outgoing
from .times import end_of, is_changed, start_of

HAPPENS, ENDED, UNCERTAIN, BEGINS, PLANNED, CHANGES, DOCUMENTED, FURTHER = (
    "happens", "ended", "may have ended", "begins", "planned", "changes", "first documented", "documented again"
)  # fmt: skip
"""The reasons for a date, in the order in which they are listed."""

_REASONS = (HAPPENS, ENDED, UNCERTAIN, BEGINS, PLANNED, CHANGES, DOCUMENTED, FURTHER)
_TIME_ATTRIBUTES = frozenset(("start_date", "date", "end_date"))
"""Attributes whose days count at every date, so that the day of a later document changes nothing."""

_OF_VALUE = {"expected_date": PLANNED, "start_date": BEGINS}
"""The attributes whose values are themselves dates of change, each with its reason."""

_Change = tuple[Date, str, str]
"""A date, the reason for it, and the entity that changes."""


def change_dates(statements: Statements) -> tuple[Date, ...]:
    """Return the dates on which something changed, ordered by their last day, whatever the date of the model.

    A partial date such as `2021-06` stands for its last day, so that all changes within it show. Of several
    dates with the same last day the most exact one is kept.
    """
    return tuple(each.date for each in changes(statements))


class Summary(NamedTuple):
    """What a list of dates says of the entities that change for one reason; it is the same at every date of the model.

    Attributes:
        size: How many they are.
        kind: Their kind; empty if they are of several kinds.
        name: The name of the one of them with most relations, if it is alone or the reason is `HAPPENS`; empty for other
            reasons, and where the name depends on the date of the model.
    """

    size: int
    kind: str
    name: str


@attrs.frozen(repr=False)
class ChangeDate:
    """A date on which something changed.

    Attributes:
        date: The date.
        reasons: The entities that change on it, by reason such as `BEGINS`; each entity once. Of a compiled model
            they are read when they are looked at, since a list of dates needs few of them.
        summaries: What is said of them, by reason; of a compiled model it is kept, so that no entity is read for it.
    """

    date: Date
    reasons: Mapping[str, Sequence[str]]
    summaries: Mapping[str, Summary]


def changes(statements: Statements) -> tuple[ChangeDate, ...]:
    """Return the dates of `change_dates`, each with what changed."""
    return statements.once_for_all(_find_changes)


def _find_changes(statements: Statements) -> tuple[ChangeDate, ...]:
    lists = entity_lists(statements, "changes", lambda: _find_lists(statements))
    numbers, words = lists.numbers, lists.words
    days = len(words) - 2 * len(numbers)
    names = days + len(numbers)
    found: list[tuple[dict[str, Sequence[str]], dict[str, Summary]]] = [({}, {}) for _ in range(days)]
    for number, ids, kind, name in zip(numbers, lists.every(), words[days:names], words[names:], strict=True):
        place, reason = divmod(number, len(_REASONS))
        reasons, summaries = found[place]
        reasons[_REASONS[reason]] = ids
        summaries[_REASONS[reason]] = Summary(len(ids), kind, name)
    return tuple(ChangeDate(parse_date(text), *each) for text, each in zip(words[:days], found, strict=True))


def _find_lists(statements: Statements) -> FoundLists:
    """Return the entities by the place of the date and of the reason.

    The words are the dates, then the kind of each `Summary` in the order of the lists, then the name of each.
    """
    dates: dict[date, Date] = {}
    reasons: dict[date, dict[str, str]] = {}
    for each, reason, entity_id in _Finder(statements).changes():
        other = dates.get(each.last)
        if other is None or (each.first, other.text) > (other.first, each.text):
            dates[each.last] = each
        known = reasons.setdefault(each.last, {})
        known[entity_id] = min(known.get(entity_id, reason), reason, key=_REASONS.index)
    days = sorted(dates)
    found: dict[int, list[str]] = {}
    for place, day in enumerate(days):
        for entity_id, reason in reasons[day].items():
            found.setdefault(place * len(_REASONS) + _REASONS.index(reason), []).append(entity_id)
    ordered = sorted(found.items())
    kinds = [_kind_of_all(statements, ids) for _, ids in ordered]
    names = [
        _lasting_name(statements, ids)
        if len(ids) == 1 or number % len(_REASONS) == _REASONS.index(HAPPENS)
        else ""
        for number, ids in ordered
    ]
    lists = {number: tuple(ids) for number, ids in ordered}
    return FoundLists(lists, [*(dates[day].text for day in days), *kinds, *names])


def _kind_of_all(statements: Statements, ids: Sequence[str]) -> str:
    """Return the kind that all of some entities have; empty if their kinds differ."""
    kinds = set(kinds_of(statements, ids))
    return kinds.pop() if len(kinds) == 1 else ""


def _lasting_name(statements: Statements, ids: Sequence[str]) -> str:
    """Return the name of the busiest of some entities, the first by name of several; empty if it depends on the date."""
    columns = columns_of(statements)
    names: list[str] = []
    for each in busiest(statements, ids):
        name = lasting_name(statements.entity(each)) if columns is None else columns.name(each)
        if not name:
            return ""
        names.append(name)
    return min(names)


def busiest(statements: Statements, ids: Sequence[str]) -> Sequence[str]:
    """Return those of some entities that have most relations; among events they are the ones that changed most."""
    if len(ids) == 1:
        return ids
    every = list(ids)
    counts = [count_outgoing(statements, each) for each in every]
    most = max(counts)
    return [each for each, count in zip(every, counts, strict=True) if count == most]


@attrs.define(eq=False, repr=False)
class _Finder:
    """Finds the dates of change in one pass over all statements.

    Attributes:
        statements: The model.
        firsts: The first date of each evidence and that itself, by its `id()`, since most statements share the evidence of
            their entity.
    """

    statements: Statements
    firsts: dict[int, tuple[Date | None, Evidence]] = attrs.field(factory=dict)

    def changes(self) -> Iterator[_Change]:
        statements = self.statements
        for entity_id, entity in statements.entities_by_id():
            for day, reason in chain(self._claims(entity), self._relations(entity_id)):
                yield day, self._exact(reason, day, entity_id), entity_id
        for entity_id, entity in statements.entities_by_id():
            if KINDS[entity.kind].record:
                continue
            begins: object = None
            if not _TIME_ATTRIBUTES.isdisjoint(entity.values) or is_changed(statements, entity_id):
                begins = start_of(statements, entity_id) or _day(statements, entity_id)
                for day, reason in _around_end(end_of(statements, entity_id)):
                    yield day, reason, entity_id
            reason = (
                BEGINS if entity.kind != "event" else PLANNED if _is_plan(statements, entity_id) else HAPPENS
            )
            if not isinstance(begins, Date):
                begins, reason = first_documented(statements, entity_id), DOCUMENTED
            if isinstance(begins, Date):
                yield from ((each, reason, entity_id) for each in begins.sides or (begins,))

    def _exact(self, reason: str, day: Date, entity_id: str) -> str:
        """Return the reason, with `DOCUMENTED` in place of `FURTHER` on the day of the entity's first document."""
        if reason == FURTHER and first_documented(self.statements, entity_id) == day:
            return DOCUMENTED
        return reason

    def _claims(self, entity: Entity) -> Iterator[tuple[Date, str]]:
        for attribute, value in entity.values.items():
            if isinstance(value, Date) and (
                attribute == "expected_date" or self._is_foretold(entity, attribute)
            ):
                yield value, PLANNED
            if not (isinstance(value, tuple) and value and isinstance(value[0], Claim)):
                continue
            for claim in entity.claims(attribute):
                first = self._first(claim.evidence)
                if attribute in _OF_VALUE and isinstance(claim.value, Date):
                    foretold = is_foretold(self.statements, claim)
                    yield claim.value, PLANNED if foretold else _OF_VALUE[attribute]
                if attribute not in _TIME_ATTRIBUTES and not over_before(self.statements, claim):
                    yield from _begins(claim.start_date, first)
                yield from ((day, CHANGES) for day in _day_after(claim.end_date))

    def _is_foretold(self, entity: Entity, attribute: str) -> bool:
        """Whether a plain start is later than every document that states it, and so only planned."""
        return attribute == "start_date" and is_foretold(self.statements, entity.claims(attribute)[0])

    def _relations(self, entity_id: str) -> Iterator[tuple[Date, str]]:
        for relation in self.statements.outgoing(entity_id):
            begins = relation.start_date or relation.expected_date
            if begins is not None or not over_before(self.statements, relation):
                yield from _begins(begins, self._first(relation.evidence))
            yield from ((day, CHANGES) for day in _day_after(relation.end_date))

    def _first(self, evidence: Evidence) -> Date | None:
        key = id(evidence)
        if key not in self.firsts:
            self.firsts[key] = first_of(self.statements, evidence), evidence
        return self.firsts[key][0]


def _day(statements: Statements, entity_id: str) -> object:
    """Return the date of an event, chosen among its claims."""
    disputed = disputed_day(statements, entity_id, "date")
    if disputed is not None:
        return disputed.day
    claim = choose(statements, entity_id, "date", None)
    return None if claim is None else claim.value


def _is_plan(statements: Statements, entity_id: str) -> bool:
    """Whether the day of an event is later than every document that gives it."""
    claim = choose(statements, entity_id, "date", None)
    return claim is not None and is_foretold(statements, claim)


def _begins(start: Date | None, first: Date | None) -> Iterator[tuple[Date, str]]:
    """Yield the day on which a statement begins to hold; without a start, the day of its first document."""
    if start is not None:
        yield start, CHANGES
    elif first is not None:
        yield first, FURTHER


def _around_end(end: Date | None) -> Iterator[tuple[Date, str]]:
    """Yield the first day after an end, and for an uncertain end also the first day on which it may have come."""
    if end is not None and end.first != end.last:
        yield from ((day, UNCERTAIN) for day in _after(end.first))
    yield from ((day, ENDED) for day in _day_after(end))


def _day_after(end: Date | None) -> Iterator[Date]:
    """Yield the day after the last possible day of an end; a value or a relation holds until then."""
    if end is not None:
        yield from _after(end.last)


def _after(day: date) -> Iterator[Date]:
    if day < date.max:
        after = day + timedelta(days=1)
        yield Date(after.isoformat(), after, after)
