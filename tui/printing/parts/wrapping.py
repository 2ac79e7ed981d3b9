"""Wraps lines to a width measured in cells of a terminal, and measures text in them; no text is lost.

The explorer measures and wraps with Rich, which no command imports.
"""

from collections.abc import Iterable, Iterator, Sequence
from re import finditer, sub
from unicodedata import category, east_asian_width

from ...wording.safe_text import visible

LEAST = 16
"""How many cells of text a line has at least, however far it is indented."""

PLAIN = "\x1b[0m"
"""The terminal code that ends a style."""

_TOGETHER = "\0"
"""A placeholder for a space at which no line is wrapped; safe text cannot contain it."""

_COMMAND = r"`[^`\n]{1,50}`"
"""A command or a name in a message, which can be copied only if it stays on one line."""

Style = tuple[int, int, str]
"""The start and the end of a style in a line, and the terminal code that begins it."""


def cells(text: str) -> int:
    """Return how many cells of a terminal a safe text takes: two for a wide character, none for the mark of another one."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if category(char) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def as_written(line: str, *, unicode: bool = True) -> str:
    """Return a line as a stream will write it, in ASCII alone or (with `unicode`) unchanged."""
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
    """Return a line as lines of at most `width` cells, each with its prefix.

    Args:
        line: The text; it is wrapped at spaces, and within a word that is too long.
        width: How many cells a line may have, including its prefix.
        first: The prefix of the first line.
        later: The prefix of each further line.
        unicode: Whether the stream can write more than ASCII; else a line is measured as it will be written.
        whole: Whether words are never cut; see `hung`.
        styles: The styles of parts of the text, in order; they are ended and begun again where a line is
            wrapped.
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
    """Return a text, such as a command or `[3, 4]`, within which `hung` and `fitted` do not wrap."""
    return text.replace(" ", _TOGETHER)


def hung(line: str, width: int, first: str, later: str, *, styles: Sequence[Style] = ()) -> str:
    """Return a line as lines for a terminal of `width` columns, without cutting a word.

    A word too long for the room after the prefix moves further left; one wider than the terminal stays whole,
    and the terminal wraps it, so that an address can still be copied. For the arguments see `wrapped`.
    """
    found = list(breaks(line, max(width - cells(first), LEAST), max(width - cells(later), LEAST)))
    before = [first]
    for start, end in found[1:]:
        spare = max(width - cells(line[start:end]), 0)
        before.append(later if cells(later) <= spare else " " * spare)
    return _lines(line, found, before, styles).replace(_TOGETHER, " ")


def fitted(pieces: Iterable[str], width: int | None) -> Iterator[str]:
    """Yield text with each line wrapped at words, the further lines indented by two more than the first.

    Args:
        pieces: The text; each piece has whole lines.
        width: How many columns a line has; `None` leaves the text unchanged.
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
    """Yield the start and the end of each line when a text is wrapped at spaces; a word that is too long is one line.

    Args:
        line: The text.
        room: How many cells the first line may have.
        later: How many cells each further line may have.
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
    """Yield the parts of a line that consists of one word too long for it."""
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
