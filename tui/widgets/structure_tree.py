"""The tree widget, which draws the rows of a view."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message

from tiers.model import Graph
from tiers.model.format.groups import HEAVY
from tiers.model.format.keys import SAID_NOT_STATED
from tiers.model.structure.placing import tier_of
from tiers.model.views.forest import Forest

from ..exploring.tree.walk import Walk
from ..wording.labels import group_name, weighted_words
from ..wording.legend import CLOSED, OPEN
from ..wording.relation_words import Weight
from ..wording.row_marks import COMPARED
from ..wording.safe_text import safe
from ..wording.signs import SIGNS
from .pane import RULE, THUMB, Pane, Run
from .row_layout import TIER_GAP, columns_of, fitted, marks_of, tier_word

if TYPE_CHECKING:
    from ..exploring.dates.diff import Differences

_INDENT = 2
_NARROWEST_NAME = 24
"""The smallest width in cells of a name at any depth; deeper rows keep the same indent and show their depth as a number."""

_DIFFERING = 5
"""The cells for the differences of a row: its sign, and the number inside it, such as `~*99+`."""

_SMALL = 40
"""The width of the tree in cells from which the number of differences inside a row is shown."""


class StructureTree(Pane):
    """The tree of a view, drawn from flat rows, so that a key costs the same with 300,000 rows as with 300.

    Attributes:
        graph: The model.
        walk: The state of the view: cursor, folding, matches.
        active: Whether the keys move in the tree.
        differences: The differences from the date of comparison; `None` without one.
        marked: The entity marked for comparison; `None` for none.
        fresh: The sign and the word for the row of each entity that the last save made or changed.
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
        self.words: Callable[[Graph, Forest, int], Sequence[tuple[int, str]]] = weighted_words
        self._drawn: tuple[object, ...] = ()

    @property
    def line_count(self) -> int:
        """How many rows are shown."""
        return len(self.walk.outline.shown)

    @property
    def selected(self) -> Offset | None:
        """The position of the row of the cursor, while the keys move in the tree."""
        line = self.cursor_line(self.walk) if self.active else None
        return None if line is None else Offset(0, line - self.top)

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
            self.scroll_to_see(self._first_to_see(line), line)
            if walk.found is None and (
                not before or before[1] is not walk or (old == line and not same_lines)
            ):
                self.scroll_to_see(line, self._last_below(line))
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

    def _first_to_see(self, line: int) -> int:
        """Return the first line to show with the cursor's: for a match, that of the highest row above that fits."""
        walk, found = self.walk, self.walk.found
        if found is None or walk.cursor not in found:
            return line
        shown, first = walk.outline.shown, line
        for row in walk.forest.ancestors(walk.cursor):
            if row not in shown or line - shown.line_of(row) >= self.size.height:
                break
            first = shown.line_of(row)
        return first

    def _last_below(self, line: int) -> int:
        """Return the last line below the row of the cursor, which should be visible after opening or reaching that row."""
        walk = self.walk
        return max(walk.outline.shown.line_of(walk.forest.ends[walk.cursor]) - 1, line)

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a row: cursor bar, folding mark, symbol, name, words, then the columns of the tier and of the marks."""
        row = self.walk.outline.shown.row_at(line)
        forest, outline = self.walk.forest, self.walk.outline
        here = row == self.walk.cursor
        over = ("cursor",) if here and self.active else ("rest",) if here else ()
        quiet = self.look("quiet", *over)
        accent = self.look("accent", *over)
        yield ("┃" if here else " ", accent if self.active else quiet)
        margin = self._margin(row, width)
        yield (margin, quiet)
        mark = (" " if not outline.has_children(row) else OPEN if outline.is_open(row) else CLOSED) + " "
        yield (mark, quiet)
        sign = SIGNS[forest.kinds[row]].symbol
        symbol = f"{sign} " if sign else ""
        yield (symbol, quiet)
        columns = columns_of(width, more_marks=self._more_marks(width))
        room = width - 2 - cell_len(margin) - len(mark) - cell_len(symbol) - columns.width
        entity_id = forest.ids[row]
        tier = None if entity_id is None else tier_of(self.graph, entity_id)
        words, only_now = self.words(self.graph, forest, row), list(self._only_now(row))
        readings = () if columns.short else ((Weight.READING, word) for _, word in only_now if word)
        words = [*words, *readings]
        roles: list[tuple[str, bool]] = []
        if forest.view == "functions":
            roles, words = self._roles(row, words, room + cell_len(margin))
            room -= sum(cell_len(text) for text, _ in roles)
        whole = cell_len(group_name(self.graph, forest, row)) + sum(cell_len(word) + 3 for _, word in words)
        if tier is None and columns.tier and whole > room:  # a row without a tier may use its column
            columns, room = columns.but(tier=0), room + columns.tier + TIER_GAP
        yield from self._name_and_words(row, words, room, over)
        for text, is_held in roles:
            yield (text, self.look(*over) if is_held else quiet)
        if columns.tier:
            yield (" " * TIER_GAP, quiet)
            yield (tier_word(tier or "", columns), self.look(tier or "quiet", *over))
        if columns.marks:
            yield (" ", quiet)
            said = (word for weight, word in words if weight == Weight.MARK)
            yield (marks_of(said, (sign for sign, _ in only_now), columns), accent)
        yield (THUMB, self.look("quiet")) if self.thumb(line - self.top) else (RULE, self.look("faint"))

    def draw_rest(self, y: int, width: int) -> Iterator[Run]:
        """Yield the rule at the right, and a message in an empty view."""
        empty = " this view is empty" if self.graph.at is None else " this view is empty at this date"
        words = "" if self.line_count or y else empty
        yield (set_cell_size(words, width - 1), self.look("quiet"))
        yield (RULE, self.look("faint"))

    def _name_and_words(
        self, row: int, words: Sequence[tuple[int, str]], room: int, over: tuple[str, ...]
    ) -> Iterator[Run]:
        forest, found = self.walk.forest, self.walk.found
        kind, whole = forest.kinds[row], safe(group_name(self.graph, forest, row))
        # the taker matters more than the limit, which the detail has
        if kind == "delegation" and cell_len(whole) > room:
            whole = whole.partition(", ")[0].removeprefix("delegates ")
        name, said = fitted(whole, words, room)
        heavy = kind in HEAVY or bool(over)
        weight = ("strong",) if heavy else ("quiet",) if kind in {"group", "delegation"} else ()
        style = self.look(*weight, *over)
        if found is not None and row in found:
            yield from _marked(name, found.spans(name), style, self.look("match", *over))
        else:
            yield (name, style)
        yield (" " * max(room - cell_len(name) - cell_len(said), 0) + said, self.look("quiet", *over))

    def _roles(
        self, row: int, words: Sequence[tuple[int, str]], room: int
    ) -> tuple[list[tuple[str, bool]], list[tuple[int, str]]]:
        """Return the cells of the roles in a function if there is room for columns, and the words of the row."""
        from ..wording.roles import roles_at_a_glance  # noqa: PLC0415 - only for the view of functions
        from .function_columns import cell_width, cells  # noqa: PLC0415 - as above

        forest = self.walk.forest
        width, entity_id = cell_width(room), forest.ids[row]
        if width:
            return list(cells(self.graph, forest, row, width)), list(words)
        if entity_id is None or forest.kinds[row] != "function":
            return [], list(words)
        said = roles_at_a_glance(self.graph, entity_id)
        return [], [*words, (Weight.FURTHER if said == SAID_NOT_STATED else Weight.VOTE, said)]

    def _more_marks(self, width: int) -> int:
        """Return the cells for temporary marks."""
        differing = 0 if self.differences is None else _DIFFERING if width >= _SMALL else 2
        return differing + (1 if self.marked is not None else 0) + (1 if self.fresh else 0)

    def _only_now(self, row: int) -> Iterator[tuple[str, str]]:
        """Yield the temporary marks of a row with their words: for comparison, of a save, of differences."""
        if self.marked is not None:
            yield (COMPARED[0], "marked") if self.walk.forest.ids[row] == self.marked else (" ", "")
        if self.fresh:
            yield self.fresh.get(self.walk.forest.ids[row] or "", (" ", ""))
        if self.differences is None:
            return
        differing = self.differences.mark(row)
        yield (" ", "") if differing is None else (differing.sign, differing.word)
        inside = self.differences.inside(row, opened=self.walk.outline.is_open(row))
        if inside is not None:
            yield inside.sign, f"{inside.sign.lstrip('*')} {inside.word}"

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
        """Keep the cursor visible; the new layout is drawn anyway."""
        self.scroll_lines_to(self.top)
        line = self.cursor_line(self.walk)
        if line is not None:
            self.scroll_to_see(self._first_to_see(line), line)
            if self.walk.found is None:
                self.scroll_to_see(line, self._last_below(line))

    def on_click(self, event: events.Click) -> None:
        """Report which row was clicked, and whether on its mark."""
        event.stop()
        line = event.y + self.top
        if line >= self.line_count:
            return
        row = self.walk.outline.shown.row_at(line)
        mark = 1 + cell_len(self._margin(row, self.size.width))
        on_mark = mark <= event.x < mark + 2 or event.chain > 1
        self.post_message(self.Toggled(row) if on_mark else self.Chosen(row))


def _marked(name: str, places: Iterable[tuple[int, int]], style: Style, marked: Style) -> Iterator[Run]:
    at = 0
    for start, end in places:
        yield (name[at:start], style)
        yield (name[start:end], marked)
        at = max(end, at)
    yield (name[at:], style)
