"""Reads the cells of a seat as TOML values: yes and no, days, numbers, capacity."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..format import NOT_STATED
from ..format.details import CAPACITIES
from ..format.plain_dates import read_date
from ..format.text import fold
from ..reading.unsafe import MOST_MARKS, has_too_many_marks, unsafe

Value = str | int | bool | tuple[str, ...]
"""A TOML value; a tuple is a list of ids."""

_YES = frozenset(["yes", "y", "true", "1", "voting", "votes", "full", "x", "✓", "✔", "☑"])
_NO = frozenset(
    ("no", "n", "false", "0", "non voting", "not voting", "nonvoting", "does not vote", "✗", "✘", "☐")
)
_SILENT = frozenset(("not stated", "tbc", "tba", "to be confirmed", "unknown", "?"))
"""The words in a sheet for a value that is not stated."""

_VACANT = frozenset(("vacant", "vacancy", "vacant post", "vacant seat", "none"))

_CAPACITIES: Mapping[str, str] = MappingProxyType(
    {
        **{fold(each): each for each in CAPACITIES},
        "chairman": "chair",
        "chairwoman": "chair",
        "chairperson": "chair",
        "cochair": "co-chair",
        "joint chair": "co-chair",
        "deputy chair": "vice-chair",
        "vice chairman": "vice-chair",
        "deputy chairman": "vice-chair",
        "voting member": "member",
        "non voting member": "member",
        "full member": "member",
        "attendee": "in attendance",
        "attends": "in attendance",
        "substitute": "deputy",
    }
)
"""The capacity by the words of a sheet, without case and punctuation."""

_ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"))


class CellError(ValueError):
    """A cell cannot be read; the message says why."""


def check(cell: str) -> None:
    """Raise a `CellError` for a text that a model may not contain."""
    if cell in _ERRORS:
        raise CellError(f"the formula gives `{cell}`")
    refused = unsafe(cell)
    if refused:
        raise CellError(f"the character U+{ord(refused):04X} is not allowed in a model")
    if not cell.isascii() and has_too_many_marks(cell):
        raise CellError(f"more than {MOST_MARKS} marks stand on one letter")


def is_silent(cell: str) -> bool:
    """Whether a cell says that the value is not known."""
    return _plain(cell) in _SILENT


def is_vacant(cell: str) -> bool:
    """Whether a cell says that nobody holds the seat."""
    return _plain(cell) in _VACANT


def capacity_in(cell: str) -> str | None:
    """Return the capacity if a role is nothing else; `None` for any other role."""
    return _CAPACITIES.get(fold(cell))


_SPLIT = re.compile(r"([^(:]+?)(?: ?\((?P<inside>[^()]+)\)|: ?(?P<after>.+)| [-\u2013\u2014] (?P<dash>.+))")


def split_role(cell: str) -> tuple[str | None, str]:
    """Return the capacity at the beginning of a role and the rest: `chair` and `independent` for `Chair (independent)`.

    The capacity is `None` if the role begins with none; the rest is then the whole role.
    """
    whole = capacity_in(cell)
    if whole is not None:
        return whole, ""
    parts = _SPLIT.fullmatch(cell)
    capacity = capacity_in(parts[1]) if parts is not None else None
    if parts is None or capacity is None:
        return None, cell
    return capacity, str(parts["inside"] or parts["after"] or parts["dash"])


def _plain(cell: str) -> str:
    return fold(cell) or cell.strip()


def _flag(cell: str) -> Value:
    word = _plain(cell)
    if word in _SILENT:
        return NOT_STATED
    if word in _YES or word in _NO:
        return word in _YES
    raise CellError(f"`{cell}` is neither yes nor no")


def _whole(cell: str) -> Value:
    if cell.isascii() and cell.isdigit() and len(cell) < 6 and int(cell):  # noqa: PLR2004 - no body has as many seats
        return int(cell)
    raise CellError(f"`{cell}` is not a number of seats")


def _date(cell: str) -> Value:
    if is_silent(cell):
        return NOT_STATED
    try:
        return read_date(cell).text
    except ValueError as error:
        raise CellError(f"`{cell}`: {error}") from None


def _capacity(cell: str) -> Value:
    found = _CAPACITIES.get(fold(cell))
    if found is None:
        listed = ", ".join(f"`{each}`" for each in CAPACITIES)
        raise CellError(f"`{cell}` is not one of {listed}; other words go below `Role`")
    return found


READERS: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        "capacity": _capacity,
        "role": str,
        "voting": _flag,
        "seats": _whole,
        "term_ends": _date,
        "start_date": _date,
        "end_date": _date,
        "as_named": str,
    }
)
"""The functions that read the cells of a seat by key, in the order of writing, without keys that name entities."""
