"""The keys that change the page of the detail: statements, who decides, gaps, comparison."""

from ...exploring.aspect import ENTITY, Aspect, AspectKind, Seen
from ..panes import PanedScreen, Side
from .search import is_searching, stop_typing


def show_page(screen: PanedScreen, kind: AspectKind) -> None:
    """Show a page in the detail; where it is shown already, show the entity again."""
    exploration = screen.exploration
    again = exploration.aspect.kind is kind and screen.tells
    exploration.aspect = ENTITY if again else Aspect(kind)
    stop_typing(screen)
    screen.pane = Side.TREE if again else Side.DETAIL
    screen.show()
    if not again:
        screen.detail.choose_first()


def compare(screen: PanedScreen) -> None:
    """Mark the present entity for comparison; where another is marked, compare the two."""
    exploration = screen.exploration
    subject = exploration.subject
    if subject is None:
        screen.message = "this row is no entity to compare"
        screen.show()
        return
    seen, marked = Seen(subject, exploration.graph.at), exploration.marked
    if marked is None:
        exploration.marked = seen
        screen.message = "marked: `x` on another compares both"
    elif marked == seen:
        exploration.marked = None
        screen.message = "the mark for comparison is removed"
    else:
        exploration.history.leave(screen.place())
        exploration.marked = None
        exploration.aspect = Aspect(AspectKind.COMPARE, (marked, seen))
        screen.pane = Side.DETAIL
    screen.show()


def can_leave(screen: PanedScreen) -> bool:
    """Whether Esc has something to leave: a page of the detail, the detail, the matches, or the marks of a save."""
    return screen.pane is Side.DETAIL or is_searching(screen) or screen.tells or bool(screen.fresh)


def leave(screen: PanedScreen) -> None:
    """Leave the page of the detail, else the detail, else the matches, else the marks of a save."""
    told, screen.exploration.aspect = screen.tells, ENTITY
    if not told and screen.pane is Side.TREE:
        if screen.exploration.walk.found is None:
            screen.fresh = {}
        screen.exploration.walk.stop_finding()
    screen.pane = Side.TREE
    screen.show()
