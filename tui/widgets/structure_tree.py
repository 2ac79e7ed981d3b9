"""The tree widget, which draws the rows of a view."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message

from tiers.model import Graph
from tiers.model.format.groups import HEAVY

from ..exploring.tree.walk import Walk
from ..wording.labels import Label, row_label
from .pane import RULE, THUMB, Pane, Run

if TYPE_CHECKING:
    from ..exploring.dates.diff import Differences

_INDENT = 2
_NARROWEST_NAME = 24
"""Least cells for a name at any depth; deeper rows keep the same indent and show their depth as a number."""

_DISPUTED, _DISPUTED_SIGN = "disputed", "≠"


class StructureTree(Pane):
    """The tree of a view, drawn from flat rows, so that a key costs the same with 300,000 rows as with 300.

    Attributes:
        graph: The model.
        walk: The state of the view: cursor, folding, matches.
        active: Whether the keys move in the tree.
        differences: The differences from the date of comparison; `None` without one.
        marked: The entity marked for comparison; `None` for none.
        fresh: By entity that the last save made or changed, the sign and the word of its row.
    """

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Toggled(Chosen):
        """The mark before a row was clicked."""

    def __init__(self, graph: Graph, walk: Walk) -> None:
        super().__init__()
        self.graph = graph
        self.walk = walk
        self.active = True
        self.differences: Differences | None = None
        self.marked: str | None = None
        self.fresh: Mapping[str, tuple[str, str]] = {}
        self._drawn: tuple[object, ...] = ()

    @property
    def line_count(self) -> int:
        """How many rows are shown."""
        return len(self.walk.outline.shown)

    def show(
        self,
        graph: Graph,
        walk: Walk,
        *,
        active: bool,
        differences: "Differences | None" = None,
        marked: str | None = None,
        fresh: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    ) -> None:
        """Redraw what has changed: two lines after a move of the cursor, else all lines."""
        self.graph, self.differences, self.marked, self.fresh = graph, differences, marked, fresh
        line = self.cursor_line(walk)
        before, now = self._drawn, self._state(walk, active=active)
        same_lines = before[1:] == now
        old = before[0] if before else None
        self.walk, self.active = walk, active
        self._drawn = (line, *now)
        top = self.top
        self.scroll_lines_to(self.top)
        if line is not None:
            self.scroll_to_see(line)
        if not same_lines:
            self.refresh()
        elif self.top == top and old != line:
            for each in (old, line):
                if isinstance(each, int):
                    self.refresh_line_at(each)

    def _state(self, walk: Walk, *, active: bool) -> tuple[object, ...]:
        """Return everything that determines the lines, except the cursor; equal values need no redrawing."""
        version = walk.outline.shown.version
        return (
            walk,
            version,
            walk.found,
            walk.filtering,
            active,
            self.differences,
            self.marked,
            id(self.fresh),
        )

    @staticmethod
    def cursor_line(walk: Walk) -> int | None:
        """Return the line of the cursor; `None` when its row is not shown."""
        return walk.outline.shown.line_of(walk.cursor) if walk.cursor in walk.outline.shown else None

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a row: cursor bar, folding mark, symbol, name, and words at the right."""
        row = self.walk.outline.shown.row_at(line)
        label = row_label(self.graph, self.walk.forest, row)
        here = row == self.walk.cursor
        over = ("cursor",) if here and self.active else ("rest",) if here else ()
        quiet, faint = self.look("quiet", *over), self.look("faint", *over)
        accent = self.look("accent", *over)
        yield ("┃" if here else " ", accent if self.active else quiet)
        margin = self._margin(row, width)
        yield (margin, faint)
        outline = self.walk.outline
        mark = (" " if not outline.has_children(row) else "▾" if outline.is_open(row) else "▸") + " "
        yield (mark, quiet)
        symbol = f"{label.symbol} " if label.symbol else ""
        yield (symbol, quiet)
        room = width - 1 - cell_len(margin) - len(mark) - cell_len(symbol) - 2
        yield from self._name_and_words(row, label, room, over)
        yield (" ", quiet)
        yield (THUMB, self.look("quiet")) if self.thumb(line - self.top) else (RULE, self.look("faint"))

    def draw_rest(self, y: int, width: int) -> Iterator[Run]:
        """Yield the rule at the right, and a message in an empty view."""
        words = "" if self.line_count or y else " this view is empty at this date"
        yield (set_cell_size(words, width - 1), self.look("quiet"))
        yield (RULE, self.look("faint"))

    def _name_and_words(self, row: int, label: Label, room: int, over: tuple[str, ...]) -> Iterator[Run]:
        mark = self._mark(row, label, room)
        room -= cell_len(mark)
        words, sign = _fitting(label, room)
        name = label.name
        left = room - cell_len(words) - (2 if words else 0) - (2 if sign else 0)
        kind = self.walk.forest.kinds[row]
        if cell_len(name) > left:
            # How far a delegation goes is said at its end, and must not be what is cut off.
            head, comma, tail = name.rpartition(", ") if kind == "delegation" else (name, "", "")
            name = (
                set_cell_size(head, max(left - 1 - cell_len(comma + tail), 0)).rstrip() + "…" + comma + tail
            )
        heavy = kind in HEAVY or bool(over)
        weight = ("strong",) if heavy else ("quiet",) if kind in {"group", "delegation"} else ()
        style, found = self.look(*weight, *over), self.walk.found
        if found is not None and row in found:
            yield from _marked(name, found.spans(name), style, self.look("match", *over))
        else:
            yield (name, style)
        if sign:
            yield (f" {sign}", self.look("accent", *over))
        gap = room - cell_len(name) - cell_len(words) - (2 if sign else 0)
        yield (" " * gap + words, self.look("quiet", *over))
        yield (mark, self.look("accent", *over))

    def _mark(self, row: int, label: Label, room: int) -> str:
        """Return the marks of a row: its difference, and the mark for comparison; in little room only signs."""
        marks: list[tuple[str, str]] = []
        if self.marked is not None and self.walk.forest.ids[row] == self.marked:
            marks.append(("x", "marked"))
        fresh = self.fresh.get(self.walk.forest.ids[row] or "")
        if fresh is not None:
            marks.append(fresh)
        differing = None if self.differences is None else self.differences.mark(row)
        if differing is not None:
            marks.append((differing.sign, differing.word))
        if self.differences is not None and not self.walk.outline.is_open(row):
            inside = self.differences.inside(row)
            if inside is not None:
                marks.append((inside.sign, inside.word))
        whole = "".join(f"  {sign} {word}" for sign, word in marks)
        disputed = 2 if _DISPUTED in label.words else 0
        if cell_len(label.name) + disputed + cell_len(whole) <= room:
            return whole
        return "".join(f" {sign}" for sign, _ in marks)

    def _margin(self, row: int, width: int) -> str:
        depth = self.walk.outline.depth(row)
        deepest = max((width - _NARROWEST_NAME) // _INDENT, 0)
        if depth <= deepest:
            return " " * (depth * _INDENT)
        return f"{depth} ".rjust(deepest * _INDENT)

    def refresh_line_at(self, line: int) -> None:
        """Redraw one line."""
        self.refresh(Region(0, line - self.top, self.size.width, 1))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._drawn = ()
        differences, marked, fresh = self.differences, self.marked, self.fresh
        self.show(
            self.graph, self.walk, active=self.active, differences=differences, marked=marked, fresh=fresh
        )

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked, and whether on its mark."""
        event.stop()
        line = event.y + self.top
        if line >= self.line_count:
            return
        row = self.walk.outline.shown.row_at(line)
        mark = 1 + cell_len(self._margin(row, self.size.width))
        on_mark = mark <= event.x < mark + 2 or event.chain > 1
        self.post_message(self.Toggled(row) if on_mark else self.Chosen(row))


def _fitting(label: Label, room: int) -> tuple[str, str]:
    """Return the words that fit beside the whole name, keeping the last ones, and a sign where *disputed* is dropped."""
    name = cell_len(label.name)
    for first in range(len(label.words)):
        words = " · ".join(label.words[first:])
        sign = _DISPUTED_SIGN if _DISPUTED in label.words[:first] else ""
        if name + 2 + cell_len(words) + (2 if sign else 0) <= room:
            return words, sign
    return "", _DISPUTED_SIGN if _DISPUTED in label.words else ""


def _marked(name: str, places: Iterable[tuple[int, int]], style: Style, marked: Style) -> Iterator[Run]:
    at = 0
    for start, end in places:
        yield (name[at:start], style)
        yield (name[start:end], marked)
        at = max(end, at)
    yield (name[at:], style)
