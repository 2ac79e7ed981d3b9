r"""Lines of CSV that are safe to open in a spreadsheet: RFC 4180 with `\n` as line end.

A text that a spreadsheet would take for a formula gets an apostrophe in front, and so does a text that
already begins with one before a formula, so that one can always be removed again. A negative number stays
unchanged.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tiers.model import Date
from tiers.model.format.ids import RESERVED

from ...wording.safe_text import safe

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""The beginning of a text that a spreadsheet would compute; some also accept the wide forms."""

_NEGATIVE = re.compile(r"-[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?")
"""A number below zero, which begins like a formula but is none."""


def line(cells: Iterable[str]) -> str:
    """Return a line of CSV; its cells are safe to draw, are not formulas, and are quoted where necessary."""
    return f"{','.join(map(_cell, cells))}\n"


def _cell(text: str) -> str:
    text = safe(text)
    if _FORMULA.match(text) and not _NEGATIVE.fullmatch(text):
        text = f"'{text}"
    if '"' in text or "," in text or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


SOURCES = "sources"
"""The key for the cited places of a record; their CSV column is `source`, as in a printed view."""

PATH_MARK = " > "
"""The separator of the names in a path."""

BETWEEN = "; "
"""The separator of several values in one cell."""


def table(columns: Iterable[str], records: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield the line of column names, then a line for each record with the values of these keys."""
    keys = tuple(columns)
    yield line("source" if key == SOURCES else key for key in keys)
    for record in records:
        yield line(text_of(record[key]) for key in keys)


def text_of(value: object) -> str:
    """Return a value of a record as the text of a cell: an entity by its name, a source by the cited place."""
    if value is None or value is False:
        return ""
    if isinstance(value, list | tuple):
        return BETWEEN.join(map(text_of, value))
    if isinstance(value, Mapping):
        if "locator" in value:
            return f"{value['id']}#{value['locator']}" if value["locator"] else str(value["id"])
        return text_of(value.get("name"))
    if isinstance(value, Date):
        return value.text
    if value is True:
        return "yes"
    return value.replace("_", " ") if isinstance(value, str) and value in RESERVED else str(value)
