"""The rows that a search finds, in order: few as a tuple of them, many as a byte for each row of the view."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq
from typing import overload

_DIGITS = bytes.maketrans(b"\0\1", b"01")
_FLAGS = bytes.maketrans(b"01", b"\0\1")


def bits_of_flags(flags: bytes | bytearray) -> int:
    """Return flags of 0 and 1 as the bits of one number, the first the highest."""
    return int(b"0" + flags.translate(_DIGITS), 2)


def flags_of_bits(bits: int, size: int) -> bytearray:
    """Return the lowest bits of a number as flags of 0 and 1, the highest of them first."""
    return bytearray(bin(1 << size | bits)[3:].encode().translate(_FLAGS))


class FlaggedRows(Sequence[int]):
    """The flagged rows of a view, in order; however many they are, no row has an object of its own.

    Attributes:
        flags: One byte for each row of the view, 1 for those that are found.
        bits: The same as the bits of one number, the first row the highest.
    """

    def __init__(self, flags: bytes | bytearray) -> None:
        self.flags = flags
        self.bits = bits_of_flags(flags)
        self._count = self.bits.bit_count()

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
        return bisect_left(range(len(self.flags)), at + 1, key=lambda row: self.position(row + 1))

    def __iter__(self) -> Iterator[int]:
        return compress(range(len(self.flags)), self.flags)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and 0 <= row < len(self.flags) and self.flags[row] == 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment] # as of a list

    def position(self, row: int) -> int:
        """Return how many of the rows are before a row of the view."""
        return (self.bits >> (len(self.flags) - row)).bit_count()


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
