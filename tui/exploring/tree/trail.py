"""The trail of a row (its entity and those above it), by which it is found in another view or at another date."""

from tiers.model.views.forest import Forest

Step = tuple[str | None, str]
"""One row of a trail: its entity; for a row that is no entity `None` and its name."""

Trail = tuple[Step, ...]
"""A row and those above it, the nearest first."""


def trail_of(forest: Forest, row: int) -> Trail:
    """Return the trail of a row; an empty one for -1."""
    if row < 0:
        return ()
    return tuple(_step(forest, each) for each in (row, *forest.ancestors(row)))


def row_nearest(forest: Forest, trail: Trail) -> tuple[int, int]:
    """Find the row of a trail in a forest, else the nearest one above it.

    Among several rows of an entity the one with most matching rows above it wins, then the one with its
    children. A group or a delegation is found only below the same row.

    Returns:
        The row, -1 for none, and how many steps of the trail are below it.
    """
    row, left = -1, len(trail)
    for number, (entity_id, _) in enumerate(trail):
        rows = forest.rows_of(entity_id) if entity_id is not None else ()
        if rows:
            rest = trail[number:]
            row = max(rows, key=lambda each: (_shared(forest, each, rest), not forest.repeats[each]))
            left = number
            break
    while left and trail[left - 1][0] is None:
        below = (each for each in forest.children(row) if _step(forest, each) == trail[left - 1])
        child = next(below, -1)
        if child < 0:
            break
        row, left = child, left - 1
    return row, left


def _step(forest: Forest, row: int) -> Step:
    entity_id = forest.ids[row]
    return (entity_id, forest.names[row] if entity_id is None else "")


def _shared(forest: Forest, row: int, trail: Trail) -> int:
    """Return how many rows upward a row has in common with a trail."""
    count = 0
    for here, there in zip(trail_of(forest, row), trail, strict=False):
        if here != there:
            break
        count += 1
    return count


def row_again(forest: Forest, row: int, trail: Trail) -> int:
    """Return the row of a trail, even if the view was laid out again since; else the nearest one above it, or -1."""
    if not trail or (row < len(forest) and trail_of(forest, row) == trail):
        return row if row < len(forest) else -1
    return row_nearest(forest, trail)[0]
