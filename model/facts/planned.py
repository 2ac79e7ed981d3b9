"""What is only planned besides roles: a delegation by what it is from, to or about, and the end of what did not begin."""

from ..format.dates import Date
from ..format.records import Claim, Relation
from .claims import is_foretold
from .graph import Graph
from .holding import NOW, is_planned, state_of_entity, state_of_role
from .standing import NOT_YET_DUE


def state_of_delegation(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return how a delegation stands: as itself, as both its ends, as the function that is delegated."""
    state, date = state_of_role(graph, relation)
    function = str(relation.details.get("function"))
    return state_of_entity(graph, function) if state == NOW and function in graph else (state, date)


def is_planned_end(graph: Graph, entity_id: str, end: Claim) -> bool:
    """Whether an end is foretold of what no document shows by the date to have begun: it is planned to end as it is to begin."""
    return is_foretold(graph, end) and (
        is_planned(graph, entity_id) or graph.standing(entity_id).state == NOT_YET_DUE
    )
