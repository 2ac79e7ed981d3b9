"""CSV files and workbooks as people have them: encodings, separators, titles above the table, and hostile ones."""

import io
import zipfile

import openpyxl
import pytest

from tiers.model.importing import workbook
from tiers.model.importing.columns import find_columns
from tiers.model.importing.sheet import MOST_COLUMNS, SheetError
from tiers.model.importing.sheet_file import read_sheets

from .sheets import counts, imported

PLAIN = "Committee,Name,Role\nElm Board,Zoë Öst,Lead\n"


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("cp1252"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("Zoë Öst", '"Zoë\n Öst"').encode(),
        b"Seats, as of May,,\n,,\n\n" + PLAIN.encode() + b",,,\n\n",
        b"Role,NAME ,committee name\nLead,Zo\xeb \xd6st,Elm Board\n",
    ],
)
def test_a_sheet_is_read_in_any_usual_form(data: bytes) -> None:
    """With a mark or without, in cp1252, with other separators and line ends, titles and empty rows."""
    result = imported(data)
    assert [(each.id, each.name) for each in result.added] == [("zoe-ost", "Zoë Öst")]
    assert counts(result) == (1, 0, 0)


def test_columns_are_known_by_the_words_people_use() -> None:
    """Case and punctuation do not count; a second column of one kind and unknown ones are named."""
    header = (
        "Board;Post holder;JOB TITLE;Organization;Role on the Committee;Voting member?;Named deputy;Term of office ends;"
        "Membership type;No. of seats;Appointing body;Since;Left;Representing;Member;E-mail"
    )
    _, columns = find_columns(read_sheets(f"{header}\n".encode(), "s.csv"))
    assert list(columns.places) == [
        "committee", "name", "office", "from", "role", "voting", "deputy", "term_ends",
        "capacity", "seats", "nominated_by", "start_date", "end_date", "on_behalf_of",
    ]  # fmt: skip
    assert columns.unplaced == ["Member", "E-mail"]


def test_a_name_in_two_columns() -> None:
    """Forename and surname are one name."""
    assert imported("Board,Surname,First name,Role\nElm Board,Ash,Al,Lead\n").added[0].name == "Al Ash"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the sheet is empty"),
        (b"\n , \n", "the sheet is empty"),
        (b"Name,Role\nA,B\n", "no row names a column for the body and one for who sits there"),
        (b"\x00\x01\x02\xff", "this is not a text file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a workbook of an old kind"),
        (b"Board,Name\n" + b"x" * 20_001, "row 2 has a cell of more than 20,000 letters"),
        (b"Board,Name\n" + b"x," * MOST_COLUMNS + b"x\n", "row 2 has more than 200 columns"),
    ],
)
def test_what_is_no_sheet_is_told(data: bytes, message: str) -> None:
    """Data that are no sheet of members raise one error, whose message says why."""
    with pytest.raises(SheetError) as raised:
        find_columns(read_sheets(data, "s.csv"))
    assert raised.value.message == message


def book(*sheets: tuple[str, list[list[object]]], hidden: str = "") -> bytes:
    """Return a workbook with some sheets."""
    made = openpyxl.Workbook()
    del made["Sheet"]
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_workbook_is_read() -> None:
    """The visible sheet with the most known columns is read, the others are named; days and numbers are texts."""
    from datetime import datetime  # noqa: PLC0415 - naive, as workbooks have it

    data = book(
        ("Notes", [["Anything"]]),
        ("Old", [["Board", "Name"], ["x", "y"]]),
        (
            "Seats",
            [
                ["Board", "Organisation", "Voting", "Seats", "Term ends"],
                ["Elm Board", "Elm Council", True, 3.0, datetime(2026, 5, 31)],  # noqa: DTZ001
            ],
        ),
        hidden="Old",
    )
    result = imported(data, name="s.xlsx")
    assert 'voting = true, seats = 3, term_ends = "2026-05-31" }, # the mayor' in result.text
    sheet, _ = find_columns(read_sheets(data, "s.xlsx"))
    assert sheet.passed_over == ("Notes",)


def test_a_formula_is_its_last_value() -> None:
    """A formula that was never computed is an empty cell, and none is computed by us."""
    data = book(("S", [["Board", "Organisation", "Role"], ["Elm Board", "Elm Council", '=CONCAT("a","b")']]))
    assert counts(imported(data, name="s.xlsx")) == (0, 0, 1)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a workbook with a part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return stream.getvalue()


ROW = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="{}"><c t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
)
BOOK = book(("S", [["Board", "Organisation"], ["Elm Board", "Elm Council"]]))
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            with_part(BOOK, "xl/sharedStrings.xml", ENTITIES),
            "the workbook has a part that declares entities, which is refused",
        ),
        (
            with_part(BOOK, "xl/sharedStrings.xml", ENTITIES.decode().encode("utf-16")),
            "the workbook has a part that declares entities, which is refused",
        ),
        (
            with_part(BOOK, "xl/media/x.bin", bytes(2_000_000)),
            "the workbook unpacks to more than 1,000,000 bytes",
        ),
        (BOOK[:60] + b"\xff" * 20 + BOOK[80:], "this is not a workbook that can be read"),
        (BOOK[: len(BOOK) // 2], "this is not a workbook that can be read"),
        (b"PK\x03\x04", "this is not a workbook that can be read"),
        (
            with_part(BOOK, "xl/workbook.xml", b"<x"),
            "this is not a workbook that can be read: a part of it is damaged",
        ),
        (
            with_part(BOOK, "xl/_rels/workbook.xml.rels", b"<x/>"),
            "this is not a workbook that can be read: a part of it is missing",
        ),
    ],
    ids=["entities", "utf-16", "bomb", "damaged", "cut", "no-zip", "no-xml", "no-part"],
)
def test_a_hostile_workbook_is_refused(monkeypatch: pytest.MonkeyPatch, data: bytes, message: str) -> None:
    """Entities, bombs and damage are refused with a word, before or by the library."""
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(SheetError) as raised:
        read_sheets(data, "s.xlsx")
    assert raised.value.message == message


@pytest.mark.parametrize("column", ["GS", "XFD"])
def test_no_column_of_a_workbook_is_dropped(monkeypatch: pytest.MonkeyPatch, column: str) -> None:
    """A cell in the 201st column, or in the last, is told; empty cells as far out are none, up to so many in all."""
    part = "xl/worksheets/sheet1.xml"
    wide = ROW.format(1).replace("</c>", f'</c><c r="{column}1" t="inlineStr"><is><t>y</t></is></c>', 1)
    with pytest.raises(SheetError, match=f"row 1 has more than {MOST_COLUMNS} columns"):
        read_sheets(with_part(BOOK, part, wide.encode()), "s.xlsx")
    styled = with_part(BOOK, part, ROW.format(1).replace("</c>", f'</c><c r="{column}1" s="0"/>', 1).encode())
    (_, sheet), *_ = read_sheets(styled, "s.xlsx")
    assert sheet.rows == [(1, ["x"])]
    monkeypatch.setattr(workbook, "MOST_CELLS", 200)
    with pytest.raises(SheetError, match="the sheet has more than 200 cells"):
        read_sheets(styled, "s.xlsx")


def test_the_rows_of_a_workbook_end_where_a_sheet_ends() -> None:
    """A row of a number beyond is refused, and one far down is read without those above it."""
    part = "xl/worksheets/sheet1.xml"
    (_, sheet), *_ = read_sheets(with_part(BOOK, part, ROW.format(90_000).encode()), "s.xlsx")
    assert sheet.rows == [(90_000, ["x"])]
    with pytest.raises(SheetError, match="has a row below row 1,048,576, and none has more"):
        read_sheets(with_part(BOOK, part, ROW.format(10**12).encode()), "s.xlsx")


def test_without_the_library_a_workbook_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where openpyxl is missing, the message says how to install it."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(SheetError) as raised:
        read_sheets(BOOK, "s.xlsx")
    assert (raised.value.message, raised.value.hint) == (
        "this is a workbook, and the library that reads one is not installed",
        "install it with `pip install 'tiers[xlsx]'`, or save the sheet as CSV",
    )
