"""The dates on which something changed: what the explorer steps through.

A date is here when what stands in trees may differ from the day before: an entity or a relation is first
documented, begins, is planned to begin or has ended, or a name or another value is first given or was given up.
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

_OF_TIME = frozenset(("start_date", "date", "end_date"))


def change_dates(statements: Statements) -> tuple[Date, ...]:
    """Return the dates on which something changed, in the order of their last days, whatever the date of the model.

    Seen at a partial date the model is as on its last day, when all that changed within it holds; of several
    dates with the same last day the most exact one is kept.
    """
    return statements.once_for_all(_change_dates)


def _change_dates(statements: Statements) -> tuple[Date, ...]:
    by_day: dict[date, Date] = {}
    for each in set(_Steps(statements).dates()):
        other = by_day.get(each.last)
        if other is None or (each.first, other.text) > (other.first, each.text):
            by_day[each.last] = each
    return tuple(by_day[day] for day in sorted(by_day))


@attrs.define(eq=False, repr=False)
class _Steps:
    """Goes once through every statement of a graph.

    Attributes:
        statements: The model.
        firsts: The first day an evidence speaks of, by its identity: most statements share that of their entity.
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
            if not _OF_TIME.isdisjoint(entity.values) or is_changed(statements, entity_id):
                begins = start_of(statements, entity_id) or _day(statements, entity_id)
                yield from _ended(end_of(statements, entity_id))
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
                yield from _given(claim.start_date or first)
                yield from _ended(claim.end_date)

    def _relations(self, entity_id: str) -> Iterator[Date]:
        for relation in self.statements.outgoing(entity_id):
            first = self._first(relation.evidence)
            yield from _given(relation.start_date or relation.expected_date or first)
            yield from _ended(relation.end_date)

    def _first(self, evidence: Evidence) -> Date | None:
        key = id(evidence)
        if key not in self.firsts:
            self.firsts[key] = first_of(self.statements, evidence)
        return self.firsts[key]


def _day(statements: Statements, entity_id: str) -> object:
    """Return the day of an event as the trees follow it."""
    claim = choose(statements, entity_id, "date", None)
    return None if claim is None else claim.value


def _given(day: Date | None) -> Iterator[Date]:
    if day is not None:
        yield day


def _ended(last: Date | None) -> Iterator[Date]:
    """Yield the first day after an end: where that is uncertain, the first day it may be over and the first it is."""
    if last is not None:
        for day in dict.fromkeys((last.first, last.last)):
            if day < date.max:
                after = day + timedelta(days=1)
                yield Date(after.isoformat(), after, after)
