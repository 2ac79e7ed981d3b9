"""A screen that owns its keys.

Textual defers a change of focus, so that keys typed ahead reach what had the focus before (textual issue 6605), and
runs bindings in the queue of the app while a widget takes its keys in its own. Here nothing has a focus: every key is
taken in the order in which it comes, by the screen on top, and what it changes is painted in one frame.
"""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingsMap
from textual.screen import Screen

from ..exploring.typed_line import TypedLine
from ..widgets.key_line import KeyHint

Result = TypeVar("Result")

_KEYS = {
    "at": "@",
    "slash": "/",
    "backslash": "\\",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "apostrophe": "'",
    "colon": ":",
    "question_mark": "?",
    "enter": "↵",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "page up",
    "pagedown": "page down",
}
"""How keys are written; the others by their names."""


def written(key: str) -> str:
    """Return a key as it is written on a keyboard."""
    return _KEYS.get(key, key)


class KeyedScreen(Screen[Result], Generic[Result]):
    """A screen that takes the keys itself, in order.

    Attributes:
        typed: The line being typed; `None` where keys are commands.
    """

    AUTO_FOCUS = None
    KEYS: ClassVar[Sequence[Binding]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.typed: TypedLine | None = None
        self._by_key = BindingsMap(self.KEYS).key_to_bindings

    def bindings_now(self) -> list[Binding]:
        """Return the bindings that do something now."""
        return [each for each in self.KEYS if self.check_action(each.action.partition("(")[0], ())]

    def hints(self) -> list[KeyHint]:
        """Return what the keys do now, in a word or two, those worth saying."""
        return [
            KeyHint(written(each.key.split(",")[0]), each.description, each.action)
            for each in self.bindings_now()
            if each.show
        ]

    async def on_key(self, event: events.Key) -> None:
        """Take a key: as a part of what is typed, else as a command."""
        event.stop()
        top = self.app.screen
        if top is not self:
            top.post_message(events.Key(event.key, event.character))
            return
        event.prevent_default()
        if self.takes(event.key, event.character):
            return
        if self.typed is not None and self.typed.press(event.key, event.character):
            self.typed_on()
            return
        bindings = self._by_key.get(event.key, ())
        for binding in bindings:
            if await self.app.run_action(binding.action, self):
                return
        if bindings:
            self.missed(bindings[0].action.partition("(")[0])

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as typed; where keys are commands it is none."""
        event.stop()
        if self.typed is not None:
            self.typed.insert(event.text)
            self.typed_on()

    def takes(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - for screens that have a use for it
        """Whether the screen has taken a key before anything else could."""
        return False

    def missed(self, action: str) -> None:
        """A key was pressed that does something, but not now."""

    def typed_on(self) -> None:
        """Something was typed or removed."""
