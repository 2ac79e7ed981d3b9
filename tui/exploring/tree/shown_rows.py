"""The shown rows of a tree, one byte per row, and the conversion between a row and its line on the screen."""

from bisect import bisect_right
from itertools import accumulate

_BLOCK = 1 << 10
_SECTION = 1 << 14
_SAMPLE, _FEW = 256, 16


class ShownRows:
    """A flag for each row, 1 where it is shown; a line is the number of shown rows above one.

    Rows are counted by the bits of large integers: after a change only in the sections that it concerns, and block by
    block only in those where lines are asked for. So 300,000 rows cost as little as 300, and nothing but its byte is
    kept for each row.

    Attributes:
        version: A number that rises with every change.
    """

    def __init__(self, size: int) -> None:
        self.version = 0
        self._flags = bytearray(size)
        self._counts = [0] * -(-size // _SECTION)
        self._totals = [0] * (len(self._counts) + 1)
        self._blocks: dict[int, list[int]] = {}
        # the rows from the first to the end that have changed since they were counted
        self._changed = (size, 0)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self._counted()[-1]

    def __contains__(self, row: int) -> bool:
        return 0 <= row < len(self._flags) and self._flags[row] == 1

    def fill(self, start: int, end: int, flags: bytes | bytearray | None) -> None:
        """Set the flags of the rows from `start` up to `end`; `None` hides all of them."""
        self._flags[start:end] = bytes(end - start) if flags is None else flags
        first, last = self._changed
        self._changed = (min(first, start), max(last, end))
        self.version += 1

    def line_of(self, row: int) -> int:
        """Return the line of a row, or the line that it would have if it were shown."""
        section = row // _SECTION
        totals = self._counted()
        if section == len(self._counts):
            return totals[-1]
        block = row // _BLOCK * _BLOCK
        within = self._counted_in(section)[(block - section * _SECTION) // _BLOCK]
        return totals[section] + within + _ones(self._flags, block, row)

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
        row = section * _SECTION + block * _BLOCK - 1
        for _ in range(line - within[block] + 1):
            row = self._flags.find(1, row + 1)
        return row

    def rows(self, line: int, count: int) -> list[int]:
        """Return the rows at `count` lines from a line on; fewer where the tree ends."""
        if not 0 <= line < len(self):
            return []
        rows = [self.row_at(line)]
        while len(rows) < count and (row := self._flags.find(1, rows[-1] + 1)) >= 0:
            rows.append(row)
        return rows[:count]

    def after(self, row: int) -> int:
        """Return the next shown row; -1 for none."""
        return self._flags.find(1, row + 1)

    def before(self, row: int) -> int:
        """Return the shown row before a row; -1 for none."""
        return self._flags.rfind(1, 0, row)

    def _counted(self) -> list[int]:
        """Return the number of lines before each section, and that of all."""
        first, end = self._changed
        if first < end:
            for section in range(first // _SECTION, -(-end // _SECTION)):
                start = section * _SECTION
                self._counts[section] = _ones(self._flags, start, start + _SECTION)
                self._blocks.pop(section, None)
            self._totals = list(accumulate(self._counts, initial=0))
            self._changed = (len(self._flags), 0)
        return self._totals

    def _counted_in(self, section: int) -> list[int]:
        """Return the number of lines of a counted section before each of its blocks."""
        found = self._blocks.get(section)
        if found is None:
            start, end = section * _SECTION, min((section + 1) * _SECTION, len(self._flags))
            counts = (_ones(self._flags, block, block + _BLOCK) for block in range(start, end, _BLOCK))
            found = self._blocks[section] = list(accumulate(counts, initial=0))
        return found


def _ones(flags: bytearray, start: int, end: int) -> int:
    if flags.count(1, start, min(end, start + _SAMPLE)) < _FEW:
        return flags.count(
            1, start, end
        )  # passes over zeros four times as fast, and takes twice as long for many ones
    return int.from_bytes(flags[start:end], "little").bit_count()
