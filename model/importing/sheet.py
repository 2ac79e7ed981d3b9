"""A spreadsheet as numbered rows of texts, whatever its file format, and the mistakes in its rows."""

from collections.abc import Iterable, Sequence

import attrs

MOST_BYTES = 16 * 1024 * 1024
"""How many bytes a spreadsheet may have: some hundred thousand seats."""

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_LETTERS = 20_000
"""How many characters a cell may have, which is the limit of a text in a model."""


class SheetError(Exception):
    """A spreadsheet cannot be read as a whole.

    Attributes:
        message: What is wrong.
        hint: What to do about it; empty for no hint.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@attrs.frozen
class RowMistake:
    """A mistake in a row.

    Attributes:
        row: The number of the row in the sheet, from 1; in a CSV file that of the line on which it begins.
        message: What is wrong with it.
    """

    row: int
    message: str


class RowMistakesError(Exception):
    """Rows of a spreadsheet cannot be imported into a model.

    Attributes:
        mistakes: All mistakes, in the order of the rows.
    """

    def __init__(self, mistakes: Sequence[RowMistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in the rows")
        self.mistakes = sorted(mistakes, key=lambda each: each.row)


@attrs.frozen(eq=False)
class Sheet:
    """The rows of a spreadsheet.

    Attributes:
        rows: Each row that is not empty, with its number from 1 and its cells as texts.
        passed_over: The names of sheets of the same workbook that are not read.
    """

    rows: Sequence[tuple[int, Sequence[str]]]
    passed_over: Sequence[str] = ()


def rows_of(numbered: Iterable[tuple[int, Sequence[str]]]) -> list[tuple[int, Sequence[str]]]:
    """Return the rows that are not empty, each cell on one line with single spaces.

    Raises:
        SheetError: There are too many rows or columns, or a cell is too long.
    """
    found: list[tuple[int, Sequence[str]]] = []
    for number, cells in numbered:
        if sum(map(len, cells)) > MOST_LETTERS and max(map(len, cells)) > MOST_LETTERS:
            raise SheetError(f"row {number} has a cell of more than {MOST_LETTERS:,} letters")
        texts = [" ".join(each.split()) for each in cells]
        while texts and not texts[-1]:
            texts.pop()
        if len(texts) > MOST_COLUMNS:
            raise SheetError(f"row {number} has more than {MOST_COLUMNS} columns")
        if texts:
            found.append((number, texts))
        if len(found) > MOST_ROWS:
            raise SheetError(f"the sheet has more than {MOST_ROWS:,} rows", "split it into several files")
    return found
