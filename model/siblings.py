"""In which order siblings stand, wherever several stand beside each other."""

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .graph import Graph


def sibling_key(graph: "Graph", entity_id: str) -> tuple[float, str, str]:
    """Return the key by which siblings stand: `order`, then case-folded name, then id; `unknown` has one too."""
    entity = graph.entities.get(entity_id)
    order = None if entity is None else entity.values.get("order")
    return (order if isinstance(order, int) else math.inf, graph.name(entity_id).casefold(), entity_id)


def by_sibling(graph: "Graph", ids: Iterable[str]) -> list[str]:
    """Return ids without doubles in the order of siblings."""
    found = list(dict.fromkeys(ids))
    return sorted(found, key=lambda each: sibling_key(graph, each)) if len(found) > 1 else found
