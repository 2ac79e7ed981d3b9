"""What a search found for other programs: what `tiers search --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.facts.disputes import is_disputed
from tiers.model.finding.ranking.hits import Hit
from tiers.model.structure.placing import path_of, tier_of

from ..parts.json_schema import BASIS, FLAG, SOURCES, TEXT, TEXTS, Schema, maybe, record, rows, said
from ..parts.json_values import array, sources


def write(graph: Graph, hits: Iterable[Hit], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each entity that was found, the best first."""
    return array((_record(graph, each) for each in hits), unicode=unicode)


def _record(graph: Graph, hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "name": graph.name(hit.id),
        "kind": graph.kind(hit.id),
        "tier": tier_of(graph, hit.id),
        "path": [graph.name(each) for each in path_of(graph, hit.id)],
        "score": hit.score,
        "matched": hit.matched,
        "standing": graph.standing(hit.id).state,
        "basis": graph.entity(hit.id).evidence.basis,
        "disputed": is_disputed(graph, hit.id),
        "sources": sources(graph, graph.entity(hit.id).evidence),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write` writes."""
    return rows(
        record(
            {
                "id": TEXT,
                "name": TEXT,
                "kind": TEXT,
                "tier": maybe(TEXT),
                "path": said(TEXTS, "the names of what it is below, the widest first"),
                "score": said({"type": "number"}, "how well it fits: the best first"),
                "matched": said(TEXT, "by what it was found"),
                "standing": said(TEXT, "how it stands at the date"),
                "basis": BASIS,
                "disputed": FLAG,
                "sources": SOURCES,
            }
        )
    )
