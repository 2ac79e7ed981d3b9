"""The rows of the places in the tiers view; the explorer starts with the tree open down to them."""

from collections.abc import Iterable

from ..facts.graph import Graph
from ..facts.statements import ids_of_kind
from ..format.groups import PLACES
from ..structure.placing import tier_of
from .forest import Forest


def places(graph: Graph, forest: Forest) -> list[int]:
    """Return the rows of the place partnerships, without those inside another; where there is none, of the areas."""
    if forest.places is not None:
        return forest.places
    return next(filter(None, (_topmost(graph, forest, kind) for kind in PLACES)), [])


def kind_of_places(graph: Graph, forest: Forest) -> str:
    """Return the kind of the entities whose rows `places` returns; empty where there is none."""
    return next(
        (
            kind
            for kind in PLACES
            if any(_is_place(graph, forest, row) for row in _rows_of_kind(graph, forest, kind))
        ),
        "",
    )


def is_above_place(graph: Graph, forest: Forest, row: int, kind: str) -> bool:
    """Return whether a row is above one that `places` returns, from the rows above and below it alone.

    Args:
        graph: The model at the date of the rows.
        forest: The rows.
        row: The row.
        kind: The kind of the places, see `kind_of_places`.
    """
    for each in (row, *forest.ancestors(row)):
        if forest.kinds[each] == kind and _is_place(graph, forest, each):
            return False
    below = enumerate(forest.kinds[row + 1 : forest.ends[row]], row + 1)
    return any(each == kind and _is_place(graph, forest, at) for at, each in below)


def _is_place(graph: Graph, forest: Forest, row: int) -> bool:
    entity_id = forest.ids[row]
    return entity_id is not None and tier_of(graph, entity_id) == "place"


def _topmost(graph: Graph, forest: Forest, kind: str) -> list[int]:
    found: list[int] = []
    end = 0
    for row in sorted(_rows_of_kind(graph, forest, kind)):
        if row >= end and _is_place(graph, forest, row):
            found.append(row)
            end = forest.ends[row]
    return found


def _rows_of_kind(graph: Graph, forest: Forest, kind: str) -> Iterable[int]:
    """Return the rows of entities of a kind, in any order."""
    if forest.is_patched:  # its columns are read row by row, and few rows are of the kind
        return (row for each in ids_of_kind(graph, kind) for row in forest.rows_of(each))
    return (row for row, each in enumerate(forest.kinds) if each == kind)
