"""The shown rows of a tree, one byte per row, and the conversion between a row and its line on the screen."""

from bisect import bisect_right
from itertools import accumulate

_BLOCK = 1024


class ShownRows:
    """A flag for each row, 1 where it is shown; a line is the number of shown rows above one.

    Rows are counted a block at a time by the bits of one large integer, so that 300,000 rows cost as little
    as 300, and nothing but its byte is kept for each row.

    Attributes:
        version: A number that rises with every change.
    """

    def __init__(self, size: int) -> None:
        self.version = 0
        self._flags = bytearray(size)
        self._totals: list[int] | None = None

    def __len__(self) -> int:
        """Return the number of lines."""
        totals = self._counted()
        return totals[-1]

    def __contains__(self, row: int) -> bool:
        return 0 <= row < len(self._flags) and self._flags[row] == 1

    def fill(self, start: int, end: int, flags: bytes | bytearray | None) -> None:
        """Set the flags of the rows from `start` up to `end`; `None` hides all of them."""
        self._flags[start:end] = bytes(end - start) if flags is None else flags
        self._totals = None
        self.version += 1

    def line_of(self, row: int) -> int:
        """Return the line of a row, or the line that it would have if it were shown."""
        block = row // _BLOCK
        return self._counted()[block] + _ones(self._flags, block * _BLOCK, row)

    def row_at(self, line: int) -> int:
        """Return the row at a line.

        Raises:
            IndexError: There is no such line.
        """
        totals = self._counted()
        if not 0 <= line < totals[-1]:
            msg = f"no line {line}"
            raise IndexError(msg)
        block = bisect_right(totals, line) - 1
        row = block * _BLOCK - 1
        for _ in range(line - totals[block] + 1):
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
        if self._totals is None:
            size = len(self._flags)
            counts = (_ones(self._flags, start, start + _BLOCK) for start in range(0, size, _BLOCK))
            self._totals = list(accumulate(counts, initial=0))
        return self._totals


def _ones(flags: bytearray, start: int, end: int) -> int:
    return int.from_bytes(flags[start:end], "little").bit_count()
