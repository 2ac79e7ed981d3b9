r"""Lines of CSV that a spreadsheet opens as they are: RFC 4180 with `\n` at the end of a line.

A text that a spreadsheet would take for a formula has an apostrophe before it; `'` is put before texts that already
begin so too, and so can always be taken off again. A negative number is a number, and stays as it is.
"""

import re
from collections.abc import Iterable

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
