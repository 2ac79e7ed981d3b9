"""Reads an Excel workbook with openpyxl, an optional package; hostile contents are refused before the library sees them."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from .sheet import MOST_COLUMNS, Sheet, SheetError, rows_of

MOST_UNPACKED = 128 * 1024 * 1024
"""How many bytes all parts of a workbook may have when unpacked; a workbook of 1 MB can declare 1 TB."""

MOST_PARTS = 2_000
LAST_ROW = 2**20
"""The number of the last row of a sheet in the format."""

MOST_CELLS = 20_000_000
"""How many cells the rows may have together, including empty ones before the last cell of a row."""

_PIECE = 1 << 20
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
"""The beginning of a declaration of entities, which may name files or grow endlessly; no spreadsheet program writes one."""

_MISSING = "this is a workbook, and the library that reads one is not installed"
_BROKEN = "this is not a workbook that can be read"
_ANEW = "open it and save it again, or as CSV"


def workbook(data: bytes) -> list[tuple[str, Sheet]]:
    """Return the visible sheets of a workbook with their names; a formula has the value that was last computed.

    Raises:
        SheetError: It is no workbook, is too large, or openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        hint = "install it with `pip install 'tiers[xlsx]'`, or save the sheet as CSV"
        raise SheetError(_MISSING, hint) from None
    import warnings  # noqa: PLC0415 - as above

    _check_parts(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings about styles and extensions, which are not read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return [
                    (each.title, Sheet(rows_of(_rows(each))))
                    for each in book.worksheets
                    if each.sheet_state == "visible"
                ]
            finally:
                book.close()
    except SheetError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged workbook fails in the library in many ways
        wrong = "missing" if isinstance(error, KeyError) else "damaged"
        raise SheetError(f"{_BROKEN}: a part of it is {wrong}", _ANEW) from None


def _check_parts(data: bytes) -> None:
    """Refuse a workbook that is too large when unpacked, or whose XML has declarations."""
    try:
        _look_into(data)
    except SheetError:
        raise
    except Exception:  # noqa: BLE001 - each way of packing has its own exception: `zlib.error`, `LZMAError`
        raise SheetError(_BROKEN, _ANEW) from None


def _look_into(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
            raise SheetError(
                f"the workbook unpacks to more than {MOST_UNPACKED:,} bytes", "save the one sheet as CSV"
            )
        for each in parts:
            if each.filename.endswith((".xml", ".rels", ".vml")):
                _check_xml(packed, each)


def _check_xml(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    before = b""
    with packed.open(part) as stream:
        while piece := stream.read(_PIECE):
            together = before + piece
            # every text in UTF-16, which could hide a declaration, has a null; XML itself allows none
            if b"\0" in together or any(each in together for each in _DECLARED):
                raise SheetError(
                    "the workbook has a part that declares entities, which is refused",
                    "save the sheet as CSV",
                )
            before = together[-len(_DECLARED[0]) :]


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield each row that has a cell, with its number, ignoring the size that the sheet declares.

    One cell in the last row, which a workbook of 1 kB can have, makes the library yield a million empty rows.
    """
    sheet.reset_dimensions()
    seen = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        seen += len(cells)
        if number > LAST_ROW:
            raise SheetError(f"the workbook has a row below row {LAST_ROW:,}, and none has more")
        if seen > MOST_CELLS:
            raise SheetError(
                f"the sheet has more than {MOST_CELLS:,} cells", "delete the empty columns on the right"
            )
        beyond = cells[MOST_COLUMNS:]
        if beyond.count(None) < len(beyond):
            raise SheetError(f"row {number} has more than {MOST_COLUMNS} columns")
        if cells.count(None) < len(cells):
            yield number, [_text(each) for each in cells[:MOST_COLUMNS]]


def _text(value: object) -> str:
    """Return a cell as text: days as `2024-03-05`, whole numbers without a point, flags as yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
