"""In which tense the words of a relation stand at a date: it holds, is over, is planned, or was no more than planned."""

from ..format.records import Relation
from ..format.tenses import intended, past, to_come
from .claims import has_lapsed
from .graph import Graph
from .holding import ENDED, PLANNED, state_between


def in_tense(graph: Graph, relation: Relation, words: str, *, planned: bool = False) -> str:
    """Return the words of a relation at the date: `was part of` if it is over, `was to be part of` if it never came about.

    Args:
        graph: The model, at its date.
        relation: The relation.
        words: Its words in the present tense, from either end.
        planned: Whether the words of one that is still planned say so: `is to be part of`; else they stay in the present.
    """
    if has_lapsed(graph, relation, graph.at):
        return intended(words)
    state = state_between(graph, relation)[0]
    if state == PLANNED and planned:
        return to_come(words)
    if state != ENDED:
        return words
    ends = [each for each in (relation.subject, relation.object) if each in graph]
    return intended(words) if any(graph.standing(each).dropped for each in ends) else past(words)
