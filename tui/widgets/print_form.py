"""The print form: fields, command line, preview."""

from collections.abc import Iterator, Sequence

import attrs
from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message

from ..exploring.detail.typesetting import wrap
from ..exploring.print.printout import Field
from ..exploring.typed_line import TypedLine
from .pane import Pane, Run
from .shortening import cut

_LABEL = 10
"""The width of the column of labels, in cells."""

_MOST = 4
"""The largest number of lines for the command, and for the message."""

_BLANKS = 4
"""The number of lines dropped first in little room: the title and the blank lines."""

_FEW = 3
"""The number of values up to which the number of a field's values is not shown."""

_REVERSED = Style(reverse=True)
_KEYS = (("↵", "print"), ("↑↓", "move"), ("←→", "change"), ("ctrl+y", "copy the command"), ("esc", "leave"))
_FIRST_LEFT_OUT = (3, 2, 1, 4)
"""The keys in the order in which they are dropped where not all fit."""


@attrs.frozen(eq=False, repr=False)
class Shown:
    """The content of the form.

    Attributes:
        fields: The fields.
        at: The number of the field of the cursor.
        typed: The line of typed text.
        command: The command line for the same print.
        said: The message; empty for none.
        preview: The first lines of the print, safe to draw.
        replaces: Whether typing replaces the typed text, which is then drawn as selected.
    """

    fields: Sequence[Field] = ()
    at: int = 0
    typed: TypedLine = attrs.field(factory=TypedLine)
    command: str = ""
    said: str = ""
    preview: Sequence[str] = ()
    replaces: bool = False


Row = tuple[str, int]
"""A part of the form, and the number of a line in it."""

_NOTHING: Row = ("blank", 0)


class PrintForm(Pane):
    """The fields, the command line, the message, the preview and the keys."""

    GROUND = "raised"

    class Picked(Message):
        """A field was clicked."""

        def __init__(self, field: int) -> None:
            super().__init__()
            self.field = field

    def __init__(self) -> None:
        super().__init__()
        self._shown = Shown()
        self._rows: tuple[Shown, Size, list[Row]] = (self._shown, Size(), [])

    @property
    def selected(self) -> Offset | None:
        """The position of the field that the keys act on."""
        lines = (line for line in range(self.size.height) if self.row(line) == ("field", self._shown.at))
        line = next(lines, None)
        return None if line is None else Offset(1, line)

    def show(self, shown: Shown) -> None:
        """Draw the form with new content."""
        self._shown = shown
        self.refresh()

    def row(self, line: int) -> Row:
        """Return the row of the form on a line."""
        if self._rows[0] is not self._shown or self._rows[1] != self.size:
            self._rows = (self._shown, self.size, self._laid_out())
        rows = self._rows[2]
        return rows[line] if line < len(rows) else _NOTHING

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line: title, fields, command, message, preview, keys."""
        if line == self.size.height - 1:
            for key, words in _fitting(width):
                yield (f"  {key} ", self.look("strong"))
                yield (words, self.look("quiet"))
            return
        shown = self._shown
        part, number = self.row(line)
        if part == "title":
            yield ("  Print", self.look("strong"))
        elif part == "field":
            yield from self._field(number, width)
        elif part == "command":
            text = _command(shown)
            start, end = self._wrapped(text)[number]
            yield ("     " if number else "   ", self.look())
            yield (text[start:end], self.look("accent"))
        elif part == "said":
            yield ("   ", self.look())
            yield (shown.said[slice(*self._wrapped(shown.said)[number])], self.look("strong"))
        elif part == "rule":
            yield ("   ── ", self.look("faint"))
            yield ("the first lines", self.look("quiet"))
            yield (" " + "─" * max(width - 25, 0), self.look("faint"))
        elif part == "preview" and number < len(shown.preview):
            yield ("   ", self.look())
            yield (cut(shown.preview[number], width - 6), self.look("quiet"))

    def on_click(self, event: events.Click) -> None:
        """Report which field was clicked."""
        event.stop()
        part, number = self.row(event.y)
        if part == "field":
            self.post_message(self.Picked(number))

    def _laid_out(self) -> list[Row]:
        """Return the row on each line; in little room only the fields, the message and the keys stay."""
        shown, height = self._shown, max(self.size.height - 1, 1)
        fields = len(shown.fields)
        said = min(len(self._wrapped(shown.said)), _MOST, height - 1)
        first = max(shown.at - (height - said) + 1, 0)
        fields = min(fields - first, height - said)
        spare = height - said - fields
        command = min(len(self._wrapped(_command(shown))), _MOST, spare)
        spare -= command
        rows = [("field", first + number) for number in range(fields)]
        if spare >= _BLANKS:
            rows = [_NOTHING, ("title", 0), _NOTHING, *rows, _NOTHING]
            spare -= _BLANKS
        elif spare and command:
            rows.append(_NOTHING)
            spare -= 1
        rows += [("command", number) for number in range(command)]
        rows += [("said", number) for number in range(said)]
        if spare > 1:
            rows += [("rule", 0), *(("preview", number) for number in range(spare - 1))]
        return rows

    def _wrapped(self, text: str) -> Sequence[tuple[int, int]]:
        return wrap(text, max(self.size.width - 6, 1)) if text else ()

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
        count = f"  {field.at + 1} of {len(field.values)}" if here and len(field.values) > _FEW else ""
        value = cut(field.values[field.at], max(room - cell_len(count), 1))
        yield (value, self.look(*over) if len(field.values) > 1 else self.look("quiet", *over))
        yield (count, self.look("quiet", *over))
        yield (" ›" if several else "  ", self.look("accent", *over))  # noqa: RUF001 - it points
        left = width - _LABEL - 7 - cell_len(value) - cell_len(count)
        yield (" " * max(left, 0), self.look(*over))

    def _typed(self, room: int, over: tuple[str, ...], *, here: bool) -> Iterator[Run]:
        text, at = self._shown.typed.text, self._shown.typed.at
        before, after = text[:at], text[at:]
        while cell_len(before) >= room and before:
            before = before[1:]
        yield ("  ", self.look(*over))
        yield (before, self.look(*over) + _REVERSED if here and self._shown.replaces else self.look(*over))
        cursor = after[:1] or " "
        yield (cursor, self.look(*over) + _REVERSED if here else self.look(*over))
        left = max(room + 3 - cell_len(before) - cell_len(cursor), 0)
        yield (set_cell_size(after[1:], left), self.look(*over))


def _command(shown: Shown) -> str:
    return f"$ {shown.command}" if shown.command else "no command prints just what is seen"


def _fitting(width: int) -> list[tuple[str, str]]:
    """Return as many keys as fit, with their words."""
    kept = list(range(len(_KEYS)))
    for each in _FIRST_LEFT_OUT:
        if sum(cell_len(word) + 1 for number in kept for word in _KEYS[number]) + len(kept) <= width:
            break
        kept.remove(each)
    return [_KEYS[number] for number in kept]
