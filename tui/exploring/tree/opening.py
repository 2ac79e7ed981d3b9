"""Which rows are open, and where the cursor is, when a view is first shown."""

from collections.abc import Iterator
from functools import cached_property

from tiers.model import Graph
from tiers.model.views.forest import Forest
from tiers.model.views.places import is_above_place, kind_of_places, places

from ...wording.labels import names_its_only_row

_ENOUGH = 120
"""How many rows a view may show at first; a level that brings more stays closed."""


class OpenRows:
    """The rows that are open when a view is first shown.

    In the tiers view these are the rows above the places. In other views, and without places, as many levels
    are open as stay under a limit; a group of one that its heading already names stays closed.

    Whether a single row is among them is known without looking for the others where the tiers view was laid out in part.
    """

    def __init__(self, graph: Graph, forest: Forest) -> None:
        """Find nothing yet.

        Args:
            graph: The model at the date of the rows.
            forest: The rows of the view.
        """
        self._graph = graph
        self._forest = forest

    def __iter__(self) -> Iterator[int]:
        above_places = places(self._graph, self._forest) if self._forest.view == "tiers" else ()
        if above_places:
            for place in above_places:
                yield from self._forest.ancestors(place)
        else:
            yield from _levels(self._forest)

    def __contains__(self, row: int) -> bool:
        if self._kind_of_places:
            return is_above_place(self._graph, self._forest, row, self._kind_of_places)
        return row in self._all

    @cached_property
    def _kind_of_places(self) -> str:
        """The kind of the places in a tiers view that was laid out in part; empty for other views and without places."""
        is_in_part = self._forest.view == "tiers" and self._forest.is_patched
        return kind_of_places(self._graph, self._forest) if is_in_part else ""

    @cached_property
    def _all(self) -> frozenset[int]:
        return frozenset(self)


def _levels(forest: Forest) -> Iterator[int]:
    """Yield the rows of as many levels as stay under the limit."""
    level = list(forest.children(-1))
    total = len(level)
    while total <= _ENOUGH:
        below = [child for row in level for child in forest.children(row)]
        total += len(below)
        if not below or total > _ENOUGH:
            return
        yield from (each for each in level if not names_its_only_row(forest, each))
        level = below


def first_row(graph: Graph, forest: Forest) -> int:
    """Return the row of the cursor when a view is first shown: the place with most rows below it; -1 without rows."""
    if forest.view == "tiers":
        extents = {row: forest.ends[row] - row for row in places(graph, forest)}
        if extents:
            return max(extents, key=extents.__getitem__)
    return 0 if len(forest) else -1
