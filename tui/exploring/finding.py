"""Looking for rows: which rows of a view bear what was typed, and which rows lead to them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

import attrs

from tiers.model import Graph
from tiers.model.folding import fold
from tiers.model.views.forest import Forest

_LIKE = 500
"""How many entities a mistyped query may bring; beyond that it said nothing."""


@attrs.frozen(eq=False, repr=False)
class Found:
    """What a query found in a view.

    Attributes:
        query: What was typed.
        rows: The rows that bear it, in order.
        alike: Whether no row bears it as typed and these bear something like it.
    """

    query: str
    rows: Sequence[int] = ()
    alike: bool = False

    @property
    def words(self) -> list[str]:
        """The words looked for; none where nothing but punctuation was typed."""
        return fold(self.query).split()

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


class Finder:
    """Finds rows of one view by their names, other names and codes; what is slow is done at the first question.

    Attributes:
        like: Returns the ids of entities that a mistyped query may mean, for when nothing bears it as typed.
    """

    def __init__(self, graph: Graph, forest: Forest, like: Callable[[str, int], Iterable[str]]) -> None:
        self._graph = graph
        self._forest = forest
        self._texts: list[str] | None = None
        self._last = Found("")
        self.like = like

    def find(self, query: str) -> Found:
        """Return the rows that bear every word of a query, else those that bear something like it."""
        found = Found(query)
        words = found.words
        if not words:
            return found
        rows: Iterable[int] = range(len(self._forest))
        texts = self._folded()
        narrows = self._last.query and not self._last.alike and query.startswith(self._last.query)
        if narrows:
            rows = self._last.rows
        for word in words:
            rows = [row for row in rows if word in texts[row]]
        found = Found(query, tuple(rows))
        if not found.rows:
            ids = self.like(query, _LIKE)
            alike = sorted({row for each in ids for row in self._forest.rows_of(each)})
            found = Found(query, alike, alike=bool(alike))
        self._last = found
        return found

    def leading_to(self, rows: Iterable[int]) -> bytearray:
        """Return one byte a row of the view, 1 for these rows and all above them."""
        parents = self._forest.parents
        mask = bytearray(len(self._forest))
        for each in rows:
            row = each
            while row >= 0 and not mask[row]:
                mask[row] = 1
                row = parents[row]
        return mask

    def _folded(self) -> list[str]:
        if self._texts is None:
            self._texts = list(map(self._text, self._forest.ids, self._forest.kinds, self._forest.names))
        return self._texts

    def _text(self, entity_id: str | None, kind: str, name: str) -> str:
        # A delegation is named for the two it is between, which are found at rows of their own.
        folded = "" if kind == "delegation" else fold(name)
        if entity_id is None:
            return folded
        entity = self._graph.entities[entity_id]
        others = [str(each.value) for key in ("other_names", "identifiers") for each in entity.claims(key)]
        return "\n".join((folded, *map(fold, others))) if others else folded


def spans(name: str, query: str) -> list[tuple[int, int]]:
    """Return where in a name the words of a query stand: start and end, in order, not overlapping.

    A word that is only there when accents and punctuation are dropped is marked as a whole.
    """
    found: list[tuple[int, int]] = []
    lower = name.lower()
    for word in sorted(set(fold(query).split()), key=len, reverse=True):
        at = lower.find(word) if len(lower) == len(name) else -1
        if at >= 0:
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


def _words(name: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    end = 0
    for word in name.split():
        start = name.index(word, end)
        end = start + len(word)
        found.append((start, end))
    return found
