"""Puts together the whole answer of `tiers who` about a topic."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from ...facts.graph import Graph
from ...facts.vacant import Vacancy, vacancies_of
from ...format.groups import AGENTS, TOPICAL
from ...structure.inside import below
from ...structure.order import by_sibling, sibling_key
from ...structure.placing import home_of
from .answers import Answer, Chain
from .by_place import Place, by_place, telling
from .powers import is_own_answer
from .remarks import remarks
from .steps import Holder, Match
from .topics import body_not_shown, index_of, matches_of, matches_of_parts, respelt, topic_in
from .verdicts import verdict


def who(graph: Graph, topic: str, within: str | None = None) -> Answer:
    """Return who decides about a topic, as far as the documents at the date of the graph say.

    Args:
        graph: The model, at its date.
        topic: Words, a question, or the name or id of a workstream, a service, a priority, an organisation.
        within: Only bodies that are this entity or are below it.

    Raises:
        QueryError: The topic is written as a filter that does not exist.
    """
    typed = topic_in(graph, topic)
    topic = respelt(graph, typed)
    matches = matches_of(graph, topic) or matches_of_parts(graph, topic)
    is_weak = not any(each.named for each in matches)
    is_of_a_body = is_weak and body_not_shown(graph, typed) is not None
    answer = _answer(graph, topic, [] if is_of_a_body else matches, within)
    parts: tuple[Answer, ...] = ()
    if is_weak and not is_of_a_body and not answer.named:
        parts = tuple(_of_parts(graph, typed, within, whole=not matches))
    return attrs.evolve(answer, typed=typed, parts=parts)


def _of_parts(graph: Graph, topic: str, within: str | None, *, whole: bool) -> Iterator[Answer]:
    """Yield the answers about the parts of a topic: those that name somebody, and those of which a source states that nobody has the role."""
    parts = index_of(graph).apart(topic, whole=whole)
    answers = (who(graph, part, within) for part, _ in parts if part != topic)
    return (each for each in answers if each.named or each.states_nobody)


def who_has(graph: Graph, entity_id: str) -> Answer:
    """Return who decides about one entity of any kind, as the explorer's pane shows it."""
    return _answer(graph, graph.name(entity_id), [Match(entity_id, named=True, exact=True)])


def _answer(graph: Graph, topic: str, matches: Sequence[Match], within: str | None = None) -> Answer:
    scope = None if within is None else below(graph, within)
    vacant = _vacant(graph, matches, scope)
    chains = [
        Chain(
            graph,
            each.place,
            tuple(holders),
            tuple(remarks(graph, each.place, holders, matches)),
            tuple(each.holdings(graph)),
            tuple(one for one in vacant if home_of(graph, one.function) == each.place),
            everything=_is_of_agents(graph, matches, each, holders),
        )
        for each, holders in telling(graph, by_place(graph, matches, scope))
    ]
    chains.sort(key=lambda chain: (not chain.named, *_place_key(graph, chain.place)))
    called = graph.name(matches[0].id) if len(matches) == 1 and matches[0].exact else topic
    promises = () if any(each.named for each in chains) else _concerning(graph, matches, "commitment", scope)
    return Answer(
        topic,
        verdict(graph, called, matches, chains, vacant),
        tuple(matches),
        tuple(chains),
        tuple(_concerning(graph, matches, "issue", scope)),
        tuple(promises),
        bool(chains) or any(scope is None or match.id in scope for match in matches),
        tuple(each for each in vacant if not any(each in chain.vacant for chain in chains)),
    )


def _is_of_agents(graph: Graph, matches: Sequence[Match], place: Place, holders: Sequence[Holder]) -> bool:
    """Whether a chain is of bodies whose name, or a part of it, is the topic, so that no function narrows the chain."""
    if all(match.exact and graph.kind(match.id) in AGENTS for match in matches):
        return True
    return not place.functions and bool(holders) and all(is_own_answer(graph, each) for each in holders)


def _vacant(graph: Graph, matches: Sequence[Match], scope: Collection[str] | None) -> list[Vacancy]:
    """Return the roles that a source states to be nobody's, in the functions that the topic names or else leads to."""
    topical = [each for each in matches if graph.kind(each.id) in TOPICAL]
    functions = [each.id for each in topical if each.named] or [each.id for each in topical]
    return [one for each in functions if scope is None or each in scope for one in vacancies_of(graph, each)]


def _place_key(graph: Graph, place: str | None) -> tuple[object, ...]:
    return (place is None, *(sibling_key(graph, place) if place is not None else ()))


def _concerning(
    graph: Graph, matches: Iterable[Match], kind: str, scope: Collection[str] | None
) -> list[str]:
    """Return the issues or commitments that the topic names, or that are about a function or service that it names."""
    found: list[str] = []
    for match in matches:
        entity = graph.entity(match.id)
        if entity.kind == kind:
            found.append(match.id)
        elif match.named and entity.kind in TOPICAL:
            about = (each.subject for each in graph.relations(match.id, "about", "in"))
            found.extend(each for each in about if graph.shown(each) and graph.kind(each) == kind)
    if scope is not None:
        found = [
            each
            for each in found
            if each in scope or any(one.object in scope for one in graph.relations(each, "about", "out"))
        ]
    return by_sibling(graph, found)
