"""FHIR export: organizations and their affiliations as HL7 FHIR R4.

It has `Organization` and `OrganizationAffiliation` only; `docs/exports.md` lists what neither can hold. Tags
(`meta.tag`) say what is inferred, planned or over, since the resources have no element for that.
"""

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from uuid import NAMESPACE_URL, uuid5

import attrs

from ..facts.graph import Graph
from ..facts.holding import ENDED, NOT_YET, NOW, PLANNED, state_between
from ..facts.times import end_of, start_of
from ..format import RELATIONS
from ..format.dates import Date, exact
from ..format.groups import ORGANIZATIONS
from ..format.records import Claim, Relation
from ..structure.membership import MEMBERSHIP, names_nobody, reading, role_words, seat_words
from ..structure.seats import UNNAMED
from .identifiers import BASE, VOCABULARY, Identifiers, system_of
from .org_terms import property_of
from .planned import entity_state, entity_words, relation_words

Resource = dict[str, object]

_URI = "urn:ietf:rfc:3986"
"""The system of identifiers that are URIs."""

_ABSENT = (ENDED, NOT_YET, PLANNED)
"""The states of an organization or affiliation that is not there at the date."""

_LONGEST_ID = 64
_XHTML = "http://www.w3.org/1999/xhtml"


def fhir(graph: Graph, base: str = BASE) -> Iterator[Resource]:
    """Yield the entries of a bundle: every organization, then their affiliations.

    Args:
        graph: The model; names and single values are those at its date.
        base: The beginning of every identifier; if it is an address, also of the address of every resource.
    """
    export = _Export(graph, Identifiers(base))
    for entity in graph.entities_of_kind(*ORGANIZATIONS):
        yield export.entry("Organization", entity.id, export.organization(entity.id))
    for entity in graph.entities_of_kind(*ORGANIZATIONS):
        for relation, identifier in export.identifiers.of_relations(graph, entity.id):
            if _is_affiliation(graph, relation):
                name = identifier.removeprefix(base).replace("/", ".").replace("_", "-")
                yield export.entry("OrganizationAffiliation", name, export.affiliation(relation, identifier))


def _is_affiliation(graph: Graph, relation: Relation) -> bool:
    """Whether a relation is an affiliation: between two organizations, neither containment nor succession."""
    kind, ends = RELATIONS[relation.kind], (graph.kind(relation.subject), graph.kind(relation.object))
    if kind.containment or kind.past or any(end not in ORGANIZATIONS for end in ends):
        return False
    return bool(property_of(relation.kind, *ends))


@attrs.frozen(eq=False)
class _Export:
    """The state of one export.

    Attributes:
        graph: The model.
        identifiers: Makes the identifiers.
    """

    graph: Graph
    identifiers: Identifiers

    def entry(self, kind: str, name: str, resource: Resource) -> Resource:
        """Return an entry of the bundle: a resource with the address by which others refer to it."""
        return {
            "fullUrl": self._address(kind, name),
            "resource": {"resourceType": kind, "id": _id(name), **_without_empty(resource)},
        }

    def organization(self, entity_id: str) -> Resource:
        graph, entity = self.graph, self.graph.entity(entity_id)
        state, name = entity_state(graph, entity_id), graph.name(entity_id)
        names = (*entity.claims("name"), *entity.claims("other_names"))
        return {
            "meta": _meta(entity.evidence.basis, state),
            "text": self._narrative(entity_id),
            "identifier": [
                {"system": _URI, "value": self.identifiers.of(entity_id)},
                *map(self._code, entity.claims("identifiers")),
            ],
            "active": False if state in _ABSENT else None,
            "type": [self._type(entity_id)],
            "name": name,
            "alias": list(dict.fromkeys(str(each.value) for each in names if each.value != name)),
            "partOf": self._parent(entity_id),
        }

    def affiliation(self, relation: Relation, identifier: str) -> Resource:
        state, _ = state_between(self.graph, relation)
        role = role_words(relation)
        words = relation_words(self.graph, relation)
        said = str(role or reading(relation))
        return {
            "meta": _meta(relation.evidence.basis, state),
            "identifier": [{"system": _URI, "value": identifier}],
            "active": False if state in _ABSENT else None,
            "period": _period(relation.start_date, relation.end_date),
            "organization": self._reference(relation.object),
            "participatingOrganization": self._reference(relation.subject),
            "code": [
                {
                    "coding": [
                        {
                            "system": f"{VOCABULARY}relation",
                            "code": relation.kind,
                            "display": reading(relation),
                        }
                    ],
                    "text": f"{said} ({words})" if words else said,
                }
            ],
        }

    def _address(self, kind: str, name: str) -> str:
        """Return the address of a resource: below the base if that is an address, else a UUID that is always the same."""
        base = self.identifiers.base
        if base.startswith("http"):
            return f"{base}{kind}/{_id(name)}"
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{base}{kind}/{name}')}"

    def _reference(self, entity_id: str) -> Resource:
        return {
            "reference": self._address("Organization", entity_id),
            "display": self.graph.name(entity_id),
        }

    def _parent(self, entity_id: str) -> Resource | None:
        """Return the organization of which another is part at the date, preferably a stated one; `None` for none."""
        relations = self.graph.relations(entity_id, "part_of", "out")
        found = [
            each
            for each in relations
            if self.graph.kind(each.object) in ORGANIZATIONS and state_between(self.graph, each)[0] == NOW
        ]
        return self._reference(min(found, key=lambda each: each.evidence.inferred).object) if found else None

    def _type(self, entity_id: str) -> Resource:
        kind, own = self.graph.kind(entity_id), self.graph.text(entity_id, "classification")
        coming = entity_words(self.graph, entity_id)
        said = f"{kind}: {own}" if own else kind
        return {
            "coding": [{"system": f"{VOCABULARY}kind", "code": kind, "display": kind}],
            "text": f"{said} ({coming})" if coming else said,
        }

    def _code(self, claim: Claim) -> Resource:
        end = claim.end_date
        over = end is not None and (self.graph.at is None or end.last < self.graph.at.first)
        return _without_empty(
            {
                "use": "old" if over else "official",
                "system": system_of(claim.details.get("scheme")),
                "value": str(claim.value),
                "period": _period(claim.start_date, end),
            }
        )

    def _narrative(self, entity_id: str) -> Resource | None:
        """Return in words the facts without an element: summary, first and last day, seats without a name."""
        graph = self.graph
        days = [
            f"{word} {day.words()}"
            for word, day in (("Began", start_of(graph, entity_id)), ("Ended", end_of(graph, entity_id)))
            if day is not None
        ]
        said = " ".join(
            filter(None, (graph.text(entity_id, "summary"), "; ".join(days), self._unnamed_seats(entity_id)))
        )
        if not said:
            return None
        return {"status": "additional", "div": f'<div xmlns="{_XHTML}">{escape(said)}</div>'}

    def _unnamed_seats(self, entity_id: str) -> str:
        """Return in words the seats on a body without a named member, who could not be affiliated; else empty."""
        seats = filter(names_nobody, self.graph.relations(entity_id, MEMBERSHIP, "in"))
        described = [
            ", ".join(
                filter(None, (seat_words(each), UNNAMED[each.subject], relation_words(self.graph, each)))
            )
            for each in seats
        ]
        return f"Seats that name nobody: {'; '.join(described)}" if described else ""


def _id(name: str) -> str:
    """Return an id that FHIR allows; a long one is cut, and made unique by a hash."""
    if len(name) <= _LONGEST_ID:
        return name
    mark = sha256(name.encode()).hexdigest()[:16]
    return f"{name[: _LONGEST_ID - len(mark) - 1]}.{mark}"


def _meta(basis: str, state: str) -> Resource:
    tags = {"basis": basis, "state": state.replace(" ", "-")}
    return {"tag": [{"system": f"{VOCABULARY}{name}", "code": code} for name, code in tags.items()]}


def _period(start: Date | None, end: Date | None) -> Resource | None:
    found = _without_empty({"start": exact(start), "end": exact(end)})
    return found or None


def _without_empty(resource: Resource) -> Resource:
    """Return a resource without empty values, which FHIR does not allow."""
    return {key: value for key, value in resource.items() if value not in (None, "", [])}
