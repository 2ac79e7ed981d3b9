"""From a view at one date to the same view at another: the cursor and the root go along."""

from tiers.model.views.forest import Forest

from .trail import row_nearest, trail_of
from .walk import Walk


def carry(old: Walk, new: Walk) -> None:
    """Make a walk look as another one of the same view looks: its root, its cursor."""
    for root in old.roots:
        row = row_of(new.forest, old.forest, root)
        if row >= 0:
            new.cursor = row
            new.root_here()
    row, _ = row_nearest(new.forest, trail_of(old.forest, old.cursor))
    new.put(row)


def row_of(new: Forest, old: Forest, row: int) -> int:
    """Return the row of a forest that stands for what a row of another stands for; -1 for none."""
    found, left = row_nearest(new, trail_of(old, row))
    return -1 if left else found
