"""The introduction of the first run: what tiers is, and which keys to press.

It covers the last lines of tree and detail, so that nothing is laid out again when it goes: one key, one
frame.
"""

from collections.abc import Iterator
from textwrap import wrap

from textual import events

from .pane import Pane, Run

LINES = (
    "Who decides what in health and care partnerships, and where it is written.",
    "↓ and ↑ move, → opens a row, ↵ goes into what is said of it. / searches.",
    "w tells who decides, : lists all it can do, ? explains keys and marks.",
)
"""The text; each entry is a line if the screen is wide enough."""


class Introduction(Pane):
    """The introduction of the first run, until a key is pressed that does more than move."""

    GROUND = "raised"
    DEFAULT_CSS = "Introduction { layer: above; dock: bottom; width: 100%; height: 3; margin-bottom: 1; background: $raised; }"

    @property
    def line_count(self) -> int:
        """The number of lines."""
        return len(self._wrapped(self.size.width))

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line."""
        yield (f" {self._wrapped(width)[line]}", self.look("strong") if not line else self.look())

    def on_resize(self, event: events.Resize) -> None:
        """Use as many lines as the text needs."""
        self.styles.height = len(self._wrapped(event.size.width))

    @staticmethod
    def _wrapped(width: int) -> list[str]:
        return [part for line in LINES for part in wrap(line, max(width - 2, 10))]
