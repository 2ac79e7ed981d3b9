"""Looking for rows: which rows of a view stand for what a query means, and which rows lead to them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import attrs

from tiers.model.format.text import fold
from tiers.model.views.forest import Forest

from .meaning import Likeness, Meant

if TYPE_CHECKING:
    from .row_places import RowPlaces


@attrs.frozen(eq=False, repr=False)
class Found:
    """What a query found in a view.

    Attributes:
        query: What was typed.
        rows: The rows found, in order.
        meant: What the query means in the model.
    """

    query: str
    rows: Sequence[int] = ()
    meant: Meant = attrs.field(factory=Meant)

    @property
    def alike(self) -> bool:
        """Whether nothing bears the query as typed, and the rows found bear something like it."""
        return self.meant.alike

    def __contains__(self, row: int) -> bool:
        at = bisect_left(self.rows, row)
        return at < len(self.rows) and self.rows[at] == row

    def next(self, row: int, *, back: bool = False) -> int | None:
        """Return the next row found after a row, or the one before, beginning again at the end; `None` for none."""
        if not self.rows:
            return None
        if back:
            return self.rows[bisect_left(self.rows, row) - 1]
        return self.rows[bisect_right(self.rows, row) % len(self.rows)]

    def number(self, row: int) -> int:
        """Return the how-manieth of the rows found a row is, from 1; 0 when it is none of them."""
        return bisect_left(self.rows, row) + 1 if row in self else 0

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return what is marked in the name of a row found: the words looked for, the whole where it has none."""
        return spans(name, self.meant.words) or [(0, len(name))]


@attrs.define(eq=False, repr=False)
class Finder:
    """Finds rows of one view.

    Attributes:
        forest: The rows.
        like: Says what a query means.
        few: So many entities are looked up one by one; for more it is faster to go through the rows of the view,
            which must be prepared: before that only the best are shown.
        at_once: The rows of a view with so many are gone through at once.
    """

    forest: Forest
    like: Likeness
    few: int = 4_000
    at_once: int = 2_000
    _places: "RowPlaces | None" = None

    @property
    def is_ready(self) -> bool:
        """Whether everything is prepared that can be by now."""
        return self._places is not None and self._places.is_ready(self.like.numbers)

    def work(self, seconds: float) -> bool:
        """Prepare for so long at most; return whether anything was left to do."""
        return self._begun().work(seconds, self.like.numbers)

    def find(self, query: str, near: str | None = None) -> Found:
        """Return the rows that stand for what a query means, and the headings that bear its words.

        Args:
            query: What was typed.
            near: The entity to which nearer ones are likelier.
        """
        meant = self.like.meant(query, near)
        places = self._begun()
        if len(self.forest) <= self.at_once:
            while places.work(1, self.like.numbers):
                pass
        rows = self._rows(meant)
        if not self.is_ready:
            meant = attrs.evolve(meant, reading=True)
        headings = self._headings(meant.words) if meant.plain and meant.words else []
        if headings and meant.alike:
            meant, rows = attrs.evolve(meant, alike=False, ids=(), matches=None), []
        return Found(query, tuple(sorted({*rows, *headings})) if headings else tuple(rows), meant)

    def likeliest(self, found: Found) -> int | None:
        """Return the row that was most likely meant; `None` where none was found."""
        if not found.rows:
            return None
        rows = (row for each in found.meant.ids for row in self._begun().rows_of(each))
        return next((row for row in rows if row in found), found.rows[0])

    def leading_to(self, rows: Iterable[int]) -> bytearray:
        """Return one byte a row of the view, 1 for these rows and all above them."""
        parents = self.forest.parents
        mask = bytearray(len(self.forest))
        for each in rows:
            row = each
            while row >= 0 and not mask[row]:
                mask[row] = 1
                row = parents[row]
        return mask

    def _rows(self, meant: Meant) -> list[int]:
        places, matches = self._begun(), meant.matches
        if matches is None:
            ids = meant.ids
        elif len(matches) <= self.few:
            ids = matches.by_number()
        else:
            found = places.rows_of_many(matches.flags(), matches.numbers)
            if found is not None:
                return found
            ids = list(islice(matches, self.few))
        return sorted(row for each in ids for row in places.rows_of(each))

    def _headings(self, words: Iterable[str]) -> list[int]:
        """Return the rows of groups in whose heading every word begins one."""
        return [
            row
            for heading, rows in self._begun().headings.items()
            if all(f" {word}" in heading for word in words)
            for row in rows
        ]

    def _begun(self) -> "RowPlaces":
        if self._places is None:
            from .row_places import RowPlaces  # noqa: PLC0415 - paid for when something is looked for

            self._places = RowPlaces(self.forest)
        return self._places


def spans(name: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where in a name words stand: start and end, in order, not overlapping.

    A word is marked where it begins one of the name, else wherever it stands; one that is only there when accents
    and punctuation are dropped is marked as a whole.
    """
    found: list[tuple[int, int]] = []
    lower = name.lower()
    for word in sorted(set(words), key=len, reverse=True):
        begins = re.search(rf"(?<!\w){re.escape(word)}", lower)
        at = begins.start() if begins is not None else lower.find(word)
        if at >= 0 and len(lower) == len(name):
            found.append((at, at + len(word)))
        else:
            found.extend(span for span in _words(name) if word in fold(name[slice(*span)]))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _words(name: str) -> Iterator[tuple[int, int]]:
    end = 0
    for word in name.split():
        start = name.index(word, end)
        end = start + len(word)
        yield start, end
