"""The rows that a filtered view shows: those found and all above them, and which of them are closed."""

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tiers.model.views.forest import Forest
from tiers.model.views.row_bits import bits_of_flags, bits_of_rows

from .found_rows import ManyRows

_ONE_BY_ONE = 1024
"""If fewer than one row in this many is found, the rows above them are looked up one by one."""

_DEEPEST = 64
"""Depth from which this is done too: all rows at once take a step for each depth."""


class Filtered(NamedTuple):
    """The rows of a filtered view as the bits of two numbers, the first row of the view the highest.

    Attributes:
        shown: 1 for the rows found and all rows above them.
        closed: 1 for the rows found that have rows below them, none of which is found.
    """

    shown: int
    closed: int


class _Levels(NamedTuple):
    """The depths of the rows of a view as bits.

    Attributes:
        steps: For each depth the rows that are deeper, and the rows that are so deep.
        inner: The rows with rows below them.
    """

    steps: Sequence[tuple[int, int]]
    inner: int


class Filtering:
    """Filters one view by rows that are found in it.

    Many rows are filtered as the bits of a few large integers, with the first row as the highest bit: a view
    of 600,000 rows takes 1 ms that way, and half a second row by row.
    """

    def __init__(self, forest: Forest) -> None:
        self._forest = forest
        self._levels: _Levels | None = None
        self._is_too_deep = False

    def by(self, found: Sequence[int]) -> Filtered:
        """Return the rows of the view filtered by the rows found."""
        size = len(self._forest)
        levels = None if len(found) * _ONE_BY_ONE < size else self._by_depth()
        if levels is None:
            return self.one_by_one(found)
        bits = found.bits if isinstance(found, ManyRows) else bits_of_rows(found, size)
        above = _above(bits, levels.steps)
        return Filtered(bits | above, bits & ~above & levels.inner)

    def one_by_one(self, found: Iterable[int]) -> Filtered:
        """Return the same as `by`, gone through row by row."""
        size, parents, ends = len(self._forest), self._forest.parents, self._forest.ends
        above: set[int] = set()
        every = list(found)
        for each in every:
            row = parents[each]
            while row >= 0 and row not in above:
                above.add(row)
                row = parents[row]
        closed = [row for row in every if ends[row] > row + 1 and row not in above]
        return Filtered(bits_of_rows(above.union(every), size), bits_of_rows(closed, size))

    def _by_depth(self) -> _Levels | None:
        """Return the depths of the rows; `None` for a very deep view."""
        if self._levels is None and not self._is_too_deep:
            at_depth = _rows_by_depth(self._forest)
            if at_depth is None:
                self._is_too_deep = True
                return None
            steps: list[tuple[int, int]] = []
            deeper = 0
            for here in reversed(at_depth):
                steps.append((deeper, here))
                deeper |= here
            del steps[:1]  # no row is below the deepest ones
            self._levels = _Levels(steps, _above(deeper, steps))
        return self._levels


def _above(found: int, steps: Iterable[tuple[int, int]]) -> int:
    """Return the rows above some rows, from the rows that are deeper than each depth and those that are so deep."""
    above = 0
    for lower, here in steps:
        # Added to a run of ones, whatever is found in the run carries into the bit before it: that of the row at
        # this depth, under which the rows of the run are. The row before a run that stays empty has no carry.
        above |= (found & lower) + lower & here
    return above


def _rows_by_depth(forest: Forest) -> list[int] | None:
    """Return the rows at each depth as bits; `None` for a very deep view.

    The digits of the depths in base 2 are turned into bits, and the rows at a depth combined from these: to turn 600,000
    bytes into bits takes 3 ms, to combine such bits a hundredth of that.
    """
    depths = forest.depths
    whole, size = bytes(memoryview(depths).cast("B")), depths.itemsize
    by_row = whole[0 if sys.byteorder == "little" else size - 1 :: size]
    is_in_one_byte = whole.count(0) == by_row.count(0) + len(by_row) * (size - 1)
    if not is_in_one_byte or by_row.translate(None, bytes(range(_DEEPEST))):
        return None
    present = [depth for depth in range(_DEEPEST) if depth in by_row]
    places = range(max(present, default=0).bit_length())
    digits = [bits_of_flags(by_row.translate(_digit(place))) for place in places]
    every = (1 << len(by_row)) - 1
    found: list[int] = []
    for depth in range(max(present, default=0) + 1):
        here = every
        for place in places:
            here &= digits[place] if depth >> place & 1 else ~digits[place]
        found.append(here)
    return found


def _digit(place: int) -> bytes:
    """Return the table that replaces a number below 256 by its digit in base 2 at a place, the lowest place 0."""
    return bytes(number >> place & 1 for number in range(256))
