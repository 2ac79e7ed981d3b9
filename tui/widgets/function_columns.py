"""The columns of the functions view in the tree: a cell a role, with who has it; headings on the row above."""

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
"""Cells for the name of a function before the columns."""

_LEAST = 14
"""Least cells of a column; with less room the roles are words after the name."""


def cell_width(room: int) -> int:
    """Return the cells of each column; 0 where there is no room for them.

    Args:
        room: The cells from the margin to the tiers.
    """
    width = (room - _NAME) // len(COLUMNS)
    return width if width >= _LEAST else 0


def cells(graph: Graph, forest: Forest, row: int, width: int) -> Iterator[tuple[str, bool]]:
    """Yield the text of each column of a row with whether somebody stands there: names, a dash, or the headings.

    Only a function has names there, and what it belongs to the headings.
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
