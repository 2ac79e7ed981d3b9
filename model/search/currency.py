"""What is current at the date of a graph; the rest stands behind it."""

from ..graph import Graph
from ..standing import ENDED, NOT_YET, NOT_YET_DUE, is_changed

_PAST = frozenset((ENDED, NOT_YET, NOT_YET_DUE))
_TELLING = frozenset(("end_date", "status", "start_date", "expected_date"))


def may_be_past(graph: Graph, entity_id: str) -> bool:
    """Whether there is a date at which an entity may not be current; the others need not be asked again."""
    entity = graph.entity(entity_id)
    return entity.kind == "event" or not _TELLING.isdisjoint(entity.values) or is_changed(graph, entity_id)


def not_current(graph: Graph, entity_id: str) -> bool:
    """Whether an entity has ended, or not begun, at the date of the graph; an event is over unless expected."""
    entity = graph.entity(entity_id)
    values = entity.values
    if entity.kind == "event":
        return "expected_date" not in values
    if not ("end_date" in values or "status" in values or _changed(graph, entity_id, "originals")):
        begins = "start_date" in values or "expected_date" in values or _changed(graph, entity_id, "results")
        if graph.at is None or not begins:
            return False
    return graph.standing(entity_id).state in _PAST


def _changed(graph: Graph, entity_id: str, kind: str) -> bool:
    return any(each.kind == kind for each in graph.incoming(entity_id))
