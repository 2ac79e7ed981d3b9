"""Turns the rows of a sheet into seats: on which body, who sits there, and what the row says of the seat."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs

from ..format import NONE, NOT_STATED, RELATIONS
from ..format.groups import ORGANIZATIONS
from ..structure.membership import MEMBERSHIP
from .cells import READERS, CellError, Value, capacity_in, check, is_silent, is_vacant
from .columns import COMMITTEE, FORENAME, FROM, HOLDER, KIND, NAME, OFFICE, SURNAME, Columns
from .names import AmbiguousError, Names
from .sheet import RowMistake, RowMistakesError, Sheet
from .toml_text import value_text

_Read = TypeVar("_Read")

_SEATED = RELATIONS[MEMBERSHIP]
_COMMITTEE = "body"
_OFFICE = "post"
_PERSON = "person"
_ORGANISATION = "organisation"
_NAMED = {"on_behalf_of": _ORGANISATION, "nominated_by": _ORGANISATION, "deputy": _PERSON}
"""By key of a seat that names entities, the kind of one that is not in the model yet."""

_ORDER = (*(part.name for part in _SEATED.parts), "start_date", "end_date")
"""The keys of a seat in the order in which they are written."""

_VISIBLE = re.compile(r"\\u\{(0?[0-9a-f]{1,5}|10[0-9a-f]{4})\}")
"""How `tiers print` writes a character that cannot be seen."""

_DAYS = frozenset(("start_date", "end_date"))
"""The days of a seat, for which no word stands: what is not known is not written."""

_WORDS = {part.name: part.words for part in _SEATED.parts}
"""By key of a seat the words that may stand in place of an id."""

_OFFICES = ("role", "capacity", FROM, *_NAMED)
"""The columns that say in what office a person sits there, besides that of the post."""


@attrs.frozen(eq=False)
class Seat:
    """A seat as a row of the sheet has it.

    Attributes:
        row: The number of the row.
        committee: The id of the body.
        member: The id of who sits there; a word such as `not_stated` where the row names nobody.
        values: What the row says of the seat, by key; what it says nothing of is not there.
        role: The role as it is written, also where it is taken as a capacity; empty for none.
        holder: The id of who holds the post that has the seat, or `none`; empty where the row does not say.
    """

    row: int
    committee: str
    member: str
    values: dict[str, Value]
    role: str
    holder: str = ""

    @property
    def key(self) -> object:
        """What is equal for two rows that say the same."""
        return (self.committee, self.member, tuple(self.values.items()), self.role, self.holder)


def seats_of(sheet: Sheet, columns: Columns, names: Names) -> list[Seat]:
    """Return the seat of each row; entities that the model does not have are added to `names`.

    Raises:
        RowMistakesError: Rows cannot be understood; it bears the first mistake of each.
    """
    mistakes: list[RowMistake] = []
    seats: list[Seat] = []
    for number, written in sheet.rows[columns.header + 1 :]:
        cells = [_seen(each) for each in written] if columns.printed else written
        try:
            seat = _Row(number, cells, columns, names).seat()
        except (CellError, AmbiguousError) as error:
            mistakes.append(RowMistake(number, str(error)))
        else:
            if seat is not None:
                seats.append(seat)
    if mistakes:
        raise RowMistakesError(mistakes)
    return seats


def _seen(cell: str) -> str:
    """Return a cell as it was before `tiers print` made its characters visible."""
    return _VISIBLE.sub(lambda found: chr(int(found[1], 16)), cell)


@attrs.frozen(eq=False)
class _Row:
    number: int
    cells: Sequence[str]
    columns: Columns
    names: Names

    def cell(self, column: str) -> str:
        return self.columns.cell(self.cells, column)

    def seat(self) -> Seat | None:
        """Return the seat; `None` where the row has none."""
        cell = self.cell
        person = cell(NAME) or " ".join(filter(None, (cell(FORENAME), cell(SURNAME))))
        told = person or any(map(cell, (OFFICE, FROM, *READERS, *_NAMED)))
        if not told and (self.columns.printed or not cell(COMMITTEE)):
            return None
        for column in self.columns.places:
            self._read(column, check)
        if not cell(COMMITTEE) or is_silent(cell(COMMITTEE)) or is_vacant(cell(COMMITTEE)):
            raise CellError("no body is named")
        values = self._values()
        committee = self._find_or_add(cell(COMMITTEE), COMMITTEE, _COMMITTEE, ORGANIZATIONS)
        member, holder = self._member(person, committee, values)
        if member == committee:
            raise CellError(f"`{cell(COMMITTEE)}` cannot sit on itself")
        role = cell("role")
        capacity = capacity_in(role) if role and "capacity" not in values else None
        if capacity is not None:
            del values["role"]
            values["capacity"] = capacity
        ordered = {key: values[key] for key in _ORDER if key in values}
        return Seat(self.number, committee, member, ordered, role, holder)

    def _member(self, person: str, committee: str, values: dict[str, Value]) -> tuple[str, str]:
        """Return who has the seat, and who holds the post that has it."""
        names, cell = self.names, self.cell
        nobody = is_vacant(person) or is_silent(person)
        known = cell(FROM) and not is_silent(cell(FROM)) and not is_vacant(cell(FROM))
        home = self._find_or_add(cell(FROM), FROM, _ORGANISATION, _agents()) if known else ""
        if cell(OFFICE):
            member = self._office(cell(OFFICE), home, committee)
        elif person and not nobody:
            member = self._find(person, NAME, _SEATED.subjects, likely=_PERSON)
            if not member:
                kind = cell(KIND) if cell(KIND) in _SEATED.subjects else _PERSON
                if kind == _PERSON and not any(map(cell, _OFFICES)):
                    wanted = "a person needs a role, a post or an organisation"
                    raise CellError(f"no office of `{person}` is named: {wanted}")
                member = names.add(kind, person).id
            post = self._post_on(committee, member)
            if post:
                return post, member
            if home and home != member:
                values.setdefault("on_behalf_of", (home,))
        elif home:
            member = home
        elif nobody or cell("role") or cell("capacity"):
            return (NONE if is_vacant(person) else NOT_STATED), ""
        else:
            raise CellError("nobody is named who sits there")
        holder = cell(HOLDER) or (person if cell(OFFICE) else "")
        return member, self._holder(holder) if names.kind(member) == _OFFICE else ""

    def _post_on(self, committee: str, person: str) -> str:
        """Return the post of a person that has the seat on a body, so that it is not taken for a second seat; empty for none."""
        graph = self.names.graph
        if any(each.object == committee for each in graph.outgoing(person, MEMBERSHIP)):
            return ""
        held = (each.object for each in graph.outgoing(person, "holds") if each.end_date is None)
        seated = {each.subject for each in graph.incoming(committee, MEMBERSHIP)}
        return next((each for each in held if each in seated), "")

    def _office(self, office: str, home: str, committee: str) -> str:
        """Return the post that a cell names, in its organisation, else before others one that sits on the body already."""
        seated = {each.subject for each in self.names.graph.incoming(committee, MEMBERSHIP)}
        names, kinds = self.names, (_OFFICE,)
        known = self._read(OFFICE, lambda _: names.find(office, kinds, home, near=seated))
        if known:
            return known
        new = self.names.add(_OFFICE, office, home)
        if home:
            new.keys["post_in"] = value_text(home)
        return new.id

    def _holder(self, cell: str) -> str:
        """Return who holds a post; `none` where the row says that it is vacant, empty where it does not say."""
        if not cell or is_silent(cell):
            return ""
        return NONE if is_vacant(cell) else self._find_or_add(cell, NAME, _PERSON, (_PERSON,))

    def _values(self) -> dict[str, Value]:
        """Return what the row says of the seat by key, in the order in which it is written."""
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
                values[key] = tuple(self._find_or_add(each, key, kind, ()) for each in parts)
        return values

    def _find_or_add(self, cell: str, column: str, kind: str, kinds: Sequence[str]) -> str:
        """Return the entity that a cell names, added where there is none."""
        return self._find(cell, column, tuple(kinds), likely=kind) or self.names.add(kind, cell).id

    def _find(self, cell: str, column: str, kinds: tuple[str, ...], likely: str = "") -> str:
        """Return the entity that a cell names; empty for none."""
        return self._read(column, lambda _: self.names.find(cell, kinds, likely=likely)) or ""

    def _read(self, column: str, read: Callable[[str], _Read]) -> _Read:
        """Return what is read from a cell; what is wrong with it is told with the name of its column."""
        try:
            return read(self.cell(column))
        except (CellError, AmbiguousError) as error:
            title = self.columns.titles.get(column)
            raise CellError(f"`{title}`: {error}" if title else str(error)) from None


def _agents() -> tuple[str, ...]:
    """Return the kinds that may send somebody to a body: all that have seats but persons and posts."""
    return tuple(each for each in _SEATED.subjects if each not in {_OFFICE, _PERSON})
