"""The shown rows of a tree, one bit per row, and the conversion between a row and its line on the screen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from tiers.model.views.row_bits import bits_of_flags, packed_bits, rows_of_packed

_BLOCK = 1 << 10
_SECTION = 1 << 14


class ShownRows:
    """A bit for each row, 1 where it is shown; a line is the number of shown rows above one.

    Rows are counted by the bits of large integers: after a change only in the sections that it concerns, and block by
    block only in those where lines are asked for. So 300,000 rows cost as little as 300, and nothing but its bit is
    kept for each row.

    Attributes:
        version: A number that rises with every change.
    """

    def __init__(self, size: int) -> None:
        self.version = 0
        self._size = size
        self._packed = bytearray((size + 7) >> 3)
        self._counts = [0] * -(-size // _SECTION)
        self._totals = [0] * (len(self._counts) + 1)
        self._blocks: dict[int, list[int]] = {}
        # the rows from the first to the end that have changed since they were counted
        self._changed = (size, 0)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self._counted()[-1]

    def __contains__(self, row: int) -> bool:
        return 0 <= row < self._size and self._packed[row >> 3] >> (~row & 7) & 1 == 1

    def __iter__(self) -> Iterator[int]:
        """Yield the shown rows in order."""
        return rows_of_packed(self._packed)

    def show(self, start: int, end: int) -> None:
        """Show all rows from `start` up to `end`."""
        self._set(start, end, (1 << max(end - start, 0)) - 1)

    def hide(self, start: int, end: int) -> None:
        """Hide all rows from `start` up to `end`."""
        self._set(start, end, 0)

    def fill(self, start: int, end: int, flags: bytes | bytearray) -> None:
        """Show the rows from `start` up to `end` whose flag is 1, and hide those whose flag is 0."""
        self._set(start, end, bits_of_flags(flags))

    def only(self, bits: int) -> None:
        """Show the rows with a bit of 1, the first row the highest, and hide all others."""
        self._packed[:] = packed_bits(bits, self._size)
        self._note_change(0, self._size)

    def line_of(self, row: int) -> int:
        """Return the line of a row, or the line that it would have if it were shown."""
        section = row // _SECTION
        totals = self._counted()
        if section == len(self._counts):
            return totals[-1]
        block = row // _BLOCK * _BLOCK
        within = self._counted_in(section)[(block - section * _SECTION) // _BLOCK]
        return totals[section] + within + (self._bits(block, row + 7 & ~7) >> (-row & 7)).bit_count()

    def row_at(self, line: int) -> int:
        """Return the row at a line.

        Raises:
            IndexError: There is no such line.
        """
        totals = self._counted()
        if not 0 <= line < totals[-1]:
            msg = f"no line {line}"
            raise IndexError(msg)
        section = bisect_right(totals, line) - 1
        line -= totals[section]
        within = self._counted_in(section)
        block = bisect_right(within, line) - 1
        start = section * _SECTION + block * _BLOCK
        bits, above = self._bits(start, start + _BLOCK), line - within[block]
        return start + bisect_left(
            range(_BLOCK), above + 1, key=lambda rows: (bits >> (_BLOCK - 1 - rows)).bit_count()
        )

    def rows(self, line: int, count: int) -> list[int]:
        """Return the rows at `count` lines from a line on; fewer where the tree ends."""
        if not 0 <= line < len(self):
            return []
        return list(islice(rows_of_packed(self._packed, self.row_at(line)), count))

    def after(self, row: int) -> int:
        """Return the next shown row; -1 for none."""
        return next(rows_of_packed(self._packed, row + 1), -1)

    def before(self, row: int) -> int:
        """Return the shown row before a row; -1 for none."""
        line = self.line_of(row)
        return self.row_at(line - 1) if line else -1

    def _set(self, start: int, end: int, bits: int) -> None:
        """Show the rows from `start` up to `end` with a bit of 1, the first row the highest, and hide those with 0."""
        if start < end:
            first, last, further = start >> 3, (end + 7) >> 3, -end & 7
            before = self._packed[first] & 0xFF << (-start & 7 or 8) & 0xFF
            after = self._packed[last - 1] & (1 << further) - 1
            self._packed[first:last] = (bits << further).to_bytes(last - first, "big")
            self._packed[first] |= before
            self._packed[last - 1] |= after
        self._note_change(start, end)

    def _note_change(self, start: int, end: int) -> None:
        first, last = self._changed
        self._changed = (min(first, start), max(last, end))
        self.version += 1

    def _bits(self, start: int, end: int) -> int:
        """Return the bits of the rows from `start` up to `end`, both divisible by eight, the first row the highest."""
        part = self._packed[start >> 3 : end >> 3]
        return int.from_bytes(part, "big") << (end - start - 8 * len(part))

    def _counted(self) -> list[int]:
        """Return the number of lines before each section, and that of all."""
        first, end = self._changed
        if first < end:
            for section in range(first // _SECTION, -(-end // _SECTION)):
                start = section * _SECTION
                self._counts[section] = self._bits(start, start + _SECTION).bit_count()
                self._blocks.pop(section, None)
            self._totals = list(accumulate(self._counts, initial=0))
            self._changed = (self._size, 0)
        return self._totals

    def _counted_in(self, section: int) -> list[int]:
        """Return the number of lines of a counted section before each of its blocks."""
        found = self._blocks.get(section)
        if found is None:
            start, end = section * _SECTION, min((section + 1) * _SECTION, self._size)
            counts = (self._bits(block, block + _BLOCK).bit_count() for block in range(start, end, _BLOCK))
            found = self._blocks[section] = list(accumulate(counts, initial=0))
        return found
