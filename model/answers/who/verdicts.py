"""The verdict of `tiers who`: the answer in one sentence."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.claims import disagreements_of
from ...facts.graph import Graph
from ...facts.holding import PRESENT, is_planned, with_doubt
from ...facts.reports import stood_down
from ...facts.vacant import Vacancy
from ...format import NONE
from ...format.groups import ASKED_FOR
from ...structure.order import by_sibling
from .answers import Chain
from .clauses import Placed, clauses, names_in_places
from .disagreeing import disagreeing
from .powers import is_own_answer, power_of
from .steps import Match
from .verbs import agreeing, joined

DECIDES = "decides"
_FEW = 5

_Leading = list[tuple[str, str | None]]
"""Entities with the words of the topic in their own names, each with its place."""


def nobody(graph: Graph, topic: str, inferred: Sequence[Placed], vacant: Sequence[Vacancy]) -> str:
    """Return the verdict where no document names a body for a topic, with the bodies that have it by inference."""
    few = inferred and len({each.id for each, _ in inferred}) <= _FEW
    if any(each.deciding for each in vacant):
        said = f" Inferred: {'; '.join(clauses(graph, inferred))}." if few else ""
        return f"{_vacant(graph, vacant)}{said}"
    told = f" {_vacant(graph, vacant)}" if vacant else ""
    return f"{_unnamed(graph, topic, inferred if few else ())}{told}"


def _unnamed(graph: Graph, topic: str, inferred: Sequence[Placed]) -> str:
    if not inferred:
        return f"No document in this model names a body for {topic}."
    (first, *others) = dict.fromkeys(graph.name(each.function) for each, _ in inferred)
    called = not others  # the function gives its own name, whatever word led to it
    said = "; ".join(clauses(graph, inferred, called=called))
    return f"No document states who decides about {first if called else topic}; inferred: {said}."


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
            [(each, chain.place) for chain in chains for each in chain.holdings if each.inferred],
            vacant,
        )
    holders = [(each, chain.place) for chain in named for each in chain.holders if each.named]
    if all(match.exact and graph.kind(match.id) in ASKED_FOR for match in matches):
        return power_of(graph, topic, [each.id for each, _ in holders])
    told_of = [(each, chain.place) for chain in named for each in chain.holdings if not each.inferred]
    held = [one for one in told_of if one[0].settled]
    now = [each for each, _ in held if each.state in PRESENT]
    told = by_sibling(graph, {each.function for each in now if each.mode.decides})
    delegated = {each.function for each in now if each.mode.delegated}.difference(told)
    decided = {*told, *delegated}
    own = by_sibling(graph, {each.id for each, _ in holders if is_own_answer(graph, each)})
    if len(own) > _FEW and not told_of:
        return power_of(graph, topic, own)
    own = own[:_FEW]
    sentences = list(disagreeing(graph, told_of))
    disputed = {each.function for each, _ in told_of if each.undecided}
    sentences += [
        f"The documents say that {'; '.join(clauses(graph, [one for one in held if one[0].function in group]))}."
        for group in (*({each} for each in told), *([delegated] if delegated else []))
    ]
    sentences += [power_of(graph, topic, [each]) for each in own]
    rest = [(each, place) for each, place in held if each.function not in decided]
    leading = [(each.id, place) for each, place in holders if not each.trail and each.id not in own]
    if disputed and not leading and {each.function for each, _ in rest} <= disputed:
        sentences.extend(f"The documents say that {each}." for each in _joined_clauses(graph, rest))
    elif rest or leading:
        opening = next((each for each in vacant if _answers(each, rest, leading)), None)
        vacant = [each for each in vacant if each is not opening]
        sentences.append(_undecided(graph, topic, rest, leading, [] if decided else named, opening))
    if vacant:
        sentences.append(_vacant(graph, vacant))
    return " ".join(sentences)


def _joined_clauses(graph: Graph, held: Sequence[Placed]) -> list[str]:
    """Return a list with the clauses of some roles joined into one text; an empty list without roles."""
    return ["; ".join(clauses(graph, held))] if held else []


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
) -> str:
    """Return the sentence about functions of which no document says who decides.

    It says who has another role in them, and who decides above those. With many holders it only counts them,
    since a topic may have hundreds of places.
    """
    functions = list(dict.fromkeys(each.function for each, _ in held))
    called = len(functions) == 1 and not leading
    ids = list(dict.fromkeys((*(each for each, _ in leading), *(each.id for each, _ in held))))
    places = {place for _, place in (*leading, *held)}
    several = len(places) > 1
    if len(ids) > _FEW:
        said = [f"{len(ids)} {_parts(graph, ids)}{f', in {len(places)} places' if several else ''}"]
    else:
        said = [
            *_leads(graph, leading, several=several),
            *clauses(graph, held, called=called, several=several),
            _above(graph, upward),
        ]
    about = graph.name(functions[0]) if called else topic
    opening = (
        f"The documents do not say who decides about {about}" if vacancy is None else _vacancy(graph, vacancy)
    )
    return f"{opening}; {'; '.join(filter(None, said))}."


def _parts(graph: Graph, ids: Sequence[str]) -> str:
    return "lead on it" if all(graph.kind(each) == "workstream" for each in ids) else "have a part in it"


def _leads(graph: Graph, leading: _Leading, *, several: bool) -> Iterator[str]:
    """Yield clauses on entities with the topic in their name: a workstream leads, a body's role is not stated."""
    every = [each for each in leading if graph.kind(each[0]) == "workstream"]
    over = [each for each in every if stood_down(graph, each[0], graph.at) is not None]
    work = [each for each in every if each not in over]
    for ends, one, many in (
        (work, "leads on it", "lead on it"),
        (
            [each for each in leading if each not in every],
            "deals with it, role not stated",
            "deal with it, role not stated",
        ),
    ):
        if ends:
            verb = agreeing(graph, [each for each, _ in ends], one, many)
            yield f"{names_in_places(graph, ends, several=several)} {verb}"
    for end in over:
        day = stood_down(graph, end[0], graph.at)
        told = "" if day is None else f" {day.words()}"
        yield f"{names_in_places(graph, [end], several=several)} led on it, reported stood down{told}"


def _above(graph: Graph, chains: Iterable[Chain]) -> str:
    """Return the clause that names the bodies further up the chain that are stated to decide at all; empty for none."""
    found = {
        step.id
        for chain in chains
        for step in chain.steps
        if step.rank > 0
        and graph.value(step.id, "decides") == DECIDES
        and not is_planned(graph, step.id)
        and not disagreements_of(graph, step.id, "decides")
    }
    ids = by_sibling(graph, found)
    if not ids:
        return ""
    return f"above it {joined(with_doubt(graph, each) for each in ids)} {agreeing(graph, ids, 'decides', 'decide')}"
