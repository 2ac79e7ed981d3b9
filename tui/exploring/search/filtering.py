"""The rows that a filtered view shows: those found and all above them, and which of them are open."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tiers.model.views.forest import Forest

from .found_rows import ManyRows, bits_of_flags, bits_of_rows, flags_of_bits

_ONE_BY_ONE = 128
"""If fewer than one row in this many is found, the rows above them are looked up one by one."""

_DEEPEST = 64
"""Depth from which this is done too: all rows at once take a step for each depth."""


class Filtered(NamedTuple):
    """The rows of a filtered view, with one byte for each row of the whole.

    Attributes:
        mask: 1 for the rows found and all rows above them.
        opened: 0 for the rows found that have rows below them, none of which is found; else 1.
    """

    mask: bytearray
    opened: bytearray


class Filtering:
    """Filters one view by rows that are found in it.

    Many rows are filtered as the bits of a few large integers, with the first row as the highest bit: a view
    of 600,000 rows takes 4 ms that way, and half a second row by row.
    """

    def __init__(self, forest: Forest) -> None:
        self._forest = forest
        self._levels: list[tuple[int, int]] | None = None
        self._leaf_flags = forest.leaves()
        self._leaf_bits = 0
        self._deepest = -1

    def by(self, found: Sequence[int]) -> Filtered:
        """Return the rows of the view filtered by the rows found."""
        size = len(self._forest)
        levels = None if len(found) * _ONE_BY_ONE < size else self._by_depth()
        if levels is None:
            return self.one_by_one(found)
        bits = found.bits if isinstance(found, ManyRows) else bits_of_rows(found, size)
        return self._at_once(bits, levels)

    def one_by_one(self, found: Iterable[int]) -> Filtered:
        """Return the same as `by`, gone through row by row."""
        forest, leaves = self._forest, self._leaf_flags
        parents, ends = forest.parents, forest.ends
        mask = bytearray(len(forest))
        inner: list[int] = []
        for each in found:
            if not leaves[each]:
                inner.append(each)
            row = each
            while row >= 0 and not mask[row]:
                mask[row] = 1
                row = parents[row]
        opened = bytearray(b"\1") * len(forest)
        for row in inner:
            if mask.find(1, row + 1, ends[row]) < 0:
                opened[row] = 0
        return Filtered(mask, opened)

    def _at_once(self, found: int, levels: Sequence[tuple[int, int]]) -> Filtered:
        size, above = len(self._forest), 0
        for lower, here in levels:
            # Added to a run of ones, whatever is found in the run carries into the bit before it: that of the row at
            # this depth, under which the rows of the run are. The row before a run that stays empty has no carry.
            above |= (found & lower) + lower & here
        closed = found & ~above & ~self._leaf_bits
        opened = flags_of_bits(~closed & (1 << size) - 1, size) if closed else bytearray(b"\1") * size
        return Filtered(flags_of_bits(found | above, size), opened)

    def _by_depth(self) -> Sequence[tuple[int, int]] | None:
        """Return for each depth the rows that are deeper, and those that are so deep; `None` for a very deep view."""
        if self._levels is None and self._deepest < 0:
            depths = self._forest.depths
            self._deepest = max(depths, default=0)
            if self._deepest < _DEEPEST:
                depth_of_row = bytes(iter(depths))
                self._leaf_bits = bits_of_flags(self._leaf_flags)
                self._levels = [
                    (
                        _bits_where(depth_of_row, range(depth + 1, self._deepest + 1)),
                        _bits_where(depth_of_row, range(depth, depth + 1)),
                    )
                    for depth in range(self._deepest)
                ]
        return self._levels


def _bits_where(numbers: bytes, wanted: range) -> int:
    """Return a bit for each number, the first the highest: 1 where it is one of those wanted."""
    return int(b"0" + numbers.translate(bytes(48 + (each in wanted) for each in range(256))), 2)
