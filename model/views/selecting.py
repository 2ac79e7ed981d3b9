"""Selects a part of a view: the path to an entity, all but an entity, or an entity's ancestors upside down."""

from collections.abc import Iterable

from ..facts.graph import Graph
from ..structure.membership import MEMBERSHIP
from .forest import MENTION, Forest
from .layout import GROUP, Row, lay_out


def way_to(forest: Forest, rows: Iterable[int]) -> bytearray:
    """Return one byte for each row of a view: 1 for given rows and their ancestors."""
    marks = bytearray(len(forest))
    for row in rows:
        marks[row] = 1
        for above in forest.ancestors(row):
            if marks[above]:
                break
            marks[above] = 1
    return marks


def without(forest: Forest, rows: Iterable[int]) -> bytearray:
    """Return one byte for each row of a view: 0 for given rows and their descendants."""
    marks = bytearray(b"\1") * len(forest)
    for row in rows:
        marks[row : forest.ends[row]] = bytes(forest.ends[row] - row)
    return marks


def both(one: bytearray | None, other: bytearray) -> bytearray:
    """Return the rows in both of two selections; `None` as first selects all."""
    return other if one is None else bytearray(map(min, one, other))


def upside_down(graph: Graph, forest: Forest, entity_id: str) -> Forest:
    """Return a view upside down: an entity, below it its parents at each of its rows, and so on to the top.

    Headings are left out. Each row keeps the relation that puts the entity above it below the entity of the
    row; a seat is therefore shown at its body.
    """

    def above(_: Graph, entity_id: str) -> list[Row]:
        found = (
            (_parent(forest, row), forest.relations[row])
            for row in forest.rows_of(entity_id)
            if not _sits_there(forest, row)
        )
        return [(parent, relation, above) for parent, relation in found if parent is not None]

    return lay_out(forest.view, graph, [(entity_id, None, above)] if forest.rows_of(entity_id) else [])


def _sits_there(forest: Forest, row: int) -> bool:
    """Whether a row only says that its entity is a member of the one above; its own children are in another row."""
    relation = forest.relations[row]
    return (
        forest.repeats[row] == MENTION
        and relation is not None
        and relation.kind == MEMBERSHIP
        and relation.subject == forest.ids[row]
    )


def _parent(forest: Forest, row: int) -> str | None:
    """Return the entity of the nearest ancestor row that has one; `None` for none."""
    return next((forest.ids[each] for each in forest.ancestors(row) if forest.kinds[each] != GROUP), None)
