"""Every statement about an entity with its sources: the part that `tiers show --sources` adds."""

from collections.abc import Iterator

from tiers.model import Claim, Entity, Evidence, Graph, Relation
from tiers.model.format import RELATIONS, keys_of
from tiers.model.format.dates import period
from tiers.model.format.keys import SAID_NOT_STATED
from tiers.model.format.kinds import capitalised
from tiers.model.structure.membership import reading

from ..safe_text import safe
from .citing import sources_cited
from .footnotes import citation_words, cited, dated
from .line import BLANK, Line
from .values import FOLLOWS, claim_words, joined, side_followed

EVERY_STATEMENT = "Every statement, with its source"


def provenance(graph: Graph, entity_id: str) -> tuple[Line, ...]:
    """Return every statement about an entity as lines, each with its sources, the place in them, the date, the basis.

    Raises:
        KeyError: No entity has this id.
    """
    entity = graph.entity(entity_id)
    lines = [Line("heading", EVERY_STATEMENT)]
    for words, evidence in _statements(graph, entity):
        silent = words.endswith(SAID_NOT_STATED)
        basis = "not stated in" if silent else "inferred from" if evidence.inferred else "stated in"
        cited = sources_cited(graph, evidence)
        statement = Line("text", safe(words), indent=1, citation=cited)
        lines.extend((statement, *_where(graph, evidence, basis)))
    return (BLANK, *lines)


def _statements(graph: Graph, entity: Entity) -> Iterator[tuple[str, Evidence]]:
    yield "That it exists, existed or is planned", entity.evidence
    for key in keys_of(entity.kind).values():
        if not key.ours:
            for claim in entity.claims(key.name):
                yield _said(graph, entity.id, claim, key.label), claim.evidence
    for name in RELATIONS:
        for direction in ("out", "in"):
            for relation in graph.every_relation(entity.id, name, direction):
                yield _related(graph, relation, outward=direction == "out"), relation.evidence


def _said(graph: Graph, entity_id: str, claim: Claim, label: str) -> str:
    words = side_followed(graph, entity_id) if claim.attribute == FOLLOWS else claim_words(graph, claim)
    return joined(f"{label}: {words}", period(claim.start_date, claim.end_date))


def _related(graph: Graph, relation: Relation, *, outward: bool) -> str:
    other = relation.object if outward else relation.subject
    role = str(relation.details.get("role", ""))
    said = f"{capitalised(reading(relation, back=not outward))}: {graph.name(other)}"
    return joined(said, role, period(relation.start_date, relation.end_date))


def _where(graph: Graph, evidence: Evidence, basis: str) -> Iterator[Line]:
    for citation in evidence.citations:
        day = dated(graph, citation, evidence, "as at")
        words = ", ".join(filter(None, (*citation_words(graph, citation), day)))
        target = citation.source if citation.source in graph else None
        whole = cited(graph, citation, day)
        yield Line("note", safe(f"{basis} {words}"), target=target, indent=2, citation=whole)
    if not evidence.citations:
        yield Line("note", "inferred, no source given" if evidence.inferred else "no source given", indent=2)
    if evidence.note:
        yield Line("note", safe(evidence.note), indent=2)
