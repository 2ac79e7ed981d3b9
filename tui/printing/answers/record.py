"""Everything about one entity as JSON: what `tiers show --format json` prints."""

from collections.abc import Iterator

from tiers.model import Claim, Entity, Evidence, Graph, Relation
from tiers.model.answers.succession import successors
from tiers.model.facts.disputes import is_disputed, sides_of
from tiers.model.facts.evidence import evidence_span
from tiers.model.facts.posts import holders_of, is_vacant
from tiers.model.facts.relation_disputes import is_set_aside, relation_disputes
from tiers.model.facts.times import end_of, start_of
from tiers.model.format import INFERRED, RELATIONS, STATED, keys_of
from tiers.model.format.groups import ISSUES
from tiers.model.format.keys import NO_ATTRIBUTES
from tiers.model.reading.whereabouts import whereabouts
from tiers.model.structure.limits import limit_between
from tiers.model.structure.membership import MEMBERSHIP, reading
from tiers.model.structure.placing import path_of, tier_of

from ..parts import json_values
from ..parts.json_schema import (
    ANY,
    BASIS,
    COUNT,
    DATE,
    FLAG,
    NAMED,
    SOURCES,
    STANDING,
    TEXT,
    TEXTS,
    Schema,
    details,
    maybe,
    record,
    rows,
    said,
)


def write(graph: Graph, entity_id: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield one object, with a line for each claim, relation and issue."""
    entity = graph.entity(entity_id)
    span, standing = evidence_span(graph, entity_id), graph.standing(entity_id)
    found = whereabouts(entity)
    head = {
        "id": entity_id,
        "name": graph.name(entity_id),
        "kind": entity.kind,
        "tier": tier_of(graph, entity_id),
        "status": graph.value(entity_id, "status"),
        "standing": {"state": standing.state, "date": standing.date},
        "path": [{"id": each, "name": graph.name(each)} for each in path_of(graph, entity_id)],
        "evidence": {"first": span.first, "last": span.last},
        "sources": json_values.sources(graph, entity.evidence),
        "basis": entity.evidence.basis,
        "disputed": is_disputed(graph, entity_id),
        "note": entity.evidence.note or None,
        "start_date": start_of(graph, entity_id),
        "end_date": end_of(graph, entity_id),
        "file": found.file or None,
        "line": found.line,
    }
    yield json_values.value(head, unicode=unicode)[:-1]
    lists: tuple[tuple[str, Iterator[dict[str, object]]], ...] = (
        ("claims", _claims(graph, entity)),
        ("relations", _relations(graph, entity_id)),
        ("issues", _issues(graph, entity_id)),
        ("successors", _successors(graph, entity_id)),
    )
    for name, records in lists:
        lines = ",\n".join(json_values.value(each, unicode=unicode) for each in records)
        yield f',\n"{name}":[\n{lines}\n]' if lines else f',\n"{name}":[]'
    yield "}\n"


def _evidence(graph: Graph, evidence: Evidence) -> dict[str, object]:
    dates = graph.dates_of(evidence)
    return {
        "as_at": evidence.as_at or (max(dates, key=lambda each: each.last) if dates else None),
        "basis": evidence.basis,
        "note": evidence.note or None,
        "sources": json_values.sources(graph, evidence),
    }


def _claims(graph: Graph, entity: Entity) -> Iterator[dict[str, object]]:
    for attribute in keys_of(entity.kind):
        if attribute not in NO_ATTRIBUTES:
            for claim in entity.claims(attribute):
                yield {**_claim(graph, claim), **_dispute(graph, entity.id, attribute)}


def _dispute(graph: Graph, entity_id: str, attribute: str) -> dict[str, object]:
    """Return the keys of an undecided disagreement about an attribute or a kind of relation; empty without one."""
    sides = sides_of(graph, entity_id, attribute)
    return {"disputed": True, "sides": [_claim(graph, each) for each in sides]} if sides else {}


def relation_dispute(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return the keys of a disagreement about a relation: each side if it is undecided, or that another one is followed.

    Empty for any other relation.
    """
    sides = [side for each in relation_disputes(graph, relation) for side in each.sides]
    found: dict[str, object] = {"followed": False} if is_set_aside(graph, relation) else {}
    return {"disputed": True, "sides": [_claim(graph, each) for each in sides], **found} if sides else found


def _claim(graph: Graph, claim: Claim) -> dict[str, object]:
    return {
        "attribute": claim.attribute,
        "value": claim.value,
        **({"details": claim.details} if claim.details else {}),
        "start_date": claim.start_date,
        "end_date": claim.end_date,
        **_evidence(graph, claim.evidence),
    }


def _relations(graph: Graph, entity_id: str) -> Iterator[dict[str, object]]:
    for name in RELATIONS:
        for direction in ("out", "in"):
            for relation in graph.every_relation(entity_id, name, direction):
                yield {**_relation(graph, relation, direction), **relation_dispute(graph, relation)}


def _relation(graph: Graph, relation: Relation, direction: str) -> dict[str, object]:
    other = relation.object if direction == "out" else relation.subject
    return {
        "relation": relation.kind,
        "direction": direction,
        "label": reading(relation, back=direction == "in"),
        "id": other if other in graph else None,
        "name": graph.name(other),
        **({"details": relation.details} if relation.details else {}),
        "start_date": relation.start_date,
        "end_date": relation.end_date,
        "expected_date": relation.expected_date,
        "holds": graph.holds(relation),
        **_holders(graph, relation, other),
        **({"limit": limit} if (limit := limit_between(graph, relation)) else {}),
        **_evidence(graph, relation.evidence),
    }


def _holders(graph: Graph, relation: Relation, other: str) -> dict[str, object]:
    """Return the holders of a post that sits and whether it is vacant; empty for any other relation."""
    if relation.kind != MEMBERSHIP or other != relation.subject or graph.kind(other) != "post":
        return {}
    return {
        "held_by": json_values.named(graph, holders_of(graph, other, graph.at)),
        "vacant": is_vacant(graph, other, graph.at),
    }


def _successors(graph: Graph, entity_id: str) -> Iterator[dict[str, object]]:
    """Yield the successors of an entity, generation by generation, each with the entities that it followed."""
    for each in successors(graph, entity_id):
        said = [relation.evidence for relations in each.follows.values() for relation in relations]
        yield {
            "id": each.id,
            "name": graph.name(each.id),
            "generation": each.generation,
            "follows": list(each.follows),
            "basis": INFERRED if all(one.inferred for one in said) else STATED,
        }


def _issues(graph: Graph, entity_id: str) -> Iterator[dict[str, object]]:
    for relation in graph.every_relation(entity_id, "about", "in"):
        entity = graph.find(relation.subject)
        if entity is None or entity.kind not in ISSUES:
            continue
        yield {
            "id": entity.id,
            "kind": entity.kind,
            "name": graph.name(entity.id),
            "state": graph.value(entity.id, "state") if entity.kind == "issue" else entity.plain("follows"),
            "question": graph.value(entity.id, "question"),
            "positions": [_claim(graph, claim) for claim in entity.claims("positions")],
            "basis": entity.evidence.basis,
            "sources": json_values.sources(graph, entity.evidence),
        }


DISPUTE = ("disputed", "sides", "followed")
"""The keys that only disputed values and relations have."""


def dispute_schema() -> dict[str, Schema]:
    """Return the JSON Schema of these keys."""
    side = record(_plain(), optional=("details",))
    return {
        "disputed": FLAG,
        "sides": said(rows(side), "what each of the documents that disagree says"),
        "followed": said(FLAG, "false where documents disagree, and another side is followed"),
    }


def _plain() -> dict[str, Schema]:
    """Return the JSON Schema of the keys of a claim."""
    further = said(
        {"type": "object"}, "its further keys, such as the scheme of a code or the unit of a number"
    )
    return {"attribute": TEXT, "value": ANY, "details": further, **_period(), **_grounds()}


def _period() -> dict[str, Schema]:
    return {"start_date": maybe(DATE), "end_date": maybe(DATE)}


def _grounds() -> dict[str, Schema]:
    return {"as_at": maybe(DATE), "basis": BASIS, "note": maybe(TEXT), "sources": SOURCES}


def schema() -> Schema:
    """Return the JSON Schema of what `write` writes."""
    evidence, period, plain, dispute = _grounds(), _period(), _plain(), dispute_schema()
    side = record(plain, optional=("details",))
    relation = {
        "relation": TEXT,
        "direction": {"enum": ["out", "in"]},
        "label": said(TEXT, "how it reads from here to the other"),
        "id": said(maybe(TEXT), "the other; null where it is not known, or there is none"),
        "name": TEXT,
        "details": record(details(), optional=details()),
        **period,
        "expected_date": maybe(DATE),
        "holds": said(FLAG, "whether it holds at the date"),
        "held_by": said(rows(NAMED), "of a seat of a post: who holds the post"),
        "vacant": said(FLAG, "of a seat of a post: whether a document says that nobody does"),
        "limit": said(TEXT, "of a function that is held by delegation: how far it goes, in words"),
        **evidence,
        **dispute,
    }
    issue = {
        "id": TEXT,
        "kind": TEXT,
        "name": TEXT,
        "state": ANY,
        "question": ANY,
        "positions": rows(side),
        "basis": BASIS,
        "sources": SOURCES,
    }
    follower = {"id": TEXT, "name": TEXT, "generation": COUNT, "follows": TEXTS, "basis": BASIS}
    return record(
        {
            "id": TEXT,
            "name": TEXT,
            "kind": TEXT,
            "tier": maybe(TEXT),
            "status": maybe(TEXT),
            "standing": STANDING,
            "path": said(rows(NAMED), "what it is below, the widest first"),
            "evidence": said(
                record({"first": maybe(DATE), "last": maybe(DATE)}), "first and last documented"
            ),
            "sources": SOURCES,
            "basis": BASIS,
            "disputed": FLAG,
            "note": maybe(TEXT),
            **period,
            "file": said(maybe(TEXT), "where it is written"),
            "line": maybe(COUNT),
            "claims": rows(record({**plain, **dispute}, optional=("details", *dispute))),
            "relations": rows(record(relation, optional=("details", "held_by", "vacant", "limit", *dispute))),
            "issues": rows(record(issue)),
            "successors": rows(record(follower)),
        }
    )
