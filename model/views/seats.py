"""View 4: who is a member of what, with role and on whose behalf."""

from ..graph import Graph
from .below import entity
from .forest import Forest
from .layout import Branch, by_sibling, lay_out, sibling_key


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    holders = (each for each in graph.entities if graph.shown(each) and _seats(graph, each))
    return lay_out("seats", [entity(graph, each, None, _seats) for each in by_sibling(graph, holders)])


def _seats(graph: Graph, entity_id: str) -> list[Branch]:
    found = [each for each in graph.relations(entity_id, "member_of", "out") if graph.shown(each.object)]
    found.sort(key=lambda each: (sibling_key(graph, each.object), str(each.details.get("role", ""))))
    return [entity(graph, each.object, each) for each in found]
