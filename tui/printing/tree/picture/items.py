"""The boxes and arrows of a diagram in their order down the page, and the lane of each arrow."""

from collections.abc import Iterable, Iterator

import attrs

from ..diagram import Diagram, End, Line, Node

MOST_LANES = 12
"""How many arrows may run next to one another; further ones are written in words at their end."""

INSET, INDENT = 2, 4
"""The cells from the border of a box to its contents, and from a node to those below it."""


@attrs.define(eq=False, repr=False)
class Item:
    """A node with the nodes below it, or a box with its contents.

    Attributes:
        node: The node of the diagram.
        box: The box around it; `None` for none.
        above: The node from which a line leads to it; `None` for none.
        inferred: Whether that line is broken.
        below: The items in the box or below the node, in order.
        first: The position of its beginning in the order of the page.
        last: The position of its end in the order of the page.
        nodes: How many nodes begin before it, and how many before its end.
        left: The cells between the left edge and it.
        right: The cells between it and the right edge.
        takes: The arrows that lead to it.
        gives: The arrows that begin at it.
        lane: The lane of the arrows that begin at it, from 0; -1 for none.
    """

    node: Node
    box: "Item | None" = None
    above: "Item | None" = None
    inferred: bool = False
    below: "list[Item]" = attrs.field(factory=list)
    first: int = 0
    last: int = 0
    nodes: tuple[int, int] = (0, 0)
    left: int = 0
    right: int = 0
    takes: "list[Arrow]" = attrs.field(factory=list)
    gives: "list[Arrow]" = attrs.field(factory=list)
    lane: int = -1

    @property
    def is_bare(self) -> bool:
        """Whether it may be put next to others: a node in a box without lines or arrows."""
        return not (self.node.is_box or self.above or self.below or self.takes or self.gives)


@attrs.frozen(eq=False, repr=False)
class Arrow:
    """A delegation, or a line that leads elsewhere on the page.

    Attributes:
        giver: The item at which it begins.
        taker: The item at which it ends.
        words: Its words.
        inferred: Whether it is broken.
    """

    giver: Item
    taker: Item
    words: str
    inferred: bool

    @property
    def is_next(self) -> bool:
        """Whether no node is between its ends, so that its origin is obvious."""
        return self.taker.nodes[0] == self.giver.nodes[1]


def items_of(diagram: Diagram) -> list[Item]:
    """Return the outermost boxes and nodes of a diagram in order, each with its arrows in their lanes."""
    found: dict[int, Item] = {}
    opened: list[Item] = []
    lines: list[Line] = []
    for part in diagram.parts():
        if isinstance(part, End):
            opened.pop()
        elif isinstance(part, Line):
            lines.append(part)
        else:
            item = found[part.number] = Item(part, opened[-1] if opened else None)
            if part.is_box:
                opened.append(item)
    for line in lines:
        if not line.is_hidden:
            _connect(line, found[line.upper.number], found[line.lower.number])
    outermost: list[Item] = []
    for item in found.values():
        holder = item.above or item.box
        (outermost if holder is None else holder.below).append(item)
    _place(outermost)
    _share_lanes(found.values())
    return outermost


def _connect(line: Line, upper: Item, lower: Item) -> None:
    if not line.words and lower.above is None and lower.box is upper.box:
        lower.above, lower.inferred = upper, line.inferred
        return
    words = line.words or "stands here too"
    arrow = Arrow(upper, lower, words, line.inferred)
    upper.gives.append(arrow)
    lower.takes.append(arrow)


def _place(outermost: Iterable[Item]) -> None:
    """Number the beginnings and ends of all items in the order of the page, and set the indent of each."""
    count = nodes = 0
    waiting: list[tuple[Item, Iterator[Item]]] = []

    def begin(item: Item) -> None:
        nonlocal count, nodes
        item.first = item.last = count
        count += 1
        if not item.node.is_box:
            item.last, item.nodes = count, (nodes, nodes + 1)
            count, nodes = count + 1, nodes + 1
        else:
            item.nodes = (nodes, nodes)
        waiting.append((item, iter(item.below)))

    for root in outermost:
        begin(root)
        while waiting:
            item, below = waiting[-1]
            child = next(below, None)
            if child is None:
                waiting.pop()
                if item.node.is_box:
                    item.last, item.nodes = count, (item.nodes[0], nodes)
                    count += 1
                continue
            inside = child.above is None
            child.left = item.left + (INSET if inside else INDENT)
            child.right = item.right + (INSET if inside else 0)
            begin(child)


def _share_lanes(items: Iterable[Item]) -> None:
    """Give each item at which arrows begin a lane that is free over the whole length of its arrows."""
    free_from: list[int] = []
    spans = [(min(ends), max(ends), item) for item, ends in _ends(items)]
    for start, end, item in sorted(spans, key=lambda each: each[:2]):
        lane = next((number for number, at in enumerate(free_from) if at < start), len(free_from))
        if lane == MOST_LANES:
            continue
        if lane == len(free_from):
            free_from.append(end)
        free_from[lane] = end
        item.lane = lane


def _ends(items: Iterable[Item]) -> Iterator[tuple[Item, list[int]]]:
    for item in items:
        if item.gives:
            yield item, [item.last, *(arrow.taker.first for arrow in item.gives)]
