"""Which rows are open, and where the cursor is, when a view is first shown."""

from collections.abc import Iterator
from itertools import pairwise

from tiers.model import Graph
from tiers.model.structure.placing import tier_of
from tiers.model.views.forest import Forest

from ...wording.labels import names_its_one

_ENOUGH = 120
"""How many rows a view may open with; a level that brings more stays closed."""


def places(graph: Graph, forest: Forest) -> list[int]:
    """Return the rows of the place partnerships, not of what is inside one; where there is none, of the areas."""
    return _topmost(graph, forest, "partnership") or _topmost(graph, forest, "area")


def _topmost(graph: Graph, forest: Forest, kind: str) -> list[int]:
    found: list[int] = []
    end = 0
    for row, each in enumerate(forest.kinds):
        entity_id = forest.ids[row]
        if row >= end and each == kind and entity_id is not None and tier_of(graph, entity_id) == "place":
            found.append(row)
            end = forest.ends[row]
    return found


def opened(graph: Graph, forest: Forest) -> Iterator[int]:
    """Yield the rows a view opens with open.

    In the view of tiers these are the rows above the places; in others as many levels as stay under a limit, but for a
    group of one that its heading names.
    """
    if forest.view == "tiers":
        for place in places(graph, forest):
            yield from forest.ancestors(place)
        return
    levels: list[list[int]] = []
    for row, depth in enumerate(forest.depths):
        while depth >= len(levels):
            levels.append([])
        levels[depth].append(row)
    total = len(levels[0]) if levels else 0
    for above, level in pairwise(levels):
        total += len(level)
        if total > _ENOUGH:
            return
        yield from (each for each in above if not names_its_one(forest, each))


def first_row(graph: Graph, forest: Forest) -> int:
    """Return the row the cursor opens on: the place with most rows below it; -1 in a view without rows."""
    if forest.view == "tiers":
        extents = {row: forest.ends[row] - row for row in places(graph, forest)}
        if extents:
            return max(extents, key=extents.__getitem__)
    return 0 if len(forest) else -1
