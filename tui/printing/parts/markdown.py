"""Markdown: escaped text and tables."""

import re
from collections.abc import Iterator, Sequence

from ...wording.safe_text import safe

_MARKUP = re.compile(
    r"[\\`*_\[\]<>|~$#{}^@]"  # markup anywhere
    r"|&(?=[#\w])"  # the beginning of a character reference
    r"|:(?=//|\w+:)"  # the beginning of an address, or of an image reference
    r"|(?<=\w)\.(?=[^\W\d])"  # the dot of an address
    r"|^[-+=:!]"  # markup at the beginning of a line
)
_NUMBER = re.compile(r"^(\d+)([.)])")
"""The number of a list item at the beginning of a line."""


_LOST_SPACES = re.compile(r"^\s+|(?<!\s)\s++$|(?<= ) +")
"""Spaces that a Markdown reader would remove; the pattern passes each run of spaces once, not from each of them."""


def escaped(text: str) -> str:
    """Return a text with every character escaped that could be Markdown."""
    text = _MARKUP.sub(lambda found: "\\" + found[0], text)
    text = _NUMBER.sub(r"\1\\\2", text)
    return _LOST_SPACES.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), text)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table; no text in a cell is markup, and every row has as many cells as there are headings."""
    yield _row(headings)
    yield f"| {' | '.join('---' for _ in headings)} |\n"
    yield from (_row(row) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(safe(each)) for each in cells)} |\n"
