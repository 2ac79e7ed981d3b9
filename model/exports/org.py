"""The whole model in the W3C Organization Ontology, as JSON-LD.

What ORG has a class for is described: organizations, posts, people, sites, change events; types and functions as
SKOS concepts; sources as Dublin Core resources. A membership is an `org:Membership` with its role, dates and
sources. Every relation between what is described is besides an `rdf:Statement` with its dates, basis and sources,
since a plain triple can bear none of them.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from ..dates import Date
from ..graph import Graph
from ..records import Evidence, Relation
from ..standing import end_of, start_of
from .identifiers import BASE, Identifiers

Node = dict[str, object]

VOCABULARY = "urn:tiers:vocabulary:"
"""Where the relations stand for which ORG has no word of its own."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_EDTF = "http://id.loc.gov/datatypes/edtf"

CONTEXT: Mapping[str, str] = MappingProxyType(
    {
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dct": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "prov": "http://www.w3.org/ns/prov#",
        "schema": "http://schema.org/",
        "time": "http://www.w3.org/2006/time#",
        "tiers": VOCABULARY,
    }
)

AGENTS = frozenset(("organisation", "partnership", "body", "workstream", "collective"))

_CLASSES = MappingProxyType(
    {
        "organisation": "org:FormalOrganization",
        "partnership": "org:OrganizationalCollaboration",
        "body": "org:Organization",
        "workstream": "org:Organization",
        "collective": "org:Organization",
        "type": "skos:Concept",
        "function": "skos:Concept",
        "area": "org:Site",
        "site": "org:Site",
        "post": "org:Post",
        "person": "foaf:Person",
        "event": "prov:Activity",
        "source": "dct:BibliographicResource",
    }
)
"""What each kind is; a kind that is not here has no place in ORG."""

_UNITS = frozenset(("body", "workstream"))

_PROPERTIES = MappingProxyType(
    {
        "holds": "org:holds",
        "post_in": "org:postIn",
        "accountable_to": "org:reportsTo",
        "reports_to": "org:reportsTo",
        "located_at": "org:hasSite",
        "covers": "dct:spatial",
        "instance_of": "org:classification",
        "responsible_for": "org:purpose",
        "originals": "org:originalOrganization",
        "results": "org:resultingOrganization",
        "succeeds": "dct:replaces",
        "delegates_to": "org:linkedTo",
        "scrutinises": "org:linkedTo",
        "feeds_into": "org:linkedTo",
        "funds": "org:linkedTo",
        "stands_for": "org:linkedTo",
    }
)
"""The property of each relation, beside its statement; those of `part_of` and `member_of` depend on their ends."""

_BETWEEN_AGENTS = frozenset(("org:linkedTo", "org:reportsTo"))
_OF_AGENTS = _BETWEEN_AGENTS | {"org:hasSite", "org:classification", "org:purpose"}


def org(graph: Graph, base: str = BASE) -> Iterator[Node]:
    """Yield the nodes of the graph of a JSON-LD document whose context is `CONTEXT`.

    Args:
        graph: The model; names and single values are those at its date.
        base: What every identifier begins with.
    """
    return _Export(graph, Identifiers(base)).nodes()


@attrs.frozen(eq=False)
class _Export:
    """One export.

    Attributes:
        graph: The model.
        identifiers: Makes its identifiers.
    """

    graph: Graph
    identifiers: Identifiers

    def nodes(self) -> Iterator[Node]:
        for entity_id, entity in self.graph.entities.items():
            if entity.kind in _CLASSES:
                yield self._described(entity_id)
        for entity_id in self.graph.entities:
            for relation in self.graph.outgoing.get(entity_id, ()):
                if self._kind(entity_id) in _CLASSES and self._kind(relation.object) in _CLASSES:
                    place = self.identifiers.of_relation(relation)
                    yield self._statement(relation, place)
                    yield from self._membership(relation, place)
            for relation in self.graph.incoming.get(entity_id, ()):
                if relation.subject not in self.graph.entities:
                    yield from self._membership(relation, self.identifiers.of_relation(relation))

    def _kind(self, entity_id: str) -> str:
        entity = self.graph.entities.get(entity_id)
        return "" if entity is None else entity.kind

    def _reference(self, entity_id: str) -> Node:
        return {"@id": self.identifiers.of(entity_id)}

    def _described(self, entity_id: str) -> Node:
        entity, graph = self.graph.entities[entity_id], self.graph
        codes = [
            {"@value": str(each.value), "@type": f"{VOCABULARY}{_word(str(each.details.get('scheme', '')))}"}
            for each in entity.claims("identifiers")
        ]
        names = [*entity.claims("name"), *entity.claims("other_names")]
        other = list(dict.fromkeys(str(each.value) for each in names if each.value != graph.name(entity_id)))
        node: Node = {
            "@id": self.identifiers.of(entity_id),
            "@type": self._class(entity_id),
            ("foaf:name" if entity.kind == "person" else "skos:prefLabel"): graph.name(entity_id),
            "skos:altLabel": other,
            "org:identifier": codes,
            "dct:type": entity.kind,
            "dct:description": graph.value(entity_id, "summary"),
            "schema:foundingDate": _literal(start_of(graph, entity_id)),
            "schema:dissolutionDate": _literal(end_of(graph, entity_id)),
            "dct:date": _literal(self._day(entity_id)),
            "dct:publisher": graph.value(entity_id, "publisher"),
            "dct:source": self._sources(entity.evidence),
            "dct:hasPart": self._places(entity_id),
        }
        for relation in graph.relations(entity_id, None, "out"):
            name = self._property(relation)
            if name and self._kind(relation.object) in _CLASSES:
                found = node.setdefault(name, [])
                if isinstance(found, list) and self._reference(relation.object) not in found:
                    found.append(self._reference(relation.object))
        return _given(node)

    def _class(self, entity_id: str) -> str:
        kind = self._kind(entity_id)
        if kind in _UNITS and self._is_unit(entity_id, frozenset()):
            return "org:OrganizationalUnit"
        if kind == "event" and self.graph.every_relation(entity_id, "originals", "out"):
            return "org:ChangeEvent"
        if kind == "event" and self.graph.every_relation(entity_id, "results", "out"):
            return "org:ChangeEvent"
        return _CLASSES[kind]

    def _is_unit(self, entity_id: str, seen: frozenset[str]) -> bool:
        """Whether an entity is inside a formal organization; ORG has units nowhere else."""
        if self._kind(entity_id) not in _UNITS or entity_id in seen:
            return False
        wholes = [each.object for each in self.graph.every_relation(entity_id, "part_of", "out")]
        return any(
            self._kind(each) == "organisation" or self._is_unit(each, seen | {entity_id}) for each in wholes
        )

    def _property(self, relation: Relation) -> str:
        ends = self._kind(relation.subject), self._kind(relation.object)
        if relation.kind == "part_of" and AGENTS.issuperset(ends):
            if ends[1] == "organisation" and self._is_unit(relation.subject, frozenset()):
                return "org:unitOf"
            return "org:subOrganizationOf"
        if relation.kind == "member_of" and (AGENTS | {"person"}).issuperset(ends):
            return "org:memberOf"
        name = _PROPERTIES.get(relation.kind, "")
        kinds = AGENTS | {"person", "post"} if name == "org:reportsTo" else AGENTS
        if name in _OF_AGENTS and ends[0] not in kinds:
            return ""
        return "" if name in _BETWEEN_AGENTS and ends[1] not in kinds else name

    def _statement(self, relation: Relation, place: str) -> Node:
        node: Node = {
            "@id": place,
            "@type": "rdf:Statement",
            "rdf:subject": self._reference(relation.subject),
            "rdf:predicate": {"@id": f"tiers:{relation.kind}"},
            "rdf:object": self._reference(relation.object),
            "tiers:basis": relation.evidence.basis,
            "schema:startDate": _literal(relation.start_date),
            "schema:endDate": _literal(relation.end_date),
            "dct:date": _literal(relation.evidence.as_at),
            "rdfs:comment": relation.evidence.note,
            "dct:source": self._sources(relation.evidence),
        }
        return _given(node)

    def _membership(self, relation: Relation, place: str) -> Iterator[Node]:
        """A post is no agent in ORG: its membership has the post as its role and who holds the post as member."""
        if relation.kind != "member_of" or self._kind(relation.object) not in AGENTS:
            return
        kind, place = self._kind(relation.subject), f"{place}#membership"
        members = [relation.subject] if kind in AGENTS | {"person"} else self._holders(relation.subject)
        role = relation.details.get("role") or (self.graph.name(relation.subject) if kind == "post" else None)
        during = _given(
            {
                "@id": f"{place}-interval",
                "@type": "time:Interval",
                "schema:startDate": _literal(relation.start_date),
                "schema:endDate": _literal(relation.end_date),
            }
        )
        node: Node = {
            "@id": place,
            "@type": "org:Membership",
            "org:organization": self._reference(relation.object),
            "org:member": [self._reference(each) for each in members],
            "org:role": {"@id": f"{place}-role", "@type": "org:Role", "skos:prefLabel": role}
            if role
            else None,
            "org:memberDuring": during if len(during) > _BARE else None,
            "tiers:members": None if kind else relation.subject,
            "tiers:basis": relation.evidence.basis,
            "dct:source": self._sources(relation.evidence),
        }
        yield _given(node)

    def _holders(self, post: str) -> list[str]:
        return [
            each.subject for each in self.graph.relations(post, "holds", "in") if self._kind(each.subject)
        ]

    def _day(self, entity_id: str) -> Date | None:
        kind = self._kind(entity_id)
        value = self.graph.value(entity_id, "date") if kind == "event" else self.graph.source_date(entity_id)
        return value if isinstance(value, Date) and kind in {"event", "source"} else None

    def _sources(self, evidence: Evidence) -> list[Node]:
        return [{"@id": self.identifiers.of_citation(each)} for each in evidence.citations]

    def _places(self, entity_id: str) -> list[Node]:
        locators = self.graph.entities[entity_id].plain("locators")
        if not isinstance(locators, Mapping):
            return []
        place = self.identifiers.of(entity_id)
        return [
            {"@id": f"{place}#{_word(each)}", "dct:title": str(words)} for each, words in locators.items()
        ]


_BARE = 2
"""How many keys a node has that says nothing."""


def _word(text: str) -> str:
    """Return a text as part of an identifier."""
    return re.sub(
        r"[^\w.~-]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text, flags=re.ASCII
    )


def _literal(date: Date | None) -> Node | None:
    """Return a date with its type: of XML Schema where that has one, else of EDTF."""
    if date is None:
        return None
    sort = (
        {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(date.text))
        if date.text.replace("-", "").isdigit()
        else None
    )
    return {"@value": date.text, "@type": f"{_XSD}{sort}" if sort else _EDTF}


def _given(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
