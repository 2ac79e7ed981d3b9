"""The seats view (4): the bodies that each member has a seat on, with role and on whose behalf."""

from ..facts.graph import Graph
from ..structure.order import by_sibling, sibling_key
from .forest import Forest
from .layout import Row, lay_out


def make(graph: Graph) -> Forest:
    """Return the seats view of a graph at its date."""
    holders = by_sibling(graph, (each for each in graph.all_shown() if _seats(graph, each)))
    return lay_out("seats", graph, [(each, None, _seats) for each in holders])


def _seats(graph: Graph, entity_id: str) -> list[Row]:
    """Return a row for each body that an entity is a member of."""
    found = [each for each in graph.relations(entity_id, "member_of", "out") if graph.shown(each.object)]
    found.sort(key=lambda each: (sibling_key(graph, each.object), str(each.details.get("role", ""))))
    return [(each.object, each, None) for each in found]
