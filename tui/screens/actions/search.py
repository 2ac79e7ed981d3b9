"""Searching: to begin with a query, to go through its matches, to leave them."""

from ..modes.search import SearchMode
from ..panes import PanedScreen, Side


def search(screen: PanedScreen) -> None:
    """Begin to type a query."""
    screen.pane = Side.TREE
    screen.mode = SearchMode(screen)
    screen.show()


def stop_typing(screen: PanedScreen) -> None:
    """End the mode in which a query is typed; what was found so far is kept."""
    if isinstance(screen.mode, SearchMode):
        screen.mode = None


def step_found(screen: PanedScreen, *, back: bool = False) -> None:
    """Go to the next match, or the one before."""
    screen.pane = Side.TREE
    screen.exploration.walk.to_found(back=back)
    screen.show()


def toggle_filtering(screen: PanedScreen) -> None:
    """Show only the matches, or everything with the matches marked."""
    screen.exploration.walk.toggle_filtering()
    screen.show()


def is_searching(screen: PanedScreen) -> bool:
    """Whether there is a query, being typed or kept."""
    return screen.exploration.walk.found is not None
