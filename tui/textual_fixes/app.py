"""Workarounds for the app of Textual 8.2: signals, crashes, NO_COLOR, terminals that are not UTF-8.

- A signal that ends the program leaves raw mode, the alternate screen and the mouse on; SIGINT ends it with status 0.
- Input from the terminal is trusted, and parts of it are taken for keys: see `driver`, `terminal_input`, `pasting`.
- After a stop and `fg` the screen stays blank.
- A key typed after the one that quits may still lend the terminal to an editor, and it then stays in raw mode.
- A crash prints every local variable, here the whole model, without the safe-text function.
- With NO_COLOR the colours become greys, which are colours.
- The terminal's own cursor stays hidden in a corner, although screen readers, magnifiers and input methods follow it.
- Characters that the terminal's encoding lacks are written as escapes, wider than their cells.
"""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from rich.console import RenderableType
from textual import on
from textual.app import SuspendNotSupported
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.geometry import Offset
from textual.screen import Screen

from ..wording.safe_text import carries, drawn_on, let_go
from .forced_end import ForcedEnd
from .start_up import App
from .terminal_input import forget_absurd_size

_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


class MendedApp(App[None]):
    """An app that restores the terminal however it ends."""

    def __init__(self) -> None:
        forget_absurd_size()
        super().__init__()
        self._legible: Sequence[LineFilter] = ()
        self.cursor_shown = False

    def caret(self) -> tuple[Offset, bool]:
        """Return the position of the terminal's own cursor, and whether it is shown."""
        return Offset(), False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters applied to every line before it is written."""
        filters = [NoColor()] if self.no_color else super().get_line_filters()
        return [*filters, *self._legible]

    def get_driver_class(self) -> type[Driver]:
        """Return the mended driver, which reads from the terminal and writes to it."""
        driver_class = super().get_driver_class()
        if sys.platform == "win32":  # on Windows Textual has another driver
            return driver_class
        from .driver import MendedDriver  # noqa: PLC0415 - Windows lacks what it is made of

        return MendedDriver if issubclass(MendedDriver, driver_class) else driver_class

    def be_legible(self) -> None:
        """Replace characters that the terminal's encoding lacks, where it is not UTF-8."""
        screen = drawn_on()
        if screen is None or carries(screen, "▾│…") or self.is_headless:
            return
        from .stand_ins import Legible  # noqa: PLC0415 - only where it is needed

        self._legible = (Legible(screen.encoding),)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program.

        Raises:
            SuspendNotSupported: It cannot be lent, or is given back already.
        """
        if self._exit:
            raise SuspendNotSupported
        with super().suspend():
            yield

    def action_suspend_process(self) -> None:
        """Stop, as Ctrl+Z does; an explorer that is ending goes on to end."""
        if not self._exit:
            super().action_suspend_process()

    @on(Driver.SignalResume)
    def draw_again(self) -> None:
        """Redraw everything after `fg`: the terminal has lost the screen."""
        self.cursor_shown = False  # the signal by which Textual starts again
        self.refresh(layout=True)

    def explore(self) -> None:
        """Run until the explorer ends, cleanly if a signal asks for it.

        Raises:
            Exception: The explorer failed; the terminal is restored by then.
        """
        with ForcedEnd(self._end_soon, lambda: self._driver).listening():
            self.run()
        let_go_of_a_lost_terminal()
        if self._exception is not None:
            raise self._exception

    def _end_soon(self, status: int) -> None:
        """End in the next turn of the event loop."""
        ending = partial(self.exit, return_code=status)
        try:
            asyncio.get_running_loop().call_soon_threadsafe(ending)
        except RuntimeError:  # the loop is not running yet, or no longer
            raise SystemExit(status) from None

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write a frame, with the terminal's own cursor at its position."""
        self.cursor_position, shown = self.caret()
        if shown != self.cursor_shown and self._driver is not None:
            self._driver.write(_SHOW if shown else _HIDE)
            self.cursor_shown = shown
        super()._display(screen, renderable)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()


def let_go_of_a_lost_terminal() -> None:
    """Point streams of a closed terminal at the null device; otherwise Python exits with status 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:  # a stream that was closed from the start needs nothing either
                stream.flush()
        except OSError:
            let_go(stream)
