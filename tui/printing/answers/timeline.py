"""What happened and what is due for other programs: what `tiers timeline --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.timeline import Item
from tiers.model.facts.disputes import is_disputed

from ..parts import json_values
from ..parts.json_schema import BASIS, DATE, FLAG, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array


def write(graph: Graph, items: Iterable[Item], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each date, in the order of time."""
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
    """Return the JSON Schema of what `write` writes."""
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
