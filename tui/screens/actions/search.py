"""The keys of search: start a query, step through its matches, leave it."""

from ..modes.find import FindMode
from ..modes.search import SearchMode
from ..panes import PanedScreen, Side


def search(screen: PanedScreen) -> None:
    """Start typing a query; in the detail, a text to find in it."""
    screen.mode = FindMode(screen) if screen.pane is Side.DETAIL else SearchMode(screen)
    screen.show()


def stop_typing(screen: PanedScreen) -> None:
    """Stop typing a query or the text for a page; the matches so far and the page are kept."""
    if screen.mode is not None and screen.mode.is_typing:
        screen.mode = None


def step_found(screen: PanedScreen, *, back: bool = False) -> None:
    """Go to the next match, or the one before."""
    screen.pane = Side.TREE
    screen.exploration.walk.to_found(back=back)
    screen.show()


def toggle_filtering(screen: PanedScreen) -> None:
    """Switch between only the matches and all rows with the matches marked."""
    screen.exploration.walk.toggle_filtering()
    screen.show()


def is_searching(screen: PanedScreen) -> bool:
    """Whether there is a query, typed or kept."""
    return screen.exploration.walk.found is not None
