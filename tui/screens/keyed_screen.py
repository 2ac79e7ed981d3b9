"""A screen that handles its keys itself, without focus.

Textual defers a change of focus, so that keys typed ahead reach the widget that had it before (textual issue
6605), and runs bindings in the queue of the app while a widget handles its keys in its own. Here nothing has
the focus: the top screen handles every key in order, and draws its effect in one frame.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.screen import Screen

from ..widgets.pane import Pane
from .key import Key

Result = TypeVar("Result")


class KeyedScreen(Screen[Result], Generic[Result]):
    """A screen that handles keys in order, by one table of keys."""

    AUTO_FOCUS = None
    KEYS: ClassVar[Sequence[Key[Any]]] = ()

    def __init__(self) -> None:
        super().__init__()
        self._by_name: dict[str, list[Key[Any]]] = {}
        # keys of a mode come before the screen's own
        for each in sorted(self.KEYS, key=lambda each: each.mode is None):
            for name in each.names:
                self._by_name.setdefault(name, []).append(each)

    def caret(self) -> tuple[Offset, bool]:
        """Return the position of the terminal's own cursor, at typed text or at the chosen row, and whether it is shown."""
        panes = [each for each in self.children if isinstance(each, Pane) and each.display]
        typed = ((each, each.caret, True) for each in panes)
        chosen = ((each, each.selected, False) for each in panes)
        for pane, at, shown in (*typed, *chosen):
            if at is not None:
                return pane.region.offset + at, shown
        return Offset(), False

    def is_live(self, key: Key[Any]) -> bool:
        """Whether a key of the table does something now."""
        return key.when.holds(self)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close this screen; a click or key that comes after it is closed does nothing: Textual would close the one below."""
        return super().dismiss(result) if self in self.app.screen_stack else AwaitComplete()

    async def on_key(self, event: events.Key) -> None:
        """Handle a key; if another screen has opened meanwhile, pass the key to it."""
        event.stop()
        top = self.app.screen
        if top is not self:
            top.post_message(events.Key(event.key, event.character))
            return
        event.prevent_default()
        await self.press(event.key, event.character)

    async def press(self, name: str, character: str | None) -> None:
        """Handle a key: first as a key of the mode, then as typed text, then as a command."""
        keys = self._by_name.get(name, ())
        key = next(filter(self.is_live, keys), None)
        if (key is None or key.mode is None) and self.takes(name, character):
            return
        if key is not None:
            await self.do(key)
        elif keys:
            self.missed(keys[-1])  # keys of a mode come before the screen's own
        else:
            self.unknown(name)

    async def do(self, key: Key[Any]) -> None:
        """Call the function of a key of the table."""
        waited_for = key.do(self)
        if waited_for is not None:
            await waited_for

    def on_paste(self, event: events.Paste) -> None:
        """Type a pasted text; ignore it where nothing is being typed."""
        event.stop()
        self.pastes(event.text)

    def takes(self, name: str, character: str | None) -> bool:  # noqa: ARG002 - for screens in which something is typed
        """Return whether a key was used as typed text."""
        return False

    def pastes(self, text: str) -> None:
        """Insert a pasted text into the typed text."""

    def unknown(self, name: str) -> None:
        """Handle a key that is not in the table."""

    def missed(self, key: Key[Any]) -> None:
        """Handle a key of the table that does nothing now."""
