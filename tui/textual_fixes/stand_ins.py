"""Substitutes of the same width for characters that the terminal's encoding lacks.

In a file or pipe such a character is written as an escape, which would shift the rest of the line on a
screen.
"""

from functools import lru_cache
from unicodedata import normalize

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from ..wording.safe_text import is_carried
from ..wording.signs import SIGNS

_STAND_INS = {
    **dict(zip("▾▸┃│─…↵←→↑†‡×°≈∅", "v>|:-~<<>^+#xi%0", strict=True)),  # noqa: RUF001 - they are to be told apart
    **dict(zip("‘’‚“”„‹›«»–—−•·", "''," + '""' + '"<><>---*.', strict=True)),  # noqa: RUF001 - as above
    **{sign.symbol: sign.ascii for sign in SIGNS.values() if sign.symbol},
}


class Legible(LineFilter):
    """A line filter that replaces characters an encoding lacks."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line with substitutes for the characters that the encoding lacks."""
        return [Segment(legible(text, self._encoding), style, control) for text, style, control in segments]


def legible(text: str, encoding: str) -> str:
    """Return a text of the same width with substitutes for the characters that an encoding lacks."""
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _stand_in(char, encoding) for char in text)


@lru_cache(4096)
def _stand_in(char: str, encoding: str) -> str:
    """Return the character if it can be encoded, else its substitute, else its base letter, else `?` for each cell."""
    width = cell_len(char)
    for each in (char, _STAND_INS.get(char, ""), normalize("NFKD", char)[:1]):
        if cell_len(each) == width and is_carried(each, encoding):
            return each
    return "?" * width
