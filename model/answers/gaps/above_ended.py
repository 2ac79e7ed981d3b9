"""Gaps of bodies, workstreams and posts above which stood one that has ended, with nothing said of what is above them now."""

from collections.abc import Iterable, Iterator

from ...facts.columns import ENDING, may_say_ended, with_feature
from ...facts.graph import Graph
from ...facts.holding import is_planned
from ...facts.statements import Statements
from ...format.groups import STAFFED
from ..who.ended import above_until_ended, ended_words
from ..who.upward import UPWARD
from .gap import Gap


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    below = {
        relation.subject
        for each in with_feature(statements, ENDING)
        if may_say_ended(statements, each) and statements.is_end_of(each, UPWARD, "in")
        for relation in statements.incoming(each)
        if relation.kind in UPWARD
    }
    return (each for each in ids if each in below and statements.kind(each) in STAFFED)


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each entity above another that ended, if no document says what is above the other now."""
    for each in ids:
        ended = [] if is_planned(graph, each) else above_until_ended(graph, each)
        for relation in ended:
            said, _, followed = ended_words(graph, relation, called=", which").partition("; ")
            question = f"Who took over {graph.name(each)} from {said}?"
            yield Gap(
                "above-ended", each, question, relation.evidence, f"{followed[:1].upper()}{followed[1:]}."
            )
