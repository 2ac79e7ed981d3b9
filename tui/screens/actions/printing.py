"""Taking along what is looked at: printing it."""

from typing import TYPE_CHECKING

from ..panes import PanedScreen

if TYPE_CHECKING:
    from ...exploring.delivery import Printed


class Taking(PanedScreen):
    """The key that prints."""

    def action_print(self) -> None:
        """Offer to print what is looked at, or the whole view."""
        from ...exploring.printout import Printout  # noqa: PLC0415 - what opens later is paid for when it opens
        from ..print_screen import PrintScreen  # noqa: PLC0415 - as above

        exploration = self.exploration
        walk = exploration.walk
        if not len(walk.forest):
            self.message = "there is nothing in this view to print"
            self.show()
            return
        cursor = walk.cursor if exploration.visiting is None else -1
        printout = Printout.of(exploration.graph, walk.forest, cursor, exploration.model)
        self.app.push_screen(PrintScreen(printout), self.printed)

    def printed(self, printed: "Printed | None") -> None:
        """Say what has come of it; what is to be written later is remembered."""
        if printed is None:
            return
        self.message = printed.message
        if printed.later is not None:
            self.exploration.later.append(printed.later)
        self.show()
