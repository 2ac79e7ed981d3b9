"""What all parts of the screen have in common: they draw themselves line by line and scroll by whole lines.

Textual's own scrolling containers lay their children out again when a scrollbar comes or goes, and animate. A pane
draws its lines when it is asked for them, so that whatever a key changes is painted in one frame.
"""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from .looks import style_of

_WHEEL = 3
"""How many lines a notch of the mouse wheel scrolls."""

THUMB = "┃"
RULE = "│"

Run = tuple[str, Style]
"""Text in a style."""


class Pane(Widget, inherit_css=False):
    """A part of the screen that draws itself line by line.

    What is in it is `line_count` lines, drawn by `draw_line`; `top` is the first one to be seen.
    """

    GROUND: ClassVar[str] = "background"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        self._looks: dict[tuple[str, ...], Style] = {}
        super().__init__()
        self.top = 0

    @property
    def line_count(self) -> int:
        """How many lines there are, seen or not."""
        return self.size.height

    def draw_line(self, line: int, width: int) -> Iterable[Run]:
        """Return what stands on a line, from the left; what goes beyond the width is cut off."""
        raise NotImplementedError

    def draw_rest(self, y: int, width: int) -> Iterable[Run]:  # noqa: ARG002 - for panes that draw something there
        """Return what stands on a line of the screen below the last line."""
        return ()

    def look(self, *names: str) -> Style:
        """Return the style of looks one over another: `look("quiet", "cursor")`."""
        known = self._looks.get(names)
        if known is None:
            known = self._looks[names] = style_of((self.GROUND, *names), self.app.theme_variables)
        return known

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        self._looks.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines that are asked for; Textual's cache of styled lines costs more than drawing them."""
        width, background = self.size.width, self.background_colors[1]
        filters = self.get_line_filters()
        strips: list[Strip] = []
        for y in crop.line_range:
            line = y + self.top
            runs = self.draw_line(line, width) if line < self.line_count else self.draw_rest(y, width)
            strip = Strip([Segment(*run) for run in runs]).adjust_cell_length(width, self.look())
            for each in filters:
                strip = strip.apply_filter(each, background)
            strips.append(strip if crop.column_span == (0, width) else strip.crop(*crop.column_span))
        return strips

    def scroll_lines_to(self, top: int) -> None:
        """Make a line the first to be seen, as far as there are enough lines below it."""
        top = max(min(top, self.line_count - self.size.height), 0)
        if top != self.top:
            self.top = top
            self.refresh()

    def scroll_to_see(self, first: int, last: int | None = None) -> None:
        """Scroll as little as shows a line, or lines as far as they have room; the first one always."""
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
        """Whether the mark that shows what part is seen stands at a line of the screen."""
        height, count = self.size.height, self.line_count
        if count <= height:
            return False
        length = max(height * height // count, 1)
        start = (height - length) * self.top // (count - height)
        return start <= y < start + length

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        event.prevent_default()
        self.scroll_lines_to(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        event.prevent_default()
        self.scroll_lines_to(self.top - _WHEEL)


def cut(text: str, width: int) -> str:
    """Return a text that is no wider than so many cells, with `…` where it is cut off."""
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)) + "…"
