"""Gaps of powers: legal form or decision power not stated."""

from collections.abc import Iterable, Iterator

from ...facts.disputes import undecided
from ...facts.graph import Graph
from ...facts.holding import powers_of
from ...format import OPEN
from ...format.groups import EMPOWERED
from .gap import Gap

NOT_RECORDED = "Not recorded."
"""The note of a gap that shows because nothing is written, not because documents are silent."""

_QUESTIONS = (
    ("decides", "What may {} decide?"),
    ("legal_form", "What is {} in law?"),
)


def may_have(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    for each in ids:
        entity = graph.entity(each)
        if entity.kind in EMPOWERED or "decides" in entity.values or "legal_form" in entity.values:
            yield each


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each entity whose decision power or legal form is not stated; what is disputed is asked elsewhere.

    Who is said to decide about a function, or to hold one by delegation, has a power that is stated.
    """
    for each in ids:
        entity = graph.entity(each)
        for attribute, question in _QUESTIONS:
            if attribute == "decides" and powers_of(graph, each):
                continue
            claim = graph.claim(each, attribute)
            if claim is not None and claim.value in OPEN:
                yield Gap(
                    attribute.replace("_", "-"),
                    each,
                    question.format(graph.name(each)),
                    claim.evidence,
                    claim.evidence.note,
                )
            elif claim is None and entity.kind in EMPOWERED and not undecided(graph, each, attribute):
                yield Gap(
                    attribute.replace("_", "-"),
                    each,
                    question.format(graph.name(each)),
                    entity.evidence,
                    NOT_RECORDED,
                )
