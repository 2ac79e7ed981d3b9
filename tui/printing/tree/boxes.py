"""The format `boxes`, a diagram drawn with characters: boxes from top to bottom, arrows in lanes on the left.

An arrow leaves its giver on the left, runs down or up in a lane, and reaches its taker from above, with its
words next to it. Where it crosses the border of a box or another arrow, the crossing has its own character.
Arrows are drawn in heavy lines. Lines are broken where a delegation, or the place of a node in its box, is
inferred.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from ..parts.wrapping import as_written, cells, wrapped
from .diagram import Diagram, Node
from .picture.items import INSET, Arrow, Item, items_of
from .picture.lanes import with_lanes
from .subtree import Subtree

WIDTH = 80
"""The number of cells of a line by default."""

_BESIDE = 22
"""The smallest width of nodes next to one another."""

_LEAST = 20
"""The smallest width of a node."""

_WIDEST = 60
"""The largest width of the text in a node."""

_HEAD, _TITLE = 2, 4
"""The cells of an upper border at which an arrow ends and at which the title of a box begins."""

_PLAIN, _BROKEN, _ROUND = (tuple(each) for each in ("┌─┐│└┘", "┌┄┐┊└┘", "╭─╮│╰╯"))
"""The characters of a node's border: upper left corner, line, upper right corner, side, then the lower corners."""

IN_ASCII: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("┌┐└┘├┤┥┿╋┏┗┓┣┫", "+"),
        **dict.fromkeys("╭╮", "."),
        **dict.fromkeys("╰╯", "'"),
        **dict.fromkeys("│┃╻", "|"),
        **dict.fromkeys("┊┇", ":"),
        **dict(zip("─┄━┉▼", "-.=~v", strict=True)),
    }
)
"""The ASCII character for each character that a picture is drawn with."""

_TABLE = str.maketrans(dict(IN_ASCII))


@attrs.frozen(repr=False)
class Spot:
    """The place of a box or a node in a picture.

    Attributes:
        node: The node of the diagram.
        top: Its first line.
        bottom: One past its last line.
        left: Its first cell in a line.
        right: One past its last cell.
        title: One past the last line of its name and words; in a box the lines below belong to its contents.
    """

    node: Node
    top: int
    bottom: int
    left: int
    right: int
    title: int


@attrs.define(eq=False, repr=False)
class Picture:
    """A diagram in characters.

    Attributes:
        lines: Its lines.
        spots: The places of its boxes and nodes, in reading order.
        head: How many of its first lines stay visible while the others scroll.
    """

    lines: list[str] = attrs.field(factory=list)
    spots: list[Spot] = attrs.field(factory=list)
    head: int = 0


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the lines of the picture."""
    for line in picture_of(subtree).lines:
        yield f"{line}\n"


def picture_of(subtree: Subtree) -> Picture:
    """Return the picture of a subtree in its width, or in a larger one where deeply nested boxes need it."""
    outermost = items_of(Diagram(subtree))
    drawing = _Drawing(subtree.unicode)
    drawing.draw(outermost, subtree.width or WIDTH)
    picture = drawing.picture
    picture.lines = [line.rstrip() for line in picture.lines]
    if not subtree.unicode:
        picture.lines = [line.translate(_TABLE) for line in picture.lines]
    picture.spots.sort(key=lambda spot: (spot.top, spot.left))
    return picture


Drawn = Iterator["Drawn"]
"""A step of drawing, run as an iterator; a step that it yields is drawn at that point."""


@attrs.define(eq=False, repr=False)
class _Drawing:
    """A picture while it is drawn.

    Attributes:
        unicode: Whether more than ASCII may be written.
        picture: What is drawn so far.
        width: How many cells a line has.
        tails: The line and the cell at which the arrows of an item leave it, by item.
        heads: The arrows, each with the line and the cell at which it turns down.
    """

    unicode: bool
    picture: Picture = attrs.field(factory=Picture)
    width: int = WIDTH
    tails: dict[Item, tuple[int, int]] = attrs.field(factory=dict)
    heads: list[tuple[Arrow, int, int]] = attrs.field(factory=list)

    def draw(self, outermost: Sequence[Item], width: int) -> None:
        """Draw boxes and nodes, then the arrows on the left."""
        every = list(_every(outermost))
        gutter = 2 * (1 + max((item.lane for item in every), default=-1))
        needed = max((item.left + item.right + _LEAST for item in every), default=0)
        self.width = max(width, gutter + needed)
        waiting = [self._items(outermost, " " * gutter, "")]
        while waiting:  # without recursion, since boxes may be nested deeper than Python's calls
            deeper = next(waiting[-1], None)
            if deeper is None:
                waiting.pop()
            else:
                waiting.append(deeper)
        with_lanes(self.picture.lines, self.tails, self.heads)

    def _items(self, items: Sequence[Item], before: str, after: str) -> Drawn:
        """Draw the contents of a box, or all outermost items; bare nodes go next to one another."""
        beside: list[Item] = []
        for item in items:
            if item.is_bare and item.box is not None:
                beside.append(item)
                continue
            self._side_by_side(beside, before, after)
            beside = []
            yield self._item(item, before, before, before, after)
        self._side_by_side(beside, before, after)

    def _item(self, item: Item, above: str, at: str, before: str, after: str) -> Drawn:
        """Draw an item, with prefixes for its first lines, for the line of its name, and for the lines after that."""
        for number, arrow in enumerate(item.takes):
            self._head(arrow, above, after, is_first=not number)
        if item.node.is_box:
            yield from self._box(item, above, after)
            return
        self._node(item, above, at, before, after)
        for number, child in enumerate(item.below):
            is_last = number == len(item.below) - 1
            line = "┄" if child.inferred else "─"
            trunk, later = f"{before}  │ ", f"{before}    " if is_last else f"{before}  │ "
            yield self._item(child, trunk, f"{before}  {'└' if is_last else '├'}{line}", later, after)

    def _box(self, item: Item, before: str, after: str) -> Drawn:
        node, top = item.node, len(self.picture.lines)
        room = self.width - len(before) - len(after)
        title = self._written(f"{node.name} ({node.words})" if node.words else node.name)
        first, *more = self._wrapped(title, room - _TITLE - 2)
        corner, line, end, side, low, lower = _BROKEN if node.inferred else _PLAIN
        border = f"{corner}{_headed(line * (_TITLE - 2), item)} {first} "
        self._line(before, f"{border}{line * (room - cells(border) - 1)}{end}", after)
        inside, outside = f"{before}{side} ", f" {side}{after}"
        for text in more:
            self._line(inside, f"{' ' * (_TITLE - INSET)}{text}", outside)
        titled = len(self.picture.lines)
        yield self._items(item.below, inside, outside)
        self.tails[item] = len(self.picture.lines) - 1, len(before)
        self._line(before, f"{low}{line * (room - 2)}{lower}", after)
        self._mark(node, (top, len(self.picture.lines)), (len(before), len(before) + room), titled)

    def _node(self, item: Item, above: str, at: str, before: str, after: str) -> None:
        room = self.width - len(before) - len(after)
        rows = self._drawn(item, room, None)
        top = len(self.picture.lines)
        for number, text in enumerate(rows):
            lead = above if not number else at if number == 1 else before
            side = "┤" if number == 1 and item.above is not None else text[0]
            self._line(lead, f"{side}{text[1:]}", after)
        self.tails[item] = len(self.picture.lines) - 2, len(before)
        self._mark(item.node, (top, len(self.picture.lines)), (len(before), len(before) + cells(rows[0])))

    def _side_by_side(self, items: Sequence[Item], before: str, after: str) -> None:
        if not items:
            return
        room = self.width - len(before) - len(after)
        most = max(min(len(items), (room + 1) // (_BESIDE + 1)), 1)
        lines = -(-len(items) // most)
        columns = -(-len(items) // lines)
        width = None if len(items) == 1 else (room + 1) // columns - 1
        for start in range(0, len(items), columns):
            nodes = items[start : start + columns]
            height = max(len(self._drawn(each, room, width)) for each in nodes)
            drawn = [self._drawn(each, room, width, height) for each in nodes]
            top, left = len(self.picture.lines), len(before)
            for parts in zip(*drawn, strict=True):
                self._line(before, " ".join(parts), after)
            for each, rows in zip(nodes, drawn, strict=True):
                wide = cells(rows[0])
                self._mark(each.node, (top, top + height), (left, left + wide))
                left += wide + 1

    def _drawn(self, item: Item, room: int, width: int | None, height: int = 0) -> list[str]:
        """Return a node as lines, in a given width or as wide as its text."""
        node = item.node
        inner = (min(room, _WIDEST + 4) if width is None else width) - 4
        texts = self._wrapped(self._written(node.name), inner)
        texts += self._wrapped(self._written(node.words), inner) if node.words else []
        # an arrow leaves next to the last line, a line arrives next to the first
        if item.gives and len(texts) == 1:
            texts.append("")
        texts += [""] * (height - 2 - len(texts))
        if width is None:
            inner = max(map(cells, texts))
            inner = max(inner, 2)
        style = _BROKEN if node.inferred else _ROUND if node.kind == "group" else _PLAIN
        corner, line, end, side, low, lower = style
        rows = [f"{corner}{_headed(line * (inner + 2), item)}{end}"]
        rows += [f"{side} {text}{' ' * (inner - cells(text))} {side}" for text in texts]
        return [*rows, f"{low}{line * (inner + 2)}{lower}"]

    def _head(self, arrow: Arrow, before: str, after: str, *, is_first: bool) -> None:
        """Draw the words of an arrow next to the line by which it comes down."""
        giver, has_lane = arrow.giver, arrow.giver.lane >= 0
        words = arrow.words
        if giver.node.id is not None and not (arrow.is_next and has_lane):
            words = f"{giver.node.name} {words}"
        if giver.node.id is None and not has_lane:
            words = f"{words} ({giver.node.name})"
        down = "┇" if arrow.inferred else "┃"
        stem = ("┓" if is_first else "┫") if has_lane else "╻" if is_first else down
        margin = " " * _HEAD
        if has_lane:
            self.heads.append((arrow, len(self.picture.lines), len(before) + _HEAD))
        room = self.width - len(before) - len(after) - _HEAD - 2
        for number, text in enumerate(self._wrapped(self._written(words), room)):
            self._line(before, f"{margin}{down if number else stem} {text}", after)

    def _line(self, before: str, text: str, after: str) -> None:
        room = self.width - len(before) - len(after) - cells(text)
        self.picture.lines.append(f"{before}{text}{' ' * room}{after}")

    def _mark(
        self, node: Node, lines: tuple[int, int], sides: tuple[int, int], titled: int | None = None
    ) -> None:
        self.picture.spots.append(Spot(node, *lines, *sides, lines[1] if titled is None else titled))

    def _written(self, text: str) -> str:
        return as_written(text, unicode=self.unicode)

    @staticmethod
    def _wrapped(text: str, room: int) -> list[str]:
        """Return a text in lines of at most `room` cells."""
        return wrapped(text, room, "", "").removesuffix("\n").split("\n")


def _headed(line: str, item: Item) -> str:
    """Return an upper border with an arrowhead if arrows end at the item."""
    return f"{line[: _HEAD - 1]}▼{line[_HEAD:]}" if item.takes else line


def _every(outermost: Sequence[Item]) -> Iterator[Item]:
    """Yield all items, including nested ones."""
    waiting = list(reversed(outermost))
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.below))


def cut(line: str, start: int, end: int) -> str:
    """Return the part of a line between two cells; a character that begins before the first cell is left out."""
    if line.isascii():
        return line[start:end]
    at, kept = 0, []
    for char in line:
        if start <= at < end or (at == end and not cells(char)):
            kept.append(char)
        at += cells(char)
    return "".join(kept)
