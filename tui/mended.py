"""What Textual 8.2 leaves to be mended: signals, crashes, NO_COLOR.

- A signal that ends the program leaves raw mode, the alternate screen and the mouse on.
- A crash prints every local variable, which here is the whole model, and as it is.
- With NO_COLOR the colours become greys, which are colours.
"""

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import partial

from textual.filter import LineFilter, NoColor

from .lean import App
from .safe_text import safe

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""


class MendedApp(App[None]):
    """An app that leaves the terminal as it was, however it ends."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line before it is written."""
        return [NoColor()] if self.no_color else super().get_line_filters()

    def end_on_signals(self) -> None:
        """End in order when a signal asks for it; to be called when the loop runs."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, partial(self.exit, return_code=_BY_SIGNAL + number))

    def failure(self) -> str:
        """Return what went wrong, safe to write; empty when nothing did."""
        if self._exception is None:
            return ""
        told = "".join(traceback.format_exception(self._exception))
        return "\n".join(map(safe, told.splitlines()))

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()


def let_go_of_a_lost_terminal() -> None:
    """Point streams whose terminal has gone at nothing; else the process fails on them at its end, with status 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)
