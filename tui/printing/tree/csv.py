r"""The format `csv`: a line for each entity at each of its places, with its path and depth, for spreadsheets.

RFC 4180 with `\n` at the end of a line. A text that a spreadsheet would take for a formula has an apostrophe
before it; `'` is put before texts that already begin so too, and so can always be taken off again.
"""

import re
from collections.abc import Iterable, Iterator

from ...wording.safe_text import safe
from .own_columns import cells_of, columns_of
from .places import COLUMNS, RESTS_ON, basis_of, cited_in, dates_of, disputed_at, places, standing_of
from .subtree import Subtree

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet would compute; the wide forms count in some of them."""

PATH_MARK = " > "
"""Stands between the names of a path."""


def line(cells: Iterable[str]) -> str:
    """Return a line of CSV with every cell safe, inert and quoted where it must be."""
    return f"{','.join(map(_cell, cells))}\n"


def _cell(text: str) -> str:
    text = safe(text)
    if _FORMULA.match(text):
        text = f"'{text}"
    if '"' in text or "," in text or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


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
        told = cells_of(subtree, place) if own or further else {}
        cells = [
            str(len(place.path)),
            PATH_MARK.join(place.path),
            place.id or "",
            place.name,
            place.kind,
            place.tier or "",
            *(told.get(column, "") for column in own),
            basis_of(subtree, place),
            "" if start is None else start.text,
            "" if end is None else end.text,
            cited,
            standing_of(subtree, place),
            "yes" if disputed_at(subtree, place) else "",
            *(told.get(column, "") for column in further),
        ]
        if subtree.fields:
            cells.append("; ".join(() if place.id is None else inferred_of(graph, place.id, subtree.fields)))
            cells += ["" if place.id is None else cell_of(graph, place.id, field) for field in fields]
        if subtree.sources:
            cells.append(cited)
        yield line(cells)
