"""The base class of the widgets: they draw themselves line by line and scroll by whole lines.

Textual's own scrolling containers lay their children out again when a scrollbar comes or goes, and animate. A pane
draws its lines when it is asked for them, so that whatever a key changes is painted in one frame.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from .styles import style_of

_WHEEL = 3
"""How many lines one step of the mouse wheel scrolls."""

THUMB = "┃"
RULE = "│"

Run = tuple[str, Style]
"""Text in a style."""


class Pane(Widget, inherit_css=False):
    """A widget that draws itself line by line.

    It has `line_count` lines, drawn by `draw_line`; `top` is the first visible one.
    """

    GROUND: ClassVar[str] = "background"
    ALLOW_SELECT = False
    # Textual's size for scroll bars, which a pane lacks; a change would lay out everything again
    virtual_size = Reactive(Size(), repaint=False)

    def __init__(self) -> None:
        self._looks: dict[tuple[str, ...], Style] = {}
        super().__init__()
        self.top = 0
        self._typed_at: Offset | None = None

    @property
    def caret(self) -> Offset | None:
        """The position of the typing cursor in the pane, as drawn last: the cell in reverse; `None` if nothing is typed."""
        return self._typed_at

    @property
    def selected(self) -> Offset | None:
        """The position of the row in the pane that the keys act on; `None` for none."""
        return None

    @property
    def line_count(self) -> int:
        """The number of lines, visible or not."""
        return self.size.height

    def draw_line(self, line: int, width: int) -> Iterable[Run]:
        """Return the pieces of a line, from the left; text beyond the width is cut off."""
        raise NotImplementedError

    def draw_rest(self, y: int, width: int) -> Iterable[Run]:  # noqa: ARG002 - for panes that draw something there
        """Return the pieces of a screen line below the last line."""
        return ()

    def look(self, *names: str) -> Style:
        """Return one style combined from several names: `look("quiet", "cursor")` is grey text in the cursor's row."""
        known = self._looks.get(names)
        if known is None:
            known = self._looks[names] = style_of((self.GROUND, *names), self.app.theme_variables)
        return known

    def notify_style_update(self) -> None:
        """Drop the styles of the previous theme."""
        self._looks.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the requested lines, without Textual's cache of styled lines, which costs more than drawing."""
        width, background = self.size.width, self.background_colors[1]
        filters = self.get_line_filters()
        strips: list[Strip] = []
        for y in crop.line_range:
            line = y + self.top
            drawn = self.draw_line(line, width) if line < self.line_count else self.draw_rest(y, width)
            runs = [*drawn]
            self._note_caret(y, runs)
            strip = Strip([Segment(*run) for run in runs]).adjust_cell_length(width, self.look())
            for each in filters:
                strip = strip.apply_filter(each, background)
            strips.append(strip if crop.column_span == (0, width) else strip.crop(*crop.column_span))
        return strips

    def _note_caret(self, y: int, runs: Sequence[Run]) -> None:
        """Note the position of the cell in reverse on a line of the screen."""
        if self._typed_at is not None and self._typed_at.y == y:
            self._typed_at = None
        x = 0
        for text, style in runs:
            if style.reverse:
                self._typed_at = Offset(x, y)
                return
            x += cell_len(text)

    def scroll_lines_to(self, top: int) -> None:
        """Scroll so that a line is the first visible one, or as near as the end allows."""
        top = max(min(top, self.line_count - self.size.height), 0)
        if top != self.top:
            self.top = top
            self.refresh()

    def scroll_to_see(self, first: int, last: int | None = None) -> None:
        """Scroll as little as needed to show some lines; where not all of them fit, the first line is shown."""
        height, top = self.size.height, self.top
        if not height:
            return
        if last is not None and last >= top + height:
            top = last - height + 1
        if first < top:
            top = first
        elif first >= top + height:
            top = first - height + 1
        self.scroll_lines_to(top)

    def thumb(self, y: int) -> bool:
        """Whether the thumb of the scrollbar is at a line of the screen."""
        height, count = self.size.height, self.line_count
        if count <= height:
            return False
        length = max(height * height // count, 1)
        start = (height - length) * self.top // (count - height)
        return start <= y < start + length

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        event.prevent_default()
        self.scroll_lines_to(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        event.prevent_default()
        self.scroll_lines_to(self.top - _WHEEL)
