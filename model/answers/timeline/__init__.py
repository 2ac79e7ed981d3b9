"""`tiers timeline` and the timeline view: what happened and what is due, by date.

Nothing counts as having happened because it was planned. An item whose day is later than its own sources is
planned; it stays planned, with a note on what came of it. A date that slipped is listed with the date that
replaced it.
"""

from collections.abc import Iterator, Sequence

from ...facts.by_kind import sort_by_kind
from ...facts.functions import IN_HAND, NAMING, functions_named
from ...facts.graph import Graph
from ...facts.replacing import CONCERNS
from ...format.dates import Date
from ...structure.inside import below
from .item import Item
from .items import items

__all__ = ["Item", "each_once", "timeline"]

"""The relations through which an item of one entity also concerns another."""


def timeline(
    graph: Graph, within: str | None = None, *, since: Date | None = None, until: Date | None = None
) -> list[Item]:
    """Return the items of the timeline by date; items without a date come last.

    At the date of the graph these are the items that had happened by then, and those planned or due as
    documented by then.

    Args:
        graph: The model, at its date.
        within: Only items of this entity, of its descendants, or about either.
        since: Only items whose date may be this day or later.
        until: Only items whose date may be this day or earlier.
    """
    inside = None if within is None else below(graph, within)
    if inside is None:
        sort_by_kind(graph, "holds")
    found = [
        item
        for entity in graph.every_entity()
        if inside is None or _concerns(graph, entity.id, inside)
        for item in items(graph, entity)
        if _between(item.date, since, until)
    ]
    return sorted(each_once(found), key=lambda item: item.place(graph))


def each_once(items: Sequence[Item]) -> Iterator[Item]:
    """Yield items without those of a `responsible_for` relation that a delegation on the same day already states."""
    dated = {
        (holder, function, item.date, item.state)
        for item in items
        if item.relation is not None and item.relation.kind in NAMING
        for holder, function, _ in functions_named(item.relation)
    }
    for item in items:
        relation = item.relation
        if (
            relation is None
            or relation.kind != IN_HAND
            or (relation.subject, relation.object, item.date, item.state) not in dated
        ):
            yield item


def _between(day: Date | None, since: Date | None, until: Date | None) -> bool:
    """Return whether a date may be within a period; an undated item is in a period only if it is open at both ends."""
    if day is None:
        return since is None and until is None
    return (since is None or day.last >= since.first) and (until is None or day.first <= until.last)


def _concerns(graph: Graph, entity_id: str, inside: frozenset[str]) -> bool:
    """Return whether an entity is in a set, or about an entity in it."""
    if entity_id in inside:
        return True
    return any(each.kind in CONCERNS and each.object in inside for each in graph.outgoing(entity_id))
