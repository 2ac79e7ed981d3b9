"""The table of keys of the explorer, from which the last line, the help and the palette are made."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from tiers.model.views import VIEWS, View

from ..exploring.aspect import AspectKind
from .actions.dates import choose_date, choose_other_date
from .actions.detail import can_leave, compare, leave, show_page
from .actions.going import choose_view, follow, go_back, go_forward, next_place, see, show_palette
from .actions.letters import ask_for_bookmark, ask_what_to_copy, ask_where_to_jump
from .actions.moving import (
    change_widths,
    enter_detail,
    in_detail,
    in_tree,
    page,
    root_here,
    switch_pane,
    to_tree,
)
from .actions.printing import offer_print
from .actions.program import end, light_or_dark, say_how_to_quit, show_help, suspend
from .actions.search import is_searching, search, step_found, toggle_filtering
from .key import Group, Key, When
from .modes.date import DateMode
from .modes.mode import Mode
from .modes.search import SearchMode
from .panes import PanedScreen, Side

AnyMode = TypeVar("AnyMode", bound=Mode)

ALWAYS = When[PanedScreen](lambda _: True)
"""For keys that work in every mode, even in one that takes all other keys."""

_ANYWHERE = When[PanedScreen](lambda _: True)
_IN_TREE = When[PanedScreen](lambda screen: screen.pane is Side.TREE, "for the tree; `tab` goes there")
_IN_DETAIL = When[PanedScreen](lambda screen: screen.pane is Side.DETAIL)
_SEARCHING = When(is_searching, "no search yet: `/` starts one")
_LEAVING = When(can_leave)
_BEHIND = When[PanedScreen](
    lambda screen: bool(screen.exploration.history.behind), "there is no place to go back to"
)
_AHEAD = When[PanedScreen](
    lambda screen: bool(screen.exploration.history.ahead), "there is no place to go forward to"
)


def _key(
    names: str,
    do: Callable[[PanedScreen], None],
    words: str,
    group: Group,
    hint: str = "",
    when: When[PanedScreen] = _ANYWHERE,
) -> Key[PanedScreen]:
    """Return a key of the screen itself."""
    return Key(names, do, words, group, hint, when)


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


def _of_date(names: str, do: Callable[[DateMode], None], words: str, hint: str = "") -> Key[PanedScreen]:
    return _of_mode(names, DateMode, do, f"choosing a date: {words}", hint)


def _of_view(view: View) -> Key[PanedScreen]:
    return _key(str(view.number), lambda screen: see(screen, view.name), view.meaning, Group.VIEWS)


_LIGHT_OR_DARK = Key[PanedScreen]((), light_or_dark, "colours: dark, light, high contrast")
"""A command of the palette that has no key."""

_WHILE_TYPING = (
    _of_mode("enter", SearchMode, SearchMode.keep),
    _of_mode("escape,ctrl+c", SearchMode, SearchMode.give_up),
    _of_mode("tab", SearchMode, SearchMode.complete, when=lambda mode: bool(mode.rest)),
    _of_mode("up", SearchMode, lambda mode: mode.recall(-1)),
    _of_mode("down", SearchMode, lambda mode: mode.recall(1)),
    _of_mode("ctrl+p", SearchMode, lambda mode: mode.step(-1)),
    _of_mode("ctrl+n", SearchMode, lambda mode: mode.step(1)),
)

_OTHER_DATE = "mark what differs from another date, * inside a closed row; again: stop"
_STATEMENTS = "every statement with its source; again: the entity"
_FILTERING = "show only the matches, or all rows with the matches marked"

EXPLORER_KEYS = (
    *_WHILE_TYPING,
    _key("slash", search, "search as you type", Group.SEARCH, "search"),
    _key("enter", enter_detail, "go into the detail", Group.DETAIL, "detail", _IN_TREE),
    _key("enter", follow, "in the detail: follow the relation", Group.DETAIL, "follow", _IN_DETAIL),
    _key("n", step_found, "next match", Group.SEARCH, "next", _SEARCHING),
    _key("N", partial(step_found, back=True), "previous match", Group.SEARCH, when=_SEARCHING),
    _key("backslash", toggle_filtering, _FILTERING, Group.SEARCH, when=_SEARCHING),
    _key("escape", leave, "leave the search, or the detail", Group.SEARCH, "leave", _LEAVING),
    _key("left_square_bracket", go_back, "back to the previous place", Group.GO, "back", _BEHIND),
    _key("right_square_bracket", go_forward, "forward to the next place", Group.GO, when=_AHEAD),
    _key("v", choose_view, "choose a view", Group.VIEWS, "view"),
    *map(_of_view, VIEWS.values()),
    _key(
        "at",
        choose_date,
        "the model at a date: step through the dates of change, or type a date",
        Group.DATES,
        "date",
    ),
    _key("d", choose_other_date, _OTHER_DATE, Group.DATES),
    _of_date("right,down", lambda mode: mode.step(1), "next date", "next"),
    _of_date("left,up", lambda mode: mode.step(-1), "previous date", "previous"),
    _of_date("pagedown", lambda mode: mode.step(10), "ten dates forward"),
    _of_date("pageup", lambda mode: mode.step(-10), "ten dates back"),
    _of_date("end", lambda mode: mode.step(9999), "latest state", "latest"),
    _of_date("home", lambda mode: mode.step(-9999), "first date"),
    _of_date("enter", DateMode.keep, "keep the date", "keep"),
    _of_date("escape", DateMode.drop, "back to the date before", "back"),
    _key("x", compare, "mark for comparison; on a second entity or date: compare both", Group.DATES),
    _key(
        "w",
        lambda screen: show_page(screen, AspectKind.WHO),
        "who decides, here and in the bodies above; again: the entity",
        Group.DETAIL,
        "who",
    ),
    _key(
        "u",
        lambda screen: show_page(screen, AspectKind.GAPS),
        "gaps: what no document says about it; again: the entity",
        Group.DETAIL,
    ),
    _key(
        "U",
        lambda screen: show_page(screen, AspectKind.ALL_GAPS),
        "gaps of the whole model",
        Group.DETAIL,
    ),
    _key("s", lambda screen: show_page(screen, AspectKind.STATEMENTS), _STATEMENTS, Group.DETAIL),
    _key("o", next_place, "next place of the same entity", Group.GO),
    _key("z", change_widths, "widths of tree and detail: wider, alone, narrower", Group.DETAIL),
    _key("tab", switch_pane, "switch between tree and detail", Group.DETAIL),
    _key("down,j", in_tree(lambda walk: walk.move(1)), "down", Group.MOVE, when=_IN_TREE),
    _key("down,j", in_detail(lambda detail: detail.step(1)), "down", Group.MOVE, when=_IN_DETAIL),
    _key("up,k", in_tree(lambda walk: walk.move(-1)), "up", Group.MOVE, when=_IN_TREE),
    _key("up,k", in_detail(lambda detail: detail.step(-1)), "up", Group.MOVE, when=_IN_DETAIL),
    _key("J", in_tree(lambda walk: walk.to_sibling(1)), "next on the same level", Group.MOVE, when=_IN_TREE),
    _key(
        "K",
        in_tree(lambda walk: walk.to_sibling(-1)),
        "previous on the same level",
        Group.MOVE,
        when=_IN_TREE,
    ),
    _key("pagedown", lambda screen: page(screen, 1), "a page down", Group.MOVE),
    _key("pageup", lambda screen: page(screen, -1), "a page up", Group.MOVE),
    _key("g,home", in_tree(lambda walk: walk.to_line(0)), "to the first line", Group.MOVE, when=_IN_TREE),
    _key(
        "g,home", in_detail(lambda detail: detail.to_top()), "to the first line", Group.MOVE, when=_IN_DETAIL
    ),
    _key("G,end", in_tree(lambda walk: walk.to_end()), "to the last line", Group.MOVE, when=_IN_TREE),
    _key("G,end", in_detail(lambda detail: detail.to_end()), "to the last line", Group.MOVE, when=_IN_DETAIL),
    _key(
        "right,l",
        in_tree(lambda walk: walk.unfold()),
        "open, or to the first below",
        Group.FOLD,
        when=_IN_TREE,
    ),
    _key(
        "left,h", in_tree(lambda walk: walk.fold()), "close, or to the one above", Group.FOLD, when=_IN_TREE
    ),
    _key("left,h", to_tree, "in the detail: back to the tree", Group.FOLD, when=_IN_DETAIL),
    _key("space", in_tree(lambda walk: walk.toggle()), "open or close", Group.FOLD, when=_IN_TREE),
    _key(
        "e",
        in_tree(lambda walk: walk.unfold_below(everywhere=True)),
        "open everything",
        Group.FOLD,
        when=_IN_TREE,
    ),
    _key(
        "E",
        in_tree(lambda walk: walk.fold_below(everywhere=True)),
        "close everything",
        Group.FOLD,
        when=_IN_TREE,
    ),
    _key("L", in_tree(lambda walk: walk.unfold_below()), "open everything below", Group.FOLD, when=_IN_TREE),
    _key("H", in_tree(lambda walk: walk.fold_below()), "close everything below", Group.FOLD, when=_IN_TREE),
    _key("r", root_here, "show only this and below; on the top row: show all", Group.GO, when=_IN_TREE),
    _key("m", ask_for_bookmark, "set a bookmark, named by a letter", Group.GO),
    _key("apostrophe", ask_where_to_jump, "go to a bookmark by its letter", Group.GO),
    _key("y", ask_what_to_copy, "copy: n name, p path, i id, c citation", Group.TAKE),
    _key("P", offer_print, "print: to a file, the clipboard, or after quitting", Group.TAKE, "print"),
    _key(
        "ctrl+p,colon",
        lambda screen: show_palette(screen, _LIGHT_OR_DARK),
        "every command and every entity",
        Group.GO,
    ),
    _key("question_mark", show_help, "this help", Group.TAKE, "help", ALWAYS),
    _key("q,ctrl+q", end, "quit", Group.TAKE, "quit", ALWAYS),
    _key("ctrl+z", suspend, "suspend to the shell; `fg` returns", Group.TAKE),
    Key("ctrl+c", say_how_to_quit, when=ALWAYS),
)
"""A key listed more than once has one entry for the tree, one for the detail and one for each mode."""
