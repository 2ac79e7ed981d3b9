"""The sources view (6): each document with the entities that it documents, by kind; disagreements at the end.

Ended entities are shown too, since the view is about what was written.
"""

from collections.abc import Iterator

from ..facts.claims import all_disagreements
from ..facts.evidence import own_evidence
from ..facts.graph import Graph, kind_teller
from ..facts.statements import Statements, ids_of_kind
from ..format import KINDS
from ..format.kinds import heading
from ..format.records import Evidence
from ..format.relations import TOLD_OF_OBJECT
from ..structure.order import by_sibling, rank_all
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the sources view of a graph at its date: the documents written by then, the earliest first."""
    rank_all(graph)
    sources = [each for each in by_sibling(graph, supported_by(graph)) if _there(graph, each)]
    sources.sort(key=lambda each: _day(graph, each))
    rows: list[Row] = [(each, None, _kinds) for each in sources]
    disagreements = by_sibling(graph, ids_of_kind(graph, "disagreement"))
    rows.extend(group(heading("disagreement"), [(each, None, _about) for each in disagreements]))
    return lay_out("sources", graph, rows)


def supported_by(graph: Graph) -> dict[str, set[str]]:
    """Return the entities with a statement from a source, by source; a source without statements has an empty set."""
    return graph.once_for_all(_supported_by)


def _supported_by(statements: Statements) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {each: set() for each in ids_of_kind(statements, "source")}
    for evidence, entity_id in _told(statements):
        for citation in evidence.citations:
            if citation.source in found:
                found[citation.source].add(entity_id)
    return found


def _told(statements: Statements) -> Iterator[tuple[Evidence, str]]:
    """Yield each evidence with an entity of which it tells something, in one pass over the model.

    A statement tells of its subject; that of holders, a vacancy or a side of a disagreement of its object too.
    """
    for entity_id, entity in statements.entities_by_id():
        for evidence in own_evidence(entity):
            yield evidence, entity_id
    for of_subject in statements.relations_by_subject():
        subject = of_subject[0].subject if of_subject else ""
        is_named, last = subject in statements, None
        for relation in of_subject:
            evidence = relation.evidence
            if is_named and evidence is not last:  # most relations of a subject share one evidence
                last = evidence
                yield evidence, subject
            if (not is_named or relation.kind in TOLD_OF_OBJECT) and relation.object in statements:
                yield evidence, relation.object
    yield from _told_by_sides(statements)


def _told_by_sides(statements: Statements) -> Iterator[tuple[Evidence, str]]:
    """Yield the evidence of each side of a disagreement with an entity that it is about."""
    for disagreement in all_disagreements(statements):
        for about in statements.outgoing(disagreement.id, "about"):
            if about.object in statements:
                for side in disagreement.claims("positions"):
                    yield side.evidence, about.object


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
    kind_of = kind_teller(graph)
    for each in supported_by(graph)[source]:
        by_kind.setdefault(kind_of(each), []).append(each)
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
