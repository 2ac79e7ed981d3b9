"""A line of text being typed.

The screen receives the keys and passes them on in order, so that text typed ahead is not lost to a focus that
has not moved yet; an input widget with its own focus cannot guarantee that.
"""

LONGEST = 1000
"""How many characters a line accepts; the rest is dropped, so that no pasted text takes long to search."""

_BEFORE = frozenset(("backspace", "ctrl+h"))


class TypedLine:
    """A line of typed text and the position of its cursor.

    Attributes:
        text: The text.
        at: How many characters precede the cursor.
    """

    def __init__(self, text: str = "", at: int = 0) -> None:
        self.text = text
        self.at = at

    def insert(self, text: str) -> None:
        """Insert a typed or pasted text, as far as there is room for it.

        Several lines become one, since a name copied from a PDF is broken over lines; invisible characters
        are dropped.
        """
        room = max(LONGEST - len(self.text), 0)
        lines = text.strip("\r\n")[: 4 * LONGEST].splitlines()
        kept = "".join(char for char in " ".join(lines) if char.isprintable())[:room]
        self.text = self.text[: self.at] + kept + self.text[self.at :]
        self.at += len(kept)

    def press(self, key: str, character: str | None) -> bool:
        """Handle a key.

        Args:
            key: Its name.
            character: The character that it types; `None` for none.

        Returns:
            Whether the key edits a line of text.
        """
        if character is not None and character.isprintable():
            self.insert(character)
        elif key in _BEFORE:
            self._remove(self.at - 1, self.at)
        elif key == "delete":
            self._remove(self.at, self.at + 1)
        elif key == "ctrl+w":
            before = self.text[: self.at].rstrip()
            self._remove(before.rfind(" ") + 1, self.at)
        elif key == "ctrl+u":
            self._remove(0, self.at)
        elif key == "ctrl+k":
            self._remove(self.at, len(self.text))
        elif key in {"left", "right"}:
            self.at = min(max(self.at + (1 if key == "right" else -1), 0), len(self.text))
        elif key in {"home", "ctrl+a"}:
            self.at = 0
        elif key in {"end", "ctrl+e"}:
            self.at = len(self.text)
        else:
            return False
        return True

    def _remove(self, start: int, end: int) -> None:
        start = max(start, 0)
        self.text = self.text[:start] + self.text[end:]
        self.at = start
