"""Turns the rows of a sheet into seats: the body, the member, and the values of the seat."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs

from ..format import NONE, NOT_STATED, RELATIONS
from ..format.details import COUNTED, DEPUTY
from ..format.groups import ORGANIZATIONS
from ..structure.membership import MEMBERSHIP
from .cells import READERS, CellError, Value, capacity_in, check, is_silent, is_vacant, split_role
from .columns import COMMITTEE, FORENAME, FROM, HOLDER, KIND, NAME, OFFICE, SURNAME, Columns
from .names import AmbiguousError, Names
from .seat import ORDER, Seat
from .sheet import RowMistake, RowMistakesError, Sheet
from .titles import TITLE, UNSURE, is_office, name_or_title
from .toml_text import value_text

_Read = TypeVar("_Read")

_SEATED = RELATIONS[MEMBERSHIP]
_COMMITTEE = "body"
_OFFICE = "post"
_PERSON = "person"
_ORGANISATION = "organisation"
_NAMED = {"on_behalf_of": _ORGANISATION, "nominated_by": _ORGANISATION, "deputy": _PERSON}
"""The kind of a new entity that a key of a seat names, by key."""

_VISIBLE = re.compile(r"\\u\{(0?[0-9a-f]{1,5}|10[0-9a-f]{4})\}")
"""The form in which `tiers print` writes an invisible character."""

_DAYS = frozenset(("start_date", "end_date"))
"""The days of a seat; unlike other values they are left out if not known."""

_WORDS = {part.name: part.words for part in _SEATED.parts}
"""The words that are allowed in place of an id, by key of a seat."""

_OFFICES = ("role", "capacity", OFFICE, FROM, *_NAMED)
"""The columns that say in what office a person has a seat."""


def seats_of(sheet: Sheet, columns: Columns, names: Names, warnings: list[str]) -> list[Seat]:
    """Return the seat of each row; entities that the model does not have are added to `names`.

    Args:
        sheet: The sheet.
        columns: Its columns.
        names: The entities of the model.
        warnings: Receives messages about parts of rows that are not read.

    Raises:
        RowMistakesError: Rows cannot be understood; the error has the first mistake of each.
    """
    mistakes: list[RowMistake] = []
    seats: list[Seat] = []
    rows = sheet.rows[columns.header + 1 :]
    has_names = not columns.printed and any(_has_value(_name(columns, cells)) for _, cells in rows)
    for number, written in rows:
        cells = [_seen(each) for each in written] if columns.printed else written
        try:
            seat = _Row(number, cells, columns, names, has_names, warnings).seat()
        except (CellError, AmbiguousError) as error:
            mistakes.append(RowMistake(number, str(error)))
        else:
            if seat is not None:
                seats.append(seat)
    if mistakes:
        raise RowMistakesError(mistakes)
    return seats


def _seen(cell: str) -> str:
    """Return a cell with the invisible characters that `tiers print` made visible."""
    return _VISIBLE.sub(lambda found: chr(int(found[1], 16)), cell)


def _name(columns: Columns, cells: Sequence[str]) -> str:
    """Return the cell of the name, or the cells of its parts joined."""
    whole = columns.cell(cells, NAME)
    return whole or " ".join(filter(None, (columns.cell(cells, each) for each in (FORENAME, SURNAME))))


def _has_value(cell: str) -> bool:
    """Whether a cell has a value, and not words for nobody or for not known."""
    return bool(cell) and not is_silent(cell) and not is_vacant(cell)


@attrs.frozen(eq=False)
class _Row:
    """A row that is being read.

    Attributes:
        number: Its number.
        cells: Its cells.
        columns: The columns of the sheet.
        names: The entities of the model, and those added.
        has_names: Whether the sheet names the members of other seats, so that a row with only an office lacks
            its holder.
        warnings: Receives messages about parts of the row that are not read.
    """

    number: int
    cells: Sequence[str]
    columns: Columns
    names: Names
    has_names: bool
    warnings: list[str]

    def cell(self, column: str) -> str:
        return self.columns.cell(self.cells, column)

    def seat(self) -> Seat | None:
        """Return the seat; `None` if the row has none."""
        cell = self.cell
        person = _name(self.columns, self.cells)
        says_something = person or any(map(cell, (OFFICE, FROM, *READERS, *_NAMED)))
        if not says_something and (self.columns.printed or not cell(COMMITTEE)):
            return None
        for column in self.columns.places:
            self._read(column, check)
        if not _has_value(cell(COMMITTEE)):
            raise CellError("no body is named")
        committee = self._find_or_add(cell(COMMITTEE), COMMITTEE, _COMMITTEE, ORGANIZATIONS)
        home = self._find_or_add(cell(FROM), FROM, _ORGANISATION, _agents()) if _has_value(cell(FROM)) else ""
        values = self._values(home)
        office, role = cell(OFFICE), cell("role")
        if office and not role and capacity_in(office):  # the column of posts has a capacity
            office, role = "", office
        capacity, rest = split_role(role) if "capacity" not in values else (None, role)
        if capacity is not None:
            values["capacity"] = capacity
        values.pop("role", None)
        if rest:
            values["role"] = rest
        title = office or rest
        member, person = self._member(person, office, home, committee, values)
        if member == committee:
            raise CellError(f"`{cell(COMMITTEE)}` cannot sit on itself")
        ordered = {key: values[key] for key in ORDER if key in values}
        vacant = is_vacant(_name(self.columns, self.cells)) or is_vacant(cell(HOLDER))
        holder = self._holder(member, person, vacant=vacant)
        return Seat(
            self.number, committee, member, ordered, role, holder, person, home, title, vacant, bool(office)
        )

    def _member(
        self, name: str, office: str, home: str, committee: str, values: dict[str, Value]
    ) -> tuple[str, str]:
        """Return the member of the seat, and the person whom the row names; empty for none."""
        cell = self.cell
        named = _has_value(name)
        if office:
            return self._office(office, home, committee), self._person(name) if named else ""
        if named:
            return self._named(name, home, committee)
        role, alike = str(values.get("role", "")), int(str(values.get("seats", 1)))
        vacant, printed = is_vacant(name), self.columns.printed
        if alike == 1 and role and not printed and (vacant or (self.has_names and is_office(role))):
            del values["role"]  # the cell has the name of the post
            return self._office(role, home, committee), ""
        if home and not vacant:
            return home, ""
        if vacant and (home or "capacity" in values) and not printed:
            return self._seat_as_post(str(values.get("capacity", "")), home, committee), ""
        if vacant or is_silent(name) or role or cell("capacity") or "capacity" in values:
            return (NONE if vacant else NOT_STATED), ""
        raise CellError("nobody is named who sits there")

    def _named(self, name: str, home: str, committee: str) -> tuple[str, str]:
        """Return the member for a row with a name: a person, or an office that is among the names."""
        member = self._find(name, NAME, _SEATED.subjects, likely=_PERSON)
        if not member:
            kind = self.cell(KIND) if self.cell(KIND) in _SEATED.subjects else ""
            if not kind and name_or_title(name) == TITLE:
                return self._office(name, home, committee), ""
            kind = kind or _PERSON
            if kind == _PERSON and not any(map(self.cell, _OFFICES)):
                wanted = "a person needs a role, a post or an organisation"
                raise CellError(f"no office of `{name}` is named: {wanted}")
            member = self.names.add(kind, name).id
        return member, member if self.names.kind(member) == _PERSON else ""

    def _seat_as_post(self, capacity: str, home: str, committee: str) -> str:
        """Return the post that represents a vacant seat, so that it does not count as filled."""
        kind = f"{capacity.capitalize()} of" if capacity in COUNTED else "Seat on"
        return self._office(f"{kind} {self.names.name(committee)}", home or committee, committee)

    def _person(self, cell: str) -> str:
        """Return the person whom a cell names."""
        return self._find_or_add(cell, NAME, _PERSON, (_PERSON,))

    def _office(self, office: str, home: str, committee: str) -> str:
        """Return the post that a cell names, in its organisation; else preferably one that is already on the body."""
        seated = {each.subject for each in self.names.graph.incoming(committee, MEMBERSHIP)}
        names, kinds = self.names, (_OFFICE,)
        known = self._read(OFFICE, lambda _: names.find(office, kinds, home, near=seated))
        return known or self._add_office(office, home)

    def _add_office(self, office: str, home: str) -> str:
        """Return a new post, in the organisation that the row names if there is one."""
        new = self.names.add(_OFFICE, office, home)
        if home:
            new.keys["post_in"] = value_text(home)
        return new.id

    def _holder(self, member: str, person: str, *, vacant: bool) -> str:
        """Return the holder of the post that has the seat; `none` if the row says it is vacant, empty if it does not say."""
        if member not in self.names or self.names.kind(member) != _OFFICE:
            return ""
        if vacant:
            return NONE
        cell = self.cell(HOLDER)
        return self._person(cell) if _has_value(cell) else person

    def _values(self, home: str) -> dict[str, Value]:
        """Return the values of the seat from the row, by key, in the order of writing."""
        values: dict[str, Value] = {}
        for key, read in READERS.items():
            if self.cell(key) and not (key in _DAYS and is_silent(self.cell(key))):
                values[key] = self._read(key, read)
        for key, kind in _NAMED.items():
            cell = self.cell(key)
            if cell and is_silent(cell):
                values[key] = NOT_STATED
            elif cell and is_vacant(cell):
                values[key] = NONE if NONE in _WORDS[key] else NOT_STATED
            elif cell:
                parts = filter(None, (each.strip() for each in cell.split(";")))
                find = self._deputy if key == DEPUTY.name else self._find_or_add
                found = tuple(filter(None, (find(each, key, kind, (), home) for each in parts)))
                if found:
                    values[key] = found
        return values

    def _deputy(self, cell: str, column: str, kind: str, kinds: Sequence[str], home: str) -> str:
        """Return the person or post that deputises; empty, with a message, if a new name may be either."""
        found = self._read(column, lambda _: self.names.find(cell, tuple(kinds), home, likely=kind))
        if found:
            return found
        meant = name_or_title(cell)
        if meant == TITLE:
            return self._add_office(cell, home)
        if meant == UNSURE:
            title = self.columns.titles[column]
            self.warnings.append(
                f"row {self.number}: `{title}`: whether `{cell}` is a person or a post cannot be told, so it is not written: "
                "write it as `[[person]]` or `[[post]]` with this name, and import again"
            )
            return ""
        return self.names.add(kind, cell).id

    def _find_or_add(self, cell: str, column: str, kind: str, kinds: Sequence[str], _home: str = "") -> str:
        """Return the entity that a cell names, added if there is none."""
        return self._find(cell, column, tuple(kinds), likely=kind) or self.names.add(kind, cell).id

    def _find(self, cell: str, column: str, kinds: tuple[str, ...], likely: str = "") -> str:
        """Return the entity that a cell names; empty for none."""
        return self._read(column, lambda _: self.names.find(cell, kinds, likely=likely)) or ""

    def _read(self, column: str, read: Callable[[str], _Read]) -> _Read:
        """Return the result of reading a cell; a mistake is raised with the name of its column."""
        try:
            return read(self.cell(column))
        except (CellError, AmbiguousError) as error:
            title = self.columns.titles.get(column)
            raise CellError(f"`{title}`: {error}" if title else str(error)) from None


def _agents() -> tuple[str, ...]:
    """Return the kinds that may send somebody to a body: all that have seats except persons and posts."""
    return tuple(each for each in _SEATED.subjects if each not in {_OFFICE, _PERSON})
