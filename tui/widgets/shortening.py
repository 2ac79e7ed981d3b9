"""Shortens a text in its middle or cuts it at its end, never inside a number or a date."""

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from tiers.model.format.dates import MONTHS

LEFT_OUT = "…"

_MONTHS = "|".join(MONTHS)
_UNITS = (
    # a date is one unit, and so is a number with its word
    rf"(?:about )?(?:\d{{1,2}} )?(?:{_MONTHS})[a-z]* \d{{4}}\S*"
    r"|\S*\d[\d.,]*(?: (?:million|billion|per cent))?\S*"
    r"|\S+"
)
"""The expression of a unit; compiled when a text is too long, so that the first frame does not wait for it."""

_SHARE = 0.45
"""The share of the room that the end of a text may take."""


def shortened(text: str, width: int) -> str:
    """Return a text of at most a width in cells, with `…` in place of its middle.

    Args:
        text: The text, safe to draw.
        width: The largest width in cells.
    """
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return LEFT_OUT[: max(width, 0)]
    units = [each.group() for each in re.finditer(_UNITS, text)]
    end = _end(units, int(width * _SHARE))
    begin = _beginning(units[: len(units) - len(end)], width - 1 - cell_len(" ".join(end)))
    if begin:
        return begin + LEFT_OUT + " ".join(end)
    return (_beginning(units, width - 1) or _letters(units[0], width - 1)) + LEFT_OUT


def cut(text: str, width: int) -> str:
    """Return a text of at most a width in cells, with `…` in place of its end."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = 0
    for each in re.finditer(_UNITS, text):
        if cell_len(text[: each.end()]) > width - 1:
            return text[:kept] + _next_letters(text[kept:], width - 1 - cell_len(text[:kept])) + LEFT_OUT
        kept = each.end()
    return text[:kept] + LEFT_OUT


def _next_letters(text: str, room: int) -> str:
    """Return the space and the first letters of a word without digits; empty if only one letter fits."""
    unit = text.lstrip().split(maxsplit=1)[0]
    space = text[: len(text) - len(text.lstrip())]
    letters = _letters(unit, room - cell_len(space))
    return space + letters if len(letters) > 1 else ""


def _end(units: Sequence[str], room: int) -> list[str]:
    """Return as many of the last units as fit; empty if the last one alone does not."""
    found: list[str] = []
    for each in reversed(units):
        if cell_len(" ".join((each, *found))) > room:
            break
        found.insert(0, each)
    return found


def _beginning(units: Sequence[str], room: int) -> str:
    """Return as many of the first units as fit, and the first letters of the next one if it is a word."""
    found = ""
    for each in units:
        longer = f"{found} {each}" if found else each
        if cell_len(longer) > room:
            return _with_letters(found, each, room)
        found = longer
    return found


def _with_letters(found: str, unit: str, room: int) -> str:
    letters = _letters(unit, room - cell_len(found) - (1 if found else 0))
    if len(letters) < 2:  # noqa: PLR2004 - one letter says nothing
        return found
    return f"{found} {letters}" if found else letters


def _letters(unit: str, room: int) -> str:
    """Return the first letters of a word without digits."""
    if room <= 0 or any(each.isdigit() for each in unit):
        return ""
    return set_cell_size(unit, room).rstrip()
