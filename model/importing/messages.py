"""Messages for a person to look at after an import: rows and values that are not written."""

from collections.abc import Callable, Collection, Iterator, Sequence

from ..format import NONE
from ..format.keys import NOBODY
from .likeness import Known, title_of
from .matching import Match
from .seat import Seat

Place = Callable[[Known], str]
"""A function that says in words where a seat is written."""


def repeated(before: Seat, seat: Seat) -> str:
    """Return the message that two rows say the same."""
    return f"row {seat.row} says the same as row {before.row} and counts once; several like seats are a number below `Seats`"


_NAMED = 3
"""How many rows with something to confirm are listed."""


def to_confirm(rows: Sequence[int]) -> str:
    """Return the message that a person's organisation was taken as the nominator, which must be confirmed."""
    first, further = ", ".join(map(str, rows[:_NAMED])), len(rows) - _NAMED
    listed = f"{'row' if len(rows) == 1 else 'rows'} {first}{f' and {further} more' if further > 0 else ''}"
    return f"to be confirmed: the organisation in {listed} is written as `nominated_by`: that it names who has the seat"


def of_beside(
    it: Known, row: Seat, values: Collection[str], place: Place, *, is_dated: bool
) -> Iterator[str]:
    """Yield warnings about a seat beside which the statement of another document is written."""
    begins = f"row {row.row}: beside {_seat(it, place)}, what the sheet says is written"
    if not is_dated:
        yield f"{begins}: which of the documents is later is not known. Write `end_date` where the seat has ended"
    silent = [f"`{key}`" for key in it.written.values if key not in values and key not in _OF_EVIDENCE]
    if silent:
        yield f"{begins}, which says nothing of {_listed(silent)}: write what still holds into the new one"


_OF_EVIDENCE = frozenset(("sources", "as_at", "basis", "note", "end_date"))


def left_out(match: Match, place: Place) -> str:
    """Return the message that a row is not written, since the seat may be there already, and what to do."""
    row, maybe = match.row, match.maybe
    begins = f"row {row.row} is not written: "
    if match.taken_by:
        return f"{begins}{_seat(maybe[0], place)} fits it, and is that of row {match.taken_by}"
    if len(maybe) > 1:
        places = _listed([place(each) for each in maybe])
        return f"{begins}it may be any of the seats of `{row.committee}` {places}; a role or a capacity tells them apart"
    return (
        f"{begins}it may be {_seat(maybe[0], place)}, or another one. "
        "If it is that one, change it by hand, or take it out and import again; if it is another one, write it by hand"
    )


def of_seat(match: Match, place: Place, name: Callable[[str], str]) -> Iterator[str]:
    """Yield messages about values of a row that cannot be written into an existing seat."""
    row, it = match.row, match.known
    if it is None:
        return
    seat = _seat(it, place)
    who = f"`{name(row.person)}`" if row.person else ""
    unsaid = it.kind == "post" and not it.holder(row)
    if row.person and match.shared:
        yield (
            f"row {row.row}: {who} has one of the {it.seats} seats that are written together: {seat}. "
            "To name who has them, write each seat by hand"
        )
    elif row.person and it.is_organisation:
        yield (
            f"row {row.row}: {who} is not written, since this is {seat}, which names no person. "
            "To name who has it, write the seat of a post or a person in its place"
        )
    elif row.vacant and it.kind and (unsaid or it.kind != "post"):
        yield (
            f"row {row.row}: that it is vacant is not written, since this is {seat}. "
            f'A seat is vacant where a post has it with `held_by = "{NONE}"`: write that by hand'
        )
    elif row.person and unsaid:
        yield (
            f"row {row.row}: {who} is not written, since this is {seat}, and the row does not say who holds that post: "
            "write `held_by` by hand"
        )
    if row.office and row.member != it.written.member and title_of(row.title) not in it.titles:
        yield f"row {row.row}: the post `{name(row.member)}` is not written, since this is {seat}"
    if row.home and it.homes and row.home not in it.homes:
        listed = _listed([f"`{each}`" for each in sorted(it.homes)])
        yield f"row {row.row}: `{row.home}` is not written, since the model has {listed} for {seat}"


def _seat(it: Known, place: Place) -> str:
    member = it.written.member
    return f"the seat of {f'`{member}`' if member not in NOBODY else 'nobody'} on `{it.written.committee}` {place(it)}"


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))
