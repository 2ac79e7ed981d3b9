"""Jargon in plain words for other programs: what `tiers glossary --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.glossary import Entry, Meaning
from tiers.model.structure.placing import tier_of

from ..parts import json_values
from ..parts.json_schema import BASIS, DATE, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array


def write(graph: Graph, entries: Iterable[Entry], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each term: its meanings, and which entities have the same name."""
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
    """Return the JSON Schema of what `write` writes."""
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
