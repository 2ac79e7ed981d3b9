"""Finds the entities whose children would be at another of their rows if a view were laid out whole.

An entity has its children at its first row where they can be shown. A row that is kept from an earlier forest has
them, or has them not, as before; so the entity is torn where another row of it comes or goes.
"""

from .forest import MENTION, REPEAT
from .new_rows import NewRows


def torn(rows: NewRows, unsure: set[str], *, lead_all: bool) -> set[str]:
    """Return the entities whose children would be at another row, and those above their rows: all are laid out again.

    Args:
        rows: The rows laid out in part.
        unsure: The entities of which it was not known whether a kept row has the children.
        lead_all: Whether children can be shown below every row of an entity.
    """
    earlier = rows.earlier
    found = {
        each
        for each in {*rows.mine, *unsure, *rows.dropped(), *rows.in_moved()}
        if (each in unsure or not _is_whole(rows, each, lead_all=lead_all)) and earlier.rows_of(each)
    }
    above = {earlier.entity_above(row) for each in found for row in earlier.rows_of(each)}
    return found.union(each for each in above if each is not None)


def leads(rows: NewRows, row: int, *, lead_all: bool) -> bool | None:
    """Return whether children could be shown below a kept row; `None` if that is not known."""
    flag = rows.repeats[row]
    if flag:
        return flag == REPEAT
    return True if lead_all or rows.ends[row] > row + 1 else None


def _is_whole(rows: NewRows, entity_id: str, *, lead_all: bool) -> bool:
    """Whether the rows of an entity are as they would be if all were laid out."""
    kept = rows.kept_rows(entity_id)
    if not kept:
        return True
    own = [(row, row not in rows.bare) for row in rows.mine.get(entity_id, ())]
    every = sorted([*((row, leads(rows, row, lead_all=lead_all)) for _, row in kept), *own])
    if len(every) == 1:
        return not rows.repeats[every[0][0]]
    expected: list[int] = []
    is_led = False
    for place, (_, does_lead) in enumerate(every):
        if does_lead is None:
            return False
        if does_lead and not is_led:
            is_led = True
            if place:
                expected[0] = MENTION
            expected.append(0)
        else:
            expected.append((REPEAT if does_lead else MENTION) if place else 0)
    return expected == [rows.repeats[row] for row, _ in every]
