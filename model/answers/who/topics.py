"""Finds the entities that a topic of `tiers who` may mean, by name or by search."""

from collections.abc import Iterator

from ...facts.graph import Graph
from ...finding.index import Index
from ...finding.ranking.hits import Matches
from ...finding.ranking.ranks import BY_LEVEL, EXACT_OTHER, RESPELT, SHORT_FORM
from ...finding.words.bits import numbers_of
from ...finding.words.texts import OTHER, TOPIC
from ...format import KINDS
from ...format.groups import ASKED_FOR
from .steps import Match

_MOST = 300
"""A topic of so many matches says nothing; the best are taken."""


def index_of(graph: Graph) -> Index:
    """Return the search index of a graph at its date, made once."""
    return graph.once(Index)


def matches_of(graph: Graph, topic: str) -> list[Match]:
    """Return the entities that a topic may mean, best first.

    The id, code, acronym or whole name of an entity that can decide means that entity alone; so does any id with a
    hyphen, which cannot be a word of a topic. Otherwise all entities with the words in their names or topics are
    meant; where there are none, those with the nearest spelling, or with the words in a longer text.

    Raises:
        QueryError: The topic is written as a filter that does not exist.
    """
    found = index_of(graph).matches(topic)
    scored = [(score, each) for score, each in _ranked(found) if _counts(graph, each)]
    if not scored:
        return []
    best = scored[0][0]
    exact = [each for score, each in scored if score >= EXACT_OTHER]
    typed = topic.strip().casefold()
    if typed in exact and ("-" in typed or graph.kind(typed) in ASKED_FOR):
        return [Match(typed, named=True, exact=True)]
    bearers = [each for score, each in scored if score >= SHORT_FORM and graph.kind(each) in ASKED_FOR]
    if bearers:
        return [Match(each, named=True, exact=True) for each in bearers]
    if exact and all(graph.kind(each) in ASKED_FOR for each in exact):
        return [Match(each, named=True, exact=True) for each in exact]
    share = 1.0 if best >= BY_LEVEL[TOPIC] else RESPELT if best < BY_LEVEL[-1] else 0.0
    least = BY_LEVEL[TOPIC] * share or best
    named = BY_LEVEL[OTHER] * share if share else 2.0
    return [Match(each, named=score >= named, exact=False) for score, each in scored if score >= least]


def _ranked(found: Matches) -> Iterator[tuple[float, str]]:
    left = _MOST
    for rank in found.ranks:
        for number in numbers_of(rank.bits, left):
            yield rank.score, found.ids[number]
            left -= 1
        if not left:
            return


def _counts(graph: Graph, entity_id: str) -> bool:
    return not KINDS[graph.kind(entity_id)].record and graph.shown(entity_id)
