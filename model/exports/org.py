"""ORG export: the whole model in the W3C Organization Ontology, as JSON-LD.

It has the entities for which ORG has a class: organizations, posts, people, sites, change events; types and
functions as SKOS concepts; sources as Dublin Core resources (`org_documents`). A membership is an
`org:Membership` with its role, dates and sources. Every relation between these entities is an `rdf:Statement`
too, with its dates, basis and sources, since a plain triple can have none of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import attrs

from ..facts.columns import CHANGING
from ..facts.graph import Graph
from ..facts.holding import ENDED, NOW, PLANNED, state_between, state_of
from ..facts.relation_disputes import relation_disputes
from ..facts.times import end_of, start_of
from ..format import RELATIONS
from ..format.dates import Date
from ..format.details import DISPUTED
from ..format.groups import DAYS, ORGANIZATIONS, STRANDS
from ..format.records import Claim, Evidence, Relation
from ..structure.membership import counts_as_member, role_words
from .identifiers import BASE, Identifiers, system_of
from .org_documents import described_document, documents
from .org_terms import AGENTS, CLASSES, CONTEXT, Node, literal, property_of, without_empty
from .planned import entity_state, entity_words, relation_words, standing

__all__ = ["CONTEXT", "org"]


def org(graph: Graph, base: str = BASE) -> Iterator[Node]:
    """Yield the nodes of the graph of a JSON-LD document whose context is `CONTEXT`.

    Args:
        graph: The model; names and single values are those at its date.
        base: The beginning of every identifier.
    """
    return _Export(graph, Identifiers(base), _units(graph), _shared_codes(graph)).nodes()


def _units(graph: Graph) -> frozenset[str]:
    """Return all entities inside a formal organization, at any depth; in ORG only these can be units."""
    found: set[str] = set()
    waiting = [each.id for each in graph.entities_of_kind("organisation")]
    while waiting:
        for relation in graph.incoming(waiting.pop(), "part_of"):
            part = graph.find(relation.subject)
            if part and part.kind in STRANDS and part.id not in found:
                found.add(part.id)
                waiting.append(part.id)
    return frozenset(found)


def _shared_codes(graph: Graph) -> frozenset[tuple[object, object]]:
    """Return the codes that passed from one organization to another; as keys they would make a reasoner merge the two."""
    bearers: dict[tuple[object, object], str] = {}
    shared: set[tuple[object, object]] = set()
    for entity_id, entity in graph.entities_by_id():
        if entity.kind in ORGANIZATIONS:
            codes = map(_code, entity.claims("identifiers"))
            shared.update(code for code in codes if bearers.setdefault(code, entity_id) != entity_id)
    return frozenset(shared)


def _code(claim: Claim) -> tuple[object, object]:
    return claim.details.get("scheme"), claim.value


@attrs.frozen(eq=False)
class _Export:
    """The state of one export.

    Attributes:
        graph: The model.
        identifiers: Makes the identifiers.
        units: The entities inside a formal organization.
        shared_codes: The codes, each with its scheme, that several organizations have or had.
    """

    graph: Graph
    identifiers: Identifiers
    units: frozenset[str]
    shared_codes: frozenset[tuple[object, object]]

    def nodes(self) -> Iterator[Node]:
        yield from documents(self.graph, self.identifiers)
        for entity_id, entity in self.graph.entities_by_id():
            if entity.kind in CLASSES:
                yield self._described(entity_id)
        for entity_id, entity in self.graph.entities_by_id():
            if entity.kind in CLASSES:
                for relation, place in self.identifiers.of_relations(self.graph, entity_id):
                    if self.graph.kind(relation.object) in _ENDS:
                        yield self._statement(relation, place)
                        yield from self._memberships(relation, place)

    def _reference(self, entity_id: str) -> Node:
        return {"@id": self.identifiers.of(entity_id)}

    def _end(self, entity_id: str) -> Node | str:
        """Return an end of a relation: a reference, or the word `unknown` or `none`."""
        return self._reference(entity_id) if entity_id in self.graph else entity_id

    def _described(self, entity_id: str) -> Node:
        """Return the node of an entity, with every value for which ORG has a property."""
        entity, graph = self.graph.entity(entity_id), self.graph
        names = [*entity.claims("name"), *entity.claims("other_names")]
        other = list(dict.fromkeys(str(each.value) for each in names if each.value != graph.name(entity_id)))
        node: Node = {
            "@id": self.identifiers.of(entity_id),
            "@type": self._class(entity_id),
            ("foaf:name" if entity.kind == "person" else "skos:prefLabel"): graph.name(entity_id),
            "skos:altLabel": other,
            **self._codes(entity_id),
            "dct:type": {"@id": f"tiers:{entity.kind.capitalize()}"},
            "dct:description": graph.value(entity_id, "summary"),
            "schema:foundingDate": literal(start_of(graph, entity_id)),
            "schema:dissolutionDate": literal(end_of(graph, entity_id)),
            "dct:date": literal(self._day(entity_id)),
            "tiers:standing": standing(graph, entity_id),
            "rdfs:comment": entity_words(graph, entity_id),
            "tiers:basis": entity.evidence.basis,
            **self._sources(entity.evidence),
            **described_document(graph, self.identifiers, entity_id),
        }
        for relation in graph.relations(entity_id, None, "out"):
            name = self._property(relation)
            if name and self._is_plain_triple(relation):
                found = node.setdefault(name, [])
                if isinstance(found, list) and self._reference(relation.object) not in found:
                    found.append(self._reference(relation.object))
        return without_empty(node)

    def _disputed(self, relation: Relation) -> Node:
        """Return the mark of an undecided disagreement about a relation itself; disputed details carry their own."""
        found = DISPUTED not in relation.details and relation_disputes(self.graph, relation)
        return {"tiers:disputed": True} if found else {}

    def _is_plain_triple(self, relation: Relation) -> bool:
        """Whether a relation may be a plain triple, which cannot say that it is planned, over or our reading.

        A relation is also over if one of its ends has closed, even without a day. If only its subject is
        planned, the subject's node says so. Inferred containment stays a triple: without it a reader of the
        tree would lose everything below.
        """
        if state_of(self.graph, relation)[0] == PLANNED or state_between(self.graph, relation)[0] == ENDED:
            return False
        if relation_words(self.graph, relation) and entity_state(self.graph, relation.object) != NOW:
            return False
        return not relation.evidence.inferred or RELATIONS[relation.kind].containment

    def _codes(self, entity_id: str) -> dict[str, list[Node]]:
        """Return the codes of an entity, as keys (`org:identifier`) if it is an organization and shares the code with none."""
        entity = self.graph.entity(entity_id)
        found: dict[str, list[Node]] = defaultdict(list)
        for each in entity.claims("identifiers"):
            is_key = entity.kind in ORGANIZATIONS and _code(each) not in self.shared_codes
            node: Node = {"@value": str(each.value), "@type": system_of(each.details.get("scheme"))}
            found["org:identifier" if is_key else "skos:notation"].append(node)
        return found

    def _class(self, entity_id: str) -> str:
        kind = self.graph.kind(entity_id)
        if entity_id in self.units:
            return "org:OrganizationalUnit"
        changed = self.graph.every_relation(entity_id, None, "out") if kind == "event" else ()
        if any(each.kind in CHANGING and self.graph.kind(each.object) in ORGANIZATIONS for each in changed):
            return "org:ChangeEvent"
        return CLASSES[kind]

    def _property(self, relation: Relation) -> str:
        """Return the ORG property of a relation; empty where ORG does not allow it between these two classes."""
        ends = self.graph.kind(relation.subject), self.graph.kind(relation.object)
        said = property_of(relation.kind, *ends) if counts_as_member(relation) else ""
        if (
            said
            and relation.kind == "part_of"
            and relation.subject in self.units
            and ends[1] == "organisation"
        ):
            return "org:unitOf"
        if relation.kind == "member_of" and ends == ("person", "partnership"):
            return ""  # a reasoner takes whatever has a collaboration as `org:memberOf` for an organization
        return said

    def _statement(self, relation: Relation, place: str) -> Node:
        """Return the `rdf:Statement` of a relation, with its dates, basis and sources."""
        node: Node = {
            "@id": place,
            "@type": "rdf:Statement",
            "rdf:subject": self._end(relation.subject),
            "rdf:predicate": {"@id": f"tiers:{relation.kind}"},
            "rdf:object": self._end(relation.object),
            **{f"tiers:{key}": self._detail(key, value) for key, value in relation.details.items()},
            "tiers:expected_date": literal(relation.expected_date),
            "tiers:basis": relation.evidence.basis,
            "schema:startDate": literal(relation.start_date),
            "schema:endDate": literal(relation.end_date),
            "dct:date": literal(relation.evidence.as_at),
            "tiers:state": state_between(self.graph, relation)[0],
            **self._disputed(relation),
            "rdfs:comment": relation.evidence.note,
            **self._sources(relation.evidence),
        }
        return without_empty(node)

    def _detail(self, key: str, value: object) -> object:
        if isinstance(value, Mapping):
            return {f"tiers:{inside}": self._detail(inside, each) for inside, each in value.items()}
        if isinstance(value, tuple):
            return [self._detail(key, each) for each in value]
        return self._end(value) if key in _REFERENCES and isinstance(value, str) else value

    def _memberships(self, relation: Relation, place: str) -> Iterator[Node]:
        """Yield the memberships of a relation, one for each member, since `org:member` may have only one value.

        A post is no agent in ORG: the person who holds it is the member, with the post as role. Dates are
        left out, since those of the post's membership need not be the person's.
        """
        if relation.kind != "member_of" or self.graph.kind(relation.object) not in ORGANIZATIONS:
            return
        kind, place = self.graph.kind(relation.subject), f"{place}#membership"
        role = role_words(relation)
        if kind == "post" and not relation.details.get("role"):
            role = role_words(relation, self.graph.name(relation.subject))
        during: Node = {
            "@id": f"{place}-interval",
            "@type": "time:Interval",
            "schema:startDate": literal(relation.start_date),
            "schema:endDate": literal(relation.end_date),
        }
        dated = kind != "post" and (relation.start_date or relation.end_date)
        for number, (member, grounds) in enumerate(self._members(relation), 1):
            node: Node = {
                "@id": place if number == 1 else f"{place}-{number}",
                "@type": "org:Membership",
                "org:organization": self._reference(relation.object),
                "org:member": self._reference(member) if member else None,
                "org:role": {"@id": f"{place}-role", "@type": "org:Role", "skos:prefLabel": role}
                if role
                else None,
                "org:memberDuring": without_empty(during) if dated else None,
                "tiers:members": None if kind else relation.subject,
                "tiers:capacity": relation.details.get("capacity"),
                "tiers:state": state_between(self.graph, relation)[0],
                "rdfs:comment": relation_words(self.graph, relation),
                "tiers:basis": max((each.basis for each in grounds), key=("stated", "inferred").index),
                **self._sources(*grounds),
            }
            yield without_empty(node)

    def _members(self, relation: Relation) -> list[tuple[str, tuple[Evidence, ...]]]:
        """Return each member with its evidence; an empty id where no member is known."""
        grounds = (relation.evidence,)
        if self.graph.kind(relation.subject) in AGENTS:
            return [(relation.subject, grounds)]
        held = self.graph.relations(relation.subject, "holds", "in")
        holders = [
            each
            for each in held
            if self.graph.kind(each.subject) in AGENTS and state_of(self.graph, each)[0] == NOW
        ]
        return [(each.subject, (*grounds, each.evidence)) for each in holders] or [("", grounds)]

    def _day(self, entity_id: str) -> Date | None:
        kind = self.graph.kind(entity_id)
        value = self.graph.value(entity_id, "date") if kind == "event" else self.graph.source_date(entity_id)
        return value if isinstance(value, Date) and kind in DAYS else None

    def _sources(self, *grounds: Evidence) -> dict[str, object]:
        """Return the sources of some evidence, in Dublin Core and PROV."""
        citations = dict.fromkeys(each for evidence in grounds for each in evidence.citations)
        places = [{"@id": self.identifiers.of_citation(each)} for each in citations]
        return {"dct:source": places, "prov:wasDerivedFrom": places}


_ENDS = frozenset(("", *CLASSES))
"""The kinds that an end of a relation may have in ORG; empty for an unknown end."""

_REFERENCES = frozenset(
    part.name
    for kind in RELATIONS.values()
    for key in kind.parts
    for part in (key, *key.parts)
    if part.type in {"reference", "references"}
)
"""The details of a relation that name entities."""
