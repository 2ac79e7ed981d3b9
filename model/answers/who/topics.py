"""Finds the entities that a topic of `tiers who` may mean, by name or by search."""

import re
from collections.abc import Iterator

from ...facts.graph import Graph
from ...finding.index import Index
from ...finding.names import look_up
from ...finding.ranking.hits import Matches
from ...finding.ranking.ranks import BY_LEVEL, EXACT_OTHER, RESPELT, SHORT_FORM
from ...finding.words.bits import numbers_of
from ...finding.words.texts import OTHER, TOPIC
from ...format import KINDS, OPEN, RELATIONS
from ...format.groups import ASKED_FOR, LABELS, STRANDS, TOPICAL
from ...format.text import fold
from .asking import topic_of
from .steps import Match

_TOPIC_KINDS = frozenset((*TOPICAL, *STRANDS))
"""The kinds of entity that are a topic themselves, or lead on one."""

_EMPOWERING = frozenset(
    name for name, kind in RELATIONS.items() if kind.answers or kind.apart or kind.name == "in_layer"
)
"""The relations that give a label power: to whom it answers, what it delegates, in which layer it is."""

_Scored = list[tuple[float, str]]
"""Search results with their score, best first."""

_AND = re.compile(r"\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?", re.IGNORECASE)

_MOST = 300
"""How many matches of a topic are looked at, best first."""


def index_of(graph: Graph) -> Index:
    """Return the search index of a graph; made once for each date."""
    return graph.once(Index)


def topic_in(graph: Graph, asked: str) -> str:
    """Return the topic of a question; a question that is itself the name of an entity is returned whole.

    Raises:
        QueryError: The topic is written as a filter that does not exist.
    """
    topic = topic_of(asked)
    if topic == asked:
        return asked
    whole = fold(asked.strip())
    exact = (each for score, each in _ranked(index_of(graph).matches(asked)) if score >= EXACT_OTHER)
    return asked.rstrip("? ") if any(fold(graph.name(each)) == whole for each in exact) else topic


def body_not_shown(graph: Graph, topic: str) -> str | None:
    """Return the body that a topic names by id, code or whole name and that has ended or not begun; `None` for no such."""
    wanted = topic.strip().lower()
    found = (wanted,) if wanted in graph else look_up(graph, topic)[1]
    bodies = [each for each in found if graph.kind(each) in ASKED_FOR]
    return bodies[0] if bodies and not any(map(graph.shown, found)) else None


def record_found(graph: Graph, topic: str) -> tuple[str, bool] | None:
    """Return the source or term that a topic finds first, and whether by a name, not by words of its longer texts.

    `None` where it finds nothing, or something else first.
    """
    hit = next(iter(index_of(graph).search(topic, 1)), None)
    if hit is None or not KINDS[graph.kind(hit.id)].record:
        return None
    return hit.id, hit.score >= BY_LEVEL[TOPIC]


def matches_of(graph: Graph, topic: str) -> list[Match]:
    """Return the entities that a topic may mean, best first.

    The id, code, acronym or whole name of an entity that can decide means that entity alone; so does any id
    with a hyphen, which cannot be a word of a topic. Otherwise the topic means all entities with its words in
    their names or topics, or else those with the nearest spelling, or with the words in a longer text.

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
    if exact and all(_is_bare_label(graph, each) for each in (*bearers, *exact)):
        scored = _with_exact_words(graph, scored, topic) or scored
        bearers = [each for each in bearers if each in {one for _, one in scored}]
        exact = [each for each in exact if each in {one for _, one in scored}]
    if bearers:
        return [Match(each, named=True, exact=True) for each in bearers]
    if exact and all(graph.kind(each) in ASKED_FOR for each in exact):
        return [Match(each, named=True, exact=True) for each in exact]
    share = 1.0 if best >= BY_LEVEL[TOPIC] else RESPELT if best < BY_LEVEL[-1] else 0.0
    least = BY_LEVEL[TOPIC] * share or best
    named = BY_LEVEL[OTHER] * share if share else 2.0
    return [Match(each, named=score >= named, exact=False) for score, each in scored if score >= least]


def matches_of_parts(graph: Graph, topic: str) -> list[Match]:
    """Return what several topics joined by *and* may mean; an empty list where one of them finds nothing."""
    parts = [each for each in _AND.split(topic) if each.strip()]
    found = [matches_of(graph, each) for each in parts] if len(parts) > 1 else []
    if not all(found):
        return []
    best: dict[str, Match] = {}
    for part in found:
        # otherwise a topic word led to each entity, and it counts for the other parts as well
        says = any(each.named for each in part)
        for each in part:
            known = best.get(each.id, each)
            named = each.named or not says or known.named
            best[each.id] = Match(each.id, named=named, exact=known.exact or each.exact)
    return list(best.values())


def respelt(graph: Graph, topic: str) -> str:
    """Return a topic with each mistyped word as it was read; topics that are joined by *and* are read one by one."""
    index = index_of(graph)
    if index.matches(topic).ranks:
        return index.respelt(topic)
    parts = zip(_AND.split(topic), [*_AND.findall(topic), ""], strict=True)
    return "".join(f"{index.respelt(part)}{joint}" for part, joint in parts)


def _with_exact_words(graph: Graph, scored: _Scored, topic: str) -> _Scored:
    """Return the functions, services, bodies and workstreams found that have the exact words in a name or topic."""
    words = f" {fold(topic)} "
    return [
        (score, each)
        for score, each in scored
        if score >= BY_LEVEL[TOPIC]
        and graph.kind(each) in _TOPIC_KINDS
        and any(words in f" {fold(text)} " for text in _names_and_topics(graph, each))
    ]


def _names_and_topics(graph: Graph, entity_id: str) -> Iterator[str]:
    entity = graph.entity(entity_id)
    yield graph.name(entity_id)
    yield from entity.texts("topics")
    yield from (str(each.value) for each in entity.claims("other_names"))


def _is_bare_label(graph: Graph, entity_id: str) -> bool:
    """Whether an entity is a label, such as *Social care*, of which no document says what it does or decides."""
    if graph.kind(entity_id) not in LABELS or graph.value(entity_id, "decides") not in {None, *OPEN}:
        return False
    return not any(
        RELATIONS[each.kind].entrusts or each.kind in _EMPOWERING
        for each in (*graph.outgoing(entity_id), *graph.incoming(entity_id))
    )


def _ranked(found: Matches) -> Iterator[tuple[float, str]]:
    left = _MOST
    for rank in found.in_order():
        for number in numbers_of(rank.bits, left):
            yield rank.score, found.ids[number]
            left -= 1
        if not left:
            return


def _counts(graph: Graph, entity_id: str) -> bool:
    return not KINDS[graph.kind(entity_id)].record and graph.shown(entity_id)
