"""The timeline as a Markdown table for a paper, as CSV and as JSON: what `tiers timeline` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.timeline import Item
from tiers.model.facts.disputes import is_disputed
from tiers.model.format.keys import SAID_NOT_STATED
from tiers.model.structure.placing import place_of

from ...wording.description.footnotes import Footnotes
from ...wording.description.values import joined
from ...wording.signs import SIGNS
from ..parts import csv_lines, json_values
from ..parts.json_schema import BASIS, DATE, FLAG, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array
from .cited import Row, cited_table, source_list

_HEADINGS = ("Date", "What", "State", "Kind", "Place", "Note")
COLUMNS = ("date", "id", "name", "kind", "state", "report", "note", "basis", "disputed", "sources")
"""The columns of CSV, which are keys of the JSON."""


def write_markdown(graph: Graph, items: Iterable[Item]) -> Iterator[str]:
    """Yield a table with a row for each item, by date, followed by the sources by number."""
    footnotes = Footnotes(graph)
    yield from cited_table(footnotes, _HEADINGS, [_row(graph, each) for each in items])
    yield from source_list(footnotes)


def write_csv(graph: Graph, items: Iterable[Item]) -> Iterator[str]:
    """Yield a line for each item, by date."""
    return csv_lines.table(COLUMNS, (_record(graph, each) for each in items))


def _row(graph: Graph, item: Item) -> Row:
    place, words = place_of(graph, item.id), SIGNS[graph.kind(item.id)].word
    marks = ["inferred"] if item.evidence.inferred else []
    marks += ["disputed"] if is_disputed(graph, item.id) else []
    cells = (
        SAID_NOT_STATED if item.date is None else item.date.words(),
        joined(item.name(graph), *marks),
        item.said,
        words,
        "" if place is None else graph.name(place),
        item.note,
    )
    return cells, (item.evidence,)


def write_json(graph: Graph, items: Iterable[Item], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each item, by date."""
    return array((_record(graph, each) for each in items), unicode=unicode)


def _record(graph: Graph, item: Item) -> dict[str, object]:
    return {
        "date": item.date,
        "id": item.id,
        "name": item.name(graph),
        "kind": graph.kind(item.id),
        "state": item.state,
        "report": item.report,
        "note": item.note or None,
        "basis": item.evidence.basis,
        "disputed": is_disputed(graph, item.id),
        "sources": json_values.sources(graph, item.evidence),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    return rows(
        record(
            {
                "date": maybe(DATE),
                "id": TEXT,
                "name": TEXT,
                "kind": TEXT,
                "state": said(TEXT, "what happened or is due that day"),
                "report": said(FLAG, "whether it is a dated report on a commitment or a piece of work"),
                "note": maybe(TEXT),
                "basis": BASIS,
                "disputed": FLAG,
                "sources": SOURCES,
            }
        )
    )
