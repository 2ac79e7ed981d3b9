"""Reads a picture of boxes and arrows back from its characters alone, as an eye would."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

UPPER, LOWER = "┌╭", "└╰"
SIDES = "│┊┤┥┿"
RUN = "━┉┿╋"
LANE = "┃┇╋┣┏┗"
TURNS = "┓┫╻"


class Box(NamedTuple):
    """A box: its lines and cells, the last ones included.

    Attributes:
        top: Its first line.
        left: Its first cell.
        bottom: Its last line.
        right: Its last cell.
    """

    top: int
    left: int
    bottom: int
    right: int

    def has(self, row: int, cell: int) -> bool:
        """Whether a cell is inside its border."""
        return self.top < row < self.bottom and self.left < cell < self.right


class Read(NamedTuple):
    """The boxes, names and arrows seen in a picture.

    Attributes:
        texts: Each box with the text in it: of a box with others in it, its title.
        inside: By each box that has others in it, those directly in it.
        arrows: Each arrow: from which box, to which, with which words, and whether it is broken.
        lines: How many lines lead from one node to another.
    """

    texts: dict[Box, str]
    inside: dict[Box, list[Box]]
    arrows: list[tuple[Box, Box, str, bool]]
    lines: int


def read(text: str) -> Read:
    """Return the boxes, names and arrows in a picture in Unicode, with characters that are one cell wide."""
    lines = text.splitlines()
    width = max(map(len, lines))
    rows = [line.ljust(width) for line in lines]
    boxes = [
        _box(rows, row, cell)
        for row, line in enumerate(rows)
        for cell, char in enumerate(line)
        if char in UPPER
    ]
    inside: dict[Box, list[Box]] = {}
    for box in boxes:
        around = _around(boxes, box.top, box.left)
        if around is not None:
            inside.setdefault(around, []).append(box)
    texts = {box: _title(rows, box) if box in inside else _text(rows, box) for box in boxes}
    arrows = [each for box in boxes for each in _arrows(rows, boxes, box)]
    return Read(texts, inside, arrows, sum(line.count("┤") for line in rows))


def _box(rows: Sequence[str], top: int, left: int) -> Box:
    bottom = top + 1
    while rows[bottom][left] in SIDES:
        bottom += 1
    assert rows[bottom][left] in LOWER, (bottom, left)
    right = left + 1
    while rows[bottom][right] in "─┄":
        right += 1
    assert rows[top][right] in "┐╮"
    assert all(rows[each][right] in "│┊" for each in range(top + 1, bottom))
    return Box(top, left, bottom, right)


def _around(boxes: Sequence[Box], row: int, cell: int) -> Box | None:
    return max((each for each in boxes if each.has(row, cell)), key=lambda each: each.left, default=None)


def _text(rows: Sequence[str], box: Box) -> str:
    lines = (rows[row][box.left + 2 : box.right - 1].strip() for row in range(box.top + 1, box.bottom))
    return " ".join(filter(None, lines))


def _title(rows: Sequence[str], box: Box) -> str:
    return rows[box.top][box.left + 1 : box.right].strip("─┄▼").strip()


def _arrows(rows: Sequence[str], boxes: Sequence[Box], taker: Box) -> Iterator[tuple[Box, Box, str, bool]]:
    cell = rows[taker.top].find("▼", taker.left, taker.right)
    if cell < 0:
        return
    around = _around(boxes, taker.top, taker.left)
    end = None if around is None else around.right
    row, words = taker.top - 1, ""
    while True:
        words = f"{rows[row][cell + 2 : end].strip()} {words}".rstrip()
        char = rows[row][cell]
        if char in TURNS:
            yield _giver(rows, boxes, row, cell), taker, words, rows[row][cell - 1] == "┉"
            words = ""
        else:
            assert char in "┃┇", (row, cell, char)
        if char in "┓╻":
            return
        row -= 1


def _giver(rows: Sequence[str], boxes: Sequence[Box], row: int, cell: int) -> Box:
    lane = cell - 1
    while rows[row][lane] in RUN:
        lane -= 1
    assert rows[row][lane] in "┏┗┣", (row, lane)
    at = row
    while rows[at][lane] != "┏" and at and rows[at - 1][lane] in LANE:
        at -= 1
    found = []
    while True:
        if rows[at][lane] in "┏┗┣":
            end = lane + 1
            while rows[at][end] in RUN:
                end += 1
            if rows[at][end] == "┥":
                found.append(next(each for each in boxes if each.left == end and each.top < at < each.bottom))
        if rows[at][lane] == "┗":
            break
        at += 1
    (giver,) = found
    return giver
