"""What was asked and promised as a Markdown table: what `tiers matters --format markdown` prints."""

from collections.abc import Iterator, Sequence

from tiers.model import Graph
from tiers.model.matters import Matter, evidence_of

from ..describing.follow_up import NOTHING_SINCE, due_words, names, seen_words, silent, when_words
from ..describing.footnotes import Footnotes
from ..safe_text import safe
from .markdown import escaped
from .markdown_table import table

_HEADINGS = (
    "Asked or promised",
    "When, by whom",
    "Answered",
    "Promised",
    "Due",
    "Seen since",
    "State",
    "Sources",
)


def write(graph: Graph, matters: Sequence[Matter]) -> Iterator[str]:
    """Yield a table with a row for each matter, and below it the sources by number."""
    footnotes = Footnotes(graph)
    rows = [_row(graph, each, footnotes) for each in matters]
    yield from table(_HEADINGS, rows)
    lines = footnotes.lines()
    if lines:
        yield "\n"
        yield from (f"{each.label}. {escaped(safe(each.text))}\n" for each in lines)


def _row(graph: Graph, matter: Matter, footnotes: Footnotes) -> tuple[str, ...]:
    by = matter.asked_by if matter.asked is not None else matter.promised_by
    promised = "" if matter.asked is None or matter.promised is None else silent(matter.promised)
    numbers = sorted({number for each in evidence_of(graph, matter) for number in footnotes.of(each)})
    return (
        graph.name(matter.id),
        ", ".join(filter(None, (when_words(graph, matter), names(graph, by)))),
        "; ".join(str(each.value) for each in matter.answered),
        promised,
        due_words(matter),
        "; ".join(seen_words(graph, each) for each in matter.seen_since) or NOTHING_SINCE,
        matter.state,
        ", ".join(map(str, numbers)),
    )
