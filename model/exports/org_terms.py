"""The terms of the W3C Organization Ontology and its neighbours, and what each may stand between.

A reasoner takes domains and ranges as facts: an area with an `org:identifier` would be an organization to it. So
a relation becomes a property only between kinds that the property is for (https://www.w3.org/TR/vocab-org/).
"""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

VOCABULARY = "urn:tiers:vocabulary:"
"""Where the relations, kinds and schemes stand for which ORG has no word of its own."""

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

ORGANIZATIONS = frozenset(("organisation", "partnership", "body", "workstream", "collective"))
AGENTS = ORGANIZATIONS | {"person"}
UNITS = frozenset(("body", "workstream"))
"""What may be an `org:OrganizationalUnit`."""

CLASSES: Mapping[str, str] = MappingProxyType(
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

_ALL = frozenset(CLASSES)
_ANSWERING = AGENTS | {"post"}


@attrs.frozen(eq=False, repr=False)
class Property:
    """A property that says a relation in one triple.

    Attributes:
        name: Its name, with the prefix of its vocabulary.
        domain: The kinds its subject may be.
        range: The kinds its object may be.
    """

    name: str
    domain: frozenset[str] = _ALL
    range: frozenset[str] = _ALL


_LINKED = Property("org:linkedTo", ORGANIZATIONS, ORGANIZATIONS)
_REPORTS = Property("org:reportsTo", _ANSWERING, _ANSWERING)
_EVENT = frozenset(("event",))
_POST = frozenset(("post",))

PROPERTIES: Mapping[str, Property] = MappingProxyType(
    {
        "part_of": Property("org:subOrganizationOf", ORGANIZATIONS, ORGANIZATIONS),
        "member_of": Property("org:memberOf", AGENTS, ORGANIZATIONS),
        "holds": Property("org:holds", AGENTS, _POST),
        "post_in": Property("org:postIn", _POST, ORGANIZATIONS),
        "accountable_to": _REPORTS,
        "reports_to": _REPORTS,
        "located_at": Property("org:hasSite", ORGANIZATIONS, frozenset(("area", "site"))),
        "covers": Property("dct:spatial"),
        "instance_of": Property("org:classification", ORGANIZATIONS, frozenset(("type",))),
        "responsible_for": Property("org:purpose", ORGANIZATIONS),
        "originals": Property("org:originalOrganization", _EVENT, ORGANIZATIONS),
        "results": Property("org:resultingOrganization", _EVENT, ORGANIZATIONS),
        "succeeds": Property("dct:replaces"),
        "delegates_to": _LINKED,
        "scrutinises": _LINKED,
        "feeds_into": _LINKED,
        "funds": _LINKED,
        "stands_for": _LINKED,
    }
)
"""The property of each relation, beside its statement."""
