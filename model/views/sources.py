"""The sources view (6): each document with the entities that it documents, by kind; disagreements at the end.

Ended entities are shown too, since the view is about what was written.
"""

from collections.abc import Iterator

from ..facts.evidence import evidence_of
from ..facts.graph import Graph
from ..facts.statements import Statements
from ..format import KINDS, RELATIONS
from ..format.kinds import heading
from ..format.records import Evidence
from ..structure.order import by_sibling
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the sources view of a graph at its date: the documents written by then, the earliest first."""
    sources = [each for each in by_sibling(graph, supported_by(graph)) if _there(graph, each)]
    sources.sort(key=lambda each: _day(graph, each))
    rows: list[Row] = [(each, None, _kinds) for each in sources]
    disagreements = by_sibling(graph, (each.id for each in graph.entities_of_kind("disagreement")))
    rows.extend(group(heading("disagreement"), [(each, None, _about) for each in disagreements]))
    return lay_out("sources", graph, rows)


def supported_by(graph: Graph) -> dict[str, set[str]]:
    """Return the entities with a statement from a source, by source; a source without statements has an empty set."""
    return graph.once_for_all(_supported_by)


def _supported_by(statements: Statements) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {each.id: set() for each in statements.entities_of_kind("source")}
    for each in statements:
        for evidence in (*evidence_of(statements, each), *_told_of(statements, each)):
            for citation in evidence.citations:
                if citation.source in found:
                    found[citation.source].add(each)
    return found


def _told_of(statements: Statements, entity_id: str) -> Iterator[Evidence]:
    """Yield the evidence of statements about an entity elsewhere: of holders, a vacancy, sides of a disagreement."""
    for relation in statements.incoming(entity_id):
        if relation.subject not in statements or RELATIONS[relation.kind].told_of_object:
            yield relation.evidence
        elif relation.kind == "about" and statements.kind(relation.subject) == "disagreement":
            for side in statements.entity(relation.subject).claims("positions"):
                yield side.evidence


def _there(graph: Graph, source: str) -> bool:
    """Return whether a source was written by the date of the graph."""
    day = graph.source_date(source)
    return graph.at is None or day is None or day.first <= graph.at.last


def _day(graph: Graph, source: str) -> tuple[bool, str]:
    """Return the sort key of a source: its date, undated ones last."""
    day = graph.source_date(source)
    return (True, "") if day is None else (False, day.first.isoformat())


def _kinds(graph: Graph, source: str) -> list[Row]:
    """Return the rows below a source: the entities it documents, grouped by kind."""
    by_kind: dict[str, list[str]] = {}
    for each in supported_by(graph)[source]:
        by_kind.setdefault(graph.kind(each), []).append(each)
    rows: list[Row] = []
    for kind in KINDS:
        ids = by_sibling(graph, by_kind.get(kind, ()))
        inside = _about if kind == "disagreement" else None
        rows.extend(group(heading(kind), [(each, None, inside) for each in ids]))
    return rows


def _about(graph: Graph, disagreement: str) -> list[Row]:
    """Return the rows below a disagreement: the entities it is about."""
    about = graph.every_relation(disagreement, "about", "out")
    ids = by_sibling(graph, (each.object for each in about if each.object in graph))
    return [(each, None, None) for each in ids]
