"""Find the entities that may differ between two compiled models; others have the same bytes in both."""

from collections.abc import Iterable, Iterator

from ...facts.statements import Statements
from ..compiled.numbers import numbers_of
from ..compiled.records import Records
from ..disk.mapped import DamagedError
from .kept_parts import Kept


def ids_otherwise(new: Statements, old: Statements) -> set[str] | None:
    """Return the entities of two models with statements that may differ, and the other ends of their relations.

    `None` where the bytes of the models do not show it.
    """
    both = numbers_of(old), numbers_of(new)
    if not all(isinstance(each, Records) and each.file.has("parts") for each in both):
        return None
    try:
        one, other = (_Side(each) for each in both if isinstance(each, Records))
        found = set(_differing(one, other))
    except DamagedError:
        return None
    for statements, side in ((old, one), (new, other)):
        found.update([each.object for name in (*found, *side.words()) for each in statements.outgoing(name)])
    return {each for each in found if each in old or each in new}


def _differing(one: "_Side", other: "_Side") -> Iterator[str]:
    """Yield the ids of the entities that do not have the same bytes on both sides."""
    for side in (one, other):
        yield from side.ids((*side.kept.entities, *side.kept.subjects))
    for name in one.places.keys() | other.places.keys():
        numbers = one.numbers(name), other.numbers(name)
        if not numbers[0] or not numbers[1] or one.bytes_of(name) != other.bytes_of(name):
            yield from one.ids(numbers[0])
            yield from other.ids(numbers[1])
        elif one.relations(numbers[0]) != other.relations(numbers[1]):
            for first, second in zip(*numbers, strict=True):
                if one.relations(range(first, first + 1)) != other.relations(range(second, second + 1)):
                    yield from one.ids((first,))


class _Side:
    """One of two models.

    Attributes:
        kept: The places of its parts.
        places: The number of the part of each file, by name.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._file = records.file
        self.kept = Kept.of(self._file)
        self.places = {name: number for number, name in enumerate(records.head["files"])}
        self._firsts = [*(each.first for each in self.kept.wheres), records.size]

    def numbers(self, name: str) -> range:
        """Return the numbers of the entities of a file; empty if the model has no such file."""
        part = self.places.get(name)
        return range(0) if part is None else range(self._firsts[part], self._firsts[part + 1])

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """Return the ids with some numbers."""
        return list(map(self._records.id, numbers))

    def words(self) -> Iterator[str]:
        """Yield the words that relations have in place of an id."""
        count = len(self._file.pages("ids ends").numbers) - 1
        return map(self._records.id, range(self._records.size, count))

    def bytes_of(self, name: str) -> tuple[bytes, ...]:
        """Return the bytes of the statements of a file, without its relations."""
        part = self.places[name]
        where = self.kept.wheres[part]
        evidence = range(where.evidence, where.evidence + where.evidence_count)
        rows = self._span("entities", self.numbers(name))
        return self._span("parts", range(part, part + 1)), rows, self._span("evidence", evidence)

    def relations(self, numbers: range) -> bytes:
        """Return the bytes of the relations of some subjects."""
        return self._span("outgoing", numbers)

    def _span(self, section: str, numbers: range) -> bytes:
        ends = self._file.pages(f"{section} ends")
        return bytes(self._file.pages(section).part(ends.number(numbers.start), ends.number(numbers.stop)))
