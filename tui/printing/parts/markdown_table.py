"""Tables in Markdown that paste into a paper."""

from collections.abc import Iterator, Sequence

from ...wording.safe_text import safe
from ..tree.markdown import escaped


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table; nothing in a cell is markup, and every row has as many cells as there are headings."""
    yield _row(headings)
    yield f"| {' | '.join('---' for _ in headings)} |\n"
    yield from (_row(row) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(safe(each)) for each in cells)} |\n"
