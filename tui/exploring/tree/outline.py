"""The folding of a view: which rows are open, and therefore which are shown."""

from collections.abc import Iterable

from tiers.model.views.forest import Forest

from .shown_rows import ShownRows

OPEN_ALL, CLOSE_ALL = "open", "close"
"""The two operations on all rows that can be undone."""

_BY_HAND = 1_000
"""How many rows count as opened by hand; finding more again in other rows would hold up a step in time."""


class Outline:
    """The rows of one view as a reader has folded them.

    Folding and unfolding fill slices of one byte per row; nothing is rebuilt, whatever the size of the view.

    Attributes:
        forest: The rows.
        shown: Which of them are shown.
        root: The row to which the outline is narrowed; -1 for the whole view.
    """

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.shown = ShownRows(len(forest))
        self.root = -1
        # a row without rows below it counts as open, so that a search for closed rows passes over it
        self._leaves = forest.leaves()
        self._open = bytearray(self._leaves)
        self._mask: bytearray | None = None
        self._open_unmasked: bytearray | None = None
        # the mask and the folding of the filter as it was set, once a row is opened or closed
        self._filter: tuple[bytes, bytes] | None = None
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
        """Whether only the rows of a mask are shown."""
        return self._mask is not None

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
        return self._open[row] == 1

    def has_children(self, row: int) -> bool:
        """Whether there are rows below a row, including those that a filter hides."""
        return not self._leaves[row]

    def depth(self, row: int) -> int:
        """Return the depth of a row below the root."""
        return self.forest.depths[row] - (self.forest.depths[self.root] if self.root >= 0 else 0)

    def open(self, row: int) -> None:
        """Show the rows below a row, folded as before; below a match also rows that do not match."""
        if not self._open[row]:
            self._note_filter()
            if self._mask is not None and not self._leads_on(row):
                self._mask[row + 1 : self.forest.ends[row]] = b"\1" * (self.forest.ends[row] - row - 1)
                self._open[row + 1 : self.forest.ends[row]] = self._leaves[row + 1 : self.forest.ends[row]]
            self._open[row] = 1
            if row in self.shown:
                self._fill(row + 1, self.forest.ends[row])

    def close(self, row: int) -> None:
        """Hide the rows below a row."""
        if self.has_children(row):
            self._note_filter()
            self._open[row] = 0
            if (
                row in self.shown
            ):  # rows above the root are not part of it, so that closing them hides nothing
                self.shown.fill(row + 1, self.forest.ends[row], None)

    def open_below(self, row: int) -> None:
        """Show every row below a row, even without a match; for -1 all rows or matches, and a second time undo that."""
        if row < 0 and self._taken_back(OPEN_ALL):
            return
        self._note_filter()
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
        self._note_filter()
        before = bytes(self._open)
        start, end = self._span(row)
        self._open[start:end] = self._leaves[start:end]
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
        self._note_filter()
        for row in rows:
            self._open[row] = 1
        self._lay_out()

    def reveal(self, row: int) -> None:
        """Make a row visible: open the rows above it, and drop a root or filter that hides it."""
        if row in self.shown:
            return
        if not self.first <= row < self.end:
            self.root = -1
        if self._mask is not None and not self._mask[row]:
            self.unfilter()
        self.open_rows(self.forest.ancestors(row))

    def narrow(self, root: int) -> None:
        """Show only a row and the opened rows below it; -1 shows the whole view again."""
        self.root = root
        if root >= 0:
            self._note_filter()
            self._open[root] = 1
        self._lay_out()

    def filter(self, mask: bytearray, opened: bytearray) -> None:
        """Show only some rows, unfolded; `unfilter` restores the previous folding.

        Args:
            mask: One byte per row, 1 for those to show: the matches and the rows above them.
            opened: One byte per row, 0 for matches without matches below them: these are closed, and can be
                opened. The outline keeps and changes both arrays.
        """
        if self._open_unmasked is None:
            self._open_unmasked = self._open
        self._open = opened
        self._mask = mask
        self._filter = None
        if self.root >= 0:
            self.shown.fill(0, len(self.forest), None)
        # nothing below a closed match is in the mask, so that no row has to be hidden
        self.shown.fill(self.first, self.end, mask if self.root < 0 else mask[self.first : self.end])

    def unfilter(self) -> None:
        """Show the rows again that were shown before the filter."""
        if self._open_unmasked is not None:
            self._open, self._open_unmasked, self._mask = self._open_unmasked, None, None
            self._lay_out()

    def folded_by_hand(self) -> list[tuple[int, bool]]:
        """Return the shown rows that were opened or closed since the filter was set, from the top, and whether each is open.

        Where these are too many to be a reader's own choice, there are none.
        """
        if self._mask is None or self._filter is None or self._open == self._filter[1]:
            return []
        mask, opened = self._filter
        found = []
        row = self.shown.after(-1)
        while row >= 0:
            is_open = self.is_open(row)
            if self.has_children(row) and is_open != (mask[row] == opened[row] == 1):
                found.append((row, is_open))
                if len(found) > _BY_HAND:
                    return []
            row = self.shown.after(row)
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

    def _note_filter(self) -> None:
        """Keep the mask and the folding of a filter before its first row is opened or closed."""
        if self._mask is not None and self._filter is None:
            self._filter = (bytes(self._mask), bytes(self._open))

    def _leads_on(self, row: int) -> bool:
        """Whether the filter shows some row below a row."""
        return self._mask is not None and self._mask.find(1, row + 1, self.forest.ends[row]) >= 0

    def _span(self, row: int) -> tuple[int, int]:
        return (row, self.forest.ends[row]) if row >= 0 else (self.first, self.end)

    def _lay_out(self) -> None:
        self.shown.fill(0, len(self.forest), None)
        self._fill(self.first, self.end)

    def _fill(self, start: int, end: int) -> None:
        """Show the rows of a slice whose parent is shown and open, then hide those below closed rows."""
        ends = self.forest.ends
        self.shown.fill(start, end, b"\1" * (end - start) if self._mask is None else self._mask[start:end])
        row = self._open.find(0, start, end)
        while row >= 0:
            self.shown.fill(row + 1, ends[row], None)
            row = self._open.find(0, ends[row], end)
