"""The table of keys of the explorer, from which the last line, the help and the palette are made."""

from collections.abc import Callable
from functools import partial

from tiers.model.views import VIEWS, View

from .actions.dates import choose_date, choose_other_date
from .actions.detail import (
    can_leave,
    compare,
    connect,
    leave,
    show_changes,
    show_concern,
    show_gaps,
    show_promises,
    show_statements,
    show_who,
    show_words,
)
from .actions.going import choose_view, follow, go_back, go_forward, next_place, see, show_palette
from .actions.letters import ask_for_bookmark, ask_what_to_copy, ask_where_to_jump
from .actions.live import list_mistakes, open_entity
from .actions.moving import enter_detail, in_detail, in_tree, page, root_here, switch_pane, to_tree
from .actions.printing import offer_print
from .actions.program import change_widths, end, next_theme, say_how_to_quit, show_help, suspend
from .actions.search import is_searching, search, step_found, toggle_filtering
from .key import Group, Key, When
from .mode_keys import CHOOSING_A_DATE, WHILE_TYPING
from .panes import PanedScreen, Side

ALWAYS = When[PanedScreen](lambda _: True)
"""For keys that work in every mode, even in one that takes all other keys."""

_ANYWHERE = When[PanedScreen](lambda _: True)
_IN_TREE = When[PanedScreen](
    lambda screen: screen.pane is Side.TREE, "for the tree; `tab` goes there", Side.TREE
)
_IN_DETAIL = When[PanedScreen](lambda screen: screen.pane is Side.DETAIL, where=Side.DETAIL)
_SEARCHING = When(is_searching, "no search yet: `/` starts one")
_LEAVING = When(can_leave, "nothing to leave here; `q` quits")
_BEHIND = When[PanedScreen](
    lambda screen: bool(screen.exploration.history.behind), "there is no place to go back to"
)
_AHEAD = When[PanedScreen](
    lambda screen: bool(screen.exploration.history.ahead), "there is no place to go forward to"
)

_BROKEN = When[PanedScreen](lambda screen: bool(screen.mistakes), "the model's files have no mistakes")


def _key(
    names: str,
    do: Callable[[PanedScreen], None],
    words: str,
    group: Group,
    hint: str = "",
    when: When[PanedScreen] = _ANYWHERE,
    called: str = "",
) -> Key[PanedScreen]:
    """Return a key of the screen itself."""
    return Key(names, do, words, group, hint, when, called=called)


def _of_view(view: View) -> Key[PanedScreen]:
    words = f"{view.title}: {view.meaning}"
    return _key(str(view.number), lambda screen: see(screen, view.name), words, Group.VIEWS, called="view")


WITHOUT_KEY = (
    Key[PanedScreen]((), next_theme, "theme: dark, light, high contrast", called="colours light appearance"),
)
"""Commands of the palette that have no key."""

_OTHER_DATE = "mark what differs from another date, * inside a closed row; again: stop"
_AGAIN = "again: the entity"
_FILTERING = "show only the matches, or all rows with the matches marked"

FOOTER = (
    *("search", "open", "detail", "follow", "next", "who", "back", "cite", "date", "print", "view"),
    *("words", "promises", "changes", "compare", "gaps", "concern"),
    *("leave", "help", "quit"),
)
"""The hints of the last line in the order in which they are needed; in little room all but the last three are left out."""

EXPLORER_KEYS = (
    *WHILE_TYPING,
    _key(
        "slash",
        search,
        "search as you type; in the detail: find in it",
        Group.SEARCH,
        "search",
        called="find look filter query",
    ),
    _key("enter", enter_detail, "go into the detail", Group.DETAIL, "detail", _IN_TREE),
    _key("enter", follow, "in the detail: follow the relation", Group.DETAIL, "follow", _IN_DETAIL),
    _key("n", step_found, "next match", Group.SEARCH, "next", _SEARCHING),
    _key("N", partial(step_found, back=True), "previous match", Group.SEARCH, when=_SEARCHING),
    _key("backslash", toggle_filtering, _FILTERING, Group.SEARCH, when=_SEARCHING),
    _key("escape", leave, "leave the search, or the detail", Group.SEARCH, "leave", _LEAVING),
    _key("left_square_bracket", go_back, "back to the previous place", Group.GO, "back", _BEHIND),
    _key("right_square_bracket", go_forward, "forward to the next place", Group.GO, when=_AHEAD),
    _key("v", choose_view, "choose a view", Group.VIEWS, "view", called="views tabs"),
    *map(_of_view, VIEWS.values()),
    _key(
        "at",
        choose_date,
        "the model at a date: step through the dates of change, or type a date",
        Group.DATES,
        "date",
        called="as of time past when history",
    ),
    _key(
        "d",
        choose_other_date,
        _OTHER_DATE,
        Group.DATES,
        called="diff difference compare changed changes marks",
    ),
    _key(
        "D",
        show_changes,
        f"what changed here between two dates, as a list; {_AGAIN}",
        Group.DATES,
        "changes",
        called="diff difference changes history since new",
    ),
    *CHOOSING_A_DATE,
    _key(
        "x",
        compare,
        "mark for comparison; on a second entity or date: compare both",
        Group.DATES,
        "compare",
        called="beside side versus",
    ),
    _key(
        "w",
        show_who,
        f"who decides about it, or about a topic; {_AGAIN}",
        Group.DETAIL,
        "who",
        called="responsible charge decision makers",
    ),
    _key(
        "p",
        show_promises,
        f"what was promised and asked, and what came of it; {_AGAIN}",
        Group.DETAIL,
        "promises",
        called="promises commitments matters follow up questions kept unseen",
    ),
    _key(
        "t",
        show_words,
        f"explain the words on this page, or any acronym; {_AGAIN}",
        Group.DETAIL,
        "words",
        called="glossary jargon abbreviation meaning mean define dictionary terms stands",
    ),
    _key(
        "c",
        show_concern,
        f"where to take a concern about it, or about a topic; {_AGAIN}",
        Group.DETAIL,
        "concern",
        called="complain complaint raise worry contact say problem",
    ),
    _key(
        "C",
        connect,
        "how it is connected with another entity",
        Group.DETAIL,
        called="path link related between connection",
    ),
    _key(
        "u",
        show_gaps,
        f"gaps: what no document says about it; {_AGAIN}",
        Group.DETAIL,
        "gaps",
        called="missing unknown silent",
    ),
    _key("U", partial(show_gaps, whole=True), "gaps of the whole model", Group.DETAIL),
    _key(
        "s",
        show_statements,
        f"every statement with its source; {_AGAIN}",
        Group.DETAIL,
        called="sources evidence facts documents",
    ),
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
        "open",
        _IN_TREE,
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
    _key("m", ask_for_bookmark, "set a bookmark, named by a letter", Group.GO, called="favourite remember"),
    _key("apostrophe", ask_where_to_jump, "go to a bookmark by its letter", Group.GO),
    _key(
        "y",
        ask_what_to_copy,
        "copy: n name, p path, i id, c citation",
        Group.TAKE,
        "cite",
        called="cite quote reference clipboard",
    ),
    _key(
        "P",
        offer_print,
        "print: to a file, the clipboard, or after quitting",
        Group.TAKE,
        "print",
        called="export save markdown csv html download table word pdf",
    ),
    _key(
        "ctrl+p,colon",
        lambda screen: show_palette(screen, WITHOUT_KEY),
        "every command and every entity",
        Group.GO,
    ),
    _key(
        "O",
        open_entity,
        "open the line of the entity in your editor",
        Group.TAKE,
        called="edit editor file change source",
    ),
    _key(
        "exclamation_mark",
        list_mistakes,
        "what is wrong with the last save",
        Group.TAKE,
        when=_BROKEN,
        called="mistakes errors check broken",
    ),
    _key(
        "question_mark",
        show_help,
        "help: every key, and a legend of every mark",
        Group.TAKE,
        "help",
        ALWAYS,
        called="keys legend marks symbols shortcuts",
    ),
    _key("q,ctrl+q", end, "quit", Group.TAKE, "quit", ALWAYS, called="exit close leave stop"),
    _key("ctrl+z", suspend, "suspend to the shell; `fg` returns", Group.TAKE),
    Key("ctrl+c", say_how_to_quit, when=ALWAYS),
)
"""A key listed more than once has one entry for the tree, one for the detail and one for each mode."""
