"""Cuts a diagram to the depth that Mermaid draws everywhere (`--fit`)."""

from .mermaid import Size, write
from .subtree import Subtree


def fitted(subtree: Subtree) -> Subtree | None:
    """Return a subtree with as many of its levels as Mermaid draws everywhere; `None` if one level is too much.

    Its `cut_words` say what was left out; they are empty if all of it is drawn. Each level is tried by
    writing the diagram until it is too large.
    """
    if _is_drawn(subtree):
        return subtree
    fits, beyond = None, subtree.levels() - 1
    lowest = 0
    while lowest < beyond:
        depth = (lowest + beyond) // 2
        cut = _cut(subtree, depth)
        if _is_drawn(cut):
            fits, lowest = cut, depth + 1
        else:
            beyond = depth
    return fits


def _cut(subtree: Subtree, depth: int) -> Subtree:
    cut = subtree.but(depth=depth)
    written = sum(1 for _ in subtree.rows())
    missing = written - sum(1 for _ in cut.rows())
    rows = "1 row is" if missing == 1 else f"{missing:,} rows are"
    levels = "the first level" if not depth else f"the first {depth + 1} levels"
    return cut.but(cut_words=f"cut to {levels} so that Mermaid draws it: {rows} not shown")


def _is_drawn(subtree: Subtree) -> bool:
    size = Size()
    return not any(size.is_beyond for _ in size.of(write(subtree)))
