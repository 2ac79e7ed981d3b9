"""The order of siblings, in trees and lists."""

import math
from collections.abc import Iterable

from ..facts.graph import Graph
from ..format import KINDS

_KINDS = {kind: rank for rank, kind in enumerate(KINDS)}


def sibling_key(graph: Graph, entity_id: str) -> tuple[float, str, str]:
    """Return the sort key of an entity among its siblings: `order`, then name without case, then id."""
    entity = graph.find(entity_id)
    order = None if entity is None else entity.values.get("order")
    return (order if isinstance(order, int) else math.inf, graph.name(entity_id).casefold(), entity_id)


def by_sibling(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids in the order of siblings, without duplicates."""
    found = list(dict.fromkeys(ids))
    return sorted(found, key=lambda each: sibling_key(graph, each)) if len(found) > 1 else found


def by_kind(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids ordered by kind, then as siblings."""
    return sorted(ids, key=lambda each: (_KINDS[graph.kind(each)], sibling_key(graph, each)))
