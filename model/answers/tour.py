"""The questions of the tour: up to five that the model can answer, the most informative first."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ..facts.evidence import evidence_span
from ..facts.graph import Graph
from ..structure.inside import below
from ..structure.layers import ordered_layers
from ..structure.placing import tier_of
from .gaps import gaps
from .glossary import glossary
from .matters import matters

WHO, MATTERS, GLOSSARY, DIFF, LAYERS, GAPS, RAISE, SOURCES = (
    *("who", "matters", "glossary", "diff", "layers", "gaps", "raise", "sources"),
)
"""The types of question: the command that answers it, or the picture of the layers."""

MOST = 5
"""How many questions a tour has at most."""

_SHORT = 40
"""The length in characters up to which a name is easy to read in a question, and to type."""


class Question(NamedTuple):
    """A question of the tour.

    Attributes:
        asks: Its type, one of the constants above.
        id: The entity from which it is asked in the explorer.
        words: The term that it is about, or the two dates.
    """

    asks: str
    id: str
    words: tuple[str, ...] = ()


def questions(graph: Graph) -> list[Question]:
    """Return the questions of the tour of a model at its date; none for a model in which nothing is shown."""
    return list(islice(_questions(graph), MOST))


def _questions(graph: Graph) -> Iterator[Question]:
    place = _place(graph)
    if place is None:
        return
    inside = below(graph, place)
    topic = _most_related(graph, inside, "workstream", "function") or _most_related(graph, inside, "body")
    if topic is not None:
        yield Question(WHO, topic)
    if matters(graph, place):
        yield Question(MATTERS, place)
    term = max(
        (each for each in glossary(graph) if each.meanings), key=lambda each: len(each.meanings), default=None
    )
    if term is not None:
        yield Question(GLOSSARY, place, (term.name,))
    first, last, _ = evidence_span(graph, place)
    if first is not None and last is not None and first.last < last.first and graph.at is None:
        yield Question(DIFF, place, (first.latest().text, last.latest().text))
    if ordered_layers(graph, place):
        yield Question(LAYERS, place)
    if gaps(graph, place):
        yield Question(GAPS, place)
    if topic is not None:
        yield Question(RAISE, topic)
    yield Question(SOURCES, place)


def _place(graph: Graph) -> str | None:
    """Return the place partnership with most relations, else another partnership, else any entity."""
    shown = [each.id for each in graph.every_entity() if graph.shown(each.id)]
    partnerships = [each for each in shown if graph.kind(each) == "partnership"]
    places = [each for each in partnerships if tier_of(graph, each) == "place"]
    return max(places or partnerships or shown, key=lambda each: len(below(graph, each)), default=None)


def _most_related(graph: Graph, inside: frozenset[str], *kinds: str) -> str | None:
    """Return the entity of some kinds with most relations, one with a short name first; `None` for none."""
    named = sorted(
        (graph.name(each), each) for each in inside if graph.kind(each) in kinds and graph.shown(each)
    )

    def rank(found: tuple[str, str]) -> tuple[bool, int]:
        name, entity_id = found
        return len(name) <= _SHORT, len([*graph.outgoing(entity_id), *graph.incoming(entity_id)])

    best = max(named, key=rank, default=None)
    return None if best is None else best[1]
