"""Turn records into plain values, which `marshal` turns into bytes; `making` makes the records again."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..format.dates import Date
from ..format.records import Claim, Entity, Evidence, Relation
from .making import CLAIMS, DATE, TABLE


class Plain:
    """Turns records into plain values; evidence, which many share, is named by its number."""

    def __init__(self, first: int = 0) -> None:
        """Begin with no evidence.

        Args:
            first: The number of the first piece of evidence.
        """
        self._first = first
        self._numbers: dict[Evidence, int] = {}
        self._known: dict[int, int] = {}

    def entity(self, entity: Entity, base: int = 0) -> tuple[Any, ...]:
        """Return the plain values of an entity; its evidence is numbered from a base."""
        values = self._values(entity.values, base)
        return values, self._number(entity.evidence) - base, entity.index

    def relation(self, relation: Relation, base: int = 0) -> tuple[Any, ...]:
        """Return the plain values of a relation without its subject; its evidence is numbered from a base."""
        start, end, expected = relation.start_date, relation.end_date, relation.expected_date
        is_dated = start is not None or end is not None or expected is not None
        return (
            relation.kind,
            relation.object,
            self._number(relation.evidence) - base,
            (_text(start), _text(end), _text(expected)) if is_dated else (),
            self._values(relation.details, base) if relation.details else {},
        )

    def evidence(self) -> Iterator[tuple[Any, ...]]:
        """Yield all evidence that was numbered, in the order of the numbers."""
        for each in self._numbers:
            yield evidence_row(each, tuple(self._numbers[one] for one in each.also))

    def _number(self, evidence: Evidence) -> int:
        known = self._known.get(id(evidence))  # its values are compared once a record, not once a use
        if known is None:
            for each in evidence.also:
                self._number(each)
            new = self._first + len(self._numbers)
            known = self._known[id(evidence)] = self._numbers.setdefault(evidence, new)
        return known

    def _values(self, values: Mapping[str, object], base: int) -> dict[str, object]:
        """Return the plain values of a record by key; nearly all are texts."""
        return {
            key: value if type(value) is str else self._value(value, base) for key, value in values.items()
        }

    def _value(self, value: object, base: int) -> object:
        if isinstance(value, Date):
            return (DATE, value.text)
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            return (CLAIMS, *[self._claim(each, base) for each in value])
        if isinstance(value, dict | MappingProxyType):
            return (TABLE, self._values(value, base))
        return value

    def _claim(self, claim: Claim, base: int) -> tuple[object, ...]:
        return (
            claim.attribute,
            self._value(claim.value, base),
            self._number(claim.evidence) - base,
            _text(claim.start_date),
            _text(claim.end_date),
            self._values(claim.details, base) if claim.details else {},
        )


def evidence_row(evidence: Evidence, also: tuple[int, ...] = ()) -> tuple[Any, ...]:
    """Return the plain values of a piece of evidence.

    Args:
        evidence: The evidence.
        also: The numbers of the evidence that it has also.
    """
    cited = tuple((each.source, each.locator) for each in evidence.citations)
    return evidence.basis, cited, _text(evidence.as_at), evidence.note, also


def _text(date: Date | None) -> str | None:
    return None if date is None else date.text
