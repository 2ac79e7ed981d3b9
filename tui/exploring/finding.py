"""Looking for rows: which rows of a view stand for what a query means, and which rows lead to them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from tiers.model.folding import fold
from tiers.model.views.forest import Forest

from .likeness import Likeness, Meant

_FEW = 20_000
"""So many entities are looked up one by one; for more it is faster to go through the rows of the view."""


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
    """Finds rows of one view; what is slow is done at the first question.

    Attributes:
        forest: The rows.
        like: Says what a query means.
    """

    forest: Forest
    like: Likeness
    _groups: dict[str, list[int]] | None = None

    def find(self, query: str, near: str | None = None) -> Found:
        """Return the rows that stand for what a query means, and the headings that bear its words.

        Args:
            query: What was typed.
            near: The entity to which nearer ones are likelier.
        """
        meant = self.like.meant(query, near)
        rows = self._rows(meant.ids)
        headings = self._headings(meant.words) if meant.plain and meant.words else []
        if headings and meant.alike:
            meant, rows = attrs.evolve(meant, alike=False, ids=(), likeliest=()), []
        return Found(query, tuple(sorted({*rows, *headings})) if headings else tuple(rows), meant)

    def likeliest(self, found: Found) -> int | None:
        """Return the row that was most likely meant; `None` where none was found."""
        if not found.rows:
            return None
        rows = (row for each in found.meant.likeliest for row in self.forest.rows_of(each))
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

    def _rows(self, ids: Sequence[str]) -> list[int]:
        if len(ids) <= _FEW:
            return sorted(row for each in ids for row in self.forest.rows_of(each))
        meant = set(ids)
        return [row for row, each in enumerate(self.forest.ids) if each in meant]

    def _headings(self, words: Iterable[str]) -> list[int]:
        """Return the rows of groups in whose heading every word begins one."""
        if self._groups is None:
            self._groups = {}
            for row, kind in enumerate(self.forest.kinds):
                if kind == "group":
                    self._groups.setdefault(f" {fold(self.forest.names[row])}", []).append(row)
        return [
            row
            for heading, rows in self._groups.items()
            if all(f" {word}" in heading for word in words)
            for row in rows
        ]


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
