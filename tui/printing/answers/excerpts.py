"""A line of a file with a mark below the place of a mistake, measured in terminal cells."""

from collections.abc import Iterator

from tiers.model.format.excerpt import Excerpt

from ...wording.safe_text import safe
from ..parts.wrapping import cells

_TAB = 4
"""The number of cells between tab stops."""


def lines_of(excerpt: Excerpt, width: int, mark: str) -> Iterator[str]:
    """Yield the line with its number, and below it the mark and the message.

    Args:
        excerpt: The line and the place in it.
        width: How many cells the number takes.
        mark: The sign that marks a cell.
    """
    shown, starts = _shown(excerpt.text)
    begun = excerpt.column - 1 - excerpt.start
    ended = min(begun + excerpt.length, len(starts) - 1)
    first = starts[min(begun, len(starts) - 1)]
    cut = "… " if excerpt.start else ""
    yield f"{excerpt.line:>{width}} | {cut}{shown}{' …' if excerpt.cut else ''}".rstrip() + "\n"
    marks = mark * max(1, starts[ended] - first)
    yield f"{'':>{width}} | {' ' * (first + len(cut))}{marks} {safe(excerpt.label)}".rstrip() + "\n"


def _shown(text: str) -> tuple[str, list[int]]:
    """Return a line as it is shown, with the first cell of each of its characters and, last, of the line's end."""
    parts: list[str] = []
    starts = [0]
    for char in text:
        part = " " * (_TAB - starts[-1] % _TAB) if char == "\t" else safe(char)
        parts.append(part)
        starts.append(starts[-1] + cells(part))
    return "".join(parts), starts
