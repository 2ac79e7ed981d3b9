"""Lines broken to a width that was asked for, measured in cells; nothing is lost."""

from collections.abc import Iterator

from ...wording.safe_text import visible
from .table import cells

LEAST = 16
"""How many cells of text a line has at least, however deep it stands."""


def wrapped(line: str, width: int, first: str, later: str, *, unicode: bool = True) -> str:
    """Return a line as lines of at most `width` cells, each with what stands before it.

    Args:
        line: The text; it is broken at spaces, and within a word that is too long.
        width: How many cells a line may have, what stands before it included.
        first: What stands before the first line.
        later: What stands before each further line.
        unicode: Whether the stream can carry more than ASCII; else a line is measured as it will be written.
    """
    if not unicode:
        line = "".join(char if char.isascii() else visible(char) for char in line)
    room = max(width - cells(first), LEAST)
    lines = list(_broken(line, room, max(width - cells(later), LEAST)))
    return "".join(f"{first if not number else later}{each}\n" for number, each in enumerate(lines))


def _broken(line: str, room: int, later: int) -> Iterator[str]:
    start, used, space = 0, 0, -1
    for place, char in enumerate(line):
        if char == " ":
            space = place
        used += cells(char)
        if used > room and place > start:
            at = space if space > start else place
            yield line[start:at]
            start = at + 1 if at == space else at
            room, space = later, -1
            used = cells(line[start : place + 1])
    if start < len(line) or not start:
        yield line[start:]
