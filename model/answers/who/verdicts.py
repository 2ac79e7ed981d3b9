"""The verdict of `tiers who`: the answer in one sentence."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.disputes import undecided
from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...facts.holding import (
    ENDED,
    NOT_YET,
    PLANNED,
    PRESENT,
    Holding,
    is_planned,
    state_of,
    state_of_role,
    with_doubt,
)
from ...facts.reports import stood_down
from ...facts.standing import ENDED as OVER
from ...facts.vacant import Vacancy
from ...format import NONE
from ...format.groups import ASKED_FOR
from ...structure.order import by_sibling
from ..succession import followers
from .answers import Chain
from .clauses import IT, Placed, clauses, names_in_places
from .disagreeing import disagreeing, not_followed, undecided_of
from .ended import ended_above, entity_ended
from .powers import is_own_answer, power_of
from .steps import Match
from .verbs import agreeing, joined

DECIDES = "decides"
_FEW = 5

_Leading = list[tuple[str, str | None]]
"""Entities with the words of the topic in their own names, each with its place."""


def nobody(
    graph: Graph,
    topic: str,
    inferred: Sequence[Placed],
    vacant: Sequence[Vacancy],
    matches: Sequence[Match] = (),
) -> str:
    """Return the verdict where no document names a body for a topic, with the bodies that have it by inference.

    At a date, bodies that only later documents name are told as such.
    """
    few = inferred and len({each.id for each, _ in inferred}) <= _FEW
    if any(each.deciding for each in vacant):
        said = f" Inferred: {'; '.join(clauses(graph, inferred))}." if few else ""
        return f"{_vacant(graph, vacant)}{said}"
    unfilled = f" {_vacant(graph, vacant)}" if vacant else ""
    return f"{_unnamed(graph, topic, inferred if few else (), matches)}{unfilled}"


def _unnamed(graph: Graph, topic: str, inferred: Sequence[Placed], matches: Sequence[Match]) -> str:
    later = [] if inferred or graph.at is None else _named_later(graph, matches)
    if later and graph.at is not None:
        return (
            f"No document up to {graph.at.words()} names a body for {topic}; later ones name {joined(later)}."
        )
    if not inferred:
        return f"No document in this model names a body for {topic}."
    (first, *others) = dict.fromkeys(graph.name(each.function) for each, _ in inferred)
    called = not others  # the function gives its own name, whatever word led to it
    said = "; ".join(clauses(graph, inferred, called=called))
    return f"No document states who decides about {first if called else topic}; inferred: {said}."


def _named_later(graph: Graph, matches: Sequence[Match]) -> list[str]:
    """Return the names of those who have a function of the topic by documents later than the date; empty for many."""
    found = {
        each.subject
        for match in matches
        for each in graph.every_relation(match.id, IN_HAND, "in")
        if each.subject in graph and state_of_role(graph, each)[0] == NOT_YET
    }
    return [graph.name(each) for each in by_sibling(graph, found)] if len(found) <= _FEW else []


def _vacant(graph: Graph, vacant: Sequence[Vacancy]) -> str:
    """Return a sentence for each role that is stated to be nobody's or whose holder is stated to be unknown."""
    if len(vacant) > _FEW:
        return (
            f"The documents say of {len(vacant)} roles that nobody has them, or that who does is not known."
        )
    return " ".join(f"{_vacancy(graph, each)}." for each in vacant)


def _vacancy(graph: Graph, vacancy: Vacancy) -> str:
    who = "nobody" if vacancy.word == NONE else "it is not known who"
    return f"The documents say that {who} {vacancy.does.format(graph.name(vacancy.function))}"


def verdict(
    graph: Graph,
    topic: str,
    matches: Sequence[Match],
    chains: Sequence[Chain],
    vacant: Sequence[Vacancy] = (),
) -> str:
    """Return the verdict: a sentence for each function with a decider, one for delegated ones, one for the rest."""
    named = [chain for chain in chains if chain.named]
    if not named:
        return nobody(
            graph,
            topic,
            [
                (each, chain.place)
                for chain in chains
                for each in chain.holdings
                if each.inferred and not each.rejected
            ],
            vacant,
            matches,
        )
    holders = [(each, chain.place) for chain in named for each in chain.holders if each.named]
    if all(match.exact and graph.kind(match.id) in ASKED_FOR for match in matches):
        said = power_of(graph, topic, [each.id for each, _ in holders])
        return " ".join(dict.fromkeys((said, *_ended(named))))
    stated = [(each, chain.place) for chain in named for each in chain.holdings if each.told]
    held = [one for one in stated if one[0].settled]
    now = [each for each, _ in held if each.state in PRESENT]
    with_decider = by_sibling(graph, {each.function for each in now if each.mode.decides})
    delegated = {each.function for each in now if each.mode.delegated}.difference(with_decider)
    decided = {*with_decider, *delegated}
    own = by_sibling(graph, {each.id for each, _ in holders if is_own_answer(graph, each)})
    powers = [power_of(graph, topic, each) for each in ([own] if len(own) > _FEW else [[one] for one in own])]
    if len(own) > _FEW and not stated:
        return powers[0]
    sentences = list(disagreeing(graph, stated))
    undecided = undecided_of(graph, (each for each, _ in stated))
    vacant = [
        each
        for each in vacant
        if not any(one.touches(each.word, each.function, each.mode.name) for one in undecided)
    ]
    disputed = {each.function for each, _ in stated if each.undecided}
    for group in (*({each} for each in with_decider), *([delegated] if delegated else [])):
        sentences += _saying(graph, [one for one in held if one[0].function in group])
    sentences += powers
    rest = [(each, place) for each, place in held if each.function not in decided]
    leading = [(each.id, place) for each, place in holders if not each.trail and each.id not in own]
    answered = {*decided, *disputed, *(each.function for each in vacant if each.deciding and leading)}
    sentences += _saying(graph, [one for one in rest if one[0].function in answered])
    rest = [one for one in rest if one[0].function not in answered]
    if answered and leading:
        sentences.append(f"{_leading(graph, topic, leading)}.")
        leading = []
    if rest or leading:
        opening = next((each for each in vacant if _answers(each, rest, leading)), None)
        vacant = [each for each in vacant if each is not opening]
        upward = [] if decided else named
        sentences.append(_undecided(graph, topic, rest, leading, upward, opening, among=bool(answered)))
    if vacant:
        sentences.append(_vacant(graph, vacant))
    if not sentences:
        sentences.append(f"The documents do not say who decides about {topic}.")
        sentences += not_followed(graph, [(each, chain.place) for chain in chains for each in chain.holdings])
    if not decided:
        sentences += _followed(graph, [each for each, _ in held])
    sentences += _ended(named)
    return " ".join(dict.fromkeys(sentences))


def _followed(graph: Graph, held: Iterable[Holding]) -> list[str]:
    """Return a sentence for each ended entity that decided, if something followed it; empty for many."""
    ended = dict.fromkeys(each.id for each in held if each.state == ENDED and each.mode.empowers)
    over = [each for each in ended if graph.standing(each).state == OVER and followers(graph, each)]
    return [f"{entity_ended(graph, each)}." for each in over] if len(over) <= _FEW else []


def _ended(chains: Sequence[Chain]) -> list[str]:
    """Return what was above those who have a topic until it ended; empty for many places, which have no chains."""
    return [each for chain in chains for each in ended_above(chain)] if len(chains) <= _FEW else []


def _saying(graph: Graph, held: Sequence[Placed]) -> Iterator[str]:
    """Yield what documents say about some roles, then which are inferred, and which are followed if disputed."""
    stated = [one for one in held if not one[0].inferred]
    inferred = [one for one in held if one[0].inferred]
    if stated:
        yield f"The documents say that {'; '.join(clauses(graph, stated))}."
    for function in dict.fromkeys(each.function for each, _ in inferred):
        of_it = [one for one in inferred if one[0].function == function]
        said = "; ".join(clauses(graph, of_it, called=True))
        yield f"The documents disagree on {graph.name(function)}; the inferred side is followed: {said}."


def _leading(graph: Graph, topic: str, leading: _Leading) -> str:
    """Return who leads on a topic that somebody is stated to decide about; of many leaders, only the number."""
    ids, places = {each for each, _ in leading}, {place for _, place in leading}
    if len(ids) > _FEW:
        where = f", in {len(places)} places" if len(places) > 1 else ""
        return f"{len(ids)} {_parts(graph, [*ids], topic)}{where}"
    return "; ".join(_leads(graph, leading, topic, several=len(places) > 1))


def _answers(vacancy: Vacancy, held: Sequence[Placed], leading: _Leading) -> bool:
    """Whether a vacancy answers the sentence: nobody decides about the one function that the sentence is about."""
    return vacancy.deciding and not leading and {each.function for each, _ in held} == {vacancy.function}


def _undecided(
    graph: Graph,
    topic: str,
    held: list[Placed],
    leading: _Leading,
    upward: Iterable[Chain],
    vacancy: Vacancy | None,
    *,
    among: bool,
) -> str:
    """Return the sentence about functions without a document that says who decides.

    For many places no chain is climbed, since a topic may have hundreds of them. `among` adds that a decider
    is stated for other functions of the topic.
    """
    functions = list(dict.fromkeys(each.function for each, _ in held))
    called = len(functions) == 1 and not leading
    ids = list(dict.fromkeys((*(each for each, _ in leading), *(each.id for each, _ in held))))
    places = {place for _, place in (*leading, *held)}
    several = len(places) > 1
    if len(ids) > _FEW:
        said = [f"{len(ids)} {_parts(graph, ids, IT)}{f', in {len(places)} places' if several else ''}"]
    else:
        said = [
            *_leads(graph, leading, IT, several=several),
            *clauses(graph, held, called=called, several=several),
            _above(graph, upward),
        ]
    named = called or (among and len(functions) <= _FEW)
    about = joined(map(graph.name, functions)) if named else f"the rest of {topic}" if among else topic
    opening = (
        f"The documents do not say who decides about {about}" if vacancy is None else _vacancy(graph, vacancy)
    )
    return f"{opening}; {'; '.join(filter(None, said))}."


def _parts(graph: Graph, ids: Sequence[str], what: str) -> str:
    every = all(graph.kind(each) == "workstream" for each in ids)
    return f"lead on {what}" if every else f"have a part in {what}"


def _leads(graph: Graph, leading: _Leading, what: str, *, several: bool) -> Iterator[str]:
    """Yield clauses on entities with the topic in their name: a workstream leads, a body's role is not stated."""
    every = [each for each in leading if graph.kind(each[0]) == "workstream"]
    over = [each for each in every if stood_down(graph, each[0], graph.at) is not None]
    work = [each for each in every if each not in over]
    for ends, one, many in (
        (work, f"leads on {what}", f"lead on {what}"),
        (
            [each for each in leading if each not in every],
            f"deals with {what}, role not stated",
            f"deal with {what}, role not stated",
        ),
    ):
        if ends:
            verb = agreeing(graph, [each for each, _ in ends], one, many)
            yield f"{names_in_places(graph, ends, several=several)} {verb}"
    for end in over:
        day = stood_down(graph, end[0], graph.at)
        day_words = "" if day is None else f" {day.words()}"
        yield f"{names_in_places(graph, [end], several=several)} led on {what}, reported stood down{day_words}"


def _above(graph: Graph, chains: Iterable[Chain]) -> str:
    """Return the clause that names the bodies further up the chain that are stated to decide at all; empty for none.

    A body that is above only by our reading comes last, and is said to be inferred.
    """
    found: set[str] = set()
    stated: set[str] = set()
    for chain in chains:
        sure: set[str] = set()
        for step in chain.steps:
            links = [each for each in step.links if each.below in sure]
            now = [each for each in links if state_of(graph, each.relation)[0] != PLANNED]
            if not step.links or any(not each.inferred for each in now or links):
                sure.add(step.id)
            if (
                step.rank > 0
                and graph.value(step.id, "decides") == DECIDES
                and not is_planned(graph, step.id)
                and not undecided(graph, step.id, "decides")
            ):
                found.add(step.id)
                stated.update(sure & {step.id})
    return "; ".join(
        f"above it{how} {joined(with_doubt(graph, each) for each in ids)} {agreeing(graph, ids, 'decides', 'decide')}"
        for how, some in (("", stated), (", inferred,", found - stated))
        if (ids := by_sibling(graph, some))
    )
