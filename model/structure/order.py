"""In which order siblings stand, wherever several stand beside each other."""

import math
from collections.abc import Iterable

from ..facts.graph import Graph
from ..format import KINDS

_KINDS = {kind: rank for rank, kind in enumerate(KINDS)}


def sibling_key(graph: Graph, entity_id: str) -> tuple[float, str, str]:
    """Return the key by which siblings stand: `order`, then case-folded name, then id; `unknown` has one too."""
    entity = graph.find(entity_id)
    order = None if entity is None else entity.values.get("order")
    return (order if isinstance(order, int) else math.inf, graph.name(entity_id).casefold(), entity_id)


def by_sibling(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids without doubles in the order of siblings."""
    found = list(dict.fromkeys(ids))
    return sorted(found, key=lambda each: sibling_key(graph, each)) if len(found) > 1 else found


def by_kind(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids by kind, in the order in which a reader wants kinds, then as siblings stand."""
    return sorted(ids, key=lambda each: (_KINDS[graph.kind(each)], sibling_key(graph, each)))
