"""Finds the holders of a topic: the entities that are responsible for it, or else the nearest to that."""

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

import attrs

from ...facts.graph import Graph
from ...facts.holding import NOW, holdings_of, is_planned
from ...format.groups import AGENTS, STRANDS
from ...format.records import Relation
from .steps import Holder, Match

_IN_HAND, _READING, _PROMISED, _BELONGS = 0, 1, 2, 3
"""The distance from the topic of a body that is reached by a relation: from responsible to merely containing."""

_LEADS: Mapping[str, tuple[tuple[str, str, int], ...]] = {
    "function": (("responsible_for", "in", _IN_HAND), ("about", "in", _PROMISED)),
    "service": (("provides", "in", _IN_HAND), ("about", "out", _READING)),
    "programme": (("provides", "in", _IN_HAND), ("about", "out", _READING)),
    "priority": (("about", "out", _READING), ("made_by", "out", _PROMISED)),
    "plan": (("about", "in", _PROMISED), ("made_by", "out", _PROMISED)),
    "commitment": (("commits", "out", _PROMISED), ("made_by", "out", _PROMISED)),
    "issue": (("about", "out", _PROMISED),),
    "metric": (("measures", "out", _READING),),
    "event": (("about", "out", _BELONGS),),
    "area": (("covers", "in", _READING),),
    "site": (("located_at", "in", _READING),),
}
"""The relations from a topic to a body, each with its distance, by kind of topic; `part_of` is the farthest."""

_FARTHEST = 9


@attrs.frozen(order=False)
class _Way:
    """How an entity was reached from a match."""

    id: str
    trail: tuple[Relation, ...] = ()
    stated: bool = True
    state: str = NOW


def holders_of(graph: Graph, match: Match) -> Iterator[tuple[int, Holder]]:
    """Yield the holders that a match leads to, each with its distance from the topic; nearest first.

    A planned entity counts only if it was asked for by name, or if a document gives the day for which it is
    planned.
    """
    entity = graph.entity(match.id)
    if entity.kind in AGENTS:
        if match.exact or not is_planned(graph, match.id):
            strand = entity.kind in STRANDS
            named = match.exact or (match.named and strand)
            far = _IN_HAND if named else _READING if strand else _PROMISED
            yield far, Holder(match.id, named, match.id, stated=match.exact or strand)
        return
    waiting: list[tuple[int, int, _Way]] = [(0, 0, _Way(match.id))]
    seen: set[str] = set()
    number = 0
    while waiting:
        far, _, way = heappop(waiting)
        if way.id in seen:
            continue
        seen.add(way.id)
        if graph.kind(way.id) in AGENTS:
            if way.state != NOW or not is_planned(graph, way.id):
                named = way.stated and match.named
                yield far, Holder(way.id, named, match.id, way.trail, way.state, stated=way.stated)
            continue
        for cost, relation, other, state, told in _leads(graph, way.id):
            if far + cost <= _FARTHEST:
                number += 1
                stated = way.stated and cost == _IN_HAND and told
                further = _Way(other, (*way.trail, relation), stated, state)
                heappush(waiting, (far + cost + (not match.named), number, further))


def _leads(graph: Graph, entity_id: str) -> Iterator[tuple[int, Relation, str, str, bool]]:
    """Yield the relations that lead on from an entity.

    Each comes with its distance, its other end, how it stands, and whether it is told as a fact. Where
    documents disagree about who has a function, the side that is not followed leads nowhere.
    """
    kind = graph.kind(entity_id)
    belongs = () if kind == "commitment" else (("part_of", "out", _BELONGS),)
    for name, direction, cost in (*_LEADS.get(kind, ()), *belongs):
        if cost == _IN_HAND:
            held = holdings_of(graph, entity_id, name)
            for each in [one for one in held if not one.rejected] or held:
                yield cost, each.relation, each.id, each.state, each.told
            continue
        relations = graph.relations(entity_id, name, direction)
        ends = [(each, each.object if direction == "out" else each.subject) for each in relations]
        for relation, other in sorted(ends, key=lambda end: (end[1], end[0].evidence.inferred)):
            if other not in graph or not graph.shown(other):
                continue
            if (name, direction) == ("about", "in") and graph.kind(other) != "commitment":
                continue
            if name == "part_of" and graph.kind(other) not in AGENTS:
                cost = _READING  # noqa: PLW2901 - a part of a plan or programme is of its matter
            yield cost, relation, other, NOW, False
