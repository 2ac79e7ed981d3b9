"""The screen for choosing one item of a list: a view, a command, an entity."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from ..exploring.typed_line import TypedLine
from ..widgets.choices import Choice, Choices
from .key import Key
from .keyed_screen import KeyedScreen

Value = TypeVar("Value")

_ENDS = frozenset(("home", "end"))
"""The keys that go to the ends of the list while nothing is typed, and to those of the text after that."""


def having(choices: Sequence[Choice[Value]]) -> Callable[[str], Sequence[Choice[Value]]]:
    """Return a function that gives those of some choices that have a typed text in their name or first words."""

    def narrowed(typed: str) -> Sequence[Choice[Value]]:
        return [each for each in choices if typed.lower() in f"{each.name} {each.words[0]}".lower()]

    return narrowed


class ChoiceScreen(KeyedScreen[Value | None], ModalScreen[Value | None], Generic[Value]):
    """A list that typing narrows; dismissed with the value of the choice, or `None`."""

    DEFAULT_CSS = """
    ChoiceScreen { align: center middle; background: $background 65%; }
    Choices { width: 100; max-width: 95%; height: 70%; min-height: 8; max-height: 100%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Key["ChoiceScreen[Any]"]]] = (
        Key("enter", lambda screen: screen.choose()),
        Key("escape,ctrl+p,ctrl+c", lambda screen: screen.leave()),
        Key("down,tab,ctrl+n", lambda screen: screen.move(1)),
        Key("up,shift+tab", lambda screen: screen.move(-1)),
        Key("pagedown", lambda screen: screen.move(10)),
        Key("pageup", lambda screen: screen.move(-10)),
        Key("home", lambda screen: screen.move(-screen.size_of_list)),
        Key("end", lambda screen: screen.move(screen.size_of_list)),
    )

    def __init__(
        self, title: str, hint: str, narrowed: Callable[[str], Sequence[Choice[Value]]], chosen: int = 0
    ) -> None:
        super().__init__()
        self._line = TypedLine()
        self._narrowed = narrowed
        self._first = chosen
        self._choices = Choices[Value](title, f"{hint}; esc closes")

    @property
    def size_of_list(self) -> int:
        """The number of lines of the list, by which the cursor moves from either end to the other."""
        return self._choices.line_count

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self._choices

    def on_mount(self) -> None:
        """Show all choices before anything is typed."""
        self._choices.show(self._narrowed(self._line.text), self._line, self._first)

    def takes(self, name: str, character: str | None) -> bool:
        """Whether a key edited the typed text, which narrows the list. Before anything is typed, `home` and `end` move."""
        before = self._line.text
        if (name in _ENDS and not before) or not self._line.press(name, character):
            return False
        if self._line.text != before:
            self._narrow()
        else:  # only the typing cursor has moved: the choice stays
            self._choices.move(0)
        return True

    def pastes(self, text: str) -> None:
        """Add a pasted text to the typed text."""
        self._line.insert(text)
        self._narrow()

    def on_resize(self) -> None:
        """Keep the choice visible."""
        self._choices.move(0)

    def on_choices_picked(self, message: Choices.Picked) -> None:
        """Choose the clicked line."""
        message.stop()
        self.choose()

    def on_click(self, event: events.Click) -> None:
        """Close the screen when the click was outside the list."""
        if event.widget is self:
            self.dismiss(None)

    def choose(self) -> None:
        """Choose the line of the cursor."""
        if self._choices.value is not None:
            self.dismiss(self._choices.value)

    def leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def move(self, by: int) -> None:
        """Move the cursor."""
        self._choices.move(by)

    def _narrow(self) -> None:
        self._choices.show(self._narrowed(self._line.text), self._line)
