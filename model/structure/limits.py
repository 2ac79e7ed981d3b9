"""The limit of a function held by delegation: its extent, its limit, and who decides above that."""

from collections.abc import Iterator, Mapping

from ..facts.functions import IN_HAND
from ..facts.graph import Graph
from ..facts.holding import ENDED, PRESENT, Holding, state_of_role, state_with_subject
from ..facts.relation_disputes import disputed_words
from ..format import OPEN
from ..format.dates import Date
from ..format.details import LIMIT
from ..format.modes import mode_of
from ..format.records import Relation
from .layers import delegations_to, is_agreed, limit_words


def limit_of(graph: Graph, held: Holding) -> str:
    """Return the limit of a function held by delegation: `up to £500,000; above that Place Board`.

    For a planned or ended role it is the limit of the planned or ended delegation. It is empty where no
    document gives a limit, and for roles that are not held by delegation.
    """
    return _limit(graph, held.id, held.function, held.state, held.date) if held.mode.delegated else ""


def limit_between(graph: Graph, relation: Relation) -> str:
    """Return the limit of the function that a relation says is held by delegation; empty for every other relation."""
    if relation.kind != IN_HAND or not mode_of(relation.details.get("mode")).delegated:
        return ""
    return _limit(graph, relation.subject, relation.object, *state_of_role(graph, relation))


def delegated_words(graph: Graph, relation: Relation) -> str:
    """Return the limit of one delegation: `up to £500,000; above that Place Board`; empty where no document gives one.

    Args:
        graph: The model.
        relation: The delegation; every other relation has no limit.
    """
    return "; ".join(_words(graph, relation)) if relation.kind == "delegates_to" else ""


def _limit(graph: Graph, holder: str, function: str, state: str, date: Date | None) -> str:
    given = [
        each
        for each in delegations_to(graph, holder, over=state == ENDED)
        if each.details.get("function") == function
        and _is_alike(state_with_subject(graph, each)[0], state)
        and (date is None or state != ENDED or each.end_date in {None, date})
    ]
    words = [(each.subject, delegated_words(graph, each)) for each in given]
    if len({said for _, said in words}) > 1:  # each of several givers has its own limit
        words = [
            (giver, f"from {graph.name(giver)}: {said}" if said and giver in graph else said)
            for giver, said in words
        ]
    return "; ".join(sorted({said for _, said in words if said}))


def _is_alike(one: str, other: str) -> bool:
    """Whether a delegation has the state of its taker's role; what may have begun counts as present."""
    return one == other or {one, other} <= {*PRESENT}


def _words(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield the extent and the limit of one delegation; where documents disagree about the limit, each side."""
    undecided = disputed_words(graph, relation, LIMIT.name)
    if undecided:
        yield f"limit {undecided}"
        return
    extent, limit = relation.details.get("extent"), relation.details.get("limit")
    text = extent.get("text") if isinstance(extent, Mapping) else None
    if not is_agreed(relation):
        yield "no extent is agreed" if text in {None, *OPEN} else f"not agreed: {text}"
    elif text is not None and text not in OPEN:
        yield str(text)
    if isinstance(limit, Mapping):
        yield limit_words(graph, limit, above="above that")
