"""The lines above the last line during the tour: a question, the keys that answer it, how to continue."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from textual import events

from .pane import Pane, Run


class TourStrip(Pane):
    """A question of the tour.

    Attributes:
        questions: The questions, each with its entity, and the keys that answer it.
        at: The number of the question, from 0.
        asking: Whether typed text waits for its answer.
        leaving: The present effect of Esc.
    """

    GROUND = "raised"
    DEFAULT_CSS = "TourStrip { dock: bottom; width: 100%; height: 3; margin-bottom: 1; background: $raised; }"
    ENDS = "ends the tour"

    def __init__(self, questions: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.questions = questions
        self.at = 0
        self.asking = False
        self.leaving = self.ENDS

    @property
    def line_count(self) -> int:
        """How many lines it has."""
        return len(self._lines(self.size.width))

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line."""
        style, text = self._lines(width)[line]
        yield (f" {text}", self.look(style) if style else self.look())

    def on_resize(self, event: events.Resize) -> None:
        """Use as many lines as the text needs."""
        self._fit(event.size.width)

    def show(self, *, asking: bool, leaving: str = ENDS) -> None:
        """Draw how to continue from here: the keys continue unless text is typed, and Esc first leaves what is open."""
        if (asking, leaving) != (self.asking, self.leaving):
            self.asking, self.leaving = asking, leaving
            self._fit(self.size.width)
            self.refresh()

    def step(self, by: int) -> bool:
        """Go to the next question for 1, to the previous one for -1; return whether there is one."""
        if not 0 <= self.at + by < len(self.questions):
            return False
        self.at += by
        self._fit(self.size.width)
        self.refresh()
        return True

    def _fit(self, width: int) -> None:
        self.styles.height = len(self._lines(width))

    def _lines(self, width: int) -> list[tuple[str, str]]:
        """Return each line with its style."""
        _, question, keys = self.questions[self.at]
        count = f"Question {self.at + 1} of {len(self.questions)}"
        room = max(width - 2, 10)
        return [
            *(("strong", line) for line in wrap(f"{count}: {question}", room)),
            *(("", line) for line in wrap(keys, room)),
            *(("quiet", line) for line in wrap(self._how(), room)),
        ]

    def _how(self) -> str:
        """Return the keys that continue the tour."""
        if self.asking:
            return f"↵ shows the answer, then > goes on   esc {self.leaving}"
        further = "next question" if self.at + 1 < len(self.questions) else "end of the tour"
        return f"> {further}   < the one before   esc {self.leaving}"
