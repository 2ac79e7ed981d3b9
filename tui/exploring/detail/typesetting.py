"""Wraps a description to the width of the detail: lines, aligned columns, numbered links."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tiers.model.format.dates import MONTH_NAMES, MONTHS
from tiers.model.format.unchanging import Unchanging

from ...wording.description import Line

_STEP = 2
_LABEL = 16
"""The largest width in cells of the column of field labels."""

_NARROWEST = 8
_BETWEEN = "   "
"""The gap between two columns."""

_TWO_COLUMNS = 44
"""The smallest width in cells for two columns side by side."""

_DOT = "·"
"""The one character beyond ASCII that is in nearly every line of a list: it stands between a name and its words."""

_UNBROKEN = "\u00a0"
"""A no-break space, so that the number of a source is not wrapped away from its text."""

_MONTHS = frozenset((*MONTHS, *MONTH_NAMES))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


Piece = tuple[str, str]
"""A run of text, safe to draw, and its role.

The role is that of its line, or `label`, `words` for the details of a relation, `marks` for the numbers of
sources.
"""


class SetLine(NamedTuple):
    """One wrapped line.

    Attributes:
        pieces: Its pieces of text, from the left.
        link: The number of the link it belongs to, from 0; `None` for none.
    """

    pieces: tuple[Piece, ...] = ()
    link: int | None = None


class Link(Unchanging):
    """A line of the detail on which the cursor can be: it leads to an entity, or it has a source.

    Attributes:
        target: The entity that it leads to; `None` for none.
        first: Its first line.
        last: Its last line.
        at: The number of its line in the description.
    """

    target: str | None
    first: int
    last: int
    at: int


class Setting(Unchanging):
    """A wrapped description.

    Attributes:
        lines: Its lines.
        links: The lines on which the cursor can be, in order.
    """

    lines: Sequence[SetLine] = ()
    links: Sequence[Link] = ()


def typeset(description: Iterable[Line], width: int) -> Setting:
    """Return a description wrapped to a width in cells."""
    description = tuple(description)
    most = min(max(width // 3, _NARROWEST), _LABEL)
    labels = (_cells(line.label) for line in description if line.role == "field")
    column = max((label for label in labels if label <= most), default=0)
    lines: list[SetLine] = []
    links: list[Link] = []
    for at, line in enumerate(description):
        stops = line.target is not None or line.notes or line.citation
        link = len(links) if stops else None
        first = len(lines)
        lines.extend(SetLine(pieces, link) for pieces in _set(line, width, column))
        if stops:
            links.append(Link(line.target, first, len(lines) - 1, at))
    return Setting(tuple(lines), tuple(links))


def _set(line: Line, width: int, column: int) -> Iterator[tuple[Piece, ...]]:
    if line.role == "blank":
        yield ()
        return
    if line.role.startswith("pair"):
        yield from _set_pair(line, width)
        return
    margin = " " * (line.indent * _STEP)
    hanging = margin
    head: tuple[Piece, ...] = ((margin, line.role),) if margin else ()
    if line.role == "field":
        if _cells(line.label) <= column:
            hanging = margin + " " * (column + _STEP)
            head = (*head, (set_cell_size(line.label, column + _STEP), "label"))
        else:
            yield (*head, (line.label, "label"))
            hanging = margin + " " * _STEP
            head = ((hanging, "label"),)
    elif line.role == "source":
        number = raised(line.label)
        hanging = margin + " " * (_cells(number) + 1)
        head = (*head, (f"{number} ", "marks"))
    elif line.role == "relation":
        hanging = margin + " " * _STEP
    text = line.text + "".join(f"{_UNBROKEN}{raised(str(note))}" for note in line.notes)
    left = len(line.text)
    named = line.text.find(" · ") if line.role == "relation" else left
    parts = (0, named if named >= 0 else left, left, len(text))
    for number_of, (start, end) in enumerate(wrap(text, width - _cells(hanging))):
        pieces = head if number_of == 0 else ((hanging, line.role),) if hanging else ()
        yield (
            *pieces,
            *_styled(text, start, end, zip(parts, parts[1:], (line.role, "words", "marks"), strict=False)),
        )


def _set_pair(line: Line, width: int) -> Iterator[tuple[Piece, ...]]:
    """Yield two texts side by side, or one below the other in a narrow pane."""
    if width < _TWO_COLUMNS:
        for letter, text in (("A", line.label), ("B", line.text)):
            for number, (start, end) in enumerate(wrap(text, width - len(_BETWEEN))):
                yield ((f"{letter}  " if not number else _BETWEEN, "label"), (text[start:end], line.role))
        return
    column = (width - len(_BETWEEN)) // 2
    sides = ([text[slice(*each)] for each in wrap(text, column)] for text in (line.label, line.text))
    for one, other in zip_longest(*sides, fillvalue=""):
        yield ((set_cell_size(one, column), line.role), (_BETWEEN, "label"), (other, line.role))


def _styled(text: str, start: int, end: int, parts: Iterable[tuple[int, int, str]]) -> Iterator[Piece]:
    """Yield the styled pieces between two characters of a text."""
    for first, last, role in parts:
        part = text[max(first, start) : min(last, end)]
        if part:
            yield (part, role)


def _cells(text: str) -> int:
    """Return the width in cells of a text that is safe to draw, with a shortcut for ASCII."""
    return len(text) if text.isascii() else cell_len(text)


def raised(number: str) -> str:
    """Return a number in superscript digits."""
    return number.translate(_RAISED)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the start and end of each line of a text wrapped to a width in cells.

    Lines break at spaces, which are not part of a line, and not inside a date. A word longer than the width
    is broken, after a hyphen or a slash if it has one.
    """
    width = max(width, _NARROWEST)
    if _cells(text) <= width:  # a shortcut for the usual case
        return [(0, len(text))]
    if text.replace(_DOT, "").isascii() and (found := _wrapped_at_spaces(text, width)) is not None:
        return found
    lines: list[tuple[int, int]] = []
    start = end = used = at = 0
    words = text.split(" ")
    dated = not _MONTHS.isdisjoint(word[:3] for word in words)
    for word in _unbroken(words, width) if dated else words:
        size = _cells(word)
        if at and used + 1 + size <= width:
            used += 1 + size
        else:
            if at:
                lines.append((start, end))
            start = at
            while size > width:
                kept = _fitting(text[start : at + len(word)], width)
                lines.append((start, start + kept))
                start += kept
                size = _cells(text[start : at + len(word)])
            used = size
        end = at + len(word)
        at = end + 1
    lines.append((start, end))
    return lines


def _wrapped_at_spaces(text: str, width: int) -> list[tuple[int, int]] | None:
    """Return the lines of a text of which each character takes a cell, as `wrap`, in a quarter of its time.

    `None` if a word is longer than a line, or a line would break inside what may be a date.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end <= start or _goes_on(text[start:end], text[end + 1 :].partition(" ")[0]):
            return None
        lines.append((start, end))
        start = end + 1
    lines.append((start, len(text)))
    return lines


def _unbroken(words: Iterable[str], width: int) -> Iterator[str]:
    """Yield the words of a text, with a date such as `22 Feb 2022` as one word if it fits into the width."""
    held = ""
    for word in words:
        if held and _goes_on(held, word) and _cells(held) + 1 + _cells(word) <= width:
            held = f"{held} {word}"
            continue
        if held:
            yield held
        held = word
        if not held:
            yield held
    if held:
        yield held


def _goes_on(before: str, word: str) -> bool:
    """Whether a word continues a date: the month after a day, the year after a month."""
    last = before.rpartition(" ")[2]
    return (last in _MONTHS and word[:4].isdigit()) or (last.isdigit() and word.rstrip(".,;:)") in _MONTHS)


def _fitting(word: str, width: int) -> int:
    """Return how many characters of a word (at least one) fit into a width, preferably up to a hyphen or slash."""
    taken = 0
    for count, char in enumerate(word):
        taken += _cells(char)
        if taken > width:
            kept = 1 + max(word.rfind(each, 0, count) for each in "-/")
            return kept if kept > count // 2 else max(count, 1)
    return len(word)
