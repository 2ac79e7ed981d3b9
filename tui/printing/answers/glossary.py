"""The glossary as a Markdown table for a paper, as CSV and as JSON: what `tiers glossary` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.glossary import Entry, Meaning
from tiers.model.structure.placing import tier_of

from ...wording.description.footnotes import Footnotes
from ...wording.description.glossary import time_words
from ...wording.description.values import expansion_words, inferred_word, joined
from ..parts import csv_lines, json_values
from ..parts.json_schema import BASIS, DATE, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array
from .cited import Row, cited_table, source_list

_HEADINGS = ("Term", "Short for", "Meaning", "Tier", "When", "What it names")
_OF_MEANING = (
    "meaning", "expansion", "tier", "first", "last", "start_date", "end_date", "bearers", "basis", "note", "sources",
)  # fmt: skip
COLUMNS = ("id", "term", "summary", *_OF_MEANING[:-1], "also", _OF_MEANING[-1])
"""The columns of CSV, which has a line for each meaning; they are keys of the JSON."""


def write_markdown(graph: Graph, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a table with a row for each meaning of each term, followed by the sources by number."""
    footnotes = Footnotes(graph)
    rows = [row for entry in entries for row in _rows(graph, entry)]
    yield from cited_table(footnotes, _HEADINGS, rows)
    yield from source_list(footnotes)


def write_csv(graph: Graph, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each meaning of each term, and one for a name that is no term."""
    return csv_lines.table(COLUMNS, (line for entry in entries for line in _lines(_entry(graph, entry))))


def _rows(graph: Graph, entry: Entry) -> Iterator[Row]:
    for each in entry.meanings:
        meaning = joined(each.text, inferred_word(each.evidence))
        named = "; ".join(map(graph.name, each.bearers))
        cells = (entry.name, expansion_words(each.expansion), meaning, each.tier, time_words(each), named)
        yield cells, (each.evidence,)
    if not entry.meanings:
        yield (entry.name, "", entry.summary, "", "", "; ".join(map(graph.name, entry.also))), ()


def _lines(entry: dict[str, object]) -> Iterator[dict[str, object]]:
    meanings = entry["meanings"]
    for each in meanings if isinstance(meanings, list) and meanings else [dict.fromkeys(_OF_MEANING)]:
        yield {**entry, **each}


def write_json(graph: Graph, entries: Iterable[Entry], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each term: its meanings, and the entities with the same name."""
    return array((_entry(graph, each) for each in entries), unicode=unicode)


def _entry(graph: Graph, entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id or None,
        "term": entry.name,
        "summary": entry.summary or None,
        "meanings": [_meaning(graph, each) for each in entry.meanings],
        "also": [_bearer(graph, each) for each in entry.also],
    }


def _meaning(graph: Graph, meaning: Meaning) -> dict[str, object]:
    return {
        "meaning": meaning.text,
        "expansion": meaning.expansion or None,
        "tier": meaning.tier or None,
        "first": meaning.first,
        "last": meaning.last,
        "start_date": meaning.start_date,
        "end_date": meaning.end_date,
        "bearers": [_bearer(graph, each) for each in meaning.bearers],
        "basis": meaning.evidence.basis,
        "note": meaning.evidence.note or None,
        "sources": json_values.sources(graph, meaning.evidence),
    }


def _bearer(graph: Graph, entity_id: str) -> dict[str, object]:
    return {
        "id": entity_id,
        "name": graph.name(entity_id),
        "kind": graph.kind(entity_id),
        "tier": tier_of(graph, entity_id),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    bearers = rows(record({"id": TEXT, "name": TEXT, "kind": TEXT, "tier": maybe(TEXT)}))
    meaning = record(
        {
            "meaning": TEXT,
            "expansion": said(maybe(TEXT), "what it is short for"),
            "tier": maybe(TEXT),
            "first": said(maybe(DATE), "the date of the first document that uses it"),
            "last": said(maybe(DATE), "the date of the last document that uses it"),
            "start_date": maybe(DATE),
            "end_date": maybe(DATE),
            "bearers": said(bearers, "the entities that are meant"),
            "basis": BASIS,
            "note": maybe(TEXT),
            "sources": SOURCES,
        }
    )
    return rows(
        record(
            {
                "id": said(maybe(TEXT), "null where it is only the name of entities"),
                "term": TEXT,
                "summary": maybe(TEXT),
                "meanings": rows(meaning),
                "also": said(bearers, "the entities that have the same name"),
            }
        )
    )
