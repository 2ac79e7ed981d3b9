"""The state of one view in the explorer: the cursor, the folding, the search."""

from collections.abc import Iterable, Sequence

from tiers.model.views.forest import Forest

from ..search.finding import Finder, Found
from ..search.found_rows import within
from .outline import Outline


class Walk:
    """The state of one view in the explorer.

    Attributes:
        outline: The rows with their folding.
        finder: Finds rows.
        cursor: The row of the cursor; -1 in a view without rows.
        found: The matches of the query; `None` without a query.
        filtering: Whether only the matches and the rows above them are shown.
    """

    def __init__(self, outline: Outline, finder: Finder, cursor: int = -1) -> None:
        self.outline = outline
        self.finder = finder
        self.cursor = cursor
        self.found: Found | None = None
        self.filtering = True
        self._roots: list[int] = []
        self._before: tuple[int, bytes] = (-1, b"")
        # while the index is unfinished: rows to fold once they are shown; the row to go back to once it is shown, and the
        # row of the cursor until then
        self._folded: dict[int, bool] = {}
        self._wanted: tuple[int, int] = (-1, -1)

    @property
    def forest(self) -> Forest:
        """The rows of the view."""
        return self.outline.forest

    @property
    def roots(self) -> Sequence[int]:
        """The rows to which the view was narrowed, each inside the one before."""
        return self._roots

    @property
    def path(self) -> list[int]:
        """The rows from the top of the view down to the cursor's."""
        return [*reversed([*self.forest.ancestors(self.cursor)]), self.cursor] if self.cursor >= 0 else []

    @property
    def kept(self) -> str:
        """The query that filters the rows; empty for none."""
        return self.found.query if self.found is not None and self.outline.is_filtered else ""

    def put(self, row: int) -> None:
        """Put the cursor on a row and show it; a root or a filter that hides the row is dropped."""
        if row < 0:
            return
        self.outline.reveal(row)
        if self.outline.root < 0:
            self._roots.clear()
        if self.found is not None and self.filtering and not self.outline.is_filtered:
            self.found = None
        self.cursor = row

    # Moving

    def move(self, lines: int) -> None:
        """Move by a number of lines, stopping at the ends."""
        if self.cursor >= 0:
            self.to_line(self.outline.shown.line_of(self.cursor) + lines)

    def to_line(self, line: int) -> None:
        """Move to a line, or to the nearest one that exists."""
        shown = self.outline.shown
        if len(shown):
            self.cursor = shown.row_at(min(max(line, 0), len(shown) - 1))

    def to_sibling(self, by: int) -> None:
        """Move to the next row below the same parent for 1, to the previous one for -1."""
        if self.cursor < 0 or self.cursor == self.outline.root:
            return
        siblings = list(self.forest.children(self.forest.parents[self.cursor]))
        at = siblings.index(self.cursor)
        rest = siblings[at + 1 :] if by > 0 else reversed(siblings[:at])
        self.cursor = next((row for row in rest if row in self.outline.shown), self.cursor)

    def to_end(self) -> None:
        """Move to the last line."""
        self.to_line(len(self.outline.shown) - 1)

    # Folding

    def unfold(self) -> None:
        """Open the row of the cursor, and its only group; if it is open already, move to the first row below it."""
        row = self.cursor
        if row < 0 or not self.outline.has_children(row):
            return
        if not self.outline.is_open(row):
            self.outline.open(row)
            only = self._only_group(row)
            if only >= 0:
                self.outline.open(only)
            return
        below = self.outline.shown.after(row)
        if 0 <= below < self.forest.ends[row]:
            self.cursor = below

    def _only_group(self, row: int) -> int:
        """Return the only group below a row, not counting *Also recorded*; -1 if there is more."""
        from tiers.model.views.tiers import ALSO_RECORDED  # noqa: PLC0415 - a stored view comes without its module

        forest = self.forest
        inside = [each for each in forest.children(row) if forest.names[each] != ALSO_RECORDED]
        return inside[0] if len(inside) == 1 and forest.ids[inside[0]] is None else -1

    def fold(self) -> None:
        """Close the row of the cursor; if it is closed already, move to the row above it."""
        row = self.cursor
        if row < 0:
            return
        if self.outline.has_children(row) and self.outline.is_open(row):
            self.outline.close(row)
        elif row != self.outline.root and self.forest.parents[row] >= 0:
            self.cursor = self.forest.parents[row]

    def toggle(self, row: int | None = None) -> None:
        """Open or close a row, by default that of the cursor; a cursor below it moves up to it."""
        row = self.cursor if row is None else row
        if row < 0 or not self.outline.has_children(row):
            return
        if not self.outline.is_open(row):
            self.outline.open(row)
            return
        self.outline.close(row)
        if row < self.cursor < self.forest.ends[row]:
            self.cursor = row

    def unfold_below(self, *, everywhere: bool = False) -> None:
        """Open the row of the cursor and all rows below it, or everything."""
        self.outline.open_below(-1 if everywhere else self.cursor)

    def fold_below(self, *, everywhere: bool = False) -> None:
        """Close the row of the cursor and all rows below it, or everything; the cursor moves up to a shown row."""
        self.outline.close_below(-1 if everywhere else self.cursor)
        while self.cursor >= 0 and self.cursor not in self.outline.shown:
            self.cursor = self.forest.parents[self.cursor]

    def root_here(self) -> bool:
        """Narrow the view to the row of the cursor; if it is narrowed to that row already, widen it again.

        Returns:
            Whether it was narrowed.
        """
        if self.cursor < 0:
            return False
        if self.cursor == self.outline.root:
            self._roots.pop()
            self.outline.narrow(self._roots[-1] if self._roots else -1)
            self.outline.reveal(self.cursor)
            return False
        self._roots.append(self.cursor)
        self.outline.narrow(self.cursor)
        return True

    # Finding

    def begin_finding(self) -> None:
        """Remember the cursor and folding, so that `give_up_finding` can restore them; the rows are indexed from now on."""
        self.finder.is_wanted = True
        self._folded, self._wanted = {}, (-1, -1)
        self._before = (self.cursor, self.outline.folding)

    def give_up_finding(self) -> None:
        """Restore the cursor and folding from before the search; the row of the cursor is shown.

        Before the search the matches of another one may have been shown, whose folding hides that row.
        """
        self.found = None
        self.outline.unfilter()
        self.cursor, folding = self._before
        self.outline.folding = folding
        if self.cursor >= 0:
            self.outline.reveal(self.cursor)

    def find(self, query: str) -> None:
        """Search within the root; with filtering on, show only the matches and the rows above them."""
        near = self.forest.ids[self.cursor] if self.cursor >= 0 else None
        found = self.finder.find(query, near)
        rows = within(found.rows, self.outline.first, self.outline.end)
        self.found = found.but(rows=rows) if found.meant.asked else None
        self._filter()

    def stop_finding(self) -> None:
        """End the search: restore the folding, and show the row of the cursor."""
        self.found = None
        self._filter()
        if self.cursor >= 0:
            self.outline.reveal(self.cursor)

    def find_from_where_begun(self, query: str) -> None:
        """Search and move to the best match; without one, go back to where the search began."""
        self.cursor = self._before[0]
        self._folded, self._wanted = {}, (-1, -1)
        self.find(query)
        best = None if self.found is None else self.finder.likeliest(self.found)
        if best is None:
            self.outline.folding = self._before[1]
        else:
            self.put(best)

    def find_again(self) -> None:
        """Repeat the search after more is indexed; the cursor stays if its row is shown, and opened rows stay open."""
        if self.found is not None:
            row = self.cursor
            opened, folded = row >= 0 and self.outline.is_open(row), self.folded_matches
            wanted = self._wanted[0] if self._wanted[1] == row else row
            self._find_and_stay(self.found.query)
            self.fold_matches(folded, wanted)
            if opened and self.cursor == row and not self.outline.is_open(row):
                self.unfold()

    def carry_on_finding(self, query: str, *, filtering: bool) -> None:
        """Search for the query of another view; the cursor stays if its row is shown.

        Args:
            query: The query.
            filtering: Whether to show only the matches.
        """
        self.begin_finding()
        self.filtering = filtering
        self._find_and_stay(query)

    @property
    def folded_matches(self) -> list[tuple[int, bool]]:
        """The rows among the matches that were opened or closed by hand, and whether each is open, or will be once shown."""
        return [*self._folded.items(), *self.outline.folded_by_hand()]

    def fold_matches(self, folded: Iterable[tuple[int, bool]], row: int) -> None:
        """Fold the matches as they were before the search was repeated, and move the cursor back to its row.

        Rows that are not shown yet, since the index is unfinished, are folded when the search is repeated again.

        Args:
            folded: The rows that were opened or closed by hand, and whether each is to be open.
            row: The row of the cursor before.
        """
        self._folded.update(folded)
        if self.outline.is_filtered:
            self._folded = dict(self.outline.fold_as(self._folded.items()))
            if row in self.outline.shown:
                self.cursor = row
        self._wanted = (row, self.cursor)

    def toggle_filtering(self) -> None:
        """Switch between all rows with the matches marked, and only the matches."""
        self.filtering = not self.filtering
        self._filter()
        self.to_found(stay=True)
        if not self.outline.is_filtered:
            self.put(self.cursor)

    def to_found(self, *, back: bool = False, stay: bool = False) -> None:
        """Move to the next or previous match, wrapping at the ends.

        Args:
            back: Whether to move to the previous match.
            stay: Whether to stay if the cursor is on a match.
        """
        if self.found is None or (stay and self.cursor in self.found):
            return
        row = self.found.next(self.cursor, back=back)
        if row is not None:
            self.put(row)

    def _find_and_stay(self, query: str) -> None:
        """Search; if that hides the cursor, move to the best match."""
        self.find(query)
        best = None if self.found is None else self.finder.likeliest(self.found)
        if best is not None and self.cursor not in self.outline.shown:
            self.put(best)

    def _filter(self) -> None:
        if self.found is not None and self.found.rows and self.filtering:
            self.outline.filter(self.finder.filtered(self.found.rows))
        else:
            self.outline.unfilter()
