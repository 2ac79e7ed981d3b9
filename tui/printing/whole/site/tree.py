"""The tree of the page: the rows of the tiers view, each with its level, and as nested lists."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.model.views.forest import Forest

from ....wording.description.line import Line
from ....wording.labels import Label, row_label
from ....wording.readings import is_read_group
from ...parts.markup import escaped
from .changes import Kept

ROW = "row"
"""The role of a line that is a row of the tree: its text is the row's label, its indent the level."""


def rows_of(graph: Graph, kept: Kept) -> Iterator[Line]:
    """Yield the rows of the tiers view at the date of a graph."""
    forest = VIEWS["tiers"].make(graph)
    for row in range(len(forest)):
        label = _label(graph, forest, row, kept)
        yield Line(ROW, label.name, ", ".join(label.words), target=forest.ids[row], indent=forest.depths[row])


def _label(graph: Graph, forest: Forest, row: int, kept: Kept) -> Label:
    """Return the label of a row; for an entity the one of an earlier date, unless it may have changed."""
    entity_id, relation, above = forest.ids[row], forest.relations[row], forest.parents[row]
    if entity_id is None:
        return row_label(graph, forest, row)
    nearest = next((each for each in forest.ancestors(row) if forest.ids[each] is not None), -1)
    key = (
        entity_id,
        id(relation),
        "" if nearest < 0 else forest.ids[nearest],
        above >= 0 and is_read_group(graph, forest, above),
        len(forest.rows_of(entity_id)),
    )
    return kept.labels.get(graph, key, lambda at: (relation, row_label(at, forest, row)))[1]


def nested(rows: Iterable[Line]) -> Iterator[str]:
    """Yield rows as nested lists, which the script makes foldable; closing tags that HTML does not need are left out."""
    level = -1
    for row in rows:
        yield "</ul>" * (level - row.indent) if row.indent <= level else "<ul>"
        yield f"<li>{_row(row)}"
        level = row.indent
    yield "</ul>" * (level + 1) + "\n"


def _row(row: Line) -> str:
    name = escaped(row.text)
    if row.target is not None:
        name = f'<a href="#{escaped(row.target)}">{name}</a>'
    words = f" <small>({escaped(row.label)})</small>" if row.label else ""
    return f"<span>{name}{words}</span>"
