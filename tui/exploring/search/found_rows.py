"""The rows that a search finds, in order: few as a tuple of them, many as the bits of one number."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress
from operator import eq
from typing import overload

_ONE = ord("1")
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_FLAGS = bytes.maketrans(b"01", b"\0\1")


def bits_of_flags(flags: bytes | bytearray) -> int:
    """Return flags of 0 and 1 as the bits of one number, the first the highest."""
    return int(b"0" + flags.translate(_DIGITS), 2)


def flags_of_bits(bits: int, size: int) -> bytearray:
    """Return the lowest bits of a number as flags of 0 and 1, the highest of them first."""
    digits = bytearray(bin(1 << size | bits), "ascii")
    flags = digits.translate(_FLAGS)
    del flags[: len("0b1")]  # moves no byte
    return flags


def bits_of_rows(rows: Iterable[int], size: int) -> int:
    """Return rows of a view with `size` rows as the bits of one number, the first row the highest."""
    digits = bytearray(b"0") * (size + 1)
    for row in rows:
        digits[row] = _ONE
    return int(digits, 2) >> 1


class ManyRows(Sequence[int]):
    """Many rows of a view, in order; however many they are, no row has an object of its own.

    Attributes:
        bits: A bit for each row of the view, the first row the highest, 1 for those that are found.
        size: The number of rows of the view.
    """

    def __init__(self, bits: int, size: int) -> None:
        self.bits = bits
        self.size = size
        self._count = bits.bit_count()

    @cached_property
    def _packed(self) -> bytes:
        """The bits in bytes, of which the first has those of the first eight rows."""
        return (self.bits << -self.size % 8).to_bytes((self.size + 7) // 8, "big")

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
    if (first, end) == (0, rows.size):
        return rows
    inside = (1 << (end - first)) - 1 << (rows.size - end)
    return ManyRows(rows.bits & inside, rows.size)
