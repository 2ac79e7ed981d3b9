"""Gaps of evidence: statements without a source, and entities that no recent document mentions."""

from collections.abc import Iterable, Iterator

from ...facts.columns import UNSOURCED, among_with_feature
from ...facts.evidence import evidence_span
from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format import KINDS
from ...format.dates import Date
from ...format.records import Claim, Evidence
from .gap import Gap


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    unsourced = among_with_feature(statements, ids, UNSOURCED)
    return (each for each in unsourced if _evidence_without_source(statements, each) is not None)


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each entity with a statement without a source."""
    for each in ids:
        bare = _evidence_without_source(graph, each)
        if bare is not None:
            yield Gap("no-source", each, f"Where is it written what is said of {graph.name(each)}?", bare)


def _evidence_without_source(statements: Statements, entity_id: str) -> Evidence | None:
    """Return the first evidence without a source among that of an entity, its claims and relations; `None` for none."""
    entity = statements.entity(entity_id)
    if entity.kind == "source":
        return None
    if not entity.evidence.citations:
        return entity.evidence
    for value in entity.values.values():  # a plain value has the evidence of its entity
        if isinstance(value, tuple):
            for claim in value:
                if isinstance(claim, Claim) and not claim.evidence.citations:
                    return claim.evidence
    for relation in statements.outgoing(entity_id):
        if not relation.evidence.citations:
            return relation.evidence
    return None


def not_since(graph: Graph, ids: Iterable[str], day: Date) -> Iterator[Gap]:
    """Yield a gap for each entity that no document mentions on a date or later."""
    for each in ids:
        if KINDS[graph.kind(each)].record:
            continue
        last = evidence_span(graph, each).last
        if last is not None and last.last < day.first:
            question = f"Is this still so: {graph.name(each)}?"
            yield Gap(
                "not-documented-since",
                each,
                question,
                graph.entity(each).evidence,
                f"Last documented {last.words()}.",
            )
