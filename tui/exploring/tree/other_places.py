"""Moves from one row of an entity to another of the same view: the next one, or the one with its children."""

from .walk import Walk


def to_next_place(walk: Walk) -> tuple[int, int] | None:
    """Go to the next row of the same entity; return its number, from 1, and the number of rows; `None` for no other row."""
    entity_id = walk.forest.ids[walk.cursor] if walk.cursor >= 0 else None
    rows = walk.forest.rows_of(entity_id) if entity_id is not None else []
    if len(rows) <= 1:
        return None
    at = (rows.index(walk.cursor) + 1) % len(rows)
    walk.put(rows[at])
    return at + 1, len(rows)


def to_main_place(walk: Walk) -> bool:
    """Go from a row whose children are at another row of the entity to that row, and open it; return whether it did."""
    row = walk.cursor
    if row < 0 or not walk.forest.repeats[row] or walk.outline.has_children(row):
        return False
    main = walk.forest.row_of(walk.forest.ids[row] or "")
    if main < 0 or main == row or not walk.outline.has_children(main):
        return False
    walk.put(main)
    walk.outline.open(main)
    return True
