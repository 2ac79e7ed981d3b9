"""The rows of a view from the cache: columns are read from the mapped file, and a row has no object of its own."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from operator import ne
from typing import Any, TypeVar, overload

from ..format.records import Relation
from ..views.forest import Forest, Repeated
from .compiled.making import ENCODING
from .compiled.numbers import Numbers, id_column, joined_texts, relation_column
from .disk.mapped import DamagedError, Mapped

WHOLE = ("kinds", "repeats", "leaves", "parents", "ends", "depths", "several", "their rows")
"""The sections that are checked as a whole: those with a byte or a number per row, which are read in one go.

`several` has the number of each entity with several rows, repeated for each of them, and `their rows` these
rows.
"""

PAGED = ("ids", "relations", "names", "names ends", "first rows")
"""The sections that are checked a page at a time.

They have, by row, the number of the entity and of the relation, from 1, and the name; and by the number of an
entity its first row, from 1.
"""

_NUMBERS = frozenset(("parents", "ends", "depths"))

_Cell = TypeVar("_Cell")


class Column(Sequence[_Cell]):
    """A column of a view by row; each cell is made on access."""

    __slots__ = ("_cell", "_forest", "_name", "_size")

    def __init__(self, forest: "CachedForest", name: str) -> None:
        self._forest = forest
        self._name = name
        self._size = len(forest)
        self._cell: Callable[[int], _Cell] = forest.cell(name)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, row: int) -> _Cell: ...
    @overload
    def __getitem__(self, row: slice) -> list[_Cell]: ...
    def __getitem__(self, row: int | slice) -> _Cell | list[_Cell]:
        if isinstance(row, slice):
            return list(map(self.__getitem__, range(*row.indices(self._size))))
        if row < 0:
            row = range(self._size)[row]
        try:
            return self._cell(row)
        except DamagedError:
            self._forest.mend()
            self._cell = self._forest.cell(self._name)
            return self._cell(row)

    def __iter__(self) -> Iterator[_Cell]:
        return map(self.__getitem__, range(self._size))


class CachedForest(Forest):
    """The rows of a view from the cache; each column is read on first access.

    If the file turns out to be damaged the view is laid out again, with the same rows.
    """

    def __init__(self, view: str, file: Mapped, numbers: Numbers, anew: Callable[[], Mapped]) -> None:
        size, kinds, places = file.head
        self.__dict__.update(
            view=view,
            places=places,
            repeated=Repeated(self),
            _file=file,
            _numbers=numbers,
            _kinds=kinds,
            _anew=anew,
            _size=size,
            _several_rows=None,
        )

    def __len__(self) -> int:
        return int(self._size)

    def __getattr__(self, name: str) -> Any:
        """Return a column that was not accessed yet."""
        if name in _CELLS:
            column: Any = Column(self, name)
        elif name in _NUMBERS:
            column = self.section(name).cast("i")
        elif name == "repeats":
            column = bytes(self.section(name))
        elif name == "_again":
            column = self._entities_again()
        else:
            raise AttributeError(name)
        return self.__dict__.setdefault(name, column)

    def leaves(self) -> bytes:
        return bytes(self.section("leaves"))

    def rows_of(self, entity_id: str) -> list[int]:
        number = self._numbers.number(entity_id)
        first = self._sound(self._first_row, number) if number >= 0 else 0
        if not first:
            return []
        several, rows = self._several_rows or self._sound(self._find_several_rows, None)
        at = bisect_left(several, number)
        if at == len(several) or several[at] != number:
            return [first - 1]
        return list(rows[at : bisect_left(several, number + 1, at)])

    def rows_of_kind(self, kind: str) -> Iterator[int]:
        """Yield the rows of a kind, in order."""
        if kind in self._kinds:
            every, sought = bytes(self.section("kinds")), self._kinds.index(kind)
            row = every.find(sought)
            while row >= 0:
                yield row
                row = every.find(sought, row + 1)

    def has_numbers(self, numbers: Numbers) -> bool:
        """Return whether the numbers of the entities are these."""
        return self._numbers is numbers

    def entity_numbers(self, start: int, end: int) -> memoryview:
        """Return for some rows the number of the entity, from 1; 0 for a row without one."""
        return self._sound(lambda asked: self._file.pages("ids").some(*asked), (start, end))

    def count_entities(self, row: int) -> int:
        """Return the number of the entities in a group, without their ids: a group of a large model has thousands."""
        ends, start = self.ends, row + 1
        numbers = self.entity_numbers(start, ends[row])
        found: set[int] = set()
        child = 0
        while child < len(numbers):
            number = numbers[child]
            if number:
                found.add(number)
            child = ends[start + child] - start if number else child + 1
        return len(found)

    def rows_of_numbers(self, numbers: Iterable[int]) -> list[int]:
        """Return the rows of the entities with some numbers, in no order."""
        firsts = self._sound(lambda _: self._all_first_rows(), None)
        several, rows = (self.section(each).cast("I") for each in ("several", "their rows"))
        again, known = self._again, len(firsts)
        found: list[int] = []
        for number in numbers:
            first = firsts[number] if number < known else 0
            if first and not again[number]:
                found.append(first - 1)
            elif first:
                found.extend(rows[bisect_left(several, number) : bisect_right(several, number)])
        return found

    def _all_first_rows(self) -> memoryview:
        pages = self._file.pages("first rows")
        found: memoryview = pages.some(0, len(pages.numbers))
        return found

    def _entities_again(self) -> bytearray:
        """Return one byte for each entity, 1 for those with several rows."""
        several = self.section("several").cast("I")
        again = bytearray(max(several, default=-1) + 1)
        for number in several:
            again[number] = 1
        return again.ljust(len(self._file.pages("first rows").numbers), b"\0")

    def entities_with_several_rows(self) -> Iterator[str]:
        """Yield the entities with several rows."""
        return map(self._numbers.id, dict.fromkeys(self.section("several").cast("I")))

    def section(self, name: str) -> memoryview:
        """Return a section that is checked as a whole."""
        return self._sound(self._section, name)

    def cell(self, name: str) -> Callable[[int], Any]:
        """Return the function that makes a cell of a column."""
        return self._sound(self._cell, name)

    def mend(self) -> None:
        """Replace a damaged view by one laid out again."""
        self.__dict__.update(_file=self._anew(), _several_rows=None)

    def _find_several_rows(self, _: None) -> tuple[memoryview, memoryview]:
        """Return the numbers of the entities with several rows, and these rows; kept, since each look-up needs them."""
        found = self._section("several").cast("I"), self._section("their rows").cast("I")
        self.__dict__["_several_rows"] = found
        return found

    def _section(self, name: str) -> memoryview:
        return self._file.whole(name)  # type: ignore[no-any-return] # of a dictionary

    def _cell(self, name: str) -> Callable[[int], Any]:
        return _CELLS[name](self._file, self._numbers, self._kinds)

    def _first_row(self, number: int) -> int:
        firsts = self._file.pages("first rows")
        return firsts.number(number) if number < len(firsts.numbers) else 0

    def _sound(self, look: Callable[[Any], _Cell], asked: Any) -> _Cell:
        """Return a value from the file; if that is damaged, from the same view laid out again."""
        try:
            return look(asked)
        except DamagedError:
            self.mend()
            return look(asked)


def _ids(file: Mapped, numbers: Numbers, _: Sequence[str]) -> Callable[[int], str | None]:
    number_at, id_of = file.pages("ids").number, numbers.id

    def id_at(row: int) -> str | None:
        number = number_at(row)
        return id_of(number - 1) if number else None

    return id_at


def _kinds(file: Mapped, _: Numbers, kinds: Sequence[str]) -> Callable[[int], str]:
    by_row = file.whole("kinds")
    return lambda row: kinds[by_row[row]]


def _names(file: Mapped, _: Numbers, __: Sequence[str]) -> Callable[[int], str]:
    names, (encoding, errors) = file.parts("names"), ENCODING
    return lambda row: str(names[row], encoding, errors)


def _relations(file: Mapped, numbers: Numbers, _: Sequence[str]) -> Callable[[int], Relation | None]:
    number_at = file.pages("relations").number

    def relation_at(row: int) -> Relation | None:
        number = number_at(row)
        return numbers.relation(number - 1) if number else None

    return relation_at


_CELLS: Mapping[str, Callable[[Mapped, Numbers, Sequence[str]], Callable[[int], Any]]] = {
    "ids": _ids,
    "kinds": _kinds,
    "names": _names,
    "relations": _relations,
}


def sections_of(forest: Forest, numbers: Numbers) -> dict[str, Any]:
    """Return the sections of a view.

    Args:
        forest: Its rows.
        numbers: The numbers of the entities and relations.
    """
    ids = id_column(numbers, forest.ids)
    rows = range(1, len(ids) + 1)
    first_of = dict(
        zip(reversed(ids), reversed(rows), strict=True)
    )  # of the rows of an entity the first comes last
    further = compress(ids, map(ne, map(first_of.__getitem__, ids), rows))
    with_several = set(further) - {0}
    their_rows = [row for row, number in enumerate(ids) if number in with_several]
    their_rows.sort(key=ids.__getitem__)
    sections = {
        "ids": ids,
        "relations": relation_column(numbers, forest.relations),
        "first rows": array("I", map(first_of.get, range(1, max(ids, default=0) + 1), repeat(0))),
        "several": array("I", [ids[row] - 1 for row in their_rows]),
        "their rows": array("I", their_rows),
        "repeats": bytes(forest.repeats),
        "leaves": forest.leaves(),
        "parents": forest.parents,
        "ends": forest.ends,
        "depths": forest.depths,
    }
    sections["names"], sections["names ends"] = joined_texts(forest.names)
    return sections
