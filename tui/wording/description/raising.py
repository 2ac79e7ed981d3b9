"""Where to take a concern, as lines: the answer of `tiers who --raise`."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.answers.who.raising import Raising, Route

from ..safe_text import safe
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import inferred_word, joined


def describe_raising(graph: Graph, raising: Raising) -> tuple[Line, ...]:
    """Return the verdict; for each place the steps, the contacts and the bodies that a concern goes on to; then the sources."""
    footnotes = Footnotes(graph)
    lines = [Line("title", safe(f"Raise a concern: {raising.topic}")), Line("text", safe(raising.verdict))]
    for route in raising.routes:
        where = "No place is documented" if route.place is None else graph.name(route.place)
        lines.extend((BLANK, Line("heading", safe(where), target=route.place)))
        lines.extend(_route(graph, route, footnotes))
    return (*lines, *bibliography(graph, footnotes))


def _route(graph: Graph, route: Route, footnotes: Footnotes) -> Iterator[Line]:
    if route.function is None:
        yield Line("text", "No document in this model says where to take it.", indent=1)
    for number, point in enumerate(route.points, start=1):
        yield Line("text", safe(f"{number}. {point.value}"), notes=footnotes.of(point.evidence), indent=1)
    if route.holders:
        yield Line("text", "Who to contact:", indent=1)
    for relation in route.holders:
        words = joined(
            graph.name(relation.subject),
            str(relation.details.get("text", "")),
            inferred_word(relation.evidence),
        )
        notes = footnotes.of(relation.evidence)
        yield Line("relation", safe(words), target=relation.subject, notes=notes, indent=2)
    if route.onward:
        yield Line("text", "Who it is passed on to:", indent=1)
    for relation in route.onward:
        words = joined(graph.name(relation.object), f"from {graph.name(relation.subject)}")
        notes = footnotes.of(relation.evidence)
        yield Line(
            "relation",
            safe(joined(words, inferred_word(relation.evidence))),
            target=relation.object,
            notes=notes,
            indent=2,
        )
    if route.scrutiny:
        yield Line("text", "Public scrutiny:", indent=1)
    for relation in route.scrutiny:
        words = joined(
            graph.name(relation.subject),
            f"of {graph.name(relation.object)}",
            inferred_word(relation.evidence),
        )
        notes = footnotes.of(relation.evidence)
        yield Line("relation", safe(words), target=relation.subject, notes=notes, indent=2)
