"""The place or system to which an entity belongs, by which an answer is set out."""

from ..graph import Graph
from ..placing import ancestors_of
from ..vocabulary.groups import PLACES

_TIERS = frozenset(("national", "region", "system", "place"))


def home_of(graph: Graph, entity_id: str) -> str | None:
    """Return the place or system an entity belongs to, itself included, or else covers; `None` for none documented."""
    covered = (
        each.object for each in graph.relations(entity_id, "covers", "out") if each.object in graph.entities
    )
    for each in (entity_id, *ancestors_of(graph, entity_id), *sorted(covered)):
        if graph.entities[each].kind in PLACES and graph.value(each, "tier") in _TIERS:
            return each
    return None
