"""The rows that a search finds, in order: few as a tuple of them, many as the bits of one number."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress
from operator import eq
from typing import overload

from tiers.model.views.row_bits import flags_of_bits, packed_bits, rows_of_packed

_FEW = 16
"""If fewer than one row in this many is found, the others are passed over in blocks."""


class ManyRows(Sequence[int]):
    """Many rows of a view, in order; however many they are, no row has an object of its own.

    Attributes:
        bits: A bit for each row of the view, the first row the highest, 1 for those that are found.
        size: The number of rows of the view.
    """

    def __init__(self, bits: int, size: int) -> None:
        self.bits = bits
        self.size = size

    @cached_property
    def _count(self) -> int:
        return self.bits.bit_count()

    @cached_property
    def _packed(self) -> bytes:
        return packed_bits(self.bits, self.size)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return list(self)[at]
        at = range(self._count)[at]
        return bisect_left(range(self.size), at + 1, key=lambda row: self.position(row + 1))

    def __iter__(self) -> Iterator[int]:
        if self._count * _FEW < self.size:
            return rows_of_packed(self._packed)
        return compress(range(self.size), flags_of_bits(self.bits, self.size))

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and 0 <= row < self.size and self._packed[row >> 3] >> (~row & 7) & 1 == 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment] # as of a list

    def position(self, row: int) -> int:
        """Return how many of the rows are before a row of the view."""
        before = int.from_bytes(self._packed[: (row + 7) >> 3], "big") >> (-row & 7)
        return before.bit_count()

    def within(self, first: int, end: int) -> "ManyRows":
        """Return the rows from `first` up to `end`."""
        if (first, end) == (0, self.size):
            return self
        inside = (1 << (end - first)) - 1 << (self.size - end)
        return ManyRows(self.bits & inside, self.size)


def position(rows: Sequence[int], row: int) -> int:
    """Return how many of the rows found are before a row."""
    return rows.position(row) if isinstance(rows, ManyRows) else bisect_left(rows, row)


def has(rows: Sequence[int], row: int) -> bool:
    """Return whether a row is among those found."""
    if isinstance(rows, ManyRows):
        return row in rows
    at = bisect_left(rows, row)
    return at < len(rows) and rows[at] == row


def within(rows: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Return the rows found from `first` up to `end`."""
    if not isinstance(rows, ManyRows):
        return rows[bisect_left(rows, first) : bisect_left(rows, end)]
    return rows.within(first, end)
