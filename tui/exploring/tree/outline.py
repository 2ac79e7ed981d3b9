"""The folding of a view: which rows are open, and therefore which are shown."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tiers.model.views.forest import Forest
from tiers.model.views.row_bits import flags_of_bits

from ..search.found_rows import ManyRows
from .shown_rows import ShownRows

if TYPE_CHECKING:
    from ..search.filtering import Filtered

OPEN_ALL, CLOSE_ALL = "open", "close"
"""The two operations on all rows that can be undone."""

_BY_HAND = 1_000
"""How many rows count as opened by hand; finding more again in other rows would hold up a step in time."""


class Outline:
    """The rows of one view as a reader has folded them.

    Folding and unfolding fill slices of one byte per row; nothing is rebuilt, whatever the size of the view. A filter has
    a bit for each row until a row is opened or closed in it, so that a letter of a search makes no byte for each row.

    Attributes:
        forest: The rows.
        shown: Which of them are shown.
        root: The row to which the outline is narrowed; -1 for the whole view.
        leaves: A byte for each row: 1 where no row is below it, which counts as open, so that a search for closed rows
            passes over it; else 0.
    """

    def __init__(self, forest: Forest, like: "Outline | None" = None) -> None:
        """Close all rows.

        Args:
            forest: The rows.
            like: Another outline; if it is of the same rows, it is not found out again which have none below them.
        """
        self.forest = forest
        self.shown = ShownRows(len(forest))
        self.root = -1
        self.leaves: bytes = like.leaves if like is not None and like.forest is forest else forest.leaves()
        self._open = bytearray(self.leaves)
        # the rows that the filter shows, and those of them that it closes, as it was set
        self._filter: tuple[ManyRows, ManyRows] | None = None
        # a byte for each row that the filter shows, once a row was opened or closed in it; `_open` is of the filter then
        self._mask: bytearray | None = None
        self._open_unmasked: bytearray | None = None
        self._before_all: tuple[str, int, bytes] | None = None
        self._lay_out()

    @property
    def first(self) -> int:
        """The first row within the root."""
        return self.forest.extent(self.root)[0]

    @property
    def end(self) -> int:
        """One past the last row within the root."""
        return self.forest.extent(self.root)[1]

    @property
    def is_filtered(self) -> bool:
        """Whether only the rows of a filter are shown."""
        return self._filter is not None

    @property
    def folding(self) -> bytes:
        """Which rows are open without the filter, to be restored later."""
        return bytes(self._open if self._open_unmasked is None else self._open_unmasked)

    @folding.setter
    def folding(self, folding: bytes) -> None:
        if self._open_unmasked is None:
            if self._open != folding:
                self._open = bytearray(folding)
                self._lay_out()
        else:
            self._open_unmasked = bytearray(folding)

    def is_open(self, row: int) -> bool:
        """Whether the rows below a row are shown; true if there are none."""
        if self._filter is not None and self._mask is None:
            return row not in self._filter[1]
        return self._open[row] == 1

    def has_children(self, row: int) -> bool:
        """Whether there are rows below a row, including those that a filter hides."""
        return not self.leaves[row]

    def depth(self, row: int) -> int:
        """Return the depth of a row below the root."""
        return self.forest.depths[row] - (self.forest.depths[self.root] if self.root >= 0 else 0)

    def open(self, row: int) -> None:
        """Show the rows below a row, folded as before; below a match also rows that do not match."""
        if not self.is_open(row):
            self._unpack_filter()
            if self._mask is not None and not self._leads_on(row):
                self._mask[row + 1 : self.forest.ends[row]] = b"\1" * (self.forest.ends[row] - row - 1)
                self._open[row + 1 : self.forest.ends[row]] = self.leaves[row + 1 : self.forest.ends[row]]
            self._open[row] = 1
            if row in self.shown:
                self._fill(row + 1, self.forest.ends[row])

    def close(self, row: int) -> None:
        """Hide the rows below a row."""
        if self.has_children(row):
            self._unpack_filter()
            self._open[row] = 0
            if (
                row in self.shown
            ):  # rows above the root are not part of it, so that closing them hides nothing
                self.shown.hide(row + 1, self.forest.ends[row])

    def open_below(self, row: int) -> None:
        """Show every row below a row, even without a match; for -1 all rows or matches, and a second time undo that."""
        if row < 0 and self._taken_back(OPEN_ALL):
            return
        self._unpack_filter()
        before = bytes(self._open)
        start, end = self._span(row)
        if self._mask is not None and row >= 0:
            self._mask[start:end] = b"\1" * (end - start)
        self._open[start:end] = b"\1" * (end - start)
        self._lay_out()
        self._before_all = (OPEN_ALL, self.shown.version, before) if row < 0 else None

    def close_below(self, row: int) -> None:
        """Close a row and every row below it; for -1 all rows but the root, and a second time undo that."""
        if row < 0 and self._taken_back(CLOSE_ALL):
            return
        self._unpack_filter()
        before = bytes(self._open)
        start, end = self._span(row)
        self._open[start:end] = self.leaves[start:end]
        if row < 0 <= self.root:
            self._open[self.root] = 1
        self._lay_out()
        self._before_all = (CLOSE_ALL, self.shown.version, before) if row < 0 else None

    def _taken_back(self, what: str) -> bool:
        """Undo opening or closing everything if nothing was folded since; return whether it was undone."""
        done, self._before_all = self._before_all, None
        if done is None or done[:2] != (what, self.shown.version):
            return False
        self._open = bytearray(done[2])
        self._lay_out()
        return True

    @property
    def is_all(self) -> bool:
        """Whether everything has just been opened or closed, so that the same operation undoes it."""
        return self._before_all is not None and self._before_all[1] == self.shown.version

    def open_rows(self, rows: Iterable[int]) -> None:
        """Open several rows at once."""
        self._unpack_filter()
        for row in rows:
            self._open[row] = 1
        self._lay_out()

    def reveal(self, row: int) -> None:
        """Make a row visible: open the rows above it, and drop a root or filter that hides it."""
        if row in self.shown:
            return
        if not self.first <= row < self.end:
            self.root = -1
        if self._filter is not None and not self._passes(row):
            self.unfilter()
        self.open_rows(self.forest.ancestors(row))

    def narrow(self, root: int) -> None:
        """Show only a row and the opened rows below it; -1 shows the whole view again."""
        self.root = root
        self._unpack_filter()
        if root >= 0:
            self._open[root] = 1
        self._lay_out()

    def filter(self, filtered: "Filtered") -> None:
        """Show only some rows, unfolded; `unfilter` restores the previous folding.

        Args:
            filtered: The rows to show, the matches and the rows above them; and the matches without matches below them,
                which are closed, and can be opened.
        """
        size = len(self.forest)
        if self._open_unmasked is None:
            self._open_unmasked = self._open
        self._open, self._mask = bytearray(), None
        self._filter = (ManyRows(filtered.shown, size), ManyRows(filtered.closed, size))
        # nothing below a closed match is in the filter, so that no row has to be hidden
        self.shown.only(self._filter[0].within(self.first, self.end).bits)

    def unfilter(self) -> None:
        """Show the rows again that were shown before the filter."""
        if self._open_unmasked is not None:
            self._open, self._open_unmasked = self._open_unmasked, None
            self._filter = self._mask = None
            self._lay_out()

    def folded_by_hand(self) -> list[tuple[int, bool]]:
        """Return the shown rows that were opened or closed since the filter was set, from the top, and whether each is open.

        The list is empty if they are too many for a reader to have chosen each, as after all rows were opened.
        """
        if self._filter is None or self._mask is None:
            return []
        shown, closed = self._filter
        if self._open == _open_rows(closed):
            return []
        found = []
        for row in self.shown:
            is_open = self.is_open(row)
            if self.has_children(row) and is_open != (row in shown and row not in closed):
                found.append((row, is_open))
                if len(found) > _BY_HAND:
                    return []
        return found

    def fold_as(self, rows: Iterable[tuple[int, bool]]) -> list[tuple[int, bool]]:
        """Open and close rows, each if it is shown by then; return those that are not.

        Args:
            rows: The rows, and whether each is to be open.
        """
        left = []
        for row, is_open in sorted(rows):
            if row in self.shown:
                (self.open if is_open else self.close)(row)
            else:
                left.append((row, is_open))
        return left

    def _unpack_filter(self) -> None:
        """Make a byte for each row of a filter before its first row is opened or closed."""
        if self._filter is not None and self._mask is None:
            shown, closed = self._filter
            self._mask, self._open = flags_of_bits(shown.bits, shown.size), _open_rows(closed)

    def _passes(self, row: int) -> bool:
        """Whether the filter shows a row, or did once the row above it was opened."""
        if self._mask is not None:
            return self._mask[row] == 1
        return self._filter is None or row in self._filter[0]

    def _leads_on(self, row: int) -> bool:
        """Whether the filter shows some row below a row."""
        return self._mask is not None and self._mask.find(1, row + 1, self.forest.ends[row]) >= 0

    def _span(self, row: int) -> tuple[int, int]:
        return (row, self.forest.ends[row]) if row >= 0 else (self.first, self.end)

    def _lay_out(self) -> None:
        self.shown.hide(0, len(self.forest))
        self._fill(self.first, self.end)

    def _fill(self, start: int, end: int) -> None:
        """Show the rows of a slice whose parent is shown and open, but not those below closed rows."""
        ends, row = self.forest.ends, self._open.find(0, start, end)
        if row < 0 and self._mask is None:
            self.shown.show(start, end)
            return
        flags = bytearray(b"\1") * (end - start) if self._mask is None else self._mask[start:end]
        while row >= 0:
            below = ends[row] - row - 1
            flags[row + 1 - start : row + 1 - start + below] = bytes(below)
            row = self._open.find(0, ends[row], end)
        self.shown.fill(start, end, flags)


def _open_rows(closed: ManyRows) -> bytearray:
    """Return a byte for each row of a view: 0 for those that are closed, else 1."""
    return flags_of_bits(closed.bits ^ (1 << closed.size) - 1, closed.size)
