"""How far a function goes that is held by delegation: its extent, its limit and who decides above that."""

from collections.abc import Iterator, Mapping

from ...facts.graph import Graph
from ...facts.holding import ENDED, Holding, state_with_subject
from ...format import OPEN
from ...format.records import Relation
from ...structure.layers import delegations_to, is_agreed, limit_words


def limit_of(graph: Graph, held: Holding) -> str:
    """Return how far a function goes that an entity holds by delegation: `up to £500,000; above that Place Board`.

    Of what is planned or over, it is the limit that is planned or was. It is empty where no document says, and for every
    role but that of holding it by delegation.
    """
    if not held.mode.delegated:
        return ""
    given = [
        each
        for each in delegations_to(graph, held.id, over=held.state == ENDED)
        if each.details.get("function") == held.function
        and state_with_subject(graph, each)[0] == held.state
        and (held.date is None or held.state != ENDED or each.end_date in {None, held.date})
    ]
    words = [(each.subject, "; ".join(_words(graph, each))) for each in given]
    if len({said for _, said in words}) > 1:  # of several that delegate it, each has its own
        words = [
            (giver, f"from {graph.name(giver)}: {said}" if said and giver in graph else said)
            for giver, said in words
        ]
    return "; ".join(sorted({said for _, said in words if said}))


def _words(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield the extent and the limit of one delegation."""
    extent, limit = relation.details.get("extent"), relation.details.get("limit")
    text = extent.get("text") if isinstance(extent, Mapping) else None
    if not is_agreed(relation):
        yield "no extent is agreed" if text in {None, *OPEN} else f"not agreed: {text}"
    elif text is not None and text not in OPEN:
        yield str(text)
    if isinstance(limit, Mapping):
        yield limit_words(graph, limit, above="above that")
