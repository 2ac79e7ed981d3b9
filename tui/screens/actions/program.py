"""What concerns the program as a whole: help, its colours, the way out."""

from ...themes import DARK, LIGHT
from ..keyed_screen import KeyedScreen
from ..panes import PanedScreen


def show_help(screen: PanedScreen) -> None:
    """Say what the keys do."""
    from ..help_screen import HelpScreen  # noqa: PLC0415 - what opens later is paid for when it opens

    screen.app.push_screen(HelpScreen(screen.KEYS))


def light_or_dark(screen: PanedScreen) -> None:
    """Change between dark and light."""
    screen.app.theme = LIGHT.name if screen.app.theme == DARK.name else DARK.name


def suspend(screen: PanedScreen) -> None:
    """Go back to the shell for a while."""
    screen.app.action_suspend_process()


def end(screen: KeyedScreen[None]) -> None:
    """End the program."""
    screen.app.exit()


def say_how_to_quit(screen: PanedScreen) -> None:
    """Say which key quits, to a reader who expects another one to."""
    screen.message = "`q` quits"
    screen.show()
