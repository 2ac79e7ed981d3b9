"""Imports a sheet in memory."""

from tiers.model import Model, load_texts
from tiers.model.importing.columns import find_columns
from tiers.model.importing.plan import plan
from tiers.model.importing.result import Result
from tiers.model.importing.sheet import RowMistakesError
from tiers.model.importing.sheet_file import read_sheets

BOARD = """\
# Who sits where.
[file]
sources = ["terms"]

[[source]]
id = "terms"
name = "Terms of reference"
presented = "2024-03-05"
locators = { members = "Section 2" }

[[organisation]]
id = "council"
name = "Elm Council"
identifiers = [{ identifier = "E09", scheme = "ONS" }]

[[body]]
id = "board"
name = "Elm Board"
members = [
    { id = "council", capacity = "chair", voting = true }, # the mayor
    "trust", # no more is known
]

[[organisation]]
id = "trust"
name = "Elm Trust"
"""
"""A small model with a body, two seats and comments."""


def imported(sheet: str | bytes, text: str = BOARD, source: str | None = None, name: str = "s.csv") -> Result:
    """Return what the import of a sheet does to a file that is the whole model."""
    data = sheet.encode() if isinstance(sheet, str) else sheet
    graph = load_texts({"m.toml": text.encode()}) if text else Model.of({}, ())
    return plan(*find_columns(read_sheets(data, name)), graph, text, source)


def counts(result: Result) -> tuple[int, int, int]:
    """Return how many seats are new, changed and unchanged."""
    return result.new, result.updated, result.unchanged


def mistakes(sheet: str, text: str = BOARD) -> list[tuple[int, str]]:
    """Return the mistakes in the rows of a sheet."""
    try:
        imported(sheet, text)
    except RowMistakesError as error:
        return [(each.row, each.message) for each in error.mistakes]
    return []
