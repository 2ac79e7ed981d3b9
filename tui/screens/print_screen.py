"""The print form: what, how and where to print, with a preview and the equivalent command line."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from ..exploring.print.delivery import TOO_MUCH, BrokenOffError, Printed, TooMuchError, copied, saved
from ..exploring.print.printout import CLIPBOARD, OUTPUT, Printout
from ..printing import FORMATS
from ..printing.parts.whole_files import TakenError, UnwritableError
from ..widgets.print_form import PrintForm, Shown
from ..wording.safe_text import safe
from .key import Key
from .keyed_screen import KeyedScreen


class PrintScreen(KeyedScreen[Printed | None], ModalScreen[Printed | None]):
    """The print form; dismissed with the result of the print, or `None`.

    Attributes:
        soon: Seconds to wait for a print before showing that it is being written; most prints are done by then.
    """

    soon: ClassVar[float] = 0.1

    DEFAULT_CSS = """
    PrintScreen { align: center middle; background: $background 65%; }
    PrintForm { width: 104; max-width: 100%; height: 90%; min-height: 20; max-height: 100%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Key["PrintScreen"]]] = (
        Key("enter", lambda screen: screen.print()),
        Key("escape,ctrl+c", lambda screen: screen.leave()),
        Key("down,tab,j", lambda screen: screen.move(1)),
        Key("up,shift+tab,k", lambda screen: screen.move(-1)),
        Key("right,l,space", lambda screen: screen.change(1)),
        Key("left,h", lambda screen: screen.change(-1)),
        Key("ctrl+y,y", lambda screen: screen.copy_command()),
    )

    def __init__(self, printout: Printout) -> None:
        super().__init__()
        self.printout = printout
        self._form = PrintForm()
        self._said = ""
        self._agreed = ""
        self._work: asyncio.Future[Printed] | None = None
        self._broken_off = False

    def compose(self) -> ComposeResult:
        """Yield the form."""
        yield self._form

    def on_mount(self) -> None:
        """Show the first choices."""
        self.draw()

    def on_resize(self) -> None:
        """Fit the preview to the new size."""
        self.draw()

    def draw(self) -> None:
        """Draw the form from the choices."""
        printout = self.printout
        self._form.show(
            Shown(
                printout.fields,
                printout.at,
                printout.path,
                safe(printout.command),
                self._said,
                printout.first_lines(max(self.app.size.height, 1)),
                replaces=printout.replaces,
            )
        )

    def on_unmount(self) -> None:
        """Cancel a print that is being written."""
        self._broken_off = True

    def takes(self, name: str, character: str | None) -> bool:
        """Whether a key edited the file name; the previous message and question are dropped."""
        if self._work is not None:
            if name in {"escape", "ctrl+c"}:
                self._break_off()
            return True
        self._said = ""
        if name != "enter":
            self._agreed = ""
        typed = self.printout.typed
        if typed is not None and character is not None and character.isprintable():
            self.printout.begin_name()
        if typed is None or not typed.press(name, character):
            return False
        self._typed_on()
        return True

    def pastes(self, text: str) -> None:
        """Add a pasted text to the file name, but not while the file is being written."""
        typed = self.printout.typed
        if self._work is None and typed is not None:
            self.printout.begin_name()
            typed.insert(text)
            self._typed_on()

    def on_print_form_picked(self, message: PrintForm.Picked) -> None:
        """Go to a clicked field; on the present field choose the next value."""
        message.stop()
        if self._work is not None:
            return
        self._said = self._agreed = ""
        if message.field == self.printout.at:
            self.printout.change(1)
        self.printout.at = message.field
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """Close the form when the click was outside; a print being written is cancelled first, as with Esc."""
        if event.widget is not self:
            return
        if self._work is not None:
            self._break_off()
        else:
            self.dismiss(None)

    def move(self, by: int) -> None:
        """Go to another field."""
        self.printout.move(by)
        self.draw()

    def change(self, by: int) -> None:
        """Choose another value."""
        self.printout.change(by)
        self.draw()

    def leave(self) -> None:
        """Close the form without printing."""
        self.dismiss(None)

    def copy_command(self) -> None:
        """Copy the command line, where there is one."""
        if not self.printout.command:
            self.say("no command prints just what is seen")
            return
        self.app.copy_to_clipboard(self.printout.command)
        self.say("the command was sent to the clipboard")

    async def print(self) -> None:
        """Print to the chosen destination, in a thread, so that Esc can cancel it."""
        printout = self.printout
        if refused := printout.refused():
            self.say(refused)
        elif printout.place == OUTPUT:
            later = (printout.subtree, printout.format)
            self.dismiss(Printed("the print is written when you quit", later))
        elif printout.place == CLIPBOARD:
            await self._do(partial(copied, self._unless_broken_off(printout.pieces())))
        elif printout.file:
            pieces = self._unless_broken_off(printout.pieces())
            await self._do(
                partial(
                    saved,
                    printout.file,
                    pieces,
                    new=self._agreed != printout.file,
                    model=printout.model,
                    encoding=FORMATS[printout.format].encoding,
                )
            )
        else:
            self.say("the file needs a name")

    def say(self, words: str) -> None:
        """Show a message until the next key."""
        self._said = words
        self.draw()

    def _typed_on(self) -> None:
        """Draw the edited file name."""
        self._said = self._agreed = ""
        self.draw()

    def _break_off(self) -> None:
        """Cancel the print being written; the form stays until it has ended."""
        self._broken_off = True
        self.say("cancelling")

    async def _do(self, work: Callable[[], Printed]) -> None:
        """Run something in a thread, and wait for it briefly before showing that it is under way."""
        self._broken_off = False
        self._work = asyncio.get_running_loop().run_in_executor(None, work)
        done, _ = await asyncio.wait((self._work,), timeout=self.soon)
        if done:
            self._done(self._work)
        else:
            self.say("writing; esc cancels")
            self._work.add_done_callback(partial(self.call_later, self._done))

    def _done(self, work: asyncio.Future[Printed]) -> None:
        """Show the result of the print."""
        self._work = None
        try:
            printed = work.result()
        except BrokenOffError:
            self.say("cancelled; nothing was written")
        except TooMuchError:
            self.say(
                f"more than {TOO_MUCH:,} characters are too many for the clipboard; print to a file instead"
            )
        except TakenError as taken:
            self._agreed = taken.path
            self.say("a file of that name exists: ↵ once more replaces it")
        except UnwritableError as error:
            self.say(f"the file cannot be written: {safe(error.reason)}")
        else:
            if printed.copied:
                self.app.copy_to_clipboard(printed.copied)
            self.dismiss(printed)

    def _unless_broken_off(self, pieces: Iterator[str]) -> Iterator[str]:
        for piece in pieces:
            if self._broken_off:
                raise BrokenOffError
            yield piece
