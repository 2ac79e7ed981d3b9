"""Workarounds for the app of Textual 8.2: signals, crashes, NO_COLOR, terminals that are not UTF-8.

- A signal that ends the program leaves raw mode, the alternate screen and the mouse on; SIGINT ends it with status 0.
- An escape sequence in a pasted text turns the rest of the text into keys.
- After a stop and `fg` the screen stays blank.
- A crash prints every local variable, here the whole model, without the safe-text function.
- With NO_COLOR the colours become greys, which are colours.
- Characters that the terminal's encoding lacks are written as escapes, wider than their cells.
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
"""Exit status of a program ended by a signal, less the number of the signal."""


class MendedApp(App[None]):
    """An app that restores the terminal however it ends."""

    _legible: Sequence[LineFilter] = ()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters applied to every line before it is written."""
        filters = [NoColor()] if self.no_color else super().get_line_filters()
        return [*filters, *self._legible]

    def get_driver_class(self) -> type[Driver]:
        """Return the terminal driver, with a parser that never reads pasted text as keys."""
        driver_class = super().get_driver_class()
        module: Any = sys.modules[driver_class.__module__]
        if hasattr(module, "XTermParser"):
            module.XTermParser = PastingParser
        return driver_class

    def be_legible(self) -> None:
        """Replace characters that the terminal's encoding lacks, where it is not UTF-8."""
        screen = sys.__stderr__
        if screen is None or carries(screen, "▾│…") or self.is_headless:
            return
        from .stand_ins import Legible  # noqa: PLC0415 - only where it is needed

        self._legible = (Legible(screen.encoding),)

    @on(Driver.SignalResume)
    def draw_again(self) -> None:
        """Redraw everything after `fg`: the terminal has lost the screen."""
        self.refresh(layout=True)

    def end_on_signals(self) -> None:
        """Install handlers by which signals end the app in order; call it inside the event loop."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, partial(self.exit, return_code=_BY_SIGNAL + number))

    def failure(self) -> str:
        """Return the traceback of a crash, safe to write; empty without one."""
        if self._exception is None:
            return ""
        told = "".join(traceback.format_exception(self._exception))
        return "\n".join(map(safe, told.splitlines()))

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()


def let_go_of_a_lost_terminal() -> None:
    """Point streams of a closed terminal at the null device; otherwise Python exits with status 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:  # nor has a stream that was closed from the start anything to let go of
                stream.flush()
        except OSError:
            let_go(stream)
