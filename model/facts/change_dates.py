"""The dates on which something in the model changed, which the explorer steps through.

These are the days on which an entity or a relation is first documented, begins, is planned to begin or has ended,
or on which a name or another value begins or ends.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from ..format import KINDS
from ..format.dates import Date
from ..format.records import Claim, Entity, Evidence
from .claims import choose, first_of
from .evidence import first_documented
from .standing import end_of, is_changed, start_of
from .statements import Statements

_TIME_ATTRIBUTES = frozenset(("start_date", "date", "end_date"))


def change_dates(statements: Statements) -> tuple[Date, ...]:
    """Return the dates on which something changed, by last day; the date of the model makes no difference.

    A model seen at a partial date, such as `2021-06`, is seen on its last day, so that all changes within it show.
    Of several dates with the same last day the most exact one is kept.
    """
    return statements.once_for_all(_find_change_dates)


def _find_change_dates(statements: Statements) -> tuple[Date, ...]:
    by_day: dict[date, Date] = {}
    for each in set(_Finder(statements).dates()):
        other = by_day.get(each.last)
        if other is None or (each.first, other.text) > (other.first, each.text):
            by_day[each.last] = each
    return tuple(by_day[day] for day in sorted(by_day))


@attrs.define(eq=False, repr=False)
class _Finder:
    """Finds the dates in one pass over all statements.

    Attributes:
        statements: The model.
        firsts: The first date of each evidence, by its `id()`, since most statements share the evidence of their entity.
    """

    statements: Statements
    firsts: dict[int, Date | None] = attrs.field(factory=dict)

    def dates(self) -> Iterator[Date]:
        statements = self.statements
        for entity_id, entity in statements.entities_by_id():
            yield from self._claims(entity)
            yield from self._relations(entity_id)
        for entity_id, entity in statements.entities_by_id():
            if KINDS[entity.kind].record:
                continue
            begins: object = None
            if not _TIME_ATTRIBUTES.isdisjoint(entity.values) or is_changed(statements, entity_id):
                begins = start_of(statements, entity_id) or _day(statements, entity_id)
                yield from _days_after(end_of(statements, entity_id))
            begins = begins if isinstance(begins, Date) else first_documented(statements, entity_id)
            if isinstance(begins, Date):
                yield begins

    def _claims(self, entity: Entity) -> Iterator[Date]:
        for attribute, value in entity.values.items():
            if attribute == "expected_date" and isinstance(value, Date):
                yield value
            if not (isinstance(value, tuple) and value and isinstance(value[0], Claim)):
                continue
            for claim in entity.claims(attribute):
                first = self._first(claim.evidence)
                if attribute in {"expected_date", "start_date"} and isinstance(claim.value, Date):
                    yield claim.value
                yield from _if_any(claim.start_date or first)
                yield from _days_after(claim.end_date)

    def _relations(self, entity_id: str) -> Iterator[Date]:
        for relation in self.statements.outgoing(entity_id):
            first = self._first(relation.evidence)
            yield from _if_any(relation.start_date or relation.expected_date or first)
            yield from _days_after(relation.end_date)

    def _first(self, evidence: Evidence) -> Date | None:
        key = id(evidence)
        if key not in self.firsts:
            self.firsts[key] = first_of(self.statements, evidence)
        return self.firsts[key]


def _day(statements: Statements, entity_id: str) -> object:
    """Return the date of an event, chosen among its claims."""
    claim = choose(statements, entity_id, "date", None)
    return None if claim is None else claim.value


def _if_any(day: Date | None) -> Iterator[Date]:
    if day is not None:
        yield day


def _days_after(last: Date | None) -> Iterator[Date]:
    """Yield the day after an end; after an uncertain end, the first day it may be over and the first it surely is."""
    if last is not None:
        for day in dict.fromkeys((last.first, last.last)):
            if day < date.max:
                after = day + timedelta(days=1)
                yield Date(after.isoformat(), after, after)
