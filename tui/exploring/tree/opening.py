"""Which rows are open, and where the cursor is, when a view is first shown."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.views.forest import Forest
from tiers.model.views.places import places

from ...wording.labels import names_its_only_row

_ENOUGH = 120
"""How many rows a view may show at first; a level that brings more stays closed."""


def opened(graph: Graph, forest: Forest) -> Iterator[int]:
    """Yield the rows that are open when a view is first shown.

    In the tiers view these are the rows above the places. In other views, and without places, as many levels
    are open as stay under a limit; a group of one that its heading already names stays closed.
    """
    above_places = places(graph, forest) if forest.view == "tiers" else ()
    if above_places:
        for place in above_places:
            yield from forest.ancestors(place)
        return
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
