"""The key `P`: open the print form."""

from typing import TYPE_CHECKING

from ..panes import PanedScreen

if TYPE_CHECKING:
    from ...exploring.print.delivery import Printed


def offer_print(screen: PanedScreen, form: str = "") -> None:
    """Open the print form for the present entity or the whole view, with a given format if there is one."""
    from ...exploring.print.printout import Printout  # noqa: PLC0415 - what opens later is paid for when it opens
    from ...exploring.print.seen import seen_of  # noqa: PLC0415 - as above
    from ..print_screen import PrintScreen  # noqa: PLC0415 - as above

    exploration = screen.exploration
    walk = exploration.walk
    if not len(walk.forest):
        screen.message = "there is nothing in this view to print"
        screen.show()
        return

    def printed(result: "Printed | None") -> None:
        if result is None:
            return
        screen.message = result.message
        if result.later is not None:
            exploration.later.append(result.later)
        screen.show()

    cursor = walk.cursor if exploration.visiting is None else -1
    seen = seen_of(walk)
    printout = Printout.of(exploration.graph, walk.forest, cursor, exploration.model, seen)
    if form:
        printout.format = form
        printout.suggest()
    screen.app.push_screen(PrintScreen(printout), printed)
