"""Choosing one of many: a view, a command, an entity."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from ..exploring.typed_line import TypedLine
from ..widgets.choices import Choice, Choices
from .keyed_screen import KeyedScreen


class ChoosingScreen(KeyedScreen[str | None], ModalScreen[str | None]):
    """Narrow a list by typing and choose one; dismissed with its value, or `None`."""

    DEFAULT_CSS = """
    ChoosingScreen { align: center middle; background: $background 65%; }
    Choices { width: 76; max-width: 100%; height: 70%; min-height: 8; max-height: 100%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Binding]] = (
        Binding("enter", "choose", "choose"),
        Binding("escape,ctrl+p,ctrl+c", "cancel", "leave"),
        Binding("down,tab,ctrl+n", "move(1)", "down"),
        Binding("up,shift+tab", "move(-1)", "up"),
        Binding("pagedown", "move(10)", "ten down"),
        Binding("pageup", "move(-10)", "ten up"),
    )

    def __init__(
        self, title: str, hint: str, narrowed: Callable[[str], Sequence[Choice]], chosen: int = 0
    ) -> None:
        super().__init__()
        self.typed = TypedLine()
        self._line = self.typed
        self._narrowed = narrowed
        self._first = chosen
        self._choices = Choices(title, hint)

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self._choices

    def on_mount(self) -> None:
        """Show what there is to choose before anything is typed."""
        self._choices.show(self._narrowed(self._line.text), self._line, self._first)

    def typed_on(self) -> None:
        """Narrow the list."""
        self._choices.show(self._narrowed(self._line.text), self._line)

    def on_resize(self) -> None:
        """Keep the choice in sight."""
        self._choices.move(0)

    def on_choices_picked(self, message: Choices.Picked) -> None:
        """Choose what was clicked."""
        message.stop()
        self.dismiss(message.value)

    def on_click(self, event: events.Click) -> None:
        """Leave when something else was clicked."""
        if event.widget is self:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        if self._choices.value is not None:
            self.dismiss(self._choices.value)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._choices.move(by)
