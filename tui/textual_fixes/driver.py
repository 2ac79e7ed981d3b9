"""The driver of Textual 8.2, mended: reads from the terminal and writes to it.

These faults exist in Textual 8.2.8; try each again after an upgrade:

- A byte that is not UTF-8 raises in the thread that reads, and so does whatever else goes wrong there: the explorer ends
  with a traceback and status 0. Here such a byte is passed over, and what goes wrong is a failure of tiers, with status 3.
- A terminal that is gone is read again and again. Here it ends the explorer, as its signal does.
- With stderr led into a file the explorer would be drawn into that. Here it is drawn on stdout where that is the terminal.
- `COLUMNS=999999999`, or a size of that kind told by the system, is laid out. Here a size has limits.
"""

import os
import selectors
from codecs import getincrementaldecoder

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from ..wording.safe_text import drawn_on
from .pasting import PastingParser
from .terminal_input import MOST_COLUMNS, MOST_LINES

_MOMENT = 0.1
"""The seconds of silence after which `Esc` is a key and not the beginning of a sequence."""

_AT_ONCE = 4096

_HANGUP = 1
"""The number of the signal for a closed terminal."""


class MendedDriver(LinuxDriver):
    """Reads any input without ending on it."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = drawn_on() or self._file

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, lines = super()._get_terminal_size()
        return min(max(columns, 1), MOST_COLUMNS), min(max(lines, 1), MOST_LINES)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is to be told
            self._app.call_later(self._app._handle_exception, error)  # noqa: SLF001 - Textual has no other way in

    def run_input_thread(self) -> None:
        """Read until the explorer ends or the terminal is closed."""
        parser = PastingParser()
        decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(_MOMENT):
                    found = parser.tick()
                else:
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, return_code=128 + _HANGUP)
                        return
                    found = parser.feed(text) if (text := decode(data)) else iter(())
                for message in found:
                    self.process_message(message)

    def _read(self) -> bytes:
        """Return the input so far; empty if the terminal is closed."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""
