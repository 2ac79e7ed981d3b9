"""Lines broken to a width, measured in cells; nothing is lost."""

from collections.abc import Iterable, Iterator, Sequence
from re import finditer, sub

from ...wording.safe_text import visible
from .table import cells

LEAST = 16
"""How many cells of text a line has at least, however deep it stands."""

PLAIN = "\x1b[0m"
"""Ends a style."""

_TOGETHER = "\0"
"""Stands for a space at which no line is broken; safe text has none."""

_COMMAND = r"`[^`\n]{1,50}`"
"""A command or a name in a message: it can be copied as long as it is on one line."""

Style = tuple[int, int, str]
"""Where in a line a style begins and ends, and what begins it on a terminal."""


def as_written(line: str, *, unicode: bool = True) -> str:
    """Return a line as a stream writes it that carries ASCII alone, or (with `unicode`) every character."""
    return line if unicode else "".join(char if char.isascii() else visible(char) for char in line)


def wrapped(
    line: str,
    width: int,
    first: str,
    later: str,
    *,
    unicode: bool = True,
    whole: bool = False,
    styles: Sequence[Style] = (),
) -> str:
    """Return a line as lines of at most `width` cells, each with what stands before it.

    Args:
        line: The text; it is broken at spaces, and within a word that is too long.
        width: How many cells a line may have, what stands before it included.
        first: What stands before the first line.
        later: What stands before each further line.
        unicode: Whether the stream can carry more than ASCII; else a line is measured as it will be written.
        whole: Whether no word is cut; see `hung`.
        styles: The styles of parts of the text, in order; each is ended and begun again where a line is broken.
    """
    line = as_written(line, unicode=unicode)
    if whole:
        return hung(line, width, first, later, styles=styles)
    room, then = max(width - cells(first), LEAST), max(width - cells(later), LEAST)
    found: list[tuple[int, int]] = []
    for start, end in breaks(line, room, then):
        found.extend(_cut(line, start, end, then if found else room, then))
    return _lines(line, found, [first, *[later] * (len(found) - 1)], styles)


def kept_together(text: str) -> str:
    """Return a text, such as a command or `[3, 4]`, at whose spaces `hung` and `fitted` break no line."""
    return text.replace(" ", _TOGETHER)


def hung(line: str, width: int, first: str, later: str, *, styles: Sequence[Style] = ()) -> str:
    """Return a line as lines for a terminal of `width` columns, in which no word is cut.

    A word too long for the room beside what stands before it stands further left; one wider than the terminal stays
    whole, and the terminal breaks it, so that an address can still be copied. For the arguments see `wrapped`.
    """
    found = list(breaks(line, max(width - cells(first), LEAST), max(width - cells(later), LEAST)))
    before = [first]
    for start, end in found[1:]:
        spare = max(width - cells(line[start:end]), 0)
        before.append(later if cells(later) <= spare else " " * spare)
    return _lines(line, found, before, styles).replace(_TOGETHER, " ")


def fitted(pieces: Iterable[str], width: int | None) -> Iterator[str]:
    """Yield text with each line broken at words, the further ones indented two more than the first.

    Args:
        pieces: The text, each piece whole lines.
        width: How many columns a line has; `None` leaves the text as it is.
    """
    if width is None:
        yield from pieces
        return
    for piece in pieces:
        for line in piece.splitlines():
            text = line.lstrip(" ")
            lead = " " * (len(line) - len(text))
            text = sub(_COMMAND, lambda found: kept_together(found[0]), text)
            yield hung(text, width, lead, f"{lead}  ")


def breaks(line: str, room: int, later: int) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends when a text is broken at spaces; a word that is too long is one line.

    Args:
        line: The text.
        room: How many cells the first line may have.
        later: How many each further line may have.
    """
    if cells(line) <= room:
        yield 0, len(line)
        return
    start = end = used = 0
    for word in finditer(r"[^ ]+", line):
        wide = cells(word[0])
        gap = word.start() - end
        if used and used + gap + wide > room:
            yield start, end
            start, used, gap, room = word.start(), 0, 0, later
        used += gap + wide
        end = word.end()
    yield start, end


def _cut(line: str, start: int, end: int, room: int, later: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line that is one word too long for it."""
    used = 0
    for place in range(start, end):
        used += cells(line[place])
        if used > room and place > start:
            yield start, place
            start, used, room = place, cells(line[place]), later
    yield start, end


def _lines(
    line: str, found: Sequence[tuple[int, int]], before: Sequence[str], styles: Sequence[Style]
) -> str:
    return "".join(
        f"{lead}{_styled(line, start, end, styles)}\n"
        for lead, (start, end) in zip(before, found, strict=True)
    )


def _styled(line: str, start: int, end: int, styles: Sequence[Style]) -> str:
    if not styles:
        return line[start:end]
    parts: list[str] = []
    at = start
    for first, last, style in styles:
        begin, stop = max(first, at), min(last, end)
        if begin < stop:
            parts += (line[at:begin], style, line[begin:stop], PLAIN)
            at = stop
    return "".join((*parts, line[at:end]))
