"""The columns and tables of the CSV export as records, with their names and meanings."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from ..facts.graph import Graph
from ..format.dates import Date

Cell = str | int | float | bool | Date | Mapping[str, object] | Sequence[str] | None
"""The possible values of a cell; a mapping is written as JSON."""

Row = tuple[Cell, ...]

EDTF = "a date in EDTF, such as 2022-02-22, 2022, 2021-06~ or 2021-07/2021-12"
"""The meaning of a cell with a date."""


@attrs.frozen(eq=False, repr=False)
class Column:
    """A column of a table of the export.

    Attributes:
        name: Its name.
        meaning: What its values are.
        type: Its Frictionless type.
        refers_to: The table whose first column has the values; empty for none.
    """

    name: str
    meaning: str
    type: str = "string"
    refers_to: str = ""


@attrs.frozen(eq=False, repr=False)
class Table:
    """A table of the export.

    Attributes:
        name: Its name, and that of its file.
        meaning: What its rows are.
        columns: Its columns.
        key: The columns of its primary key; empty where rows may be equal.
        rows: A function that yields its rows for a graph.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Graph], Iterator[Row]]
