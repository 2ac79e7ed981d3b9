"""Statements without a source, and entities that no document has mentioned for long."""

from collections.abc import Iterable, Iterator

from ..dates import Date
from ..graph import Graph
from ..standing import evidence_span
from ..vocabulary import KINDS
from .gap import Gap


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield entities of which something is said without a source."""
    for each in ids:
        entity = graph.entities[each]
        if entity.kind == "source":
            continue
        said = [entity.evidence]
        said.extend(claim.evidence for attribute in entity.values for claim in entity.claims(attribute))
        said.extend(relation.evidence for relation in graph.outgoing.get(each, ()))
        bare = next((one for one in said if not one.citations), None)
        if bare is not None:
            yield Gap("no-source", each, f"Where is it written what is said of {graph.name(each)}?", bare)


def not_since(graph: Graph, ids: Iterable[str], day: Date) -> Iterator[Gap]:
    """Yield entities of which no document speaks on a date or later."""
    for each in ids:
        if KINDS[graph.entities[each].kind].record:
            continue
        last = evidence_span(graph, each).last
        if last is not None and last.last < day.first:
            question = f"Is this still so: {graph.name(each)}?"
            yield Gap(
                "not-documented-since",
                each,
                question,
                graph.entities[each].evidence,
                f"Last documented {last.words()}.",
            )
