"""GraphML export: every entity is a node and every relation between two entities an edge, for network tools.

GraphML has no dated values, so a node has the values at the date of the export. A relation with an unknown
end is not an edge; it is listed under `unknown` at the node of its other end.
"""

from collections.abc import Iterator, Mapping

import attrs

from ..facts.disputes import is_disputed
from ..facts.evidence import evidence_span
from ..facts.graph import Graph
from ..facts.holding import state_between
from ..facts.relation_disputes import relation_disputes
from ..facts.times import recorded_day
from ..format import KINDS, PROVENANCE, RELATIONS, keys_of
from ..format.dates import Date
from ..format.records import Entity, Evidence, Relation
from ..structure.membership import reading
from ..structure.placing import parent_of, place_of, tier_of
from .identifiers import Identifiers
from .planned import standing

Data = Mapping[str, object]

_SINGLE = frozenset(("text", "choice", "date", "integer", "number", "flag"))
"""The types of attribute that can be a GraphML value."""

_ATTRIBUTES = dict.fromkeys(
    name
    for kind in KINDS
    for name, key in keys_of(kind).items()
    if key.type in _SINGLE and key.claims != "many" and key not in PROVENANCE
)
"""The attributes that have one value at a time."""

NODE_KEYS = tuple(
    dict.fromkeys(
        (
            "uri", "label", "name", "kind", "tier", "parent", "place", "status", "standing", "start_date", "end_date",
            "first_documented", "last_documented", "summary", "codes", "basis", "note", "sources", "unknown", "disputed",
            *_ATTRIBUTES,
        )
    )
)  # fmt: skip
LINE_KEYS = (
    "relation", "label", *dict.fromkeys(part.name for kind in RELATIONS.values() for part in kind.parts), "start_date", "end_date", "expected_date", "state", "basis", "note", "sources", "disputed",
)  # fmt: skip


@attrs.frozen(eq=False, repr=False)
class Line:
    """An edge: a relation between two entities.

    Attributes:
        source: The id of its subject.
        target: The id of its object.
        data: The data of the relation by key; only keys with a value.
    """

    source: str
    target: str
    data: Data


def nodes(graph: Graph, base: str = "") -> Iterator[tuple[str, Data]]:
    """Yield the id and the data of every entity; with a base, also its identifier."""
    identifiers = Identifiers(base)
    for entity_id, entity in graph.entities_by_id():
        span = evidence_span(graph, entity_id)
        data = {
            **{key: graph.value(entity_id, key) for key in entity.values if key in _ATTRIBUTES},
            "uri": identifiers.of(entity_id) if base else None,
            "label": graph.name(entity_id),
            "name": graph.name(entity_id),
            "kind": entity.kind,
            "tier": tier_of(graph, entity_id),
            "parent": parent_of(graph, entity_id),
            "place": place_of(graph, entity_id),
            "standing": standing(graph, entity_id),
            "start_date": recorded_day(graph, entity_id, "start_date", graph.at),
            "end_date": recorded_day(graph, entity_id, "end_date", graph.at),
            "expected_date": recorded_day(graph, entity_id, "expected_date", graph.at),
            "first_documented": span.first,
            "last_documented": span.last,
            "codes": "; ".join(_codes(entity)),
            **_evidence_data(entity.evidence),
            "note": entity.evidence.note,
            "unknown": "; ".join(_unknown(graph, entity_id)),
            "disputed": "yes" if is_disputed(graph, entity_id) else None,
        }
        yield entity_id, _without_empty(data)


def lines(graph: Graph) -> Iterator[Line]:
    """Yield every relation between two entities of the model, whatever its dates."""
    for entity_id in graph:
        for relation in graph.outgoing(entity_id):
            if relation.object in graph:
                yield Line(entity_id, relation.object, _without_empty(_relation_data(graph, relation)))


def _relation_data(graph: Graph, relation: Relation) -> Data:
    """Return the data of an edge: dates, its state at the date of the export, evidence and details."""
    details = {key: _text(value) for key, value in relation.details.items()}
    return {
        "disputed": "yes" if relation_disputes(graph, relation) else None,
        "relation": relation.kind,
        "label": reading(relation),
        **details,
        "start_date": relation.start_date,
        "end_date": relation.end_date,
        "expected_date": relation.expected_date,
        "state": state_between(graph, relation)[0],
        **_evidence_data(relation.evidence),
        "note": relation.evidence.note,
    }


def _evidence_data(evidence: Evidence) -> dict[str, object]:
    return {"basis": evidence.basis, "sources": " ".join(map(str, evidence.citations))}


def _codes(entity: Entity) -> Iterator[str]:
    """Yield every code as `scheme: code`, whatever its dates."""
    for claim in entity.claims("identifiers"):
        yield f"{claim.details.get('scheme')}: {claim.value}"


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_text(each)}" for key, each in value.items())
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown(graph: Graph, entity_id: str) -> Iterator[str]:
    for relation in graph.every_relation(entity_id):
        if relation.object not in graph:
            yield f"{relation.kind}: {relation.object}"
        elif relation.subject not in graph:
            yield f"{RELATIONS[relation.kind].inverse or relation.kind}: {relation.subject}"


def _without_empty(data: Data) -> Data:
    """Return data without empty values."""
    return {
        key: str(value) if isinstance(value, Date) else value
        for key, value in data.items()
        if value not in {None, ""}
    }
