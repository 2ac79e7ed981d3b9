"""The columns of a sheet of seats, found by the names that people use for them, in any order."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from ..format.text import fold
from .sheet import Sheet, SheetError

COMMITTEE, NAME, OFFICE, FROM = "committee", "name", "office", "from"
KIND, HOLDER, FORENAME, SURNAME = "kind", "held_by", "forename", "surname"

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        COMMITTEE: "committee, body, board, group, meeting, forum, panel, committee name, name of committee, board name, "
        "committee or group, name of body, governing body",
        NAME: "name, member, member name, name of member, person, full name, councillor, representative, seat holder, "
        "nominee, post holder, postholder",
        FORENAME: "first name, forename, given name, first names, forenames",
        SURNAME: "surname, last name, family name",
        OFFICE: "post, office, job title, post title, position, job",
        FROM: "organisation, organization, employer, partner organisation, member organisation, partner, agency",
        "on_behalf_of": "on behalf of, representing, represents, organisation represented, constituency",
        "capacity": "capacity, membership type, type of member, member type, type of membership",
        "role": "role, role on committee, role on the committee, role on board, role on the board, committee role, board role",
        "voting": "voting, vote, votes, voting member, voting rights, voting status, can vote",
        "seats": "seats, number of seats, no of seats, places, number of places",
        "nominated_by": "nominated by, nominating body, nominated, nominator, appointed by, appointing body",
        "deputy": "deputy, deputies, named deputy, deputy name, name of deputy, substitute, substitutes, alternate, stand in",
        "term_ends": "term ends, term end, term of office ends, end of term, term expires, end of term of office, expiry",
        "start_date": "start date, since, from, appointed, date appointed, appointed on, date of appointment, term starts, "
        "seat start date",
        "end_date": "end date, until, to, left, date left, resigned, seat end date",
        "as_named": "as named, named in the source",
        HOLDER: "held by",
        KIND: "kind",
    }
)
"""The possible names of each column, without case and punctuation."""

_BY_WORD = {word: column for column, words in _WORDS.items() for word in words.split(", ")}

_PRINTED = frozenset(("depth", "path", "body", "member"))
"""The columns that identify a sheet from `tiers print --view seats --format csv`."""

_POST = "post"
"""The column that repeats the member, if that is a post."""

_OF_ROWS = frozenset(
    (
        *("depth", "path", "id", "name", "tier", "basis", "start_date", "end_date"),
        *("source", "standing", "disputed", "sources", _POST),
    )
)
"""The columns of such a sheet that describe the row and not the seat."""

_LATEST_HEADER = 20
"""How many rows are searched for the names of the columns, which may be below titles."""


@attrs.frozen(eq=False)
class Columns:
    """The columns of a sheet.

    Attributes:
        places: The position of each column, from 0.
        titles: The name of each column in the sheet.
        header: The position of the row of names among the rows of the sheet.
        unplaced: The names of columns that are not read, in their order.
        printed: Whether `tiers print` wrote the sheet.
    """

    places: Mapping[str, int]
    titles: Mapping[str, str]
    header: int
    unplaced: Sequence[str]
    printed: bool

    def cell(self, cells: Sequence[str], column: str) -> str:
        """Return the cell of a row in a column; empty if the sheet has no such column."""
        place = self.places.get(column, len(cells))
        return cells[place] if place < len(cells) else ""


def find_columns(sheets: Sequence[tuple[str, Sheet]]) -> tuple[Sheet, Columns]:
    """Return the sheet whose columns are recognised best, with these; the first of equals.

    Raises:
        SheetError: No sheet has columns for the body and for who sits on it.
    """
    best: tuple[Sheet, Columns] | None = None
    for _, sheet in sheets:
        for number in range(min(_LATEST_HEADER, len(sheet.rows))):
            found = _columns(sheet.rows[number][1], number)
            if _is_enough(found) and (best is None or len(found.places) > len(best[1].places)):
                best = (sheet, found)
    if best is not None:
        others = tuple(name for name, sheet in sheets if sheet is not best[0] and name and sheet.rows)
        return attrs.evolve(best[0], passed_over=others), best[1]
    if not any(sheet.rows for _, sheet in sheets):
        raise SheetError("the sheet is empty")
    raise SheetError(
        "no row names a column for the body and one for who sits there",
        "name them as in `Committee, Name, Post, Organisation, Role, Voting, Deputy, Term ends`",
    )


def _is_enough(columns: Columns) -> bool:
    places = columns.places
    who = (NAME, SURNAME, OFFICE, FROM, "on_behalf_of", "role", "capacity")
    return COMMITTEE in places and any(each in places for each in who)


def _columns(cells: Sequence[str], number: int) -> Columns:
    printed = _PRINTED.issubset(cells)
    places: dict[str, int] = {}
    unplaced: list[str] = []
    for place, cell in enumerate(cells):
        column = None if printed and cell in _OF_ROWS else _BY_WORD.get(fold(cell))
        if column is not None and column not in places:
            places[column] = place
        elif cell:
            unplaced.append(cell)
    titles = {column: cells[place] for column, place in places.items()}
    return Columns(places, titles, number, unplaced, printed)
