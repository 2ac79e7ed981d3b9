"""Ends the explorer on a signal even while it is busy: Textual 8.2 handles a signal only when its loop turns.

A long calculation, or waiting for a thread, keeps the loop from turning, and would keep the program from
ending, with the terminal in raw mode. So the explorer is asked to end cleanly, and some seconds later it is
forced to.
"""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

BY_SIGNAL = 128
"""The number that a shell adds to the signal that ended a program."""

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT") if hasattr(signal, name)
)
_SECONDS = 2.0
"""The seconds that the explorer has to end cleanly."""

_PUT_BACK = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Codes that restore frames, pasting, wrapping, sizes, the mouse, the keys, the previous screen, the cursor, the focus."""


class ForcedEnd:
    """Ends the explorer on a signal, cleanly if possible.

    Attributes:
        number: The signal that asked for it; 0 for none.
    """

    def __init__(self, ask: Callable[[int], object], driver: Callable[[], Any]) -> None:
        self.number = 0
        self._ask = ask
        self._driver = driver

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Handle signals during the block, in the main thread."""
        before = {number: signal.signal(number, self._asked) for number in _SIGNALS}
        if sys.platform != "win32":  # Windows has no alarm; there the explorer takes its time to end
            before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._end)
        try:
            yield
        finally:
            _alarm_in(0)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _asked(self, number: int, _: FrameType | None) -> None:
        if not self.number:
            self.number = number
            _alarm_in(_SECONDS)
            self._ask(BY_SIGNAL + number)

    def _end(self, _: int, __: FrameType | None) -> None:
        driver = self._driver()
        if driver is not None:
            with suppress(Exception):  # the program ends now, whatever the terminal reports
                _put_back(driver)
        os._exit(BY_SIGNAL + self.number)


def _alarm_in(seconds: float) -> None:
    """Set the alarm to some seconds; 0 cancels it."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _put_back(driver: Any) -> None:
    """Restore the terminal, without waiting for one that accepts no more output."""
    attributes = getattr(driver, "attrs_before", None)
    if attributes is not None and sys.platform != "win32":
        import termios  # noqa: PLC0415 - Windows has none

        termios.tcsetattr(driver.fileno, termios.TCSANOW, attributes)
        termios.tcflush(driver.fileno, termios.TCIFLUSH)
        screen = driver._file.fileno()  # noqa: SLF001 - Textual keeps it there
        if select.select((), (screen,), (), _SECONDS)[1]:
            os.write(screen, _PUT_BACK)
