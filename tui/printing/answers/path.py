"""How two entities are connected for other programs: what `tiers path --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Date, Graph
from tiers.model.answers.paths import Hop, Way
from tiers.model.facts.holding import state_of

from ..parts import json_values
from ..parts.json_schema import BASIS, DATE, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array


def write(graph: Graph, ways: Iterable[Way], *, unicode: bool, until: Date | None = None) -> Iterator[str]:
    """Yield an array with a list of entities for each way, the shortest way first.

    Args:
        graph: The model, at its date.
        ways: The ways.
        unicode: Whether more than ASCII may be written.
        until: The last day on which they connected; `None` for those that hold at the date.
    """
    return array(
        ([_start(graph, way, until), *(_step(graph, hop) for hop in way)] for way in ways), unicode=unicode
    )


def _start(graph: Graph, way: Way, until: Date | None) -> dict[str, object]:
    """Return the first entity of a way, which is reached by no relation, and until when the way connected."""
    start = way[0].start
    reached = dict.fromkeys(("relation", "direction", "label", "basis"))
    standing = graph.standing(start).state
    return {
        "id": start,
        "name": graph.name(start),
        **reached,
        "sources": [],
        "standing": standing,
        "state": None,
        "until": until,
    }


def _step(graph: Graph, hop: Hop) -> dict[str, object]:
    """Return an entity of a way with the relation by which it is reached, and how each of the two stands."""
    return {
        "id": hop.end,
        "name": graph.name(hop.end),
        "relation": hop.relation.kind,
        "direction": hop.direction,
        "label": hop.label,
        "basis": hop.relation.evidence.basis,
        "sources": json_values.sources(graph, hop.relation.evidence),
        "standing": graph.standing(hop.end).state,
        "state": state_of(graph, hop.relation)[0],
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write` writes."""
    step = record(
        {
            "id": TEXT,
            "name": TEXT,
            "relation": said(maybe(TEXT), "the kind of relation by which it is reached; null for the first"),
            "direction": maybe({"enum": ["out", "in"]}),
            "label": maybe(TEXT),
            "basis": maybe(BASIS),
            "sources": SOURCES,
            "standing": TEXT,
            "state": maybe(TEXT),
            "until": said(maybe(DATE), "of the first: until when the path connected; null for one that does"),
        },
        optional=("until",),
    )
    return rows(rows(step))
