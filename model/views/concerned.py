"""Which entities of a view are laid out again when some differ: these, those around them, and those above either."""

from collections.abc import Collection, Iterable

from ..facts.graph import Graph, lasting_name
from .forest import Forest
from .near import homes_near
from .nest import is_in_sight, is_seated
from .top import Top

_MOST = 0.1
"""The part of a model's entities above which a view is laid out whole."""

_AROUND = 4
"""How many times as many entities may be around those that differ."""

AT_LEAST = 100
"""How many entities are laid out again even of a small model."""


def entities_concerned(
    top: Top, earlier: Forest, before: Graph, graph: Graph, changed: Collection[str]
) -> set[str] | None:
    """Return the entities whose rows below may differ between two graphs; `None` if the whole view may.

    Args:
        top: The top level of the view.
        earlier: The rows of the view of the first graph.
        before: The first graph.
        graph: The second graph.
        changed: The entities whose description may differ.
    """
    most = max(AT_LEAST, int(_MOST * len(graph)))
    if len(changed) > most or (
        top.names_others and any(_is_named_otherwise(graph, each) for each in changed)
    ):
        return None
    around = _reached(top, before, graph, changed, most)
    if around is None:
        return None
    if top.is_complete:
        found = {*changed, *(each for each in around if _is_elsewhere(before, graph, each))}
        sat_on = {seat.object for each in changed for seat in graph.outgoing(each) if seat.object in graph}
    else:
        found, sat_on = {*changed, *around}, set()
    above = _all_above(earlier, before, graph, found)
    above.update(
        _all_above(earlier, before, graph, (each for each in above if graph.kind(each) in top.leading))
    )
    found |= above | sat_on
    return None if len(found) > most else found


def _reached(top: Top, before: Graph, graph: Graph, changed: Collection[str], most: int) -> set[str] | None:
    """Return the entities within reach of those that differ; `None` if they are too many."""
    found = set(changed)
    edge: Iterable[str] = changed
    left = top.reach
    while edge:
        new = {one for each in edge for one in _around(graph, each)}
        new -= found
        found |= new
        if len(found) > _AROUND * most:
            return None
        left -= 1
        # an entity that is not in the trees passes what is below it on to those above it
        edge = new if left > 0 else [each for each in new if not (before.shown(each) and graph.shown(each))]
    return found.difference(changed)


def _is_elsewhere(before: Graph, graph: Graph, entity_id: str) -> bool:
    """Whether an entity is in other places of the trees than before."""
    return (
        before.shown(entity_id) != graph.shown(entity_id)
        or list(homes_near(before, entity_id)) != list(homes_near(graph, entity_id))
        or is_seated(before, entity_id) != is_seated(graph, entity_id)
        or is_in_sight(before, entity_id) != is_in_sight(graph, entity_id)
    )


def _all_above(earlier: Forest, before: Graph, graph: Graph, ids: Iterable[str]) -> set[str]:
    """Return the entities above some entities, in the earlier forest and in the trees of either graph."""
    found: set[str] = set()
    for each in ids:
        found.update(
            above for row in earlier.rows_of(each) if (above := earlier.entity_above(row)) is not None
        )
        found.update(home for one in (before, graph) if each in one for home, _ in homes_near(one, each))
    return found


def _around(graph: Graph, entity_id: str) -> Iterable[str]:
    """Yield the entities with a relation from or to an entity, or that is named in one."""
    for relation in graph.outgoing(entity_id):
        if relation.object in graph:
            yield relation.object
    for relation in graph.incoming(entity_id):
        if relation.subject in graph:
            yield relation.subject
    for relation in graph.naming(entity_id):
        yield from (each for each in (relation.subject, relation.object) if each in graph)


def _is_named_otherwise(graph: Graph, entity_id: str) -> bool:
    """Whether the name of an entity may differ between dates."""
    entity = graph.find(entity_id)
    return entity is None or lasting_name(entity) is None
