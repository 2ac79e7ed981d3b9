"""Where to take a concern, as JSON: what `tiers who --raise --format json` prints."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.answers.who.raising import Raising, Route

from ..parts import json_values
from ..parts.json_schema import BASIS, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import fields


def write(graph: Graph, raising: Raising, *, unicode: bool) -> Iterator[str]:
    """Yield one object: the verdict, and the routes for a concern."""
    return fields(
        {
            "topic": raising.typed,
            "verdict": raising.verdict,
            "routes": [dict(_route(graph, each)) for each in raising.routes],
            "read_as": raising.topic,
        },
        unicode=unicode,
    )


def _route(graph: Graph, route: Route) -> Iterator[tuple[str, object]]:
    yield "place", route.place
    yield "function", route.function
    yield (
        "steps",
        [{"text": each.value, "sources": json_values.sources(graph, each.evidence)} for each in route.points],
    )
    for name, relations, end in (
        ("turn_to", route.holders, "subject"),
        ("goes_on_to", route.onward, "object"),
        ("scrutinised_by", route.scrutiny, "subject"),
    ):
        yield (
            name,
            [
                {
                    "id": getattr(each, end),
                    "name": graph.name(getattr(each, end)),
                    "text": each.details.get("text"),
                    "basis": each.evidence.basis,
                    "sources": json_values.sources(graph, each.evidence),
                }
                for each in relations
            ],
        )


def schema() -> Schema:
    """Return the JSON Schema of what `write` writes."""
    end = rows(record({"id": TEXT, "name": TEXT, "text": maybe(TEXT), "basis": BASIS, "sources": SOURCES}))
    route = {
        "place": maybe(TEXT),
        "function": maybe(TEXT),
        "steps": said(rows(record({"text": TEXT, "sources": SOURCES})), "what the documents say to do"),
        "turn_to": end,
        "goes_on_to": end,
        "scrutinised_by": end,
    }
    read = said(TEXT, "the topic with each mistyped word as it was read")
    return record({"topic": TEXT, "verdict": TEXT, "routes": rows(record(route)), "read_as": read})
