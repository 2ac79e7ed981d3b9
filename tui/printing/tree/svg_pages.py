"""The blocks of a chart from top to bottom: headings as strips, the rows below them as boxes side by side.

Measures are in points from the left edge of the text and the top of the block. A block is never split between
two pages; contents too long for a box become a list of lines, and those too long for a page several blocks.
"""

from collections.abc import Iterator

import attrs

from tiers.model.views.layout import GROUP

from ..parts.lettering import lines_of
from .document import HEADING, ITEM, Part, parts_of
from .subtree import Subtree

WIDTH = 523.0
HEIGHT = 752.0
"""The largest height of a block: a page without its margins and foot."""

_COLUMNS = 3
_GAP = 8.0
_INSET = 10.0
_PADDING = 6.0
_BOX = (WIDTH - _INSET - (_COLUMNS - 1) * _GAP) / _COLUMNS
_LONG = 12
"""How many rows a box may have; more rows become lines."""

TITLE, STRIP, NAME, WORDS, INNER = 16.0, 11.0, 9.0, 7.5, 8.0
_LEADING = 1.25
_BOLDER = 1.12
"""The factor by which bold text is wider."""


@attrs.frozen(repr=False)
class Text:
    """A row of the subtree as text.

    Attributes:
        left: Its left edge.
        top: The top of its first line.
        name: Its name.
        runs: Its lines, each with its size and whether it is bold.
    """

    left: float
    top: float
    name: str
    runs: tuple[tuple[str, float, bool], ...]

    @property
    def height(self) -> float:
        return sum(size * _LEADING for _, size, _ in self.runs)


@attrs.frozen(repr=False)
class Shape:
    """A box, a strip, a rule or an arrow.

    Attributes:
        sort: `box`, `inferred`, `strip`, `rule` or `arrow`.
        left: Its left edge.
        top: Its upper edge.
        width: Its width.
        height: Its height.
    """

    sort: str
    left: float
    top: float
    width: float
    height: float


@attrs.frozen(repr=False)
class Block:
    """A part of the chart that stays on one page.

    Attributes:
        height: Its height, including the space after it.
        shapes: The shapes drawn behind its texts.
        texts: Its texts.
        leads: Whether it is a heading, which must not be the last block on a page.
    """

    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]
    leads: bool = False


def blocks_of(subtree: Subtree) -> Iterator[Block]:
    """Yield the blocks of a subtree in order, none of them higher than a page."""
    for block in _blocks_of(subtree):
        yield from (block,) if block.height <= HEIGHT else _broken(block)


def _broken(block: Block) -> Iterator[Block]:
    """Yield a block with one text as several blocks, each with as many of its lines as there is room for."""
    (text,) = block.texts
    around = block.height - text.height
    runs = list(text.runs)
    while runs:
        taken, height = 0, around
        while taken < len(runs) and (not taken or height + runs[taken][1] * _LEADING <= HEIGHT):
            height += runs[taken][1] * _LEADING
            taken += 1
        part = attrs.evolve(text, runs=tuple(runs[:taken]))
        shapes = (attrs.evolve(each, height=each.height - text.height + part.height) for each in block.shapes)
        yield attrs.evolve(block, height=height, shapes=tuple(shapes), texts=(part,))
        del runs[:taken]


def _blocks_of(subtree: Subtree) -> Iterator[Block]:
    row: list[list[tuple[int, Part]]] = []
    shift, listed_until = 0, -1
    for part in parts_of(subtree, None):
        if part.role != ITEM or not part.depth:
            shift = 0
        is_listed = part.row < listed_until
        if part.role == ITEM and not is_listed and part.depth > shift:
            row[-1].append((part.depth - shift, part))
            continue
        is_box = (
            part.role == ITEM
            and not is_listed
            and not _is_heading(subtree, part)
            and not _is_long(subtree, part)
        )
        if row and (len(row) == _COLUMNS or not is_box):
            yield from _side_by_side(row)
            row = []
        if is_box:
            row.append([(0, part)])
        elif part.role == HEADING:
            yield _title(part) if part.depth == 1 else _strip(part)
        elif part.role != ITEM:
            yield _passage(part)
        elif not is_listed and _is_heading(subtree, part):
            shift = 1
            yield attrs.evolve(_line(part, 0), leads=True)
        else:
            listed_until = max(listed_until, subtree.forest.ends[part.row])
            yield _line(part, part.depth)
    if row:
        yield from _side_by_side(row)


def _is_heading(subtree: Subtree, part: Part) -> bool:
    return part.kind == GROUP and not part.depth and any(True for _ in subtree.children(part.row))


def _is_long(subtree: Subtree, part: Part) -> bool:
    return subtree.forest.ends[part.row] - part.row > _LONG


def _text(
    part: Part, left: float, top: float, width: float, size: float, *, bold: bool = True, words: float = WORDS
) -> Text:
    runs = [(line, size, bold) for line in lines_of(part.name, size * _BOLDER if bold else size, width)]
    said = part.words[1:] if part.kind == GROUP else part.words  # the number of rows is visible
    runs.extend((line, words, False) for line in lines_of(", ".join(said), words, width))
    return Text(left, top, part.name, tuple(runs))


def _title(part: Part) -> Block:
    text = _text(part, 0, 0, WIDTH, TITLE, words=NAME)
    return Block(text.height + _GAP, (), (text,))


def _strip(part: Part) -> Block:
    text = _text(part, _INSET, _GAP + _PADDING, WIDTH - 2 * _INSET, STRIP)
    strip = Shape("strip", 0, _GAP, WIDTH, text.height + 2 * _PADDING)
    return Block(strip.height + 2 * _GAP, (strip,), (text,), leads=True)


def _passage(part: Part) -> Block:
    text = _text(part, 2 * _INSET, 0, WIDTH - 4 * _INSET, NAME, bold=False)
    return Block(text.height, (Shape("arrow", _INSET, 0, 0, text.height),), (text,))


def _line(part: Part, depth: int) -> Block:
    left = min(_INSET + depth * _INSET, WIDTH / 2)
    text = _text(part, left, 0, WIDTH - left, NAME)
    return Block(text.height + _GAP / 2, (Shape("rule", 0, 0, 0, text.height + _GAP / 2),), (text,))


def _side_by_side(row: list[list[tuple[int, Part]]]) -> Iterator[Block]:
    """Yield boxes side by side, or lines where a box would be higher than a page."""
    boxes = _boxes(row)
    if boxes.height <= HEIGHT:
        yield boxes
    else:
        yield from (_line(part, part.depth) for parts in row for _, part in parts)


def _boxes(row: list[list[tuple[int, Part]]]) -> Block:
    """Return boxes side by side, all as high as the highest."""
    texts: list[Text] = []
    shapes: list[Shape] = []
    height = 0.0
    for number, parts in enumerate(row):
        left, top = _INSET + number * (_BOX + _GAP), _PADDING
        for depth, part in parts:
            start = left + _PADDING + depth * _PADDING
            size = INNER if depth else NAME
            text = _text(part, start, top, left + _BOX - _PADDING - start, size, bold=not depth)
            texts.append(text)
            top += text.height + (2 if depth or len(parts) > 1 else 0)
        height = max(height, top + _PADDING)
    for number, parts in enumerate(row):
        sort = "inferred" if "inferred" in parts[0][1].words else "box"
        shapes.append(Shape(sort, _INSET + number * (_BOX + _GAP), 0, _BOX, height))
    return Block(height + _GAP, (Shape("rule", 0, 0, 0, height + _GAP), *shapes), tuple(texts))
