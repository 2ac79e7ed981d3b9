"""How far a function goes that is held by delegation: its extent, its limit and who decides above that."""

from collections.abc import Iterator, Mapping

from ...facts.graph import Graph
from ...facts.holding import NOW, Holding, state_with_subject
from ...format import OPEN
from ...structure.layers import delegations_to, is_agreed, limit_words


def limit_of(graph: Graph, held: Holding) -> str:
    """Return how far a function goes that an entity holds by delegation: `up to £500,000; above that Place Board`.

    It is empty where no document says, and for every other way of having a function in hand.
    """
    if not held.mode.delegated or held.state != NOW:
        return ""
    return "; ".join(sorted(set(_words(graph, held))))


def _words(graph: Graph, held: Holding) -> Iterator[str]:
    for relation in delegations_to(graph, held.id):
        if (
            relation.details.get("function") == held.function
            and state_with_subject(graph, relation)[0] == NOW
        ):
            extent, limit = relation.details.get("extent"), relation.details.get("limit")
            text = extent.get("text") if isinstance(extent, Mapping) else None
            if not is_agreed(relation):
                yield "no extent is agreed" if text in {None, *OPEN} else f"not agreed: {text}"
            elif text is not None and text not in OPEN:
                yield str(text)
            if isinstance(limit, Mapping):
                yield limit_words(graph, limit, above="above that")
