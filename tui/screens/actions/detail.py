"""The keys that change the page of the detail, and the key that leaves it."""

from collections.abc import Callable

from ...exploring.pages.page import ENTITY, Page, Seen, StatementsPage
from ..modes.ask import AskMode
from ..panes import PanedScreen, Side
from .search import is_searching, stop_typing

# each page is imported by the function of its key, so that only a page that is asked for costs time


def show_who(screen: PanedScreen, typed: str = "") -> None:
    """Show who decides about the entity of the cursor, and ask for a topic."""
    from ...exploring.pages.who import WhoPage  # noqa: PLC0415

    _ask(screen, WhoPage(stood=screen.exploration.concerned), typed)


def show_concern(screen: PanedScreen, typed: str = "") -> None:
    """Show where to take a concern about the entity of the cursor, and ask for a topic."""
    from ...exploring.pages.who import ConcernPage  # noqa: PLC0415

    _ask(screen, ConcernPage(stood=screen.exploration.concerned), typed)


def show_words(screen: PanedScreen, typed: str = "") -> None:
    """Explain the visible words, and ask for a word; if the kept query is a term, explain that."""
    from ...exploring.pages.words import WordsPage  # noqa: PLC0415

    page, found = screen.exploration.page, screen.exploration.walk.found
    if not typed and found is not None and not isinstance(page, WordsPage):
        from ...exploring.search.terms import is_term  # noqa: PLC0415

        typed = found.query if is_term(screen.exploration.graph, found.query) else ""
    _ask(screen, WordsPage(), typed)


def show_changes(screen: PanedScreen, typed: str = "") -> None:
    """Show the changes in the entity of the cursor since the previous date, and ask for two dates."""
    from ...exploring.pages.changes import between  # noqa: PLC0415
    from .dates import dates_at_hand  # noqa: PLC0415 - it is needed here only

    dates = dates_at_hand(screen)
    if dates is None:
        screen.message = "no document of this model has a date"
        screen.show()
        return
    page = between(*dates)
    _ask(screen, page, "" if page.asked(typed).wrong else typed)


def show_gaps(screen: PanedScreen, *, whole: bool = False) -> None:
    """Show what no document states about the entity of the cursor, or in the whole model."""
    from ...exploring.pages.following_up import GapsPage  # noqa: PLC0415

    _show(screen, GapsPage(whole=whole))


def show_promises(screen: PanedScreen) -> None:
    """Show questions and promises, with what came of them."""
    from ...exploring.pages.following_up import PromisesPage  # noqa: PLC0415

    _show(screen, PromisesPage())


def show_statements(screen: PanedScreen) -> None:
    """Show every statement about the entity of the cursor with its source."""
    _show(screen, StatementsPage())


def compare(screen: PanedScreen) -> None:
    """Mark the present entity for comparison; if another one is marked, compare the two."""
    exploration = screen.exploration
    subject = exploration.subject
    if subject is None:
        _say(screen, "this row is no entity to compare")
        return
    seen, marked = Seen(subject, exploration.graph.at), exploration.marked
    if marked is None:
        exploration.marked = seen
        screen.message = "marked: `x` on another compares both"
    elif marked == seen:
        exploration.marked = None
        screen.message = "the mark for comparison is removed"
    else:
        from ...exploring.pages.pairs import compared  # noqa: PLC0415

        exploration.history.leave(screen.place())
        exploration.marked = None
        exploration.page = compared(exploration, marked, seen)
        screen.pane = Side.DETAIL
    screen.show()


def connect(screen: PanedScreen) -> None:
    """Show the connections of the present entity with one chosen from a list, which begins with the marked one."""
    from ..offers import offer_entities  # noqa: PLC0415 - what opens later is paid for when it opens

    exploration = screen.exploration
    start = exploration.subject
    if start is None:
        _say(screen, "this row is no entity to connect")
        return

    def chosen(end: str | None) -> None:
        if end is None:
            return
        from ...exploring.pages.pairs import PathPage  # noqa: PLC0415

        exploration.history.leave(screen.place())
        stop_typing(screen)
        exploration.page = PathPage(start, end)
        screen.pane = Side.DETAIL
        screen.show()
        screen.detail.choose_first()

    screen.app.push_screen(offer_entities(exploration, start), chosen)


def can_leave(screen: PanedScreen) -> bool:
    """Whether there is anything for `leave` to leave."""
    return _has_page_or_matches(screen) or screen.tour is not None or screen.exploration.against is not None


def _has_page_or_matches(screen: PanedScreen) -> bool:
    return screen.pane is Side.DETAIL or is_searching(screen) or screen.tells or bool(screen.fresh)


def leave(screen: PanedScreen) -> None:
    """Leave the page of the detail, else the detail, the matches, the marks of a save, the tour, a comparison of dates."""
    if not _has_page_or_matches(screen):
        if screen.tour is None and screen.exploration.against is not None:
            from .dates import stop_comparing  # noqa: PLC0415 - there is nothing else to leave

            stop_comparing(screen)
            return
        from .tour import end_tour  # noqa: PLC0415 - as above

        end_tour(screen)
    told, screen.exploration.page = screen.tells, ENTITY
    if not told and screen.pane is Side.TREE:
        if screen.exploration.walk.found is None:
            screen.fresh = {}
        screen.exploration.walk.stop_finding()
    screen.pane = Side.TREE
    screen.show()


def leave_asking(screen: PanedScreen, then: Callable[[PanedScreen], None]) -> None:
    """Keep the page that asks for something, and do something else."""
    stop_typing(screen)
    then(screen)
    screen.show()


def _show(screen: PanedScreen, page: Page) -> None:
    """Show a page in the detail; if it is shown already, show the entity again."""
    again = screen.tells and screen.exploration.page == page
    stop_typing(screen)
    screen.exploration.page = ENTITY if again else page
    screen.pane = Side.TREE if again else Side.DETAIL
    screen.show()
    if not again:
        screen.detail.choose_first()


def _ask(screen: PanedScreen, page: Page, typed: str = "") -> None:
    """Show a page that asks for something; if one of its type is shown already, ask again.

    If text is given, its answer is shown.
    """
    stop_typing(screen)
    mode = screen.mode = AskMode(screen, page)
    screen.pane = Side.DETAIL
    if typed:
        mode.typed.insert(typed)
        mode.keep()
        return
    screen.show()


def _say(screen: PanedScreen, words: str) -> None:
    screen.message = words
    screen.show()
