"""The rows of a compiled model: the plain values of its entities and relations, of which no record is made."""

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ...facts.rows import EntityRow, RelationRow, RelationRows
from ...format.records import NOTHING
from ..disk.mapped import DamagedError, Mapped
from .making import CLAIMS
from .records import Records
from .texts import parts_at, texts_at

if TYPE_CHECKING:
    from .unwritten import Unwritten

_Found = TypeVar("_Found")

_EVIDENCE_AT_ONCE = 1 << 9


class CompiledRows:
    """The rows of a compiled model; see `facts.rows`."""

    def __init__(self, records: Records) -> None:
        """Begin with nothing read.

        Args:
            records: The records of the model.
        """
        self._records = records
        self._file: Mapped | Unwritten | None = None
        self._noted: set[int] = set()

    def begin(self) -> Iterator[None]:
        file, noted = self._records.file, set[int]()
        with suppress(DamagedError):  # the first row that is read finds the same, and mends it
            for some in _noted(file):
                noted |= some
                yield
            self._file, self._noted = file, noted

    def entities(self, positions: Sequence[int]) -> Sequence[EntityRow]:
        return self._look(partial(self._entities_in, numbers=positions))

    def relations(self, count: int) -> Iterator[Sequence[RelationRows]]:
        subjects = self._records.subjects()
        for start in range(0, len(subjects), count):
            some = subjects[start : start + count].tolist()
            yield self._look(partial(self._relations_in, numbers=some))

    def claims(self, value: Any) -> Sequence[tuple[Any, Mapping[str, Any]]]:
        if type(value) is tuple and value and value[0] == CLAIMS:
            return [(each[1], each[5]) for each in value[1:]]
        return [(value, NOTHING)]

    def texts(self, value: Any) -> Sequence[str]:
        is_list = type(value) is tuple and value and type(value[0]) is str and value[0][:1] != CLAIMS[:1]
        return value if is_list else ()

    def _entities_in(self, file: "Mapped | Unwritten", numbers: Sequence[int]) -> Sequence[EntityRow]:
        loads, names, kinds = marshal.loads, self._records.kind_names, self._records.kind_numbers
        rows, ids = parts_at(file.parts("entities"), numbers), texts_at(file.parts("ids"), numbers)
        every = zip(numbers, ids, rows, strict=True)
        if not self._noted:
            return [(each, names[kinds[at]], loads(row)[0], False) for at, each, row in every]
        found: list[EntityRow] = []
        for at, each, row in every:
            values, evidence, _ = loads(row)
            base = self._base(file, at)
            has_note = base + evidence in self._noted or self._has_note(values, base)
            found.append((each, names[kinds[at]], values, has_note))
        return found

    def _has_note(self, values: Mapping[str, Any], base: int) -> bool:
        """Return whether the evidence of a claim has a note."""
        claimed = (value[1:] for value in values.values() if type(value) is tuple and value[:1] == (CLAIMS,))
        return any(base + each[2] in self._noted for claims in claimed for each in claims)

    def _relations_in(self, file: "Mapped | Unwritten", numbers: Sequence[int]) -> Sequence[RelationRows]:
        loads, found, size = marshal.loads, [], self._records.size
        positions = [each if each < size else None for each in numbers]
        rows, ids = parts_at(file.parts("outgoing"), numbers), texts_at(file.parts("ids"), numbers)
        if not self._noted:
            return [
                (each, at, loads(row) if row else (), ())
                for each, at, row in zip(ids, positions, rows, strict=True)
            ]
        for number, position, each, row in zip(numbers, positions, ids, rows, strict=True):
            of_subject: Sequence[RelationRow] = loads(row) if row else ()
            base = self._base(file, number)
            found.append((each, position, of_subject, [base + one[2] in self._noted for one in of_subject]))
        return found

    def _base(self, file: "Mapped | Unwritten", number: int) -> int:
        """Return the number of the first piece of evidence of the file that has an id; 0 for an id without an entity."""
        bases: Sequence[int] = file.head["model"]["bases"]
        return bases[file.pages("file of").number(number)] if number < self._records.size else 0

    def _look(self, look: "Callable[[Mapped | Unwritten], _Found]") -> _Found:
        """Return the result of a look-up; if the model is damaged, read it from its files and look again."""
        return self._records.look(lambda file: look(self._with_notes(file)))

    def _with_notes(self, file: "Mapped | Unwritten") -> "Mapped | Unwritten":
        """Return the compiled model after finding its notes; one that replaces a damaged one numbers its evidence otherwise."""
        if file is not self._file:
            self._noted = set[int]().union(*_noted(file))
            self._file = file
        return file


def _noted(file: "Mapped | Unwritten") -> Iterator[set[int]]:
    """Yield the numbers of the pieces of evidence with a note, in steps of a few hundred pieces."""
    parts, count = file.parts("evidence"), len(file.pages("evidence ends").numbers) - 1
    for start in range(0, count, _EVIDENCE_AT_ONCE):
        rows = enumerate(parts.some(start, min(start + _EVIDENCE_AT_ONCE, count)), start)
        yield {number for number, row in rows if marshal.loads(row)[3]}  # noqa: S302 - checked
