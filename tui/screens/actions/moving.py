"""The keys for moving and folding, in the tree, in the detail and between the two."""

from collections.abc import Callable

from ...exploring.tree.walk import Walk
from ...widgets.detail_pane import DetailPane
from ..panes import PanedScreen, Side
from .search import stop_typing


def in_tree(do: Callable[[Walk], object]) -> Callable[[PanedScreen], None]:
    """Return a function that calls `do` with the walk of a screen's tree and draws the screen."""

    def done(screen: PanedScreen) -> None:
        do(screen.exploration.walk)
        screen.show()

    return done


def in_detail(do: Callable[[DetailPane], object]) -> Callable[[PanedScreen], None]:
    """Return a function that calls `do` with the detail pane of a screen and draws the screen."""

    def done(screen: PanedScreen) -> None:
        do(screen.detail)
        screen.show()

    return done


def unfold(screen: PanedScreen) -> None:
    """Open the row of the cursor, or go to the first row below; if its children are at another row, go there."""
    walk, row = screen.exploration.walk, screen.exploration.walk.cursor
    if row < 0 or walk.outline.has_children(row):
        walk.unfold()
    else:
        from ...exploring.tree.other_places import to_main_place  # noqa: PLC0415 - paid for when it is needed

        place = screen.place()
        if to_main_place(walk):
            screen.exploration.history.leave(place)
            screen.message = "what is below it stands here; `[` goes back"
        else:
            screen.message = "nothing is below it; `↵` goes into the detail"
    screen.show()


def fold_all(screen: PanedScreen, *, opens: bool) -> None:
    """Open or close everything; pressed again, restore the previous folding."""
    walk = screen.exploration.walk
    before = walk.outline.folding
    (walk.unfold_below if opens else walk.fold_below)(everywhere=True)
    while walk.cursor >= 0 and walk.cursor not in walk.outline.shown:
        walk.cursor = walk.forest.parents[walk.cursor]
    if walk.outline.is_all:
        screen.message = f"everything is {'open' if opens else 'closed'}; the same key again: as it was"
    elif walk.outline.folding != before:
        screen.message = "folded as it was"
    screen.show()


def page(screen: PanedScreen, pages: int) -> None:
    """Move by pages, in the tree or in the detail."""
    if screen.pane is Side.DETAIL:
        screen.detail.page(pages)
    else:
        screen.exploration.walk.move(pages * max(screen.structure.size.height - 1, 1))
    screen.show()


def root_here(screen: PanedScreen) -> None:
    """Show only the row of the cursor and those below; on that row, show the whole view again."""
    if screen.exploration.root_here():
        screen.message = "only this and below; `r` shows all"
    screen.show()


def switch_pane(screen: PanedScreen) -> None:
    """Go from the tree into the detail, and back."""
    stop_typing(screen)
    if screen.pane is Side.TREE:
        enter_detail(screen)
    else:
        to_tree(screen)


def enter_detail(screen: PanedScreen) -> None:
    """Go into the detail, to the first relation."""
    screen.pane = Side.DETAIL
    screen.detail.choose_first()
    screen.show()


def to_tree(screen: PanedScreen) -> None:
    """Go back to the tree."""
    screen.pane = Side.TREE
    screen.show()


def put(screen: PanedScreen, row: int) -> None:
    """Put the cursor on a row of the tree."""
    screen.pane = Side.TREE
    screen.exploration.walk.put(row)
    screen.show()


def toggle(screen: PanedScreen, row: int) -> None:
    """Open or close a row of the tree."""
    screen.pane = Side.TREE
    screen.exploration.walk.toggle(row)
    screen.show()
