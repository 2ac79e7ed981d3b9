"""The format `csv`: a line for each entity at each of its places, with its path and depth, for spreadsheets."""

from collections.abc import Iterator

from ..parts.csv_lines import PATH_MARK, line
from .places import (
    COLUMNS,
    FUNCTIONS,
    RESTS_ON,
    ROLES,
    Place,
    basis_of,
    cited_in,
    dates_of,
    disputed_at,
    places,
    roles_of,
    standing_of,
)
from .seat_columns import SEAT_COLUMNS, VIEW, seat_cell, seat_of
from .subtree import Subtree


def _roles(subtree: Subtree, place: Place) -> Iterator[str]:
    """Yield who has each role in a function, `not stated` where nobody is; nothing for what is no function."""
    found = roles_of(subtree, place)
    if not found:
        yield from ("" for _ in ROLES)
        return
    from tiers.model.views import functions  # noqa: PLC0415 - only for that view

    graph = subtree.graph
    vacant = {column.name: word for column, word in functions.vacant_columns(graph, place.id).items()}
    if functions.decides_by_delegation(graph, place.id):
        vacant[functions.DECIDES] = functions.BY_DELEGATION
    for role, ids in found:
        yield "; ".join(map(graph.name, ids)) or vacant.get(role, "not stated")


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the line of column names and a line for each place."""
    graph, fields = subtree.graph, tuple(each for each in subtree.fields if each not in RESTS_ON)
    roles = [mode.name for mode in ROLES] if subtree.forest.view == FUNCTIONS else []
    of_seats = subtree.forest.view == VIEW
    columns = [*COLUMNS, *roles, *(SEAT_COLUMNS if of_seats else ()), *RESTS_ON]
    if subtree.fields:
        from .fields import cell_of, inferred_of  # noqa: PLC0415 - only when asked for

        columns += ["inferred_fields", *fields]
    if subtree.sources:
        columns.append("sources")
    yield line(columns)
    for place in places(subtree):
        cited = "; ".join(cited_in(subtree, place))
        start, end = dates_of(subtree, place)
        cells = [
            str(len(place.path)),
            PATH_MARK.join(place.path),
            place.id,
            place.name,
            place.kind,
            place.tier or "",
            *(_roles(subtree, place) if roles else ()),
            *(map(seat_cell, seat_of(graph, subtree.relation(place.row)).values()) if of_seats else ()),
            basis_of(subtree, place),
            "" if start is None else start.text,
            "" if end is None else end.text,
            cited,
            standing_of(subtree, place),
            "yes" if disputed_at(subtree, place) else "",
        ]
        if subtree.fields:
            cells.append("; ".join(inferred_of(graph, place.id, subtree.fields)))
            cells += [cell_of(graph, place.id, field) for field in fields]
        if subtree.sources:
            cells.append(cited)
        yield line(cells)
