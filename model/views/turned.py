"""Which of the entities that turn between two dates may change the rows of a view.

Most turn in what no row shows: a document confirms a plan, or says again what was said. On many days nothing else turns.
"""

from collections.abc import Collection

from ..facts.claims import has_lapsed
from ..facts.ends import is_over
from ..facts.graph import Graph
from ..format.records import Claim, Relation


def turned(before: Graph, graph: Graph, ids: Collection[str]) -> frozenset[str]:
    """Return the entities of which something differs that rows depend on.

    That is whether an entity is in the trees, its name and other values, and which relations hold, have lapsed or are
    over. It does not suffice for a view with the words of relations in its headings, which depend on more.

    Args:
        before: The model at one date.
        graph: The same model at another date.
        ids: All entities whose description may differ between the two.
    """
    found: set[str] = set()
    for each in ids:
        if _is_told_otherwise(before, graph, each):
            found.add(each)
        # the relations of an entity turn with their subject; one without an entity as subject turns with its object
        for relation in graph.outgoing(each):
            if _turns(before, graph, relation):
                found.update((each, relation.object))
        if each not in found and any(_turns(before, graph, one) for one in graph.from_unknown(each)):
            found.add(each)
    return frozenset(found.intersection(ids))


def _is_told_otherwise(before: Graph, graph: Graph, entity_id: str) -> bool:
    """Whether an entity comes or goes, or has another name or value."""
    if before.shown(entity_id) != graph.shown(entity_id) or before.name(entity_id) != graph.name(entity_id):
        return True
    return any(
        before.value(entity_id, attribute) != graph.value(entity_id, attribute)
        for attribute, value in graph.entity(entity_id).values.items()
        if isinstance(value, tuple) and value and isinstance(value[0], Claim)
    )


def _turns(before: Graph, graph: Graph, relation: Relation) -> bool:
    """Whether a relation begins or ceases to hold, lapses or is over."""
    if before.holds(relation) != graph.holds(relation):
        return True
    end = relation.end_date
    return end is not None and (
        is_over(before, end, before.at) != is_over(graph, end, graph.at)
        or has_lapsed(before, relation, before.at) != has_lapsed(graph, relation, graph.at)
    )
