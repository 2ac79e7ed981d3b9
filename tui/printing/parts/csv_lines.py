r"""Lines of CSV that a spreadsheet opens as they are: RFC 4180 with `\n` at the end of a line.

A text that a spreadsheet would take for a formula has an apostrophe before it; `'` is put before texts that already
begin so too, and so can always be taken off again. A negative number is a number, and stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tiers.model import Date
from tiers.model.format.ids import RESERVED

from ...wording.safe_text import safe

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet would compute; the wide forms count in some of them."""

_NEGATIVE = re.compile(r"-[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?")
"""A number below zero, which begins like a formula and is none."""


def line(cells: Iterable[str]) -> str:
    """Return a line of CSV with every cell safe, inert and quoted where it must be."""
    return f"{','.join(map(_cell, cells))}\n"


def _cell(text: str) -> str:
    text = safe(text)
    if _FORMULA.match(text) and not _NEGATIVE.fullmatch(text):
        text = f"'{text}"
    if '"' in text or "," in text or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


SOURCES = "sources"
"""The key of the places in documents that a record rests on; their column is `source`, as in a printed view."""

PATH_MARK = " > "
"""Between the names of a path."""

BETWEEN = "; "
"""Between several values in one cell."""


def table(columns: Iterable[str], records: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield the line of column names, and a line for each record of an answer's JSON, with the values of some of its keys."""
    keys = tuple(columns)
    yield line("source" if key == SOURCES else key for key in keys)
    for record in records:
        yield line(text_of(record[key]) for key in keys)


def text_of(value: object) -> str:
    """Return a value of a record as the text of a cell: of an entity its name, of a source its place in it."""
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
