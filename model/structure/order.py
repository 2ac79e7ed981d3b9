"""The order of siblings, in trees and lists."""

import math
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from ..facts.columns import ORDERED
from ..facts.graph import Described, Graph, described, kinds_features_names
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
    if len(found) < 2:  # noqa: PLR2004 - nothing to put in order
        return found
    ranks = described(graph).ranks
    if ranks:
        with suppress(KeyError):  # one is not in the trees
            return sorted(found, key=ranks.__getitem__)
    return sorted(found, key=partial(sibling_key, graph))


def sibling_rank(graph: Graph) -> Callable[[str], Any]:
    """Return a function from entities in the trees to their sort keys among siblings: their ranks, if `rank_all` gave them."""
    ranks = described(graph).ranks
    return ranks.__getitem__ if ranks else partial(sibling_key, graph)


def rank_all(graph: Graph) -> Described:
    """Put all entities in the trees in the order of siblings; return their ranks in it, their kinds and their names.

    A view that shows nearly all entities then compares numbers instead of names, and each record is looked at once only. At
    100,000 entities it takes longer to find a record again for each row than to lay out the row.
    """
    found = described(graph)
    if found.ranks:
        return found
    ordered: list[tuple[float, str, str]] = []
    others: list[tuple[str, str]] = []
    ids = graph.all_shown()
    for each, (kind, features, name) in zip(ids, kinds_features_names(graph, ids), strict=True):
        found.kinds[each] = kind
        found.names[each] = name
        order = _order_of(graph, each) if features & ORDERED else math.inf
        if order == math.inf:
            others.append((name.casefold(), each))
        else:
            ordered.append((order, name.casefold(), each))
    every = [*(each for *_, each in sorted(ordered)), *(each for _, each in sorted(others))]
    # last and in one step, since another thread may be laying out a view meanwhile
    found.ranks.update(zip(every, range(len(every)), strict=True))
    return found


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
            for each, (kind, features, name) in zip(found, kinds_features_names(graph, found), strict=True)
        ]
    )
