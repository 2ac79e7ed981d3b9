"""Repairs of Textual 8.2's app: signals, crashes, NO_COLOR, terminals that are not UTF-8.

- A signal that ends the program leaves raw mode, the alternate screen and the mouse on; SIGINT ends it with status 0.
- An escape sequence in what is pasted makes keys of the rest of it.
- After a stop and `fg` the screen stays blank.
- A crash prints every local variable, which here is the whole model, and as it is.
- With NO_COLOR the colours become greys, which are colours.
- What the terminal's encoding cannot carry is written all the same, wider than the place it has.
"""

import asyncio
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from typing import Any

from textual import on
from textual.driver import Driver
from textual.filter import LineFilter, NoColor

from ..wording.safe_text import carries, let_go, safe
from .pasting import PastingParser
from .start_up import App

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
_BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""


class MendedApp(App[None]):
    """An app that leaves the terminal as it was, however it ends."""

    _legible: Sequence[LineFilter] = ()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line before it is written."""
        filters = [NoColor()] if self.no_color else super().get_line_filters()
        return [*filters, *self._legible]

    def get_driver_class(self) -> type[Driver]:
        """Return what reads from the terminal and writes to it, with a parser that takes no paste for keys."""
        driver_class = super().get_driver_class()
        module: Any = sys.modules[driver_class.__module__]
        if hasattr(module, "XTermParser"):
            module.XTermParser = PastingParser
        return driver_class

    def be_legible(self) -> None:
        """Write what the terminal can carry, where that is not everything."""
        screen = sys.__stderr__
        if screen is None or carries(screen, "▾│…") or self.is_headless:
            return
        from .stand_ins import Legible  # noqa: PLC0415 - only where it is needed

        self._legible = (Legible(screen.encoding),)

    @on(Driver.SignalResume)
    def draw_again(self) -> None:
        """Draw everything when the program goes on after a stop: the terminal has forgotten it."""
        self.refresh(layout=True)

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
            if stream is not None:  # nor has a stream that was closed from the start anything to let go of
                stream.flush()
        except OSError:
            let_go(stream)
