"""The visible part of a view: the open rows, or the matches with the rows above them."""

from collections.abc import Mapping

import attrs

from tiers.model.views.forest import Forest
from tiers.model.views.selecting import way_to

from ...wording.safe_text import safe
from ..tree.walk import Walk


@attrs.frozen(eq=False, repr=False)
class Seen:
    """The visible rows of a view.

    Attributes:
        forest: The rows of the view.
        root: The row to which the view is narrowed; -1 for none.
        kept: A byte for each row, 1 where it is visible.
        closed: How many rows are hidden below a closed row.
        words: A description of the rows, safe to draw.
        is_found: Whether only matches are visible.
        way_to: The entity, if only the way to its rows is visible; `None` otherwise.
    """

    forest: Forest
    root: int
    kept: bytearray
    closed: Mapping[int, int]
    words: str
    is_found: bool
    way_to: str | None


def seen_of(walk: Walk) -> Seen:
    """Return the visible part of a view."""
    forest, outline, found = walk.forest, walk.outline, walk.found
    rows = outline.shown.rows(0, len(outline.shown))
    kept = bytearray(len(forest))
    for row in rows:
        kept[row] = 1
    closed = {
        row: forest.ends[row] - row - 1
        for row in rows
        if forest.ends[row] > row + 1 and not (outline.is_open(row) and any(kept[row + 1 : forest.ends[row]]))
    }
    is_found = found is not None and outline.is_filtered
    words = f"the {len(rows):,} rows that are seen"
    if found is not None and is_found:
        words = f"what is seen: {len(found.rows):,} found with /{safe(found.query)}, and the rows above"
    ids = {forest.ids[row] for row in found.rows} if found is not None and is_found else set()
    only = next(iter(ids)) if len(ids) == 1 else None
    alone = only is not None and outline.root < 0 and kept == way_to(forest, forest.rows_of(only))
    return Seen(forest, outline.root, kept, closed, words, is_found, only if alone else None)
