"""The tree of the page: the rows of the tiers view, each with its level, and as nested lists."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.views import VIEWS

from ....wording.description.line import Line
from ....wording.labels import row_label
from ...parts.markup import escaped

ROW = "row"
"""The role of a line that is a row of the tree: its text is the row's label, its indent the level."""


def rows_of(graph: Graph) -> Iterator[Line]:
    """Yield the rows of the tiers view at the date of a graph."""
    forest = VIEWS["tiers"].make(graph)
    for row in range(len(forest)):
        label = row_label(graph, forest, row)
        yield Line(ROW, label.name, ", ".join(label.words), target=forest.ids[row], indent=forest.depths[row])


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
