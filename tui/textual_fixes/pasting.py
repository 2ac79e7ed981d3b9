"""What is pasted is text and never a key: the parser of Textual 8.2, mended.

Between the marks of a paste it still looks for escape sequences; what stands after one that it does not know it hands
on as if it was typed. A line break in that is Enter, and a `q` quits.
"""

from collections.abc import Iterator

from textual.message import Message

from .terminal_input import BEGIN_PASTE, END_PASTE, TerminalParser

_ESCAPE = "\x1b"
_BEGIN, _END = BEGIN_PASTE, END_PASTE


class Disarmed:
    """Input as it comes, piece by piece, without the escape characters that stand within a paste."""

    def __init__(self) -> None:
        self._pasting = False
        # The end of what came before: within a paste it is kept back, since it may become the mark that ends it.
        self._before = ""

    def feed(self, data: str) -> str:
        """Return the next piece; an empty one where all of it is kept back."""
        kept: list[str] = []
        while data:
            data = self._pasted(data, kept) if self._pasting else self._typed(data, kept)
        return "".join(kept)

    def _typed(self, data: str, kept: list[str]) -> str:
        """Take what stands up to the mark that begins a paste; return what is left."""
        both = self._before + data
        at = both.find(_BEGIN)
        self._pasting = at >= 0
        end = at + len(_BEGIN) - len(self._before) if self._pasting else len(data)
        self._before = "" if self._pasting else both[1 - len(_BEGIN) :]
        kept.append(data[:end])
        return data[end:]

    def _pasted(self, data: str, kept: list[str]) -> str:
        """Take what stands up to the mark that ends a paste, and the mark; return what is left."""
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
