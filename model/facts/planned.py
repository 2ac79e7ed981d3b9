"""Find plans other than roles: delegations with a planned end or function, and ends of entities that never began."""

from ..format.dates import Date
from ..format.records import Claim, Relation
from .claims import is_foretold
from .graph import Graph
from .holding import NOW, is_planned, state_of_entity, state_of_role
from .standing import NOT_YET_DUE


def state_of_delegation(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return the state of a delegation and its day, from the delegation, both its ends, and the function delegated."""
    state, date = state_of_role(graph, relation)
    function = str(relation.details.get("function"))
    return state_of_entity(graph, function) if state == NOW and function in graph else (state, date)


def is_planned_end(graph: Graph, entity_id: str, end: Claim) -> bool:
    """Return whether an end is part of a plan: by the date no document shows that the entity began."""
    return is_foretold(graph, end) and (
        is_planned(graph, entity_id) or graph.standing(entity_id).state == NOT_YET_DUE
    )
