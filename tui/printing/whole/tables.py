"""The export `tables`: a CSV file for each table, and `datapackage.json`."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.exports.columns import Table
from tiers.model.exports.package import data_package
from tiers.model.exports.tables import TABLES

from ..parts import json_values
from ..parts.csv_lines import line


def files(graph: Graph) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of each file with its pieces, the description last."""
    for table in TABLES:
        yield f"{table.name}.csv", _pieces(graph, table)
    yield "datapackage.json", iter((f"{json_values.value(data_package(graph))}\n",))


def _pieces(graph: Graph, table: Table) -> Iterator[str]:
    """Yield the lines of a table, its headings first."""
    yield line(column.name for column in table.columns)
    for row in table.rows(graph):
        yield line(map(json_values.cell, row))
