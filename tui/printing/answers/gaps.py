"""The gaps as a Markdown table for a paper, as CSV and as JSON: what `tiers gaps` prints."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph
from tiers.model.answers.gaps import HEADINGS, Gap
from tiers.model.answers.gaps.counted import gaps_by_body
from tiers.model.answers.gaps.missing import ASKED, missing
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import is_planned
from tiers.model.format import INFERRED, STATED

from ...wording.description.footnotes import Footnotes
from ...wording.description.gaps import question_words, raised_words
from ...wording.marks import marked
from ..parts import csv_lines, json_values
from ..parts.json_schema import BASIS, DATE, FLAG, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array
from .cited import Row, cited_table, source_list

_HEADINGS = ("About", "What is missing", "Question to ask", "Note", "Raised by")

COLUMNS = (
    "code", "id", "name", "question", "note", "raised_by", "due", "basis", "planned", "disputed", "sources",
)  # fmt: skip
"""The columns of CSV, which are keys of the JSON."""


def write_markdown(graph: Graph, gaps: Sequence[Gap]) -> Iterator[str]:
    """Yield a table with a row for each gap, in the order of the text, followed by the sources by number."""
    footnotes = Footnotes(graph)
    asked = [each for code in ASKED for each in gaps if each.code == code]
    by_body = [each for found in gaps_by_body(graph, gaps).values() for each in found]
    yield from cited_table(footnotes, _HEADINGS, [_row(graph, each) for each in (*asked, *by_body)])
    yield from source_list(footnotes)


def write_csv(graph: Graph, gaps: Iterable[Gap]) -> Iterator[str]:
    """Yield a line for each gap."""
    return csv_lines.table(COLUMNS, (gap_record(graph, each) for each in gaps))


def _row(graph: Graph, gap: Gap) -> Row:
    cells = (
        graph.name(gap.id) if gap.code in ASKED else marked(graph, gap.id),
        HEADINGS[gap.code] if gap.code in ASKED else missing(gap.code),
        question_words(graph, gap),
        "" if gap.note == graph.name(gap.id) else gap.note,
        raised_words(graph, gap),
    )
    return cells, (gap.evidence,)


def write_json(graph: Graph, gaps: Iterable[Gap], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each gap."""
    return array((gap_record(graph, each) for each in gaps), unicode=unicode)


def gap_record(graph: Graph, gap: Gap) -> dict[str, object]:
    """Return a gap as a record, which is the same in every JSON output."""
    return {
        "code": gap.code,
        "id": gap.id,
        "name": graph.name(gap.id),
        "question": gap.question,
        "note": gap.note or None,
        "raised_by": [
            {
                "id": each if each in graph else None,
                "name": graph.name(each),
                "basis": INFERRED if each in gap.raised_by_reading else STATED,
            }
            for each in gap.raised_by
        ],
        "basis": gap.evidence.basis,
        "sources": json_values.sources(graph, gap.evidence),
        "due": gap.due,
        "planned": is_planned(graph, gap.id),
        "disputed": is_disputed(graph, gap.id),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    return rows(gap_schema())


def gap_schema() -> Schema:
    """Return the JSON Schema of a gap."""
    return record(
        {
            "code": said(TEXT, "the type of gap, which `--only` and `--not` take"),
            "id": TEXT,
            "name": TEXT,
            "question": said(TEXT, "the question to ask"),
            "note": maybe(TEXT),
            "raised_by": rows(record({"id": maybe(TEXT), "name": TEXT, "basis": BASIS})),
            "basis": BASIS,
            "sources": SOURCES,
            "due": said(maybe(DATE), "when an answer is due"),
            "planned": said(FLAG, "whether what it is about is only planned or proposed"),
            "disputed": FLAG,
        }
    )
