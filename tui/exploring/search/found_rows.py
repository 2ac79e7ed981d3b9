"""The rows that a search finds, in order: few as a tuple of them, many as a byte for each row of the view."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq
from typing import overload

from ..tree.shown_rows import ShownRows


class FlaggedRows(Sequence[int]):
    """The flagged rows of a view, in order; however many they are, no row has an object of its own.

    Attributes:
        flags: One byte for each row of the view, 1 for those that are found.
    """

    def __init__(self, flags: bytes | bytearray) -> None:
        self.flags = flags
        self._counted = ShownRows(len(flags))
        self._counted.fill(0, len(flags), flags)

    def __len__(self) -> int:
        return len(self._counted)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return list(map(self._counted.row_at, range(*at.indices(len(self)))))
        return self._counted.row_at(at + len(self) if at < 0 else at)

    def __iter__(self) -> Iterator[int]:
        return compress(range(len(self.flags)), self.flags)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row in self._counted

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment] # as of a list

    def position(self, row: int) -> int:
        """Return how many of the rows are before a row of the view."""
        return self._counted.line_of(row)


def position(rows: Sequence[int], row: int) -> int:
    """Return how many of the rows found are before a row."""
    return rows.position(row) if isinstance(rows, FlaggedRows) else bisect_left(rows, row)


def has(rows: Sequence[int], row: int) -> bool:
    """Return whether a row is among those found."""
    if isinstance(rows, FlaggedRows):
        return row in rows
    at = bisect_left(rows, row)
    return at < len(rows) and rows[at] == row


def within(rows: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Return the rows found from `first` up to `end`."""
    if not isinstance(rows, FlaggedRows):
        return rows[bisect_left(rows, first) : bisect_left(rows, end)]
    size = len(rows.flags)
    if (first, end) == (0, size):
        return rows
    return FlaggedRows(bytes(first) + rows.flags[first:end] + bytes(size - end))
