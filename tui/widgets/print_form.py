"""What is to be printed, chosen field by field, and the first lines of it."""

from collections.abc import Iterator, Sequence

import attrs
from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events
from textual.message import Message

from ..exploring.printout import Field
from ..exploring.typed_line import TypedLine
from ..exploring.typesetting import wrap
from .pane import Pane, Run

_LABEL = 10
"""How wide the column of the labels is, in cells."""

_TOP = 3
"""The lines above the fields: a blank one, the title, a blank one."""

_MOST = 4
"""How many lines the command may take."""

_REVERSED = Style(reverse=True)
_KEYS = (("↵", "print"), ("↑↓", "move"), ("←→", "change"), ("ctrl+y", "copy the command"), ("esc", "leave"))


@attrs.frozen(eq=False, repr=False)
class Shown:
    """What the form shows.

    Attributes:
        fields: What there is to choose.
        at: The number of the field the cursor is on.
        typed: The line that is typed in.
        command: The command line that does the same.
        said: What has come of it; empty for nothing yet.
        preview: The first lines of what would be written, safe to draw.
    """

    fields: Sequence[Field] = ()
    at: int = 0
    typed: TypedLine = attrs.field(factory=TypedLine)
    command: str = ""
    said: str = ""
    preview: Sequence[str] = ()


class PrintForm(Pane):
    """Fields, the command line, and the first lines of what would be written."""

    GROUND = "raised"

    class Picked(Message):
        """A field was clicked."""

        def __init__(self, field: int) -> None:
            super().__init__()
            self.field = field

    def __init__(self) -> None:
        super().__init__()
        self._shown = Shown()

    def show(self, shown: Shown) -> None:
        """Draw something else."""
        self._shown = shown
        self.refresh()

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line: title, fields, command, what has come of it, the first lines, the keys."""
        shown = self._shown
        field = line - _TOP
        if line == self.size.height - 1:
            yield from self._keys()
        elif line == 1:
            yield ("  Print", self.look("strong"))
        elif 0 <= field < len(shown.fields):
            yield from self._field(field, width)
        elif field > len(shown.fields):
            yield from self._below(field - len(shown.fields) - 1, width)

    def on_click(self, event: events.Click) -> None:
        """Say which field was clicked."""
        event.stop()
        field = event.y - _TOP
        if 0 <= field < len(self._shown.fields):
            self.post_message(self.Picked(field))

    def _field(self, number: int, width: int) -> Iterator[Run]:
        field = self._shown.fields[number]
        here = number == self._shown.at
        over = ("cursor",) if here else ()
        room = max(width - _LABEL - 8, 1)
        yield (" ┃ " if here else "   ", self.look("accent", *over))
        yield (set_cell_size(field.label, _LABEL), self.look("quiet", *over))
        if not field.values:
            yield from self._typed(room, over, here=here)
            return
        several = here and len(field.values) > 1
        yield ("‹ " if several else "  ", self.look("accent", *over))  # noqa: RUF001 - it points
        value = _cut(field.values[field.at], room)
        yield (value, self.look(*over) if len(field.values) > 1 else self.look("quiet", *over))
        yield (" ›" if several else "  ", self.look("accent", *over))  # noqa: RUF001 - it points
        yield (" " * max(width - _LABEL - 7 - cell_len(value), 0), self.look(*over))

    def _typed(self, room: int, over: tuple[str, ...], *, here: bool) -> Iterator[Run]:
        text, at = self._shown.typed.text, self._shown.typed.at
        before, after = text[:at], text[at:]
        while cell_len(before) >= room and before:
            before = before[1:]
        yield ("  ", self.look(*over))
        yield (before, self.look(*over))
        cursor = after[:1] or " "
        yield (cursor, self.look(*over) + _REVERSED if here else self.look(*over))
        left = max(room + 3 - cell_len(before) - cell_len(cursor), 0)
        yield (set_cell_size(after[1:], left), self.look(*over))

    def _below(self, number: int, width: int) -> Iterator[Run]:
        """Yield a line of what stands below the fields."""
        shown = self._shown
        command = wrap(f"$ {shown.command}", width - 6)[:_MOST]
        if number < len(command):
            start, end = command[number]
            yield ("   " if not number else "     ", self.look())
            yield (f"$ {shown.command}"[start:end], self.look("accent"))
            return
        number -= len(command)
        if shown.said and number < len(said := wrap(shown.said, width - 6)):
            yield ("   ", self.look())
            yield (shown.said[slice(*said[number])], self.look("strong"))
            return
        number -= len(said) if shown.said else 0
        if number == 0:
            yield (
                set_cell_size("   ── the first lines " + "─" * width, max(width - 3, 0)),
                self.look("faint"),
            )
        elif number <= len(shown.preview):
            yield ("   ", self.look())
            yield (_cut(shown.preview[number - 1], width - 6), self.look("quiet"))

    def _keys(self) -> Iterator[Run]:
        yield ("  ", self.look())
        for key, words in _KEYS:
            yield (f" {key} ", self.look("strong"))
            yield (f"{words} ", self.look("quiet"))


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)) + "…"
