"""Printing: what, how, where to, with the first lines of it and the command line that does the same."""

import os
from collections.abc import Sequence
from typing import ClassVar

import attrs
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from ..exploring.printout import CLIPBOARD, FILE, Printout
from ..printing import Subtree
from ..printing.files import UnwritableError, write_files
from ..safe_text import safe
from ..widgets.print_form import PrintForm, Shown
from .keyed import KeyedScreen

_MUCH = 74_000
"""How many characters some terminals take for the clipboard at most: xterm 100,000 bytes, a third of it lost to base 64."""


@attrs.frozen(eq=False, repr=False)
class Printed:
    """What has come of it.

    Attributes:
        message: What is to be said.
        later: What is to be written when the explorer has ended, and its format; `None` for nothing.
    """

    message: str
    later: tuple[Subtree, str] | None = None


class PrintScreen(KeyedScreen[Printed | None], ModalScreen[Printed | None]):
    """Choose what to print; dismissed with what has come of it, or `None`."""

    DEFAULT_CSS = """
    PrintScreen { align: center middle; background: $background 65%; }
    PrintForm { width: 104; max-width: 100%; height: 90%; min-height: 20; max-height: 100%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Binding]] = (
        Binding("enter", "print", "print"),
        Binding("escape", "leave", "leave"),
        Binding("down,tab,j", "move(1)", "down"),
        Binding("up,shift+tab,k", "move(-1)", "up"),
        Binding("right,l,space", "change(1)", "the next value"),
        Binding("left,h", "change(-1)", "the value before"),
        Binding("ctrl+y,y", "copy_command", "copy the command"),
    )

    def __init__(self, printout: Printout) -> None:
        super().__init__()
        self.printout = printout
        self._form = PrintForm()
        self._said = ""
        self._agreed = ""

    def compose(self) -> ComposeResult:
        """Yield the form."""
        yield self._form

    def on_mount(self) -> None:
        """Show what is offered first."""
        self.draw()

    def on_resize(self) -> None:
        """Show as many of the first lines as there is room for."""
        self.draw()

    def draw(self) -> None:
        """Draw what has been chosen by now."""
        printout = self.printout
        self.typed = printout.typed
        self._form.show(
            Shown(
                printout.fields,
                printout.at,
                printout.path,
                safe(printout.command),
                self._said,
                printout.first_lines(max(self.app.size.height, 1)),
            )
        )

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key was taken; what was said before is unsaid."""
        self._said = ""
        return super().takes(key, character)

    def typed_on(self) -> None:
        """Draw the name of the file."""
        self.draw()

    def on_print_form_picked(self, message: PrintForm.Picked) -> None:
        """Go to a field that was clicked, and on it to the next value."""
        message.stop()
        if message.field == self.printout.at:
            self.printout.change(1)
        self.printout.at = message.field
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """Leave when something else was clicked."""
        if event.widget is self:
            self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Go to another field."""
        self.printout.move(by)
        self.draw()

    def action_change(self, by: int) -> None:
        """Choose another value."""
        self.printout.change(by)
        self.draw()

    def action_leave(self) -> None:
        """Print nothing."""
        self.dismiss(None)

    def action_copy_command(self) -> None:
        """Copy the command line."""
        self.app.copy_to_clipboard(self.printout.command)
        self.say("the command was sent to the clipboard")

    def action_print(self) -> None:
        """Write it where it is to go."""
        if self.printout.place == FILE:
            self._write()
        elif self.printout.place == CLIPBOARD:
            text = "".join(self.printout.pieces())
            self.app.copy_to_clipboard(text)
            # A terminal never says whether it took what it was sent.
            much = "; some terminals take less" if len(text) > _MUCH else ""
            self.dismiss(Printed(f"sent to the clipboard: {len(text):,} characters{much}"))
        else:
            later = (self.printout.subtree, self.printout.format)
            self.dismiss(Printed("it will be written to standard output when you quit", later))

    def say(self, words: str) -> None:
        """Say something until the next key."""
        self._said = words
        self.draw()

    def _write(self) -> None:
        """Write the file; one that is there already only when the reader has said so."""
        path = self.printout.file
        if not path:
            self.say("give the file a name")
        elif os.path.lexists(path) and self._agreed != path:
            self._agreed = path
            self.say(f"`{safe(path)}` is there already: ↵ once more replaces it")
        else:
            try:
                write_files([(path, self.printout.pieces())])
            except UnwritableError as error:
                self.say(safe(str(error)))
            else:
                self.dismiss(Printed(f"written to `{safe(path)}`"))
