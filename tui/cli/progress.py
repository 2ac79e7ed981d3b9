"""Shows on a terminal what a long command is doing, in one line that disappears at the end."""

import sys
from typing import Self

from ..wording.safe_text import safe, screen_width

_BACK = "\r\x1b[K"
"""The terminal code that returns to the beginning of the line and clears it."""

_WIDTH = 80
"""The width of a terminal that does not report its width."""


class Progress:
    """The line on stderr; there is none if stderr is no terminal."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.say("")

    def say(self, words: str) -> None:
        """Show what is being done, replacing the previous text."""
        if self._is_shown and sys.stderr is not None:
            width = max(2, screen_width(sys.stderr) or _WIDTH)
            sys.stderr.write(f"{_BACK}{safe(words)[: width - 1]}")
            sys.stderr.flush()
