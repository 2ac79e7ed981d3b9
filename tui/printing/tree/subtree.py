"""The part of a view to print, with its options, and the iteration over its rows that every format shares."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tiers.model import Graph, Relation
from tiers.model.format.unchanging import Unchanging
from tiers.model.views.forest import Forest

from ...wording.labels import words_alone, words_of_rows
from ...wording.safe_text import safe

if TYPE_CHECKING:
    from .notes import Notes

Entry = tuple[int, int, str, tuple[str, ...], tuple[int, ...]]
"""A row, its level from 0, its name, its words, the numbers of its sources."""

SEE_ABOVE = "see above"

_ELSEWHERE = r"also \d+"
"""The mark of an entity with further places."""

_GIVING = "delegates "
"""The beginning of a delegation's text in a row below its giver."""


class Subtree(Unchanging):
    """A part of a view with the options for writing it.

    Attributes:
        graph: The model, at its date.
        forest: The rows of the view.
        root: The row to begin at; -1 for the whole view.
        depth: How many levels below the first to write; `None` for all.
        colour: Whether words may be coloured, where the format supports it.
        unicode: Whether the stream can write more than ASCII.
        kept: A byte for each row, 1 where it is to be written; `None` for all rows.
        cut: How many rows directly below a row, and below those, were taken out on purpose.
        fields: Attributes to write for each entity.
        sources: Whether to write the sources of each row.
        legend: Whether to explain the words at the end.
        once: Whether further places of an entity only refer to the first.
        width: How many cells a line may have; `None` for any number.
        whole_words: Whether a word too long for a line is left whole, as on a terminal.
        paper: Whether it is for a paper; words for finding one's way in a tree are then left out.
        cut_words: The note on levels that were left out so that a diagram can be drawn; empty for none.
        view: The view of the rows, whose words may be cached; `None` where the rows are in another order.
    """

    graph: Graph
    forest: Forest
    root: int = -1
    depth: int | None = None
    colour: bool = False
    unicode: bool = True
    kept: bytearray | None = None
    cut: Mapping[int, int] = MappingProxyType({})
    fields: tuple[str, ...] = ()
    sources: bool = False
    legend: bool = False
    once: bool = False
    width: int | None = None
    whole_words: bool = False
    paper: bool = False
    cut_words: str = ""
    view: Forest | None = None

    @property
    def first(self) -> int:
        """The first row."""
        return self.forest.extent(self.root)[0]

    @property
    def end(self) -> int:
        """One past the last row."""
        return self.forest.extent(self.root)[1]

    def rows(self) -> Iterator[tuple[int, int, int]]:
        """Yield each row in preorder with its level from 0 and the number of rows below it that are left out."""
        forest, depth, kept, cut = self.forest, self.depth, self.kept, self.cut
        row, end = self.first, self.end
        ends, depths = forest.ends, forest.depths
        top = depths[row] if row < end else 0
        if depth is None and kept is None and not cut:
            yield from ((each, depths[each] - top, 0) for each in range(row, end))
            return
        while row < end:
            if kept is not None and not kept[row]:
                row = ends[row]
                continue
            level = depths[row] - top
            if depth is not None and level >= depth:
                yield row, level, ends[row] - row - 1
                row = ends[row]
            else:
                yield row, level, cut.get(row, 0)
                row += 1

    def levels(self) -> int:
        """Return how many levels are written, including the first; 0 if none is."""
        return 1 + max((level for _, level, _ in self.rows()), default=-1)

    def children(self, row: int) -> Iterator[int]:
        """Yield the written rows directly below a row."""
        if self.depth is None or self.forest.depths[row] - self.forest.depths[self.first] < self.depth:
            kept = self.kept
            for child in self.forest.children(row):
                if kept is None or kept[child]:
                    yield child

    def lasts(self) -> bytearray | None:
        """Return a byte for each row, 1 for the last written one of its siblings; `None` if all rows are written."""
        kept = self.kept
        if kept is None:
            return None
        marks, seen, parents = bytearray(len(kept)), bytearray(len(kept) + 1), self.forest.parents
        for row in range(len(kept) - 1, -1, -1):
            if kept[row] and not seen[parents[row]]:
                marks[row] = seen[parents[row]] = 1
        return marks

    def relation(self, row: int) -> Relation | None:
        """Return the relation that puts a row below the written one above it; `None` for the first row."""
        return None if row == self.root else self.forest.relations[row]

    def full(self, row: int, name: str) -> str:
        """Return the name of a row for a format that does not show the row above: that of a delegation names its giver.

        A delegation below its taker names its giver anyway.
        """
        relation = self.forest.relations[row]
        if self.forest.ids[row] is None and relation is not None and name.startswith(_GIVING):
            return f"{safe(self.graph.name(relation.subject))} {name}"
        return name

    def notes(self) -> "Notes | None":
        """Return the collector of sources and words for the end; `None` if neither is asked for."""
        if not self.sources and not self.legend:
            return None
        from .notes import Notes  # noqa: PLC0415 - only when asked for

        return Notes(self.graph, sources=self.sources, legend=self.legend)

    def entries(self, notes: "Notes | None" = None) -> Iterator[Entry]:
        """Yield each row in preorder with its name, words and source numbers.

        Args:
            notes: Collects the sources and words for the end.
        """
        graph, forest, fields = self.graph, self.forest, self.fields
        ids, names, repeats = forest.ids, forest.names, forest.repeats
        words_of_row = self._words()
        if notes is None and not self.once and not fields and not self.paper:
            for row, level, below in self.rows():
                words = words_of_row(row)
                yield row, level, safe(names[row]), (*words, left_out(below)) if below else words, ()
            return
        written: set[str] = set()
        numbers: tuple[int, ...] = ()
        for row, level, below in self.rows():
            entity_id, name, words = ids[row], safe(names[row]), words_of_row(row)
            if self.once and entity_id is not None:
                if repeats[row] and entity_id in written:
                    yield row, level, name, (SEE_ABOVE,), ()
                    continue
                written.add(entity_id)
            elif self.paper and entity_id is not None:
                words = self._for_a_paper(row, entity_id, words, written)
            if fields and entity_id is not None:
                from .fields import words_of  # noqa: PLC0415 - only when asked for

                words = (*words, *words_of(graph, entity_id, fields))
            if notes is not None:
                numbers = notes.of(forest.kinds[row], words, entity_id, self.relation(row))
            if below:
                words = (*words, left_out(below))
            yield row, level, name, words, numbers

    def _for_a_paper(
        self, row: int, entity_id: str, words: tuple[str, ...], written: set[str]
    ) -> tuple[str, ...]:
        """Return the words of a row for a paper.

        The words that an entity has other places are left out; a further place refers to the first one if
        something was written below that.
        """
        words = tuple(each for each in words if not re.fullmatch(_ELSEWHERE, each))
        if self.forest.repeats[row] and entity_id in written:
            return (*words, SEE_ABOVE)
        if any(True for _ in self.children(row)):
            written.add(entity_id)
        return words

    def _words(self) -> Callable[[int], tuple[str, ...]]:
        """Return a function that gives the words of a row; the first row lacks those about its relation to the row above."""
        root, words_of_row = self.root, self._words_of_rows()
        if root < 0:
            return words_of_row
        first = words_alone(self.graph, self.forest, root)
        if first == words_of_row(root):
            return words_of_row
        return lambda row: first if row == root else words_of_row(row)

    def _words_of_rows(self) -> Callable[[int], tuple[str, ...]]:
        if self.view is None:
            return words_of_rows(self.graph, self.forest)
        from .kept_words import words_of_part  # noqa: PLC0415 - only rows of a view are worth keeping

        return words_of_part(self.graph, self.view, self.forest)


def left_out(count: int) -> str:
    """Return the words for rows that are left out below another."""
    return "1 row below not shown" if count == 1 else f"{count:,} rows below not shown"
