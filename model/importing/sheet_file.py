"""Reads a spreadsheet file in its format, which is recognised by its name and its first bytes."""

from .csv_sheet import csv_sheets
from .sheet import Sheet, SheetError
from .workbook import workbook

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"


def read_sheets(data: bytes, name: str) -> list[tuple[str, Sheet]]:
    """Return the sheets in a file, or the possible divisions of a CSV file into cells, each with its name.

    Args:
        data: The bytes of the file.
        name: Its name; one that ends in `.xlsx`, or a file that begins like a workbook, is read as a
            workbook.

    Raises:
        SheetError: It is not a spreadsheet in a supported format.
    """
    if name.lower().endswith((".xlsx", ".xlsm")) or data.startswith(_ZIP):
        return workbook(data)
    if data.startswith(_OLD_WORKBOOK):
        raise SheetError("this is a workbook of an old kind", "save it as `.xlsx` or `.csv`")
    return csv_sheets(data)
