"""The columns of the functions view in the tree: a cell per role, with its holders; headings are on the row above."""

from collections.abc import Iterator

from rich.cells import cell_len

from tiers.model import Graph
from tiers.model.views.forest import Forest
from tiers.model.views.functions import COLUMNS

from ..wording.readings import INFERRED
from ..wording.roles import roles
from ..wording.row_marks import DASH, MARKS
from .shortening import shortened

_NAME = 34
"""The cells for the name of a function before the columns."""

_LEAST = 14
"""The smallest width of a column in cells; with less room the roles are words after the name."""


def cell_width(room: int) -> int:
    """Return the width of each column in cells; 0 if there is no room for columns.

    Args:
        room: The cells from the margin to the tiers.
    """
    width = (room - _NAME) // len(COLUMNS)
    return width if width >= _LEAST else 0


def cells(graph: Graph, forest: Forest, row: int, width: int) -> Iterator[tuple[str, bool]]:
    """Yield the text of each column of a row, with whether it is a holder: names, a dash, or the headings.

    Only functions have names in the columns; the rows that functions belong to have the headings.
    """
    entity_id = forest.ids[row]
    if entity_id is not None and forest.kinds[row] == "function":
        for _, names in roles(graph, entity_id, MARKS[INFERRED][0]):
            yield _cell("; ".join(names) or DASH[0], width), bool(names)
    elif entity_id is not None and forest.parents[row] < 0:
        for column in COLUMNS:
            yield _cell(column.name, width), False


def _cell(text: str, width: int) -> str:
    text = shortened(text, width - 2)
    return f"  {text}{' ' * (width - 2 - cell_len(text))}"
