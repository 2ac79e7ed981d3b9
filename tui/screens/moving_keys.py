"""The keys that move the cursor and open or close rows, in the tree and in the detail; and a function that makes a key."""

from collections.abc import Callable
from functools import partial

from .actions.moving import fold_all, in_detail, in_tree, page, to_tree, unfold
from .key import Group, Key, When
from .panes import PanedScreen, Side

ANYWHERE = When[PanedScreen](lambda _: True)
IN_TREE = When[PanedScreen](
    lambda screen: screen.pane is Side.TREE, "only in the tree; `tab` goes there", Side.TREE
)
IN_DETAIL = When[PanedScreen](lambda screen: screen.pane is Side.DETAIL, where=Side.DETAIL)


def key_of(
    names: str,
    do: Callable[[PanedScreen], None],
    words: str,
    group: Group,
    hint: str = "",
    when: When[PanedScreen] = ANYWHERE,
    called: str = "",
    about: Callable[..., None] | None = None,
    forms: Callable[..., None] | None = None,
) -> Key[PanedScreen]:
    """Return a key of the screen itself; see `Key` for the arguments."""
    return Key(names, do, words, group, hint, when, called=called, about=about, forms=forms)


MOVING = (
    key_of("down,j", in_tree(lambda walk: walk.move(1)), "down", Group.MOVE, when=IN_TREE),
    key_of("down,j", in_detail(lambda detail: detail.step(1)), "down", Group.MOVE, when=IN_DETAIL),
    key_of("up,k", in_tree(lambda walk: walk.move(-1)), "up", Group.MOVE, when=IN_TREE),
    key_of("up,k", in_detail(lambda detail: detail.step(-1)), "up", Group.MOVE, when=IN_DETAIL),
    key_of("J", in_tree(lambda walk: walk.to_sibling(1)), "next on the same level", Group.MOVE, when=IN_TREE),
    key_of(
        "K",
        in_tree(lambda walk: walk.to_sibling(-1)),
        "previous on the same level",
        Group.MOVE,
        when=IN_TREE,
    ),
    key_of("pagedown", lambda screen: page(screen, 1), "a page down", Group.MOVE),
    key_of("pageup", lambda screen: page(screen, -1), "a page up", Group.MOVE),
    key_of("g,home", in_tree(lambda walk: walk.to_line(0)), "to the first line", Group.MOVE, when=IN_TREE),
    key_of(
        "g,home", in_detail(lambda detail: detail.to_top()), "to the first line", Group.MOVE, when=IN_DETAIL
    ),
    key_of("G,end", in_tree(lambda walk: walk.to_end()), "to the last line", Group.MOVE, when=IN_TREE),
    key_of(
        "G,end", in_detail(lambda detail: detail.to_end()), "to the last line", Group.MOVE, when=IN_DETAIL
    ),
    key_of(
        "right,l",
        unfold,
        "open, or to the first below",
        Group.FOLD,
        "open",
        IN_TREE,
    ),
    key_of(
        "left,h", in_tree(lambda walk: walk.fold()), "close, or to the one above", Group.FOLD, when=IN_TREE
    ),
    key_of("left,h", to_tree, "in the detail: back to the tree", Group.FOLD, when=IN_DETAIL),
    key_of("space", in_tree(lambda walk: walk.toggle()), "open or close", Group.FOLD, when=IN_TREE),
    key_of(
        "e",
        partial(fold_all, opens=True),
        "open everything; again: as it was",
        Group.FOLD,
        when=IN_TREE,
    ),
    key_of(
        "E",
        partial(fold_all, opens=False),
        "close everything; again: as it was",
        Group.FOLD,
        when=IN_TREE,
    ),
    key_of("L", in_tree(lambda walk: walk.unfold_below()), "open everything below", Group.FOLD, when=IN_TREE),
    key_of("H", in_tree(lambda walk: walk.fold_below()), "close everything below", Group.FOLD, when=IN_TREE),
)
