"""The words of the exports for what is only planned or proposed, so that no export presents it as existing."""

from ..facts.graph import Graph
from ..facts.holding import ENDED, NOT_YET, NOW, PLANNED, is_planned, state_between
from ..facts.standing import ENDED as OVER
from ..facts.standing import MAY_HAVE_BEGUN, NOT_YET_DOCUMENTED, NOT_YET_DUE
from ..facts.standing import NOT_YET as LATER
from ..facts.standing import PLANNED as AWAITED
from ..format.records import Relation

STATES = (NOW, MAY_HAVE_BEGUN, PLANNED, ENDED, NOT_YET)
"""The states of exported entities and relations at the date of the export."""

_STANDINGS = {
    MAY_HAVE_BEGUN: MAY_HAVE_BEGUN,
    OVER: ENDED,
    LATER: NOT_YET,
    NOT_YET_DOCUMENTED: NOT_YET,
    NOT_YET_DUE: PLANNED,
}


def entity_state(graph: Graph, entity_id: str) -> str:
    """Return the state of an entity at the date, one of `STATES`; a proposed one counts as `planned`."""
    state = _STANDINGS.get(graph.standing(entity_id).state)
    if state is not None:
        return state
    return PLANNED if is_planned(graph, entity_id) else NOW


def standing(graph: Graph, entity_id: str) -> str:
    """Return the standing of an entity; `planned` where no document shows more than that it is planned or proposed."""
    return PLANNED if entity_state(graph, entity_id) == PLANNED else graph.standing(entity_id).state


def entity_words(graph: Graph, entity_id: str) -> str:
    """Return in words that an entity is only planned or proposed, and for when; empty for any other."""
    state = entity_state(graph, entity_id)
    if state == MAY_HAVE_BEGUN or graph.standing(entity_id).dropped:
        return graph.standing(entity_id).words()
    if state != PLANNED:
        return ""
    stands = graph.standing(entity_id)
    if stands.state in {AWAITED, NOT_YET_DUE}:
        return stands.words()
    return f"{graph.value(entity_id, 'status')}: no document says it happened"


def relation_words(graph: Graph, relation: Relation) -> str:
    """Return in words that a relation is only planned, and for when, or that it may not have begun; empty for any other."""
    state, day = state_between(graph, relation)
    if state == MAY_HAVE_BEGUN and day is not None:
        return f"{state}: {day.words()}"
    if state != PLANNED:
        return ""
    return f"planned{f': due {day.words()}' if day is not None else ''}, no document says it happened"
