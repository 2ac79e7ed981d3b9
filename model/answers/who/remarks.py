"""The remarks about a place in which nobody is named as responsible for a topic."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.graph import Graph
from ...facts.holding import is_planned
from ...facts.vacant import vacancies_of
from ...format.groups import AGENTS, STRANDS
from ...structure.order import by_sibling
from ...structure.placing import ancestors_of, home_of
from .steps import Holder, Match


def remarks(
    graph: Graph, place: str | None, holders: Sequence[Holder], matches: Iterable[Match]
) -> Iterator[str]:
    """Yield the remarks about a place, in sentences.

    They name the functions for which nobody is named. Where nobody is named for any, they also say whose
    priority the topic is, that no workstream leads on it, and what was planned.
    """
    matches = list(matches)
    for match in matches:
        if _without_holder(graph, match.id) and home_of(graph, match.id) == place:
            yield f"{graph.name(match.id)}: the documents do not say who is responsible."
    if any(each.named for each in holders):
        return
    led, ids = {each.match for each in holders}, {each.id for each in holders}
    for match in matches:
        setter = _setter(graph, match.id)
        if setter is not None and (match.id in led or setter in ids):
            yield f"{graph.name(match.id)} is a priority set for {graph.name(setter)}."
    no_strand = all(graph.kind(each.id) not in STRANDS for each in holders)
    if no_strand and place is not None and _has_workstreams(graph, place):
        yield f"{graph.name(place)} has no workstream of its own for it."
    planned = (each.id for each in matches if graph.kind(each.id) in AGENTS and is_planned(graph, each.id))
    for each in by_sibling(graph, planned):
        if home_of(graph, each) == place:
            yield f"{graph.name(each)} was planned; no document here shows that it came about."


def _setter(graph: Graph, entity_id: str) -> str | None:
    """Return whose priority it is: the nearest agent above it."""
    if graph.kind(entity_id) != "priority":
        return None
    return next((each for each in ancestors_of(graph, entity_id) if graph.kind(each) in AGENTS), None)


def _without_holder(graph: Graph, entity_id: str) -> bool:
    found = graph.relations(entity_id, "responsible_for", "in")
    return (
        bool(found)
        and all(each.subject not in graph for each in found)
        and not vacancies_of(graph, entity_id)
    )


def _has_workstreams(graph: Graph, place: str) -> bool:
    return any(
        graph.shown(each.subject) and graph.kind(each.subject) == "workstream"
        for each in graph.relations(place, "part_of", "in")
    )
