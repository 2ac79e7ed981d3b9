"""Make records from the plain values that `plain` made of them; how texts are encoded beside them.

They are stored by `marshal`, which is faster than `pickle`; it holds plain values only, so that reading runs
no code.
"""

import marshal
from binascii import crc32
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from ...format.dates import Date, parse_date
from ...format.records import NOTHING, Citation, Claim, Entity, Evidence, Relation
from .lookups import ALONE, KEEPING, references

DATE = "\0date"
CLAIMS = "\0claims"
TABLE = "\0table"
"""What stands before a date, claims, a table: no text of a model has the first character."""

ENCODING = ("utf-8", "surrogatepass")
"""The encoding of all texts; the second word is for words of the command line with bytes that are no text."""

Bytes = bytes | memoryview


def text_sum(text: str) -> int:
    """Return the sum by which a text is found."""
    return crc32(text.encode(*ENCODING))


class Making:
    """Makes records; evidence that many records share is made once."""

    __slots__ = ("_citations", "_evidence", "_find")

    def __init__(self, find: Callable[[int], Bytes]) -> None:
        """Begin with no evidence.

        Args:
            find: Returns the checked bytes of a piece of evidence by its number.
        """
        self._find = find
        self._evidence: dict[int, Evidence] = {}
        self._citations: dict[tuple[str, str], Citation] = {}

    def entity(self, entity_id: str, kind: str, row: Bytes, base: int, file: str) -> Entity:
        """Return an entity.

        Args:
            entity_id: Its id.
            kind: Its kind.
            row: Its bytes, checked.
            base: The number from which its evidence is numbered.
            file: The file in which it is written.
        """
        values, evidence, index = marshal.loads(row)  # noqa: S302 - checked
        for key, each in values.items():
            if type(each) is tuple:
                values[key] = self._value(each, base)
        known = self._evidence.get(base + evidence) or self.evidence(base + evidence)
        return Entity(entity_id, kind, values, known, file, index)

    def relations(self, subject: str, rows: Bytes, base: int) -> list[Relation]:
        """Return the relations of a subject; the arguments are as for `entity`."""
        relation = self.relation
        return [relation(subject, each, base) for each in marshal.loads(rows)]  # noqa: S302 - checked

    def relation(self, subject: str, row: tuple[Any, ...], base: int) -> Relation:
        """Return a relation made from its plain values."""
        kind, target, evidence, dates, details = row
        known = self._evidence.get(base + evidence) or self.evidence(base + evidence)
        if not dates and not details:
            return Relation(kind, subject, target, known)
        start, end, expected = map(_date, dates) if dates else _NO_DATES
        return Relation(kind, subject, target, known, start, end, expected, self._table(details, base))

    def evidence(self, number: int) -> Evidence:
        """Return the piece of evidence with a number."""
        known = self._evidence.get(number)
        if known is None:
            basis, citations, as_at, note, also = marshal.loads(self._find(number))  # noqa: S302 - checked
            cited = tuple([self._citation(each) for each in citations])
            made = Evidence(basis, cited, _date(as_at), note, tuple([self.evidence(each) for each in also]))
            with KEEPING:
                known = self._evidence.setdefault(number, made)
        return known

    def forget_evidence(self) -> None:
        """Let go of the evidence that no record has any more, and of citations, which are equal when made again."""
        for number in list(self._evidence):
            with KEEPING:
                found: list[Any] = [self._evidence.pop(number, None)]  # another thread may have let go of it
                if found[0] is not None and references(found) > ALONE:
                    self._evidence[number] = found.pop()
        self._citations.clear()

    def _citation(self, written: tuple[str, str]) -> Citation:
        return self._citations.get(written) or self._citations.setdefault(written, Citation(*written))

    def _value(self, plain: Any, base: int) -> Any:
        if type(plain) is tuple and plain:
            if plain[0] == CLAIMS:
                return tuple([self._claim(each, base) for each in plain[1:]])
            if plain[0] == DATE:
                return parse_date(plain[1])
            if plain[0] == TABLE:
                return self._table(plain[1], base)
        return plain

    def _table(self, plain: dict[str, Any], base: int) -> Any:
        if not plain:
            return NOTHING
        if tuple in map(type, plain.values()):  # a part keeps its plain values, which must not change
            plain = {key: self._value(each, base) for key, each in plain.items()}
        return MappingProxyType(plain)

    def _claim(self, row: tuple[Any, ...], base: int) -> Claim:
        attribute, plain, number, start, end, details = row
        return Claim(
            attribute,
            self._value(plain, base) if type(plain) is tuple else plain,
            self.evidence(base + number),
            _date(start),
            _date(end),
            self._table(details, base) if details else NOTHING,
        )


_NO_DATES = (None, None, None)


def _date(text: str | None) -> Date | None:
    return None if text is None else parse_date(text)
