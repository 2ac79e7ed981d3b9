"""What belongs to an entity: all that is below it, and what was asked, promised or planned about any of that."""

from .graph import Graph
from .placing import placements
from .vocabulary import RELATIONS
from .vocabulary.groups import CONCERNING

_INVOLVING = frozenset(name for name, kind in RELATIONS.items() if kind.involves)


def below(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return an entity and all that its strongest placements put below it, whatever the dates."""
    children = _children(graph)
    found, waiting = {entity_id}, [entity_id]
    while waiting:
        new = [each for each in children.get(waiting.pop(), ()) if each not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


def concerning(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return what is below an entity, itself included, and what is about any of it."""
    inside = below(graph, entity_id)
    about = {
        relation.subject
        for each in inside
        for relation in graph.incoming.get(each, ())
        if relation.kind == "about" and graph.kind(relation.subject) in CONCERNING
    }
    return inside | about


def involved(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return who has a seat, a place or a part in what belongs to an entity, without belonging to it."""
    inside = concerning(graph, entity_id)
    return frozenset(
        relation.subject
        for each in inside
        for relation in graph.incoming.get(each, ())
        if relation.kind in _INVOLVING
        and relation.subject in graph.entities
        and relation.subject not in inside
    )


def _children(graph: Graph) -> dict[str, list[str]]:
    known: dict[str, list[str]] | None = graph.memo.get("children")
    if known is None:
        known = {}
        for each in graph.entities:
            for relation in placements(graph, each):
                known.setdefault(relation.object, []).append(each)
        graph.memo["children"] = known
    return known
