"""Reads a file as the kind of spreadsheet that it is, by its name and by how it begins."""

from .csv_sheet import csv_sheets
from .sheet import Sheet, SheetError
from .workbook import workbook

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"


def read_sheets(data: bytes, name: str) -> list[tuple[str, Sheet]]:
    """Return the sheets in a file, or the ways in which a CSV file can be divided, each with its name.

    Args:
        data: The bytes of the file.
        name: Its name; one that ends in `.xlsx` or begins as a workbook does is read as a workbook.

    Raises:
        SheetError: It is no spreadsheet of a kind that can be read.
    """
    if name.lower().endswith((".xlsx", ".xlsm")) or data.startswith(_ZIP):
        return workbook(data)
    if data.startswith(_OLD_WORKBOOK):
        raise SheetError("this is a workbook of an old kind", "save it as `.xlsx` or `.csv`")
    return csv_sheets(data)
