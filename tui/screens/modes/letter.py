"""The mode in which the next key is a letter: the name of a bookmark, or the choice of what to copy."""

from collections.abc import Callable

from ...widgets.key_line import Prompt
from .mode import Host, Mode


class LetterMode(Mode):
    """Waits for a letter, or for Enter if that stands for one; any other key ends the mode."""

    def __init__(self, host: Host, asks: str, then: Callable[[str], None], enter: str = "") -> None:
        self._host = host
        self._asks = asks
        self._then = then
        self._enter = enter

    def takes(self, name: str, character: str | None) -> bool:
        """Handle every key; always true."""
        self._host.mode = None
        if character is not None and character.isalpha():
            self._then(character)
        elif name == "enter" and self._enter:
            self._then(self._enter)
        self._host.show()
        return True

    def prompt(self) -> Prompt:
        """Return the question that the letter answers."""
        return Prompt(f"{self._asks} ", "", 0)
