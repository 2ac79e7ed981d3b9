"""The marks beside the name of an entity wherever it is mentioned: planned, our reading, disputed."""

from collections.abc import Iterator, Sequence

from tiers.model import Graph
from tiers.model.facts.columns import CONCERNED, DATED, INFERRED_ITSELF, is_inferred
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.graph import kinds_features_names
from tiers.model.facts.holding import is_planned

from .labels import standing_words

TELLING = DATED | INFERRED_ITSELF | CONCERNED
"""The features without which an entity has no mark."""


def marks(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield the marks of an entity: only planned, our reading, disputed."""
    yield from planned_words(graph, entity_id)
    if is_inferred(graph, entity_id):
        yield "inferred"
    if is_disputed(graph, entity_id):
        yield "disputed"


def planned_words(graph: Graph, entity_id: str) -> list[str]:
    """Return that an entity is only planned or proposed, and for when; empty for any other."""
    if is_planned(graph, entity_id) and graph.shown(entity_id):
        return standing_words(graph, entity_id)
    return []


def all_marked(graph: Graph, ids: Sequence[str]) -> Iterator[str]:
    """Yield `marked` of each of many entities; of a compiled model, no record is made of one without marks."""
    for each, (_, features, name) in zip(ids, kinds_features_names(graph, ids), strict=True):
        yield marked(graph, each) if features & TELLING else name


def marked(graph: Graph, entity_id: str) -> str:
    """Return the name of an entity with its marks in brackets."""
    said = ", ".join(marks(graph, entity_id))
    return f"{graph.name(entity_id)} ({said})" if said else graph.name(entity_id)
