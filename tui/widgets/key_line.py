"""The last line of the screen: a prompt, or a message and the keys that work now."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events
from textual.message import Message

from tiers.model.format.unchanging import Value

from .pane import Pane, Run
from .shortening import shortened


class KeyHint(Value):
    """A key with the words for its function.

    Attributes:
        key: Its name as printed on keyboards.
        words: Its function in a word or two.
        name: Its name in Textual.
    """

    key: str
    words: str
    name: str


class Prompt(Value):
    """A line being typed.

    Attributes:
        sign: The sign before the text, such as `/`.
        text: The typed text.
        at: The position of the cursor.
        note: A note at the right, such as the number of matches.
        rest: The completion that Tab adds, shown after the cursor.
        short: A note for where there is too little room for the other.
    """

    sign: str
    text: str
    at: int
    note: str = ""
    rest: str = ""
    short: str = ""


_STAYING = 2
"""How many keys at the end stay when not all fit: they lead to the others."""

_LEAVING = "leave"
"""The words of the key that leaves a page, which also stays if it comes before those."""

_LEAST = 12
"""The smallest number of cells for the typed text; the note is dropped to keep them."""

_REVERSED = Style(reverse=True)


class KeyLine(Pane):
    """The last line: a prompt, or a message and the hints of keys."""

    class Clicked(Message):
        """A key was clicked, by its name."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Sequence[KeyHint], Prompt | None, str] = ((), None, "")

    def show(self, hints: Sequence[KeyHint], *, prompt: Prompt | None = None, message: str = "") -> None:
        """Draw a prompt if there is one, else a message and as many keys as fit."""
        if (hints, prompt, message) != self._shown:
            self._shown = (hints, prompt, message)
            self.refresh()

    def draw_line(self, line: int, width: int) -> Iterator[Run]:  # noqa: ARG002 - there is one line
        """Yield the prompt, or the message and the keys."""
        _, prompt, message = self._shown
        if prompt is not None:
            yield from self._prompt(prompt, width)
            return
        if message:
            yield (f" {shortened(message, width - 2)}", self.look("accent"))
            yield ("   ", self.look())
        for hint in self._fitting(width):
            yield (f" {hint.key} ", self.look("strong"))
            yield (f"{hint.words} ", self.look("quiet"))

    def on_click(self, event: events.Click) -> None:
        """Report which key was clicked."""
        event.stop()
        _, prompt, message = self._shown
        if prompt is not None:
            return
        end = cell_len(message) + 4 if message else 0
        for hint in self._fitting(self.size.width):
            start, end = end, end + _size(hint)
            if start <= event.x < end:
                self.post_message(self.Clicked(hint.name))

    def _fitting(self, width: int) -> Iterator[KeyHint]:
        hints, _, message = self._shown
        room = width - (cell_len(message) + 4 if message else 0)
        leaves = len(hints) > _STAYING and hints[-_STAYING - 1].words == _LEAVING
        count = _STAYING + leaves
        staying = hints[-count:]
        kept = sum(map(_size, staying))
        for hint in hints[:-count]:
            if room - _size(hint) < kept:
                continue
            room -= _size(hint)
            yield hint
        for hint in staying:
            room -= _size(hint)
            if room >= 0:
                yield hint

    def _prompt(self, prompt: Prompt, width: int) -> Iterator[Run]:
        room = width - cell_len(prompt.sign) - 3
        note = next((each for each in (prompt.note, prompt.short) if cell_len(each) + _LEAST <= room), "")
        room -= cell_len(note) + (2 if note else 0)
        before, after = prompt.text[: prompt.at], prompt.text[prompt.at :]
        while cell_len(before) >= room and before:
            before = before[1:]
        rest = "" if after else prompt.rest
        cursor, after = (after or rest)[:1] or " ", (after or rest)[1:]
        after = set_cell_size(after, max(room - cell_len(before) - cell_len(cursor), 0))
        yield (f" {prompt.sign}", self.look("accent"))
        yield (before, self.look())
        yield (cursor, self.look("quiet" if rest else "strong") + _REVERSED)
        yield (after, self.look("quiet") if rest else self.look())
        yield (f"  {note} ", self.look("quiet"))


def _size(hint: KeyHint) -> int:
    return cell_len(hint.key) + cell_len(hint.words) + 3
