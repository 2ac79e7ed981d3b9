"""The estimated width of text in a sans-serif font, and text wrapped to a width."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

_NARROW = frozenset("ijl.,;:'|!()[]{} ftrI/\\-`\"")
_WIDE = frozenset("mwMW@%&—…")


def width_of(text: str, size: float) -> float:
    """Return the estimated width of a text at a font size; rather too large than too small, since fonts differ."""
    return size * sum(map(_width, text))


def _width(char: str) -> float:
    if char in _NARROW:
        return 0.39
    if char in _WIDE:
        return 0.98
    if char.isascii():
        return 0.72 if char.isupper() else 0.62
    if combining(char):
        return 0.0
    return 1.05 if east_asian_width(char) in "WF" else 0.75


def lines_of(text: str, size: float, width: float) -> Iterator[str]:
    """Yield a text in lines no wider than a width, broken at spaces and within a word that is too long."""
    line = ""
    used = 0.0
    for word in text.split(" "):
        wide = width_of(word, size)
        gap = width_of(" ", size)
        if line and used + gap + wide > width:
            yield line
            line, used = "", 0.0
        if line:
            line, used = f"{line} {word}", used + gap + wide
            continue
        for char in word:
            step = width_of(char, size)
            if line and used + step > width:
                yield line
                line, used = "", 0.0
            line, used = line + char, used + step
    if line:
        yield line
