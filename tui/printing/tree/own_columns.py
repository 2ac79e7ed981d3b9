"""The columns of `csv` and `jsonl` that only some views have: for seats, delegations, functions, days.

Those of a seat and of the four main roles come between `tier` and `basis`. Newer ones come after `disputed`,
so that programs which read the older columns by position keep working.
"""

from collections.abc import Mapping

from tiers.model.format.ids import RESERVED

from .places import Place
from .subtree import Subtree

_SEATS, _DECISIONS, _FUNCTIONS, _TIMELINE = "seats", "decisions", "functions", "timeline"


Columns = tuple[tuple[str, ...], tuple[str, ...]]
"""The own columns of a view: those before `basis`, and those after `disputed`."""


def columns_of(subtree: Subtree) -> Columns:
    """Return the names of the columns that only the view of a subtree has."""
    view = subtree.forest.view
    if view == _SEATS:
        from .seat_columns import SEAT_COLUMNS  # noqa: PLC0415 - only for that view

        return SEAT_COLUMNS, ()
    if view == _TIMELINE:
        from .day_columns import DAY_COLUMNS  # noqa: PLC0415 - only for that view

        return (), DAY_COLUMNS
    if view not in {_DECISIONS, _FUNCTIONS}:
        return (), ()
    from .delegation_columns import DELEGATION_COLUMNS  # noqa: PLC0415 - only for these views

    if view == _DECISIONS:
        return (), DELEGATION_COLUMNS
    from .role_columns import FIRST_ROLES, FURTHER_ROLES, LATER_ROLES  # noqa: PLC0415 - only for that view

    return FIRST_ROLES, (*FURTHER_ROLES, *DELEGATION_COLUMNS, *LATER_ROLES)


def values_of(subtree: Subtree, place: Place) -> Mapping[str, object]:
    """Return the values of a place by column, as ids and numbers; columns that do not apply are left out."""
    view, graph, relation = subtree.forest.view, subtree.graph, subtree.relation(place.row)
    if view == _SEATS:
        from .seat_columns import seat_of  # noqa: PLC0415 - only for that view

        return seat_of(graph, relation)
    if view == _TIMELINE:
        from .day_columns import day_of  # noqa: PLC0415 - only for that view

        return day_of(subtree, place)
    if view not in {_DECISIONS, _FUNCTIONS}:
        return {}
    if view == _FUNCTIONS and place.kind == "function" and place.id is not None:
        from .role_columns import roles_of  # noqa: PLC0415 - only for that view

        return roles_of(graph, place.id)
    from .delegation_columns import delegation_of  # noqa: PLC0415 - only for these views

    return delegation_of(relation)


def cells_of(subtree: Subtree, place: Place) -> Mapping[str, str]:
    """Return the values of a place by column, as texts of cells."""
    found = values_of(subtree, place)
    if subtree.forest.view == _FUNCTIONS and place.kind == "function" and place.id is not None:
        from .role_columns import role_cells  # noqa: PLC0415 - only for that view

        found = {**found, **role_cells(subtree.graph, place.id)}
    return {column: _cell(value) for column, value in found.items()}


def _cell(value: object) -> str:
    """Return a value as the text of a cell: yes and no, several values separated by `; `."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(_cell, value))
    return value.replace("_", " ") if isinstance(value, str) and value in RESERVED else str(value)
