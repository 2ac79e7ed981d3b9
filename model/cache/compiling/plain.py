"""Turn records into plain values, which `marshal` turns into bytes; `making` makes the records again."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ...format.dates import Date
from ...format.records import NOTHING, Claim, Entity, Evidence, Relation
from ..compiled.making import CLAIMS, DATE, TABLE

_NONE: Mapping[str, object] = {}


class Plain:
    """Turns records into plain values; evidence, which many share, is named by its number.

    Evidence is recognised by its `id()`, so the records that are given must stay in memory as long as this object.
    """

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
        values, evidence = self._values(entity.values, base), entity.evidence
        number = self._known.get(id(evidence))
        if number is None:
            number = self._number(evidence)
        return values, number - base, entity.index

    def relation(self, relation: Relation, base: int = 0) -> tuple[Any, ...]:
        """Return the plain values of a relation without its subject; its evidence is numbered from a base."""
        start, end, expected = relation.start_date, relation.end_date, relation.expected_date
        evidence, details = relation.evidence, relation.details
        number = self._known.get(id(evidence))
        if number is None:
            number = self._number(evidence)
        return (
            relation.kind,
            relation.object,
            number - base,
            () if start is end is expected is None else (_text(start), _text(end), _text(expected)),
            _NONE if details is NOTHING else self._values(details, base),
        )

    def evidence(self) -> Iterator[tuple[Any, ...]]:
        """Yield all evidence that was numbered, in the order of the numbers."""
        for each in self._numbers:
            yield evidence_row(each, tuple(self._numbers[one] for one in each.also))

    def _number(self, evidence: Evidence) -> int:
        """Return the number of a piece of evidence; equal pieces get the same number.

        Each object is compared with the others only the first time that it is given.
        """
        for each in evidence.also:
            self._number(each)
        new = self._first + len(self._numbers)
        known = self._known[id(evidence)] = self._numbers.setdefault(evidence, new)
        return known

    def _values(self, values: Mapping[str, object], base: int) -> dict[str, object]:
        """Return the plain values of a record by key; nearly all are texts."""
        plain = dict(values)
        for key, value in values.items():
            if type(value) is not str:
                plain[key] = self._value(value, base)
        return plain

    def _value(self, value: Any, base: int) -> object:
        kind = type(value)
        if kind is tuple:
            if value and type(value[0]) is Claim:
                return (CLAIMS, *[self._claim(each, base) for each in value])
        elif kind is Date:
            return (DATE, value.text)
        elif kind is dict or kind is MappingProxyType:
            return (TABLE, self._values(value, base))
        return value

    def _claim(self, claim: Claim, base: int) -> tuple[object, ...]:
        value, evidence, details = claim.value, claim.evidence, claim.details
        plain = value if type(value) is str else self._value(value, base)
        number = self._known.get(id(evidence))
        if number is None:
            number = self._number(evidence)
        return (
            claim.attribute,
            plain,
            number - base,
            _text(claim.start_date),
            _text(claim.end_date),
            _NONE if details is NOTHING else self._values(details, base),
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
