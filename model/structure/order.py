"""The order of siblings, in trees and lists."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from ..facts.columns import ORDERED
from ..facts.graph import Graph, rows_of
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


class Ordered(NamedTuple):
    """An entity in an order by kind, with what is known of it without its record.

    Attributes:
        place: The place of its kind among the kinds; `order`, `folded` and `id` come next in the order.
        order: The place of its own among its siblings.
        folded: Its name without case.
        id: Its id.
        kind: Its kind.
        features: The features that it may have; see `facts.columns`.
        name: Its name.
    """

    place: int
    order: float
    folded: str
    id: str
    kind: str
    features: int
    name: str


def by_kind(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids ordered by kind, then as siblings."""
    return [each.id for each in ordered_by_kind(graph, ids)]


def ordered_by_kind(graph: Graph, ids: Iterable[str]) -> list[Ordered]:
    """Return entities ordered by kind, then as siblings."""
    found = list(ids)
    return sorted(
        [
            Ordered(
                _KINDS[kind],
                _order_of(graph, each) if features & ORDERED else math.inf,
                name.casefold(),
                each,
                kind,
                features,
                name,
            )
            for each, (kind, features, name) in zip(found, rows_of(graph, found), strict=True)
        ]
    )
