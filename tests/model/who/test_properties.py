"""What holds of every answer, whatever the model."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.governance import Parts, graph_of, parts
from tests.model.shapes import outline
from tiers.model import Graph, Relation
from tiers.model.answers.compare import compare
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.paths import paths
from tiers.model.answers.who import Answer, climb, who, who_has
from tiers.model.answers.who.raising import raise_concern
from tiers.model.facts.holding import is_planned
from tiers.model.format.groups import AGENTS
from tiers.model.views import VIEWS

_AT = st.sampled_from((None, "2020", "2021-12-31", "2022-02-22"))


def _plain(answer: Answer) -> object:
    """Return an answer without the graph it was taken from."""
    chains = [
        (chain.place, _holders(answer, chain.place), chain.steps, chain.remarks) for chain in answer.chains
    ]
    return (answer.verdict, answer.matches, chains, answer.questions, answer.promises)


def _holders(answer: Answer, place: str | None) -> list[tuple[str, bool]]:
    return [
        (each.id, each.named) for chain in answer.chains if chain.place == place for each in chain.holders
    ]


def _shuffled(drawn: Parts, seed: int, at: str | None) -> Graph:
    entities, relations = list(drawn[0]), list(drawn[1])
    random.Random(seed).shuffle(entities)  # noqa: S311 - a shuffle, not a secret
    random.Random(seed + 1).shuffle(relations)  # noqa: S311 - as above
    # The first of several wholes is the one an entity stands in, so what one list says stays in its order.
    lists: dict[tuple[str, str], list[Relation]] = {}
    for each in drawn[1]:
        lists.setdefault((each.kind, each.subject), []).append(each)
    return graph_of(entities, [lists[each.kind, each.subject].pop(0) for each in relations], at)


@given(drawn=parts(), at=_AT)
def test_a_chain_never_repeats_a_step(drawn: Parts, at: str | None) -> None:
    """However authority runs in rings, no entity stands twice in a chain, and ranks rise one by one."""
    graph = graph_of(*drawn, at)
    for start in graph:
        steps = climb(graph, [start])
        ids = [each.id for each in steps]
        assert len(ids) == len(set(ids))
        assert ids[0] == start
        ranks = [each.rank for each in steps]
        assert sorted(set(ranks)) == list(range(max(ranks) + 1))
        assert ranks == sorted(ranks)
        for step in steps:
            below = {each.id for each in steps if each.rank < step.rank}
            assert all(link.above == step.id for link in step.links)
            assert bool(step.links) == (step.rank > 0)
            assert all(link.how == "part_of" or link.below in below for link in step.links)


@settings(max_examples=60)
@given(drawn=parts(), seed=st.integers(0, 9), at=_AT)
def test_every_answer_holds_under_shuffled_input(drawn: Parts, seed: int, at: str | None) -> None:
    """In whatever order entities and relations are written, every question has the same answer."""
    one, other = graph_of(*drawn, at), _shuffled(drawn, seed, at)
    for topic in ("frailty", "board", "carers", "e0"):
        assert _plain(who(one, topic)) == _plain(who(other, topic))
        assert raise_concern(one, topic) == raise_concern(other, topic)
    assert gaps(one) == gaps(other)
    assert [each.id for each in matters(one)] == [each.id for each in matters(other)]
    ids = sorted(one)
    assert paths(one, ids[0], ids[-1]) == paths(other, ids[0], ids[-1])
    assert compare(one, ids[0], one, ids[-1]) == compare(other, ids[0], other, ids[-1])
    assert outline(VIEWS["functions"].make(one)) == outline(VIEWS["functions"].make(other))


@given(drawn=parts(), at=_AT)
def test_nobody_is_named_by_an_inference(drawn: Parts, at: str | None) -> None:
    """Who is named as having a topic bears its name, was asked for, or is so by stated relations alone."""
    graph = graph_of(*drawn, at)
    for chain in who(graph, "frailty").chains:
        for holder in chain.holders:
            if holder.named:
                assert all(not each.evidence.inferred for each in holder.trail)


@given(drawn=parts(), at=_AT)
def test_every_function_named_anywhere_is_found(drawn: Parts, at: str | None) -> None:
    """Whoever a function is delegated to or is in the hands of is told where the function is asked for."""
    graph = graph_of(*drawn, at)
    for relation in drawn[1]:
        delegated = relation.kind == "delegates_to"
        function = relation.details.get("function") if delegated else relation.object
        holder = relation.object if delegated else relation.subject
        if not (delegated or relation.kind == "responsible_for") or graph.kind(str(function)) != "function":
            continue
        told = {each.id for chain in who_has(graph, str(function)).chains for each in chain.holdings}
        held = holder in graph and graph.shown(holder) and graph.kind(holder) in AGENTS
        if (
            held
            and graph.holds(relation)
            and graph.shown(str(function))
            and not planned(graph, holder, function)
        ):
            assert holder in told


def planned(graph: Graph, *ids: object) -> bool:
    """Return whether any of some entities is only planned, so that it holds nothing yet and is held by nobody."""
    return any(is_planned(graph, str(each)) for each in ids)


@given(drawn=parts(), at=_AT)
def test_a_way_passes_nothing_twice(drawn: Parts, at: str | None) -> None:
    """Each way begins and ends where it should, hangs together, passes no entity twice, and longer ones stand later."""
    graph = graph_of(*drawn, at)
    ids = sorted(graph)
    for avoid in ((), ("part_of",)):
        ways = paths(graph, ids[0], ids[-1], avoid=avoid)
        assert [len(way) for way in ways] == sorted(len(way) for way in ways)
        for way in ways:
            stops = [way[0].start, *(hop.end for hop in way)]
            assert (stops[0], stops[-1]) == (ids[0], ids[-1])
            assert len(stops) == len(set(stops))
            assert all(hop.start == stop for hop, stop in zip(way, stops, strict=False))
            assert all(hop.relation.kind not in avoid for hop in way)


@given(drawn=parts(), at=_AT)
def test_the_shortest_way_is_found(drawn: Parts, at: str | None) -> None:
    """The first way is as short as any, and there is one whenever the two hang together."""
    graph = graph_of(*drawn, at)
    ids = sorted(graph)
    ways = paths(graph, ids[0], ids[-1])
    far = _distances(graph, ids[0], ids[-1]).get(ids[-1])
    if far is None or far == 0:
        assert ways == []
    elif not any(graph.kind(each) == "type" for each in ids):
        assert len(ways[0]) == far


def _distances(graph: Graph, start: str, end: str) -> dict[str, int]:
    far = {start: 0}
    waiting = [start]
    while waiting:
        each = waiting.pop(0)
        for relation in graph.relations(each):
            for other in (relation.subject, relation.object):
                if other not in far and (other == end or graph.shown(other)):
                    far[other] = far[each] + 1
                    waiting.append(other)
    return far
