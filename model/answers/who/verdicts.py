"""What is said of who decides, in plain sentences."""

from collections.abc import Iterable, Sequence

from ...facts.claims import disagreements_of
from ...facts.graph import Graph
from ...format import NONE
from ...format.groups import ASKED_FOR
from ...structure.order import by_sibling
from .answers import Chain
from .steps import Holder, Match

DECIDES = "decides"
NOBODY = "No body in these documents is named as having it; others may."
_FEW = 3
_MAY = {
    "decides": "The documents say that {name} decides.",
    "recommends": "The documents say that {name} recommends; they do not say who decides.",
    "advises": "The documents say that {name} advises; they do not say who decides.",
    NONE: "The documents say that {name} makes no decisions; they do not say who does.",
}


def verdict(graph: Graph, topic: str, matches: Sequence[Match], chains: Sequence[Chain]) -> str:
    """Return what the documents say of who decides about a topic, in one sentence."""
    named = [(chain, each) for chain in chains for each in chain.holders if each.named]
    if not named:
        return NOBODY
    if all(match.exact and graph.kind(match.id) in ASKED_FOR for match in matches):
        return _of_agents(graph, topic, [each.id for _, each in named])
    deciders = [each for _, each in named if _decides(each)]
    if deciders:
        names = joined(graph.name(each.id) for each in deciders)
        return f"The documents say that {names} {_verb(deciders, 'decides', 'decide')} about {topic}."
    places = list(dict.fromkeys(chain.place for chain, _ in named))
    types = any(graph.kind(each.id) == "type" for _, each in named)
    has = "has" if len(named) == 1 and not types else "have"
    if len(named) > _FEW:
        where = f", in {len(places)} places" if len(places) > 1 else ""
        return f"The documents do not say who decides about {topic}; {len(named)} {has} it in hand{where}."
    parts = []
    for place in places:
        names = joined(_name(graph, each.id) for chain, each in named if chain.place == place)
        here = place is not None and len(places) > 1 and place not in {each.id for _, each in named}
        parts.append(f"{names} ({graph.name(place)})" if here and place is not None else names)
    above = _deciding_above(graph, chains)
    then = f", and above it {above} by the documents" if above else ""
    return f"The documents do not say who decides about {topic}; {joined(parts)} {has} it in hand{then}."


def _deciding_above(graph: Graph, chains: Sequence[Chain]) -> str:
    """Return who is said to decide, about whatever, in the chain upward; empty for nobody."""
    named = [chain for chain in chains if chain.named]
    found = {
        step.id
        for chain in named
        for step in chain.steps
        if graph.value(step.id, "decides") == DECIDES and not disagreements_of(graph, step.id, "decides")
    }
    names = [graph.name(each) for each in by_sibling(graph, found)]
    return f"{joined(names)} {'decides' if len(names) == 1 else 'decide'}" if names else ""


def _name(graph: Graph, entity_id: str) -> str:
    name = graph.name(entity_id)
    return f"bodies of the type {name}" if graph.kind(entity_id) == "type" else name


def _of_agents(graph: Graph, topic: str, ids: Sequence[str]) -> str:
    if len(ids) > 1:
        return f"{topic} names {len(ids)} entities in these documents; what each may decide is said with it."
    name, power = graph.name(ids[0]), graph.value(ids[0], "decides")
    if disagreements_of(graph, ids[0], "decides"):
        return f"The documents disagree on whether {name} decides."
    return _MAY.get(str(power), "The documents do not say what {name} may decide.").format(name=name)


def _decides(holder: Holder) -> bool:
    return bool(holder.trail) and holder.trail[-1].details.get("mode") == DECIDES


def _verb(subjects: Sequence[object], one: str, many: str) -> str:
    return one if len(subjects) == 1 else many


def joined(names: Iterable[str]) -> str:
    """Return names as a list in a sentence: `a, b and c`."""
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} and {last}" if first else last
