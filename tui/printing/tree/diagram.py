"""Draw a subtree as boxes, nodes, lines and arrows, for `boxes`, `mermaid` and `dot`.

A layer is a box around its bodies, and so are the partnership around its layers and the headings beside them.
Elsewhere each row is a node, with a line from the row above it. Only a delegation is an arrow, from the giver
to the receiver. A line is broken where a row stands by inference only, and so is the arrow of a planned
delegation.
"""

from collections.abc import Iterator

import attrs

from tiers.model import Relation
from tiers.model.facts.holding import PLANNED
from tiers.model.facts.planned import state_of_delegation
from tiers.model.format import NONE
from tiers.model.structure.layers import arrow_words
from tiers.model.views.layout import DELEGATION, GROUP

from ...wording.safe_text import safe
from .subtree import SEE_ABOVE, Subtree

ELSEWHERE = "its place is not shown here"
"""The words for an end of an arrow that is not a row of the subtree."""

TO_NOBODY, BY_NOBODY = "To whom is not stated", "By whom is not stated"
"""The names of nodes for an end of an arrow that no document states."""

_COLUMNS = 4
"""How many nodes are put next to each other in a box."""


@attrs.frozen(eq=False, repr=False)
class Node:
    """A node, or the beginning of a box.

    Attributes:
        number: Its number.
        name: Its name.
        words: The words in brackets; empty for none.
        kind: Its kind, `group` or `delegation`.
        inferred: Whether its border is broken, because its place in the box is inferred.
        is_box: Whether the parts up to its `End` are inside it.
        id: The entity; `None` for a node that is no entity.
    """

    number: int
    name: str
    words: str
    kind: str
    inferred: bool = False
    is_box: bool = False
    id: str | None = None


@attrs.frozen(repr=False)
class End:
    """The end of the innermost open box."""


@attrs.frozen(repr=False)
class LineEnd:
    """An end of a line or an arrow.

    Attributes:
        number: The number of a node or box.
        leaf: For a box, the node inside it that Graphviz connects instead; for a node, the node itself.
    """

    number: int
    leaf: int


@attrs.frozen(repr=False)
class Line:
    """A line from a row to one below it, an arrow for a delegation, or a hidden line that keeps one above the other.

    Attributes:
        upper: Its beginning.
        lower: Its end.
        inferred: Whether it is broken.
        words: The words at an arrow; empty for a line.
        is_hidden: Whether it is invisible.
    """

    upper: LineEnd
    lower: LineEnd
    inferred: bool = False
    words: str = ""
    is_hidden: bool = False


Part = Node | End | Line


@attrs.define(eq=False, repr=False)
class _Open:
    """A row with the rows below it so far.

    Attributes:
        place: Its number, and the first node in it.
        is_box: Whether it is a box.
        inferred: Whether its place is inferred.
        lowest: The depth of its lowest node in nodes, and that node.
        row: The lowest nodes of the items that are next to each other now.
        above: The lowest nodes of the row before.
    """

    place: LineEnd
    is_box: bool
    inferred: bool
    lowest: tuple[int, int]
    row: list[tuple[int, int]] = attrs.field(factory=list)
    above: list[tuple[int, int]] = attrs.field(factory=list)


@attrs.define(eq=False, repr=False)
class Diagram:
    """The parts of a diagram of a subtree.

    Attributes:
        subtree: The subtree to draw.
        is_down: Whether it runs from top to bottom and not from left to right.
    """

    subtree: Subtree
    is_down: bool = attrs.field(init=False, default=False)
    _open: list[_Open] = attrs.field(init=False, factory=list)
    _first: dict[str, LineEnd] = attrs.field(init=False, factory=dict)
    _here: dict[str, LineEnd] = attrs.field(init=False, factory=dict)
    _boxes: dict[int, _Open] = attrs.field(init=False, factory=dict)
    _late: list[Line] = attrs.field(init=False, factory=list)
    _arrows: dict[int, tuple[Relation, str, bool, dict[str, LineEnd]]] = attrs.field(init=False, factory=dict)
    _added: dict[tuple[str, int], Node] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        subtree = self.subtree
        self.is_down = subtree.first < subtree.end and self._is_box(subtree.first, 0)

    def parts(self) -> Iterator[Part]:
        """Yield boxes, nodes and lines in preorder, then the arrows."""
        subtree, graph = self.subtree, self.subtree.graph
        forest = subtree.forest
        for row, level, given, said, _ in subtree.but(once=False).entries():
            yield from self._closed(level)
            if not level:
                self._here = {}
            kind, entity_id = forest.kinds[row], forest.ids[row]
            words = said[1:] if kind == GROUP else said  # the number of rows is visible
            inferred = "inferred" in words
            relation = forest.relations[row]
            if kind == DELEGATION and relation is not None and relation.object != NONE:
                label = ", ".join((arrow_words(graph, relation), *words))
                broken = inferred or state_of_delegation(graph, relation)[0] == PLANNED
                self._arrows.setdefault(id(relation), (relation, label, broken, self._here))
                self._open.append(_Open(LineEnd(-1, -1), is_box=False, inferred=False, lowest=(0, -1)))
                continue
            above = self._open[-1] if self._open else None
            in_box = above is not None and above.is_box
            known = self._first.get(entity_id) if subtree.once and entity_id is not None else None
            if known is not None and above is not None and not in_box:  # all places of an entity are one node
                self._late.append(Line(above.place, known, inferred))
                self._open.append(_Open(known, is_box=False, inferred=inferred, lowest=(0, known.leaf)))
                continue
            is_box = known is None and self._is_box(row, level)
            opened = _Open(LineEnd(row, row), is_box, inferred, (0, row))
            if entity_id is not None:
                place = self._first.setdefault(entity_id, opened.place)
                self._here.setdefault(entity_id, place if subtree.once else opened.place)
            self._open.append(opened)
            if known is not None:
                words = (SEE_ABOVE,)
            name = subtree.full(row, given)
            yield Node(row, name, ", ".join(words), kind, inferred and in_box, is_box, entity_id)
            if above is not None and not in_box and not is_box:
                yield Line(above.place, opened.place, inferred)
        yield from self._closed(0)
        yield from self._ending()

    def _is_box(self, row: int, level: int) -> bool:
        forest = self.subtree.forest
        kind = forest.kinds[row]
        if kind == DELEGATION or not any(map(self._is_drawn, self.subtree.children(row))):
            return False
        if kind == "layer" or (not level and self.is_down):
            return True
        if kind == GROUP and self._open and self._open[-1].is_box:
            return True
        return any(forest.kinds[each] == "layer" for each in self.subtree.children(row))

    def _is_drawn(self, row: int) -> bool:
        relation = self.subtree.forest.relations[row]
        return self.subtree.forest.kinds[row] != DELEGATION or relation is None or relation.object == NONE

    def _closed(self, level: int) -> Iterator[Part]:
        """Close the open rows at a level or deeper, and connect each with the row around it."""
        while len(self._open) > level:
            done = self._open.pop()
            if done.place.number < 0:  # a delegation, drawn as an arrow
                continue
            if done.is_box:
                self._boxes[done.place.number] = done
                yield End()
            if not self._open:
                continue
            around = self._open[-1]
            if around.is_box:
                yield from self._next_to(around, done)
                continue
            if done.is_box:
                self._late.append(Line(around.place, done.place, done.inferred))
            around.lowest = max(around.lowest, (done.lowest[0] + 1, done.lowest[1]), key=lambda each: each[0])

    @staticmethod
    def _next_to(around: _Open, done: _Open) -> Iterator[Line]:
        """Put a node next to those before it in a box, or below them if there is no more room; a box always goes below."""
        if around.row and (done.is_box or len(around.row) == _COLUMNS):
            around.above, around.row = around.row, []
        column = len(around.row)
        if around.above:
            over = max(around.above) if done.is_box else around.above[min(column, len(around.above) - 1)]
            lowest = (over[0] + 1 + done.lowest[0], done.lowest[1])
            upper, lower = LineEnd(over[1], over[1]), LineEnd(done.place.leaf, done.place.leaf)
            yield Line(upper, lower, is_hidden=True)
        else:
            lowest = done.lowest
        if around.place.leaf == around.place.number:
            around.place = attrs.evolve(around.place, leaf=done.place.leaf)
            around.lowest = lowest
        around.lowest = max(around.lowest, lowest)
        if done.is_box:
            around.above, around.row = [lowest], []
        else:
            around.row.append(lowest)

    def _ending(self) -> Iterator[Part]:
        """Yield the lines that could not be drawn within a box, then the arrows with the ends that are still missing."""
        for line in self._late:
            yield attrs.evolve(line, upper=self._whole(line.upper), lower=self._whole(line.lower))
        for (
            relation,
            words,
            inferred,
            here,
        ) in self._arrows.values():  # a body at two places has two rows for one delegation
            upper = self._end(relation.subject, here)
            lower = self._end(relation.object, here)
            giver = upper or self._add(relation.subject, BY_NOBODY, lower)
            taker = lower or self._add(relation.object, TO_NOBODY, upper)
            ends = []
            for end in (giver, taker):
                if isinstance(end, Node):
                    yield end
                    ends.append(LineEnd(end.number, end.number))
                else:
                    ends.append(end)
            upper, lower = ends
            if upper.number in self._boxes:
                upper = attrs.evolve(upper, leaf=self._boxes[upper.number].lowest[1])
            yield Line(upper, lower, inferred, words)

    def _whole(self, place: LineEnd) -> LineEnd:
        done = self._boxes.get(place.number)
        return place if done is None else done.place

    def _end(self, entity_id: str, here: dict[str, LineEnd]) -> LineEnd | None:
        place = here.get(entity_id) or self._first.get(entity_id)
        return None if place is None else self._whole(place)

    def _add(self, entity_id: str, nobody: str, other: LineEnd | None) -> Node | LineEnd:
        """Return a new node for an end that is no row; if it has one already, the place of that node."""
        graph = self.subtree.graph
        is_known = entity_id in graph
        key = (entity_id, -1) if is_known else (nobody, -1 if other is None else other.number)
        if key in self._added:
            number = self._added[key].number
            return LineEnd(number, number)
        number = len(self.subtree.forest) + len(self._added)
        name, words = (safe(graph.name(entity_id)), ELSEWHERE) if is_known else (nobody, "")
        kind = graph.kind(entity_id) if is_known else GROUP
        node = self._added[key] = Node(number, name, words, kind, id=entity_id if is_known else None)
        return node
