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
from .actions.moving import enter_detail, root_here, switch_pane
from .actions.pictures import show_layers, show_periods
from .actions.printing import offer_print
from .actions.program import change_widths, end, next_theme, say_how_to_quit, show_help, suspend
from .actions.search import is_searching, search, step_found, toggle_filtering
from .actions.tour import begin_tour, is_touring, step_tour
from .key import Group, Key, When
from .mode_keys import CHOOSING_A_DATE, WHILE_TYPING
from .moving_keys import IN_DETAIL, IN_TREE, MOVING, key_of
from .panes import PanedScreen

ALWAYS = When[PanedScreen](lambda _: True)
"""For keys that work in every mode, even in one that takes all other keys."""

_SEARCHING = When(is_searching, "no search yet: `/` starts one")
_LEAVING = When(can_leave, "nothing to leave here; `q` quits")
_BEHIND = When[PanedScreen](
    lambda screen: bool(screen.exploration.history.behind), "there is no place to go back to"
)
_AHEAD = When[PanedScreen](
    lambda screen: bool(screen.exploration.history.ahead), "there is no place to go forward to"
)

_BROKEN = When[PanedScreen](lambda screen: bool(screen.mistakes), "the model's files have no mistakes")


def _asked(name: str, **more: str) -> Callable[[PanedScreen, str], None]:
    """Return a function of `actions/asked`, which is imported when a question is asked."""

    def do(screen: PanedScreen, typed: str) -> None:
        from .actions import asked  # noqa: PLC0415 - a question is paid for when it is asked

        getattr(asked, name)(screen, typed, **more)

    return do


def _of_view(view: View) -> Key[PanedScreen]:
    words = f"{view.title}: {view.meaning}"
    about = _asked("show_in_view", view=view.name) if view.called else None
    called = f"view {view.called}".strip()
    return key_of(
        str(view.number),
        lambda screen: see(screen, view.name),
        words,
        Group.VIEWS,
        called=called,
        about=about,
    )


WITHOUT_KEY = (
    Key[PanedScreen](
        "",
        begin_tour,
        "tour: five questions in two minutes, with the keys that answer them",
        called="tutorial introduction demo learn guide start",
    ),
    Key[PanedScreen]("", next_theme, "theme: dark, light, high contrast", called="colours light appearance"),
)
"""Commands of the palette that have no key."""

_TOURING = When(is_touring, "no tour is on; `:` and `tour` begin one")

_OTHER_DATE = "mark what differs from another date, * inside a closed row; again: stop"
_AGAIN = "again: the entity"
_FILTERING = "show only the matches, or all rows with the matches marked"

FOOTER = (
    *("search", "open", "detail", "follow", "next", "who", "back", "cite", "date", "print", "words", "view"),
    *("promises", "changes", "compare", "gaps", "concern"),
    *("leave", "help", "quit"),
)
"""The hints of the last line by importance; in little room all but the last three are left out."""

EXPLORER_KEYS = (
    *WHILE_TYPING,
    key_of(
        "slash",
        search,
        "search as you type; in the detail: find in it",
        Group.SEARCH,
        "search",
        called="find look filter query",
    ),
    key_of("enter", enter_detail, "go into the detail", Group.DETAIL, "detail", IN_TREE),
    key_of("enter", follow, "in the detail: follow the relation", Group.DETAIL, "follow", IN_DETAIL),
    key_of("n", step_found, "next match", Group.SEARCH, "next", _SEARCHING),
    key_of("N", partial(step_found, back=True), "previous match", Group.SEARCH, when=_SEARCHING),
    key_of("backslash", toggle_filtering, _FILTERING, Group.SEARCH, when=_SEARCHING),
    key_of("escape", leave, "leave the search, the detail or a comparison", Group.SEARCH, "leave", _LEAVING),
    key_of("left_square_bracket", go_back, "back to the previous place", Group.GO, "back", _BEHIND),
    key_of("right_square_bracket", go_forward, "forward to the next place", Group.GO, when=_AHEAD),
    key_of("v", choose_view, "choose a view", Group.VIEWS, "view", called="views tabs"),
    *map(_of_view, VIEWS.values()),
    key_of(
        "b",
        show_layers,
        "boxes and arrows: a picture of the decision layers",
        Group.VIEWS,
        called="picture diagram chart layers delegation draw drawing",
    ),
    key_of(
        "T",
        show_periods,
        "the timeline as a strip: since when, until when",
        Group.VIEWS,
        called="picture gantt spans periods years calendar when draw",
    ),
    key_of(
        "at",
        choose_date,
        "the model at a date: step through the dates of change, or type a date",
        Group.DATES,
        "date",
        called="as of time past when history",
        about=_asked("show_day"),
    ),
    key_of(
        "D",
        show_changes,
        "what changed here between two dates, as a list; again: other dates",
        Group.DATES,
        "changes",
        called="diff difference changes changed history since new",
        about=_asked("show_changes_of"),
    ),
    *CHOOSING_A_DATE,
    key_of(
        "x",
        compare,
        "side by side; mark one, on a second entity or date: compare both",
        Group.DATES,
        "compare",
        called="mark comparison compare compared beside versus vs against",
        about=_asked("compare_named"),
    ),
    key_of(
        "d",
        choose_other_date,
        _OTHER_DATE,
        Group.DATES,
        called="diff difference compare changed changes marks",
    ),
    key_of(
        "w",
        show_who,
        "who decides about it, or about a topic; again: another topic",
        Group.DETAIL,
        "who",
        called="responsible charge decision makers runs answers accountable",
        about=show_who,
    ),
    key_of(
        "p",
        show_promises,
        f"what was promised and asked, and what came of it; {_AGAIN}",
        Group.DETAIL,
        "promises",
        called="promises commitments matters follow up questions kept unseen seen",
        about=_asked("show_promises_of"),
    ),
    key_of(
        "t",
        show_words,
        "explain the words on this page, or any acronym; again: another word",
        Group.DETAIL,
        "words",
        called="glossary jargon abbreviation meaning mean define dictionary terms stands stand is",
        about=show_words,
    ),
    key_of(
        "c",
        show_concern,
        "where to take a concern about it, or about a topic; again: another topic",
        Group.DETAIL,
        "concern",
        called="complain complaint raise worry contact say problem",
        about=show_concern,
    ),
    key_of(
        "C",
        connect,
        "how it is connected with another entity",
        Group.DETAIL,
        called="path link related between connection",
    ),
    key_of(
        "u",
        show_gaps,
        f"gaps: what no document says about it; {_AGAIN}",
        Group.DETAIL,
        "gaps",
        called="missing unknown silent",
        about=_asked("show_gaps_of"),
    ),
    key_of("U", partial(show_gaps, whole=True), "gaps of the whole model", Group.DETAIL),
    key_of(
        "s",
        show_statements,
        f"every statement with its source; {_AGAIN}",
        Group.DETAIL,
        called="sources evidence facts documents",
    ),
    key_of("o", next_place, "next place of the same entity", Group.GO),
    key_of("z", change_widths, "widths of tree and detail: wider, alone, narrower", Group.DETAIL),
    key_of("tab", switch_pane, "switch between tree and detail", Group.DETAIL),
    *MOVING,
    key_of("r", root_here, "show only this and below; on the top row: show all", Group.GO, when=IN_TREE),
    key_of("m", ask_for_bookmark, "set a bookmark, named by a letter", Group.GO, called="favourite remember"),
    key_of("apostrophe", ask_where_to_jump, "go to a bookmark by its letter", Group.GO),
    key_of(
        "y",
        ask_what_to_copy,
        "copy: ↵, c or y citation, n name, p path, i id",
        Group.TAKE,
        "cite",
        called="cite quote reference clipboard",
    ),
    key_of(
        "P",
        offer_print,
        "print: to a file, the clipboard, or after quitting",
        Group.TAKE,
        "print",
        called="export save as a markdown csv html download table word pdf paper document",
        forms=offer_print,
    ),
    key_of("greater_than_sign", step_tour, "next question of the tour", Group.GO, when=_TOURING),
    key_of(
        "less_than_sign",
        partial(step_tour, back=True),
        "question before, in the tour",
        Group.GO,
        when=_TOURING,
    ),
    key_of(
        "ctrl+p,colon",
        lambda screen: show_palette(screen, WITHOUT_KEY),
        "every command and every entity",
        Group.GO,
    ),
    key_of(
        "O",
        open_entity,
        "open the line of the entity in your editor",
        Group.TAKE,
        called="edit editor file change source",
    ),
    key_of(
        "exclamation_mark",
        list_mistakes,
        "what is wrong with the last save",
        Group.TAKE,
        when=_BROKEN,
        called="mistakes errors check broken",
    ),
    key_of(
        "question_mark",
        show_help,
        "help: every key, and a legend of every mark",
        Group.TAKE,
        "help",
        ALWAYS,
        called="keys legend marks symbols shortcuts",
    ),
    key_of("q,ctrl+q", end, "quit", Group.TAKE, "quit", ALWAYS, called="exit close leave stop"),
    key_of("ctrl+z", suspend, "suspend to the shell; `fg` returns", Group.TAKE),
    Key("ctrl+c", say_how_to_quit, when=ALWAYS),
)
"""The keys of the explorer; one that is listed more than once has an entry for the tree, the detail and each mode."""
