"""The keys for the whole program: help, colours, widths, suspend, quit."""

from ...themes import THEMES, WORDS
from ..keyed_screen import KeyedScreen
from ..panes import ALONE, PanedScreen

_WIDTHS = {"": "even", "-wide": "a wider tree", ALONE: "the tree alone", "-slim": "a wider detail"}
"""The widths in the order of the key: the class of the screen, and its name."""


def show_help(screen: PanedScreen) -> None:
    """Open the help on keys and marks, which begins with the keys for the present place."""
    from ..help_screen import HelpScreen, Here  # noqa: PLC0415 - what opens later is paid for when it opens

    here = Here(f"In the {screen.pane}", where=screen.pane)
    if screen.mode is not None and screen.mode.only_own_keys:
        here = Here("While you choose", mode=type(screen.mode))
    screen.app.push_screen(HelpScreen(screen.KEYS, here))


def next_theme(screen: PanedScreen) -> None:
    """Change to the next theme: dark, light, high contrast, and dark again."""
    names = [each.name for each in THEMES]
    name = names[(names.index(screen.app.theme) + 1) % len(names)]
    screen.app.theme = name
    screen.message = f"colours: {WORDS[name]}"
    screen.show()


def change_widths(screen: PanedScreen) -> None:
    """Change to the next widths: a wider tree, the tree alone (the detail covers it), a wider detail, even."""
    names = [*_WIDTHS]
    now = next((each for each in names if each and screen.has_class(each)), "")
    then = names[(names.index(now) + 1) % len(names)]
    for each in names:
        if each:
            screen.set_class(each == then, each)
    screen.fold_panes(screen.size.width)
    screen.message = f"widths: {_WIDTHS[then]}"
    screen.show()


def suspend(screen: PanedScreen) -> None:
    """Suspend the program and go to the shell."""
    screen.app.action_suspend_process()


def end(screen: KeyedScreen[None]) -> None:
    """End the program."""
    screen.app.exit()


def say_how_to_quit(screen: PanedScreen) -> None:
    """Show that `q` quits, to a reader who pressed Ctrl+C."""
    screen.message = "`q` quits"
    screen.show()
