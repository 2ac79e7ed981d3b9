"""What stands on a screen for signs that its encoding cannot carry: as wide as they are, so that all stays in its place.

A file or a pipe gets such a sign by its number; on a screen that would push what is right of it out of sight.
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
    **dict(zip("▾▸┃│─…↵←→↑†‡×", "v>|:-~<<>^+#x", strict=True)),  # noqa: RUF001 - they are to be told apart
    **dict(zip("‘’‚“”„‹›«»–—−•·", "''," + '""' + '"<><>---*.', strict=True)),  # noqa: RUF001 - as above
    **{sign.symbol: sign.ascii for sign in SIGNS.values() if sign.symbol},
}


class Legible(LineFilter):
    """Puts something in the place of what an encoding cannot carry."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line as the encoding can carry it."""
        return [Segment(legible(text, self._encoding), style, control) for text, style, control in segments]


def legible(text: str, encoding: str) -> str:
    """Return a text of the same width in cells that an encoding can carry."""
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _stand_in(char, encoding) for char in text)


@lru_cache(4096)
def _stand_in(char: str, encoding: str) -> str:
    """Return a character where it can be written, else a sign for it, else its letter, else a question mark a cell."""
    width = cell_len(char)
    for each in (char, _STAND_INS.get(char, ""), normalize("NFKD", char)[:1]):
        if cell_len(each) == width and is_carried(each, encoding):
            return each
    return "?" * width
