"""A list to choose from, below a line of typed text."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import attrs
from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message

from ..exploring.detail.typesetting import wrap
from ..exploring.typed_line import TypedLine
from .pane import THUMB, Pane, Run
from .shortening import LEFT_OUT, cut, shortened

Value = TypeVar("Value")

_ABOVE = 4
"""The number of lines above the choices: blank, title, typed text, blank."""

_LEAST_CHOICES = 2
"""The smallest number of choices that stay in sight above the text of the chosen one."""

_MARGIN = 3
"""The cells before the text of the chosen one, and after it."""

_REVERSED = Style(reverse=True)


@attrs.frozen
class Choice(Generic[Value]):
    """One choice of a list.

    Attributes:
        value: The value returned when it is chosen.
        name: Its name, safe to draw.
        words: Words at the right, safe to draw, as many as fit; the first one stays even if the name must be
            shortened.
        details: Paragraphs below the list while the cursor is on the choice, safe to draw; empty for its name, if
            that must be shortened.
    """

    value: Value
    name: str
    words: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


class Choices(Pane, Generic[Value]):
    """A title, a line of typed text, and the choices.

    Attributes:
        chosen: The number of the choice of the cursor; -1 for none.
    """

    GROUND = "raised"

    class Picked(Message):
        """A choice was clicked, and is now the chosen one."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._typed = TypedLine()
        self._choices: Sequence[Choice[Value]] = ()
        self.chosen = -1

    @property
    def line_count(self) -> int:
        """The number of lines: the head, the choices, the text of the chosen one and a blank line below."""
        return len(self._choices) + _ABOVE + 1 + self._reserved

    @property
    def value(self) -> Value | None:
        """The value of the choice of the cursor; `None` for none."""
        return self._choices[self.chosen].value if self.chosen >= 0 else None

    def show(self, choices: Sequence[Choice[Value]], typed: TypedLine, chosen: int = 0) -> None:
        """Draw the choices, with the cursor on one of them."""
        self._choices, self._typed = choices, typed
        self.chosen = min(chosen, len(choices) - 1)
        self.top = 0
        self._see_chosen()
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        if self._choices:
            self.chosen = min(max(self.chosen + by, 0), len(self._choices) - 1)
            self._see_chosen()
            self.refresh()

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line; the head stays in place while the choices scroll."""
        y = line - self.top
        last = self.size.height - 1 - self._reserved
        if y == 1:
            yield (f"  {self._title}", self.look("strong"))
        elif y == _ABOVE - 2:
            yield from self._line_typed_in()
        elif y > last:
            yield from self.draw_rest(y, width)
        elif y >= _ABOVE and y < last:
            number = line - _ABOVE
            if number < len(self._choices):
                yield from self._choice(number, width)
                yield (THUMB if self.thumb(y) else " ", self.look("faint"))
            elif not self._choices and y == _ABOVE:
                yield ("  no match", self.look("quiet"))

    def draw_rest(self, y: int, width: int) -> Iterator[Run]:  # noqa: ARG002 - its lines are as wide as the pane
        """Yield a line of the text of the chosen one, which stands at the bottom of the pane."""
        lines = self._detail_lines()
        number = y - (self.size.height - 1 - len(lines))
        if 0 <= number < len(lines):
            yield (" " * _MARGIN, self.look())
            yield (lines[number], self.look())

    def on_click(self, event: events.Click) -> None:
        """Report which choice was clicked."""
        event.stop()
        number = event.y + self.top - _ABOVE
        if _ABOVE <= event.y < self.size.height - 1 - self._reserved and 0 <= number < len(self._choices):
            self.chosen = number
            self.post_message(self.Picked())

    def _line_typed_in(self) -> Iterator[Run]:
        text, at = self._typed.text, self._typed.at
        yield ("  › ", self.look("accent"))  # noqa: RUF001 - it points
        yield (text[:at], self.look())
        yield (text[at : at + 1] or " ", self.look() + _REVERSED)
        yield (text[at + 1 :] if text else f" {self._hint}", self.look() if text else self.look("quiet"))

    def _choice(self, number: int, width: int) -> Iterator[Run]:
        choice = self._choices[number]
        over = ("cursor",) if number == self.chosen else ()
        name, words, room = _fitted(choice, width)
        yield (" ┃ " if over else "   ", self.look("accent", *over))
        yield (name, self.look(*over))
        yield (" " * (room - cell_len(name) - cell_len(words)), self.look(*over))
        yield (f"{words} ", self.look("quiet", *over))

    @property
    def _reserved(self) -> int:
        """The lines at the bottom for the text of the chosen one and the blank line before it."""
        lines = self._detail_lines()
        return len(lines) + 1 if lines else 0

    def _detail_lines(self) -> list[str]:
        """Return the lines of the text of the chosen one, as many as leave room for choices; the last may end in `…`."""
        if self.chosen < 0:
            return []
        choice, width = self._choices[self.chosen], self.size.width
        name = _fitted(choice, width)[0]
        texts = [each for each in choice.details or (choice.name,) if each != name]
        lines = [text[start:end] for text in texts for start, end in wrap(text, width - 2 * _MARGIN)]
        room = max(self.size.height - _ABOVE - _LEAST_CHOICES - 2, 0)
        if len(lines) > room > 0:
            lines[room - 1] = cut(f"{lines[room - 1]} {LEFT_OUT}", width - 2 * _MARGIN)
        return lines[:room]

    def _see_chosen(self) -> None:
        if self.chosen >= 0:
            height = max(self.size.height - _ABOVE - 1 - self._reserved, 1)
            first = min(self.top, self.chosen)
            self.scroll_lines_to(max(first, self.chosen - height + 1))


def _fitted(choice: Choice[Value], width: int) -> tuple[str, str, int]:
    """Return the name and the words of a choice as they fit into its line, and the cells for both."""
    room = width - 5
    # the first words, the key or the kind, stay even beside a long name
    words = choice.words[0] if choice.words and cell_len(choice.words[0]) <= room // 3 else ""
    for count in range(1, len(choice.words) + 1):
        longer = " · ".join(choice.words[:count])
        if cell_len(choice.name) + 2 + cell_len(longer) <= room:
            words = longer
    return shortened(choice.name, room - cell_len(words) - 2 if words else room), words, room
