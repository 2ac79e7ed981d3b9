"""Markdown tables whose rows cite sources by number, and the numbered list of these sources, for committee papers."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Evidence

from ...wording.description.footnotes import Footnotes
from ...wording.safe_text import safe
from ..parts.markdown import escaped, table

Row = tuple[Sequence[str], Iterable[Evidence]]
"""The cells of a row, and its evidence."""


def cited_table(footnotes: Footnotes, headings: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield a Markdown table whose last column has the numbers of the sources of each row."""
    yield from table(
        (*headings, "Sources"), [(*cells, _numbers(footnotes, grounds)) for cells, grounds in rows]
    )


def source_list(footnotes: Footnotes) -> Iterator[str]:
    """Yield the numbered sources with a heading, to stand below all tables; empty if none is cited."""
    lines = footnotes.lines()
    if lines:
        yield "\n## Sources\n\n"
        yield from (f"{each.label}. {escaped(safe(each.text))}\n" for each in lines)


def _numbers(footnotes: Footnotes, grounds: Iterable[Evidence]) -> str:
    return ", ".join(map(str, sorted({number for each in grounds for number in footnotes.of(each)})))
