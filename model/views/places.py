"""The rows of the places in the tiers view; the explorer starts with the tree open down to them."""

from collections.abc import Iterable

from ..facts.graph import Graph
from ..structure.placing import tier_of
from .forest import Forest


def places(graph: Graph, forest: Forest) -> list[int]:
    """Return the rows of the place partnerships, without those inside another; where there is none, of the areas."""
    if forest.places is not None:
        return forest.places
    return _topmost(graph, forest, "partnership") or _topmost(graph, forest, "area")


def _topmost(graph: Graph, forest: Forest, kind: str) -> list[int]:
    found: list[int] = []
    end = 0
    for row in _rows_of_kind(graph, forest, kind):
        if row >= end:
            entity_id = forest.ids[row]
            if entity_id is not None and tier_of(graph, entity_id) == "place":
                found.append(row)
                end = forest.ends[row]
    return found


def _rows_of_kind(graph: Graph, forest: Forest, kind: str) -> Iterable[int]:
    if forest.is_patched:  # its columns are read row by row, and few rows are of the kind
        return sorted(row for each in graph.entities_of_kind(kind) for row in forest.rows_of(each.id))
    return (row for row, each in enumerate(forest.kinds) if each == kind)
