"""The pane in which a picture of boxes and arrows is drawn, with a cursor on one box."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.message import Message

from ..exploring.pictures.walk import PictureWalk
from ..printing.tree.boxes import Picture, Spot, cut
from .pane import THUMB, Pane, Run

_PARTS = re.compile(r"([━┉┃┇┏┗┓┣┫╋┿┥╻▼═╞╡╪•◦]+)|([│─┊┄┌┐└┘├┤╭╮╰╯]+)|([^━┉┃┇┏┗┓┣┫╋┿┥╻▼═╞╡╪•◦│─┊┄┌┐└┘├┤╭╮╰╯]+)")
"""The characters of arrows, of borders and of text."""

_STYLES = ((), ("accent",), ("faint",), ())


class PicturePane(Pane):
    """A picture in which the box of the cursor is visible and highlighted.

    Attributes:
        walk: The picture and its cursor.
        shift: How many cells of each line are hidden on the left.
    """

    class Picked(Message):
        """A box was clicked, by its number."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self) -> None:
        super().__init__()
        self.walk = PictureWalk(Picture())
        self.shift = 0

    @property
    def line_count(self) -> int:
        """How many lines the picture has below its head."""
        return len(self.walk.picture.lines) - self.walk.picture.head

    @property
    def selected(self) -> Offset | None:
        """The position of the text of the cursor's box."""
        spot = self.walk.spot
        if spot is None:
            return None
        line = spot.top + (spot.bottom == spot.title and spot.bottom - spot.top > 1)
        return Offset(max(spot.left + 3 - self.shift, 0), max(line - self.walk.picture.head - self.top, 0))

    def show(self, walk: PictureWalk) -> None:
        """Draw a picture with its cursor visible."""
        self.walk = walk
        spot = walk.spot
        if spot is not None:
            head = walk.picture.head
            self.scroll_to_see(spot.top - head, spot.title - 1 - head)
            self.shift = self._shifted(spot)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the box of the cursor visible."""
        self.show(self.walk)

    def _shifted(self, spot: Spot) -> int:
        room = max(self.size.width - 2, 1)
        shift = min(self.shift, spot.left)
        return max(shift, min(spot.right - room, spot.left))

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line of the picture."""
        drawn, spot = line + self.walk.picture.head, self.walk.spot
        text = self.walk.picture.lines[drawn]
        start, end = self.shift, self.shift + width - 2
        yield (" ", self.look())
        if spot is not None and spot.top <= drawn < spot.title:
            yield from self._runs(cut(text, start, spot.left), ())
            yield from self._runs(cut(text, max(spot.left, start), min(spot.right, end)), ("cursor",))
            yield from self._runs(cut(text, max(spot.right, start), end), ())
        else:
            yield from self._runs(cut(text, start, end), ())
        used = 1 + cell_len(cut(text, start, end))
        yield (" " * (width - used - 1), self.look())
        yield (THUMB if self.thumb(line - self.top) else " ", self.look("faint"))

    def _runs(self, text: str, over: tuple[str, ...]) -> Iterator[Run]:
        for part in _PARTS.finditer(text):
            strong = ("strong",) if over and part.lastindex == len(_STYLES) - 1 else ()
            yield (part[0], self.look(*_STYLES[part.lastindex or 0], *strong, *over))

    def on_click(self, event: events.Click) -> None:
        """Report which box was clicked."""
        event.stop()
        at = self.walk.box_at(event.y + self.top + self.walk.picture.head, event.x - 1 + self.shift)
        if at is not None:
            self.post_message(self.Picked(at))
