"""The mode in which the next key is a letter that says which: which bookmark, what to copy."""

from collections.abc import Callable

from ...widgets.key_line import Prompt
from .mode import Host, Mode


class LetterMode(Mode):
    """A letter being waited for; any other key ends the mode."""

    def __init__(self, host: Host, asks: str, then: Callable[[str], None]) -> None:
        self._host = host
        self._asks = asks
        self._then = then

    def takes(self, name: str, character: str | None) -> bool:  # noqa: ARG002 - a letter is its character
        """Whether a key was taken: every one is."""
        self._host.mode = None
        if character is not None and character.isalpha():
            self._then(character)
        self._host.show()
        return True

    def prompt(self) -> Prompt:
        """Return which letter is waited for."""
        return Prompt(f"{self._asks} ", "", 0)
