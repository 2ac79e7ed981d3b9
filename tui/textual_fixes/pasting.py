"""A workaround for the input parser of Textual 8.2, so that pasted text never acts as keys.

Textual looks for escape sequences inside a paste; the text after one that it does not know is passed on as typed
keys, in which a line break is Enter and a `q` quits.
"""

from collections.abc import Iterator

from textual.message import Message

from .terminal_input import BEGIN_PASTE, END_PASTE, TerminalParser

_ESCAPE = "\x1b"
_BEGIN, _END = BEGIN_PASTE, END_PASTE


class Disarmed:
    """Terminal input without the escape characters inside a paste."""

    def __init__(self) -> None:
        self._pasting = False
        # the end of the previous input; within a paste it is held back, since it may be the beginning of the closing mark
        self._before = ""

    def feed(self, data: str) -> str:
        """Return the next piece of input; empty if all of it is held back."""
        kept: list[str] = []
        while data:
            data = self._pasted(data, kept) if self._pasting else self._typed(data, kept)
        return "".join(kept)

    def _typed(self, data: str, kept: list[str]) -> str:
        """Keep the input up to the opening mark of a paste; return the rest."""
        both = self._before + data
        at = both.find(_BEGIN)
        self._pasting = at >= 0
        end = at + len(_BEGIN) - len(self._before) if self._pasting else len(data)
        self._before = "" if self._pasting else both[1 - len(_BEGIN) :]
        kept.append(data[:end])
        return data[end:]

    def _pasted(self, data: str, kept: list[str]) -> str:
        """Keep the input up to and including the closing mark of a paste; return the rest."""
        both = self._before + data
        text, mark, rest = both.partition(_END)
        self._pasting = not mark
        sizes = range(len(_END) - 1, 0, -1)
        back = 0 if mark else next((size for size in sizes if text.endswith(_END[:size])), 0)
        end = len(text) - back
        self._before = text[end:]
        kept.append(text[:end].replace(_ESCAPE, "") + mark)
        return rest


class PastingParser(TerminalParser):
    """Reads keys, clicks and pastes."""

    def __init__(self, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        super().__init__(debug)
        self._disarmed = Disarmed()

    def feed(self, data: str) -> Iterator[Message]:
        """Read the next piece; an empty one is the end."""
        disarmed = self._disarmed.feed(data)
        return super().feed(disarmed) if disarmed or not data else iter(())
