"""Reads CSV as spreadsheets write it: with or without byte order mark, UTF-8 or cp1252, commas, semicolons or tabs."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from .sheet import MOST_LETTERS, Sheet, SheetError, rows_of

SEPARATORS = (",", ";", "\t", "|")
"""The possible separators of two cells."""

_GUARDED = re.compile(r"'[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""A text with the apostrophe that `tiers print --format csv` puts before formulas."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def csv_sheets(data: bytes) -> list[tuple[str, Sheet]]:
    """Return the rows of a CSV file, without a name, divided by each separator that occurs in it.

    Raises:
        SheetError: It is no text, or a cell or a row is too long.
    """
    text = _decoded(data)
    used = [each for each in SEPARATORS if each in text] or [SEPARATORS[0]]
    found: list[tuple[str, Sheet]] = []
    failed: SheetError | None = None
    for each in used:
        try:
            found.append(("", Sheet(rows_of(_rows(text, each)))))
        except SheetError as error:
            failed = failed or error
    if not found and failed is not None:
        raise failed
    return found


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    for each in (encoding, "cp1252"):
        try:
            text = data.decode(each)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise SheetError("this is not a text file", "save the sheet as CSV in UTF-8, or as `.xlsx`")


def _rows(text: str, separator: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield each row with the number of the line on which it begins."""
    csv.field_size_limit(max(csv.field_size_limit(), MOST_LETTERS))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, [each[1:] if each[:1] == "'" and _GUARDED.match(each) else each for each in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SheetError(f"line {begins} is no CSV: {error}", "look for a quote that is not closed") from None
