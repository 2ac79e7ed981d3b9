"""Characters that no text of a model may contain."""

import re
from unicodedata import category


def unsafe(text: str) -> str:
    """Return the first character that a text of a model may not contain; empty when there is none.

    Control characters, line and paragraph separators and bidirectional controls are refused.
    """
    if text.isprintable():
        return ""
    for char in text:
        code = ord(char)
        if code < 0x20 or 0x7F <= code <= 0x9F or code in REFUSED:  # noqa: PLR2004 - C0, DEL and C1
            return char
    return ""


MOST_MARKS = 30
"""How many combining marks may follow each other: Unicode's own limit for text in streams (UAX 15, Stream-Safe)."""


def has_too_many_marks(text: str) -> bool:
    """Whether a text has more marks in a row than any script: these are drawn over other lines and take long."""
    if (
        _ABOVE_LATIN.search(text) is None
    ):  # a shortcut in C: no run of letters is long enough to be one of marks
        return False
    marks = 0
    for char in text:
        marks = marks + 1 if category(char) in _MARKS else 0
        if marks > MOST_MARKS:
            return True
    return False


_MARKS = frozenset(("Mn", "Me"))
_ABOVE_LATIN = re.compile(rf"[^\0-\u02ff]{{{MOST_MARKS + 1}}}")
"""As many characters in a row as are too many marks, none before U+0300, where the marks begin."""

REFUSED = frozenset((0x61C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Separators of lines and paragraphs and bidirectional controls, by code point."""
