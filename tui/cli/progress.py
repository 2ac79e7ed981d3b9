"""Says on a terminal what a long command is doing, in one line that is gone when it is done."""

import sys
from typing import Self

from ..wording.safe_text import safe, screen_width

_BACK = "\r\x1b[K"
"""To the beginning of the line, and clear it."""

_WIDTH = 80
"""Columns of a terminal that does not say how wide it is."""


class Progress:
    """The line on stderr; where stderr is no terminal there is none."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.say("")

    def say(self, words: str) -> None:
        """Say what is being done, in the place of what was said before."""
        if self._is_shown and sys.stderr is not None:
            width = max(2, screen_width(sys.stderr) or _WIDTH)
            sys.stderr.write(f"{_BACK}{safe(words)[: width - 1]}")
            sys.stderr.flush()
