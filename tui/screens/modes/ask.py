"""The mode in which a page of the detail asks for something: a topic, a word, two dates."""

from ...exploring.pages.page import Page
from ...widgets.key_line import Prompt
from .mode import Host, TypingMode

_HELP = "?"
"""The key that opens help while nothing is typed."""

_KEYS = "↵ show  esc back"


class AskMode(TypingMode):
    """A page that asks for text while it is shown."""

    def __init__(self, host: Host, page: Page) -> None:
        super().__init__()
        self._host = host
        self._page = page
        self._came_from = host.place()
        host.exploration.page = page

    def takes(self, name: str, character: str | None) -> bool:
        """Return whether a key edited the line; the key that opens help does not, while the line is empty."""
        return not (character == _HELP and not self.typed.text) and super().takes(name, character)

    def changed(self) -> None:
        """Show how the page understands the line."""
        self._host.show()

    def keep(self) -> None:
        """End the mode: show the page that answers the typed text, with the cursor on its first row."""
        if self.typed.text.strip():
            self._host.exploration.page = self._page.asked(self.typed.text)
        self._host.exploration.history.leave(self._came_from)
        self._host.mode = None
        self._host.show()
        self._host.detail.choose_first()

    def drop(self) -> None:
        """End the mode and return to the previous place."""
        self._host.mode = None
        self._host.return_to(self._came_from)

    def prompt(self) -> Prompt:
        """Return the typed text and how it is understood, or what may be typed and how to leave."""
        typed = self.typed.text
        note = self._page.understood(typed) if typed else f"type {self._page.wants}"
        long = "  ".join(filter(None, (note, _KEYS)))
        return Prompt(self._page.asks, typed, self.typed.at, long, short=_KEYS)
