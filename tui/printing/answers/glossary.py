"""Jargon in plain words for other programs: what `tiers glossary --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.glossary import Entry, Meaning
from tiers.model.structure.placing import tier_of

from ..parts import json_values
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
