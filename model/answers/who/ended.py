"""Find what was above a step of a chain until it ended, and what followed it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...facts.graph import Graph
from ...facts.holding import is_planned
from ...format.records import Evidence, Relation
from ..succession import followers
from .steps import Step
from .upward import Upward
from .verbs import joined

if TYPE_CHECKING:
    from .answers import Chain


def ended_above(chain: "Chain") -> Iterator[str]:
    """Yield a sentence for each ended entity that was above those who have the topic, if nothing is above them now."""
    holders = {each.id for each in chain.holders}
    sentences = (
        f"{ended_words(chain.graph, relation, called=' above it')}."
        for step in chain.steps
        if step.id in holders
        for relation in formerly_above(step)
    )
    yield from dict.fromkeys(sentences)


def formerly_above(step: Step) -> Iterable[Relation]:
    """Return the relations from a step to those that were above it until they ended, one for each."""
    return _one_for_each(step.ended)


def above_until_ended(graph: Graph, entity_id: str) -> Iterable[Relation]:
    """Return one relation to each that was above an entity until it ended; none if something is above it now."""
    upward = Upward(graph, None)
    ended = upward.ended(entity_id)
    return _one_for_each(ended) if ended and not upward.links(entity_id, lambda _: True) else ()


def _one_for_each(relations: Sequence[Relation]) -> Iterable[Relation]:
    """Return the first of the relations to each object."""
    return {each.object: each for each in reversed(relations)}.values()


def ended_words(graph: Graph, relation: Relation, *, called: str = "") -> str:
    """Return when a relation's upper end ended, and its successor: `CCG ended on 30 Jun 2022; Board followed it`."""
    return entity_ended(graph, relation.object, called=called)


def entity_ended(graph: Graph, entity_id: str, *, called: str = "") -> str:
    """Return when an entity ended, and its successor, in words."""
    date = graph.standing(entity_id).date
    when = "on an unknown day" if date is None else date.on()
    name = f"{graph.name(entity_id)}{called}"
    after = [each for each in followers(graph, entity_id) if each in graph]
    planned = [each for each in after if is_planned(graph, each)]
    followed = [each for each in after if each not in planned]
    parts = [f"{joined(map(graph.name, followed))} followed it"] if followed else []
    if planned:
        parts.append(
            f"{joined(map(graph.name, planned))} {'are' if len(planned) > 1 else 'is'} planned to follow it"
        )
    said = ", ".join(parts) or "what followed it is not stated"
    inferred = ", inferred" if after and _is_inferred(graph, entity_id) else ""
    return f"{name} ended {when}; {said}{inferred}"


def evidence_of(graph: Graph, relation: Relation) -> list[Evidence]:
    """Return the evidence for `ended_words`: of the relation, of the end, and of the succession."""
    end = graph.claim(relation.object, "end_date")
    said = (each for follows in followers(graph, relation.object).values() for each in follows)
    return [
        relation.evidence,
        *([end.evidence] if end is not None else []),
        *(each.evidence for each in said),
    ]


def _is_inferred(graph: Graph, entity_id: str) -> bool:
    """Whether it is our reading that others followed an entity."""
    return all(each.evidence.inferred for said in followers(graph, entity_id).values() for each in said)
