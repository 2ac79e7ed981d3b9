"""The keys that work only in a mode: while a query, a topic or a date is typed."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from .actions.detail import leave_asking
from .actions.moving import page, switch_pane
from .actions.tour import is_touring, step_tour
from .key import Group, Key, When
from .modes.ask import AskMode
from .modes.date import DateMode
from .modes.find import FindMode
from .modes.mode import Mode
from .modes.search import SearchMode
from .panes import PanedScreen

AnyMode = TypeVar("AnyMode", bound=Mode)


def _of_mode(
    names: str,
    mode: type[AnyMode],
    do: Callable[[AnyMode], None],
    words: str = "",
    hint: str = "",
    when: Callable[[AnyMode], bool] = lambda _: True,
) -> Key[PanedScreen]:
    """Return a key that works only in a mode; with words, help lists it in the group of dates."""

    def done(screen: PanedScreen) -> None:
        if isinstance(screen.mode, mode):
            do(screen.mode)

    def holds(screen: PanedScreen) -> bool:
        return isinstance(screen.mode, mode) and when(screen.mode)

    return Key(names, done, words, Group.DATES if words else None, hint, When(holds), mode)


def _leaving_ask(names: str, do: Callable[[PanedScreen], None]) -> Key[PanedScreen]:
    """Return a key that leaves a page that asks for something unchanged, and has the same effect as elsewhere."""
    when = When[PanedScreen](lambda screen: isinstance(screen.mode, AskMode))
    return Key(names, lambda screen: leave_asking(screen, do), when=when, mode=AskMode)


def _of_tour(names: str, *, back: bool) -> Key[PanedScreen]:
    """Return a key that continues the tour while a page asks for something and nothing is typed."""
    when = When[PanedScreen](lambda screen: is_touring(screen) and screen.is_prompt_empty)
    return Key(names, partial(step_tour, back=back), when=when, mode=Mode)


def _of_date(names: str, do: Callable[[DateMode], None], words: str, hint: str = "") -> Key[PanedScreen]:
    return _of_mode(names, DateMode, do, f"choosing a date: {words}", hint)


WHILE_TYPING = (
    _of_tour("greater_than_sign", back=False),
    _of_tour("less_than_sign", back=True),
    _of_mode("enter", FindMode, FindMode.keep),
    _of_mode("escape,ctrl+c", FindMode, FindMode.give_up),
    _of_mode("up,ctrl+p", FindMode, lambda mode: mode.step(-1)),
    _of_mode("down,ctrl+n", FindMode, lambda mode: mode.step(1)),
    _of_mode("enter", SearchMode, SearchMode.keep),
    _of_mode("escape,ctrl+c", SearchMode, SearchMode.give_up),
    _of_mode("tab", SearchMode, SearchMode.complete, when=lambda mode: bool(mode.completed)),
    _of_mode("up", SearchMode, lambda mode: mode.recall(-1)),
    _of_mode("down", SearchMode, lambda mode: mode.recall(1)),
    _of_mode("ctrl+p", SearchMode, lambda mode: mode.step(-1)),
    _of_mode("ctrl+n", SearchMode, lambda mode: mode.step(1)),
    _of_mode("enter,down", AskMode, AskMode.keep),
    _of_mode("escape,ctrl+c", AskMode, AskMode.drop),
    _leaving_ask("tab", switch_pane),
    _leaving_ask("pagedown", lambda screen: page(screen, 1)),
)

CHOOSING_A_DATE = (
    _of_date("right,down", lambda mode: mode.step(1), "next date", "next"),
    _of_date("left,up", lambda mode: mode.step(-1), "previous date", "previous"),
    _of_date("pagedown", lambda mode: mode.step(10), "ten dates forward"),
    _of_date("pageup", lambda mode: mode.step(-10), "ten dates back"),
    _of_date("end", lambda mode: mode.step(9999), "latest state", "latest"),
    _of_date("home", lambda mode: mode.step(-9999), "first date"),
    _of_date("enter", DateMode.keep, "keep the date", "keep"),
    _of_date("escape", DateMode.drop, "back to the date before", "back"),
)
