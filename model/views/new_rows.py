"""The rows of a view while it is laid out again in part: own rows, and rows of an earlier forest that are kept."""

from array import array
from bisect import bisect_right, insort
from collections.abc import Iterator
from itertools import repeat
from operator import add

from ..format.records import Relation
from .forest import Forest, Numbers
from .patched import OwnRows, PatchedForest, Pieces

Pair = tuple[int, int]
"""A row of the earlier forest that is kept, and the row that it is now."""


class NewRows:
    """The rows laid out so far.

    Attributes:
        earlier: The earlier forest.
        ends: One past the last row of each subtree.
        repeats: The values of `Forest.repeats`.
        mine: The own rows of each entity.
        bare: The own rows below which nothing is shown by design.
        moved: The earlier rows, from the first to one past the last, that are now below rows which they were above.
    """

    def __init__(self, earlier: Forest) -> None:
        self.earlier = earlier
        self.ends = array("i")
        self.repeats = bytearray()
        self.mine: dict[str, list[int]] = {}
        self.bare: set[int] = set()
        self.moved: list[tuple[int, int]] = []
        self._parents, self._depths = array("i"), array("i")
        self._own, self._pieces = OwnRows(), Pieces()
        self._kept: list[tuple[int, int, int]] = []  # earlier rows, with where they are now; sorted
        self._first, self._earlier_own, self._earlier_pieces = earlier, OwnRows(), Pieces()
        if isinstance(earlier, PatchedForest):
            self._first, self._earlier_own, self._earlier_pieces = (
                earlier.earlier,
                earlier.own,
                earlier.pieces,
            )
        else:
            self._earlier_pieces.add(0, len(earlier))

    def __len__(self) -> int:
        return len(self._parents)

    def forest(self) -> PatchedForest:
        """Return the finished rows."""
        return PatchedForest(
            self._first,
            self._own,
            self._pieces,
            parents=self._parents,
            ends=self.ends,
            depths=self._depths,
            repeats=bytes(self.repeats),
        )

    def close(self, row: int) -> int:
        """End the rows below a row, and return its parent."""
        self.ends[row] = len(self)
        return self._parents[row]

    def add(
        self,
        cells: tuple[str | None, str, str, Relation | None],
        parent: int,
        depth: int,
        flag: int = 0,
    ) -> int:
        """Add an own row.

        Args:
            cells: Its entity, kind, name and relation.
            parent: The row of its parent; -1 for none.
            depth: The number of rows above it.
            flag: Its value of `Forest.repeats`.
        """
        row, entity_id = len(self), cells[0]
        self._pieces.add(-1 - self._own.add(*cells))
        self._parents.append(parent)
        self.ends.append(row + 1)
        self._depths.append(depth)
        self.repeats.append(flag)
        if entity_id is not None:
            self.mine.setdefault(entity_id, []).append(row)
        return row

    def keep(self, start: int, end: int, parent: int, depth: int) -> None:
        """Add rows of the earlier forest: siblings with all that is below them, or one row without what is below it."""
        earlier, here = self.earlier, len(self)
        if self._kept and start < self._kept[-1][0]:
            self.moved.append((start, end))
        insort(self._kept, (start, end, here))
        for origin, length in self._earlier_pieces.between(start, end):
            if origin >= 0:
                self._pieces.add(origin, length)
            else:
                for cells in self._earlier_own.cells(-1 - origin, length):
                    self._pieces.add(-1 - self._own.add(*cells))
        _extend(self.ends, earlier.ends[start:end], here - start)
        _extend(self._depths, earlier.depths[start:end], depth - earlier.depths[start])
        _extend(self._parents, earlier.parents[start:end], here - start)
        self.repeats += earlier.repeats[start:end]
        row, last = here, len(self)
        while row < last:
            self._parents[row] = parent
            row = self.ends[row]

    def kept_rows(self, entity_id: str) -> list[Pair]:
        """Return the earlier rows of an entity that are kept so far."""
        found: list[Pair] = []
        for row in self.earlier.rows_of(entity_id):
            at = bisect_right(self._kept, row, key=_start) - 1
            if at >= 0:
                start, end, here = self._kept[at]
                if row < end:
                    found.append((row, here + row - start))
        return found

    def has(self, entity_id: str) -> bool:
        """Return whether an entity has a row."""
        return entity_id in self.mine or bool(self.kept_rows(entity_id))

    def dropped(self) -> set[str]:
        """Return the entities of the earlier rows that are not kept."""
        found: set[str | None] = set()
        ids, row = self.earlier.ids, 0
        for start, end, _ in (*self._kept, (len(self.earlier), 0, 0)):
            found.update(ids[row:start])
            row = end
        return {each for each in found if each is not None}

    def in_moved(self) -> Iterator[str]:
        """Yield the entities with several rows of which one is in moved rows."""
        for start, end in self.moved:
            for each in self.earlier.ids[start:end]:
                if each is not None and len(self.earlier.rows_of(each)) > 1:
                    yield each


def _start(kept: tuple[int, int, int]) -> int:
    return kept[0]


def _extend(column: "array[int]", numbers: Numbers, by: int) -> None:
    """Add to a column the numbers of earlier rows, with another number added to each."""
    if by:
        column.extend(map(add, numbers, repeat(by)))
    else:
        column.frombytes(memoryview(numbers).cast("B"))  # copied at once, not number by number
