"""The format `csv`: a line for each entity at each of its places, with its path and depth, for spreadsheets."""

from collections.abc import Iterator

from ..parts.csv_lines import PATH_MARK, line
from .own_columns import cells_of, columns_of
from .places import COLUMNS, RESTS_ON, basis_of, cited_in, dates_of, disputed_at, places, standing_of
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the line of column names and a line for each place."""
    graph, fields = subtree.graph, tuple(each for each in subtree.fields if each not in RESTS_ON)
    own, further = columns_of(subtree)
    columns = [*COLUMNS, *own, *RESTS_ON, *further]
    if subtree.fields:
        from .fields import cell_of, inferred_of  # noqa: PLC0415 - only when asked for

        columns += ["inferred_fields", *fields]
    if subtree.sources:
        columns.append("sources")
    yield line(columns)
    for place in places(subtree):
        cited = "; ".join(cited_in(subtree, place))
        start, end = dates_of(subtree, place)
        by_column = cells_of(subtree, place) if own or further else {}
        cells = [
            str(len(place.path)),
            PATH_MARK.join(place.path),
            place.id or "",
            place.name,
            place.kind,
            place.tier or "",
            *(by_column.get(column, "") for column in own),
            basis_of(subtree, place),
            "" if start is None else start.text,
            "" if end is None else end.text,
            cited,
            standing_of(subtree, place),
            "yes" if disputed_at(subtree, place) else "",
            *(by_column.get(column, "") for column in further),
        ]
        if subtree.fields:
            cells.append("; ".join(() if place.id is None else inferred_of(graph, place.id, subtree.fields)))
            cells += ["" if place.id is None else cell_of(graph, place.id, field) for field in fields]
        if subtree.sources:
            cells.append(cited)
        yield line(cells)
