"""Gaps of functions: somebody is named for it, and nobody as who decides about it or holds it by delegation."""

from collections.abc import Iterable, Iterator

from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...facts.holding import NOW, holdings_of
from ...format import NONE
from ...format.records import Relation
from .gap import Gap, having

_FUNCTION = "function"


def may_have(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (each for each in having(IN_HAND, graph.incoming, ids) if graph.kind(each) == _FUNCTION)


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each function that is in somebody's hands, and of which nobody is said to decide.

    Where a source states that nobody decides, and where the model asks for who has it in hand at all, it is no gap here.
    """
    for each in ids:
        if graph.kind(each) != _FUNCTION:
            continue
        holdings = [one for one in holdings_of(graph, each) if one.state == NOW]
        if not holdings or any(one.mode.empowers for one in holdings):
            continue
        if any(_says_nobody_decides(one) for one in graph.relations(each, IN_HAND, "in")):
            continue
        question = f"Who decides about {graph.name(each)}?"
        yield Gap("function-decider", each, question, graph.entity(each).evidence)


def _says_nobody_decides(relation: Relation) -> bool:
    stated = relation.subject == NONE and not relation.evidence.inferred
    return stated and relation.details.get("mode") in {None, "decides"}
