"""The keys of the explorer: what each does, and where. Footer, help and palette are made from this table."""

from textual.binding import Binding

from tiers.model.views import VIEWS

_MOVE = Binding.Group("Move")
_FOLD = Binding.Group("Open and close")
_FIND = Binding.Group("Search")
_LOOK = Binding.Group("Detail")
_VIEW = Binding.Group("Views")
_GO = Binding.Group("Go")
_DATE = Binding.Group("Dates and differences")
_TAKE = Binding.Group("Take along")

GROUPS = tuple(each.description for each in (_MOVE, _FOLD, _LOOK, _VIEW, _DATE, _FIND, _GO, _TAKE))
"""The groups in the order in which help tells them."""


def _key(keys: str, action: str, words: str, group: Binding.Group, hint: str = "") -> Binding:
    """Return a binding; with a hint it is named in the footer."""
    return Binding(keys, action, hint or words, show=bool(hint), tooltip=words, group=group)


EXPLORER_KEYS = (
    _key("slash", "search", "search as you type", _FIND, "search"),
    _key("enter", "enter_detail", "go into the detail", _LOOK, "detail"),
    _key("enter", "follow", "in the detail: follow the relation", _LOOK, "follow"),
    _key("n", "step_found", "next match", _FIND, "next"),
    _key("N", "step_found(True)", "match before", _FIND),
    _key("backslash", "toggle_filtering", "show only the matches, or all with the matches marked", _FIND),
    _key("escape", "leave", "leave the search, or the detail", _FIND, "leave"),
    _key("left_square_bracket", "back", "back to where you were", _GO, "back"),
    _key("right_square_bracket", "forward", "forward again", _GO),
    _key("v", "choose_view", "choose a view", _VIEW, "view"),
    *(_key(str(each.number), f"see('{each.name}')", each.meaning, _VIEW) for each in VIEWS.values()),
    _key("at", "choose_date", "the model at a date: step through what changed, or type one", _DATE, "date"),
    _key(
        "d",
        "choose_other",
        "mark what differs from another date, * inside a closed row; again: no more",
        _DATE,
    ),
    _key("right,down,l,j", "step_date(1)", "choosing a date: the next", _DATE, "next"),
    _key("left,up,h,k", "step_date(-1)", "choosing a date: the one before", _DATE, "before"),
    _key("pagedown", "step_date(10)", "choosing a date: ten on", _DATE),
    _key("pageup", "step_date(-10)", "choosing a date: ten back", _DATE),
    _key("end,G", "step_date(9999)", "choosing a date: last known", _DATE, "last known"),
    _key("home,g", "step_date(-9999)", "choosing a date: the first", _DATE),
    _key("enter", "keep_date", "choosing a date: keep it", _DATE, "keep"),
    _key("escape", "drop_date", "choosing a date: as it was before", _DATE, "back"),
    _key("x", "compare", "mark it; on another, or at another date: both side by side", _DATE),
    _key("w", "tell('chain')", "who decides, from here upward; again: the entity", _LOOK, "who"),
    _key("u", "tell('gaps')", "what no document says of it; again: the entity", _LOOK),
    _key("U", "tell('all gaps')", "what no document says, of all of the model", _LOOK),
    _key("s", "tell('statements')", "every statement and where it is written; again: the entity", _LOOK),
    _key("o", "next_place", "next place of the same entity", _GO),
    _key("tab", "switch_pane", "between tree and detail", _LOOK),
    _key("down,j", "walk('move', 1)", "down", _MOVE),
    _key("down,j", "detail('step', 1)", "down", _MOVE),
    _key("up,k", "walk('move', -1)", "up", _MOVE),
    _key("up,k", "detail('step', -1)", "up", _MOVE),
    _key("J", "walk('to_sibling', 1)", "next on the same level", _MOVE),
    _key("K", "walk('to_sibling', -1)", "one before on the same level", _MOVE),
    _key("pagedown", "page(1)", "a page down", _MOVE),
    _key("pageup", "page(-1)", "a page up", _MOVE),
    _key("g,home", "walk('to_line', 0)", "to the first line", _MOVE),
    _key("g,home", "detail('to_top')", "to the first line", _MOVE),
    _key("G,end", "walk('to_end')", "to the last line", _MOVE),
    _key("G,end", "detail('to_end')", "to the last line", _MOVE),
    _key("right,l", "walk('unfold')", "open, or to the first below", _FOLD),
    _key("left,h", "walk('fold')", "close, or to the one above", _FOLD),
    _key("left,h", "to_tree", "in the detail: back to the tree", _FOLD),
    _key("space", "walk('toggle')", "open or close", _FOLD),
    _key("e", "fold_out(True)", "open everything", _FOLD),
    _key("E", "fold_up(True)", "close everything", _FOLD),
    _key("L", "fold_out(False)", "open everything below", _FOLD),
    _key("H", "fold_up(False)", "close everything below", _FOLD),
    _key("r", "root_here", "make this the root; on the root widen again", _GO),
    _key("m", "ask('mark')", "set a bookmark: a letter", _GO),
    _key("apostrophe", "ask('jump')", "go to a bookmark: its letter", _GO),
    _key("y", "ask('copy')", "copy: n name, p path, i id, c citation", _TAKE),
    _key("P", "print", "print: to a file, the clipboard, or after quitting", _TAKE, "print"),
    _key("ctrl+p,colon", "palette", "every command and every entity", _GO),
    _key("question_mark", "help", "this help", _TAKE, "help"),
    _key("q,ctrl+q", "app.quit", "quit", _TAKE, "quit"),
    _key("ctrl+z", "app.suspend_process", "back to the shell for a while; `fg` there returns", _TAKE),
    Binding("ctrl+c", "say_how_to_quit", show=False),
)
"""Where a key stands twice, one is for the tree and the other for the detail."""
