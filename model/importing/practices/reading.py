"""Reads an official list of open practices with networks and areas above: columns by name, every mistake with its line."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from ...format.plain_dates import read_date
from ...reading.unsafe import MOST_MARKS, has_too_many_marks, unsafe
from ..csv_sheet import csv_sheets
from ..sheet import SheetError
from .columns import ListError, columns_of, width
from .levels import (
    EXTRACTED,
    NETWORKS,
    POSTCODE,
    PRACTICE,
    PRACTICES,
    PUBLICATION,
    UNALLOCATED,
    BodyType,
    id_of,
)
from .snapshots import Body, Snapshot

_CODE = re.compile(r"[A-Za-z0-9]{2,10}", re.ASCII)
_ONS = re.compile(r"[A-Z]\d{8}", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})[- /]?([A-Za-z]{3,9})[- /]?(\d{2})", re.ASCII)
_PUBLICATION = re.compile(r"[A-Za-z0-9_. -]{1,100}", re.ASCII)
_LONGEST = 500
"""The largest length of a name in a model."""

_FORMULA = ("=", "+", "@")
"""The beginning of a cell that a spreadsheet computes."""

_SHOWN = 60
"""How much of a wrong cell a message shows."""


@attrs.frozen
class LineMistake:
    """A mistake in a list.

    Attributes:
        file: The file.
        line: The line, from 1; 0 for the file as a whole.
        message: What is wrong.
    """

    file: str
    line: int
    message: str


def read_list(data: bytes, file: str, mistakes: list[LineMistake]) -> Snapshot | None:
    """Return the contents of a list; `None`, with mistakes added, if its rows are wrong.

    Args:
        data: The bytes of the file.
        file: Its name, for messages.
        mistakes: Receives the mistakes, line by line.

    Raises:
        ListError: It is no such list, or cannot be read as a whole.
    """
    try:
        sheets = csv_sheets(data)
    except SheetError as error:
        raise ListError(file, error.message, error.hint) from None
    sheet = max((each for _, each in sheets), key=width)
    columns, body_types = columns_of(sheet, file)
    reader = _Reader(file, columns, body_types, mistakes)
    before = len(mistakes)
    for line, cells in sheet.rows[1:]:
        reader.row(line, cells)
    if len(mistakes) > before:
        return None
    if reader.day is None:
        raise ListError(file, "the list has no practices", "name a mapping file with a row for each practice")
    return Snapshot(reader.day, reader.publication, reader.bodies, reader.above)


@attrs.define(eq=False)
class _Reader:
    """The reader of the rows of one list.

    Attributes:
        file: The file.
        columns: The position of each column.
        body_types: The types of body, from the practice upwards.
        mistakes: Receives the mistakes.
        day: The day of the list, from its first row.
        publication: The name of the list in the list itself.
        bodies: The bodies read so far, as in `Snapshot`.
        above: As in `Snapshot`.
        first: The line on which each body, and the day, first occurred.
        known: Code, name and ONS code of each body above the practices, by type and code.
        places: The positions of the three cells of each type, once known.
        read_as: The days by the texts of their cells.
        reported: The messages of the mistakes so far.
        wrong: The number of mistakes.
        last: The last column that is read.
    """

    file: str
    columns: Mapping[str, int]
    body_types: Sequence[BodyType]
    mistakes: list[LineMistake]
    day: date | None = None
    publication: str = "GP_PRAC_PAT_LIST"
    bodies: dict[str, Body] = attrs.field(factory=dict)
    above: dict[str, Mapping[str, str]] = attrs.field(factory=dict)
    first: dict[str, int] = attrs.field(factory=dict)
    known: dict[tuple[str, str], tuple[str, str, str]] = attrs.field(factory=dict)
    places: Sequence[tuple[int, int, int]] = ()
    read_as: dict[str, date | None] = attrs.field(factory=dict)
    reported: set[str] = attrs.field(factory=set)
    wrong: int = 0
    last: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find the last column that is read; the one with the name of the list may be missing."""
        self.last = max(place for name, place in self.columns.items() if name in self.needed())

    def needed(self) -> set[str]:
        """Return the names of the columns that every row must have."""
        return {
            EXTRACTED,
            POSTCODE,
            *(column for each in self.body_types for column in each.columns if column),
        }

    def row(self, line: int, cells: Sequence[str]) -> None:
        """Read one row; what is wrong with it is added to the mistakes."""
        wrong = self.wrong
        if len(cells) <= self.last:
            self._wrong(
                line, f"the row has {len(cells)} cells, and the columns that are read end at {self.last + 1}"
            )
            return
        cells = (*cells, *[""] * (len(self.columns) - len(cells)))
        self._day(line, cells[self.columns[EXTRACTED]], cells[self.columns.get(PUBLICATION, 0)])
        units: dict[str, str] = {}
        for body_type, (code, name, ons) in zip(self.body_types, self._places(), strict=True):
            said = (cells[code], cells[name], cells[ons] if ons >= 0 else "")
            if body_type is NETWORKS and said[0].upper() == UNALLOCATED:
                continue
            if body_type is PRACTICES:
                self._practice(line, said, cells[self.columns[POSTCODE]], units)
            elif self.known.get((body_type.prefix, said[0])) == said or self._other(line, body_type, said):
                units[body_type.level] = id_of(body_type, said[0])
        if self.wrong == wrong:
            self.above[units.pop(PRACTICE)] = units

    def _places(self) -> Sequence[tuple[int, int, int]]:
        """Return the positions of code, name and ONS code of each type; -1 for a missing column."""
        if not self.places:
            at = self.columns
            self.places = tuple(
                (at[code], at[name], at[ons] if ons else -1)
                for code, name, ons in (each.columns for each in self.body_types)
            )
        return self.places

    def _practice(self, line: int, said: tuple[str, str, str], postcode: str, units: dict[str, str]) -> None:
        """Note the practice of a row; a list has each practice once."""
        practice = id_of(PRACTICES, said[0])
        if not self._is_right(line, PRACTICES, said):
            return
        self._wrong_text(line, POSTCODE, postcode or "-")
        if practice in self.bodies:
            self._wrong(line, f"the practice `{said[0]}` is on line {self.first[practice]} too")
        self.bodies.setdefault(practice, Body(said[1], "", postcode))
        self.first.setdefault(practice, line)
        units[PRACTICE] = practice

    def _other(self, line: int, body_type: BodyType, said: tuple[str, str, str]) -> bool:
        """Note a body above the practice, whose name and ONS code are the same in all rows; return whether it is valid."""
        code, name, ons = said
        if not self._is_right(line, body_type, said):
            return False
        known = self.known.setdefault((body_type.prefix, code), said)
        body = id_of(body_type, code)
        first = self.first.setdefault(body, line)
        self.bodies.setdefault(body, Body(name, ons))
        if known[1] != name:
            self._wrong(
                line, f"`{code}` is called {_shown(name)} here and {_shown(known[1])} on line {first}"
            )
        elif known != said:
            self._wrong(line, f"`{code}` has the ONS code `{ons}` here and `{known[2]}` on line {first}")
        return known == said

    def _day(self, line: int, text: str, publication: str) -> None:
        if text not in self.read_as:
            self.read_as[text] = _read_day(text)
        day = self.read_as[text]
        if day is None:
            self._wrong(line, f"`{EXTRACTED}` is {_shown(text)}, which is no day such as `01Jan2022`")
        elif self.day is None:
            self.day = day
            self.first[EXTRACTED] = line
            if _PUBLICATION.fullmatch(publication):
                self.publication = publication
        elif day != self.day:
            self._wrong(
                line,
                f"`{EXTRACTED}` is {_shown(text)}, and another day on line {self.first[EXTRACTED]}: a list is of one day",
            )

    def _is_right(self, line: int, body_type: BodyType, said: tuple[str, str, str]) -> bool:
        """Whether the cells of one body are valid in a model; mistakes are added."""
        before = self.wrong
        code_column, name_column, ons_column = body_type.columns
        code, name, ons = said
        if not _CODE.fullmatch(code):
            self._wrong(line, f"`{code_column}` is {_shown(code)}, which is no code of letters and digits")
        if ons_column and not _ONS.fullmatch(ons):
            self._wrong(line, f"`{ons_column}` is {_shown(ons)}, which is no code such as `E54000050`")
        self._wrong_text(line, name_column, name)
        return self.wrong == before

    def _wrong_text(self, line: int, column: str, text: str) -> None:
        """Report a name that a model may not contain."""
        char = unsafe(text)
        if not text:
            self._wrong(line, f"`{column}` is empty")
        elif char:
            self._wrong(line, f"`{column}` has the character U+{ord(char):04X}, which may not stand in text")
        elif text.startswith(_FORMULA):
            self._wrong(line, f"`{column}` is {_shown(text)}, which is a formula and no name")
        elif len(text) > _LONGEST:
            self._wrong(line, f"`{column}` has {len(text):,} letters; it may have {_LONGEST}")
        elif not text.isascii() and has_too_many_marks(text):
            self._wrong(line, f"`{column}` has a letter with more than {MOST_MARKS} marks")

    def _wrong(self, line: int, message: str) -> None:
        """Report a mistake; one that occurs on many lines is reported for the first."""
        self.wrong += 1
        if message not in self.reported:
            self.reported.add(message)
            self.mistakes.append(LineMistake(self.file, line, message))


def _shown(text: str) -> str:
    """Return a cell for a message."""
    return f"`{text[:_SHOWN]}…`" if len(text) > _SHOWN else f"`{text}`" if text else "empty"


def _read_day(text: str) -> date | None:
    """Return the day in a cell, in any form; `None` for none."""
    text = text.partition(" ")[0] if re.match(r"[\d/-]+ \d", text) else text  # without a time of day after it
    short = _SHORT_YEAR.fullmatch(text)
    if short:
        text = f"{short[1]} {short[2]} 20{short[3]}"
    try:
        found = read_date(text)
    except ValueError:
        return None
    return found.first if found.first == found.last else None
