"""How two entities are connected for other programs: what `tiers path --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.paths import Hop, Way
from tiers.model.facts.holding import state_of

from ..parts import json_values
from ..parts.json_values import array


def write(graph: Graph, ways: Iterable[Way], *, unicode: bool) -> Iterator[str]:
    """Yield an array with a list of entities for each way, the shortest way first."""
    return array(([_start(graph, way), *(_step(graph, hop) for hop in way)] for way in ways), unicode=unicode)


def _start(graph: Graph, way: Way) -> dict[str, object]:
    """Return the first entity of a way, which is reached by no relation."""
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
