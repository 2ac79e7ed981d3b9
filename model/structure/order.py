"""The order of siblings, in trees and lists."""

import math
from collections.abc import Iterable

from ..facts.columns import ORDERED, features_of, kinds_of
from ..facts.graph import Graph
from ..format import KINDS

_KINDS = {kind: rank for rank, kind in enumerate(KINDS)}


def sibling_key(graph: Graph, entity_id: str) -> tuple[float, str, str]:
    """Return the sort key of an entity among its siblings: `order`, then name without case, then id."""
    return (_order_of(graph, entity_id), graph.name(entity_id).casefold(), entity_id)


def _order_of(graph: Graph, entity_id: str) -> float:
    """Return the place that an entity has of its own among its siblings; infinite without one."""
    entity = graph.find(entity_id)
    order = None if entity is None else entity.values.get("order")
    return order if isinstance(order, int) else math.inf


def by_sibling(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids in the order of siblings, without duplicates."""
    found = list(dict.fromkeys(ids))
    return sorted(found, key=lambda each: sibling_key(graph, each)) if len(found) > 1 else found


def by_kind(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids ordered by kind, then as siblings."""
    found = list(ids)
    keys = [
        (_KINDS[kind], _order_of(graph, each) if features & ORDERED else math.inf, name.casefold(), each)
        for each, kind, features, name in zip(
            found, kinds_of(graph, found), features_of(graph, found), graph.names(found), strict=True
        )
    ]
    return [each for *_, each in sorted(keys)]
