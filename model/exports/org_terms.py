"""The classes and properties of the ORG export, and the classes that each property may connect.

A reasoner takes domains and ranges as facts: it would conclude that an area with an `org:identifier` is an
organization. So a relation becomes a property only between the kinds for which the property is defined
(https://www.w3.org/TR/vocab-org/).
"""

from collections.abc import Mapping
from types import MappingProxyType

from ..format import KINDS, RELATIONS
from ..format.dates import Date
from ..format.groups import ORGANIZATIONS
from .identifiers import VOCABULARY

Node = dict[str, object]

LANGUAGE = "en"
"""The language of the names and descriptions of a model."""

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dct": "http://purl.org/dc/terms/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "prov": "http://www.w3.org/ns/prov#",
        "schema": "http://schema.org/",
        "time": "http://www.w3.org/2006/time#",
        "tiers": VOCABULARY,
    }
)

_WORDED = (
    "skos:prefLabel", "skos:altLabel", "skos:definition", "dct:title", "dct:description", "dct:rights", "rdfs:comment",
)  # fmt: skip
"""The properties whose values are text in a language; the name of a person has none."""

CONTEXT: Mapping[str, object] = MappingProxyType(
    {**PREFIXES, **{name: {"@id": name, "@language": LANGUAGE} for name in _WORDED}}
)

AGENTS = frozenset((*ORGANIZATIONS, "person"))

CLASSES: Mapping[str, str] = MappingProxyType({name: kind.org for name, kind in KINDS.items() if kind.org})
"""The ORG class of each kind; a kind that is missing here is not exported."""


def property_of(relation: str, subject: str, obj: str) -> str:
    """Return the property of a relation between two kinds; empty where ORG allows none."""
    said = RELATIONS[relation].org
    if said is None or subject not in (said.subjects or CLASSES) or obj not in (said.objects or CLASSES):
        return ""
    return said.name


_XSD = "http://www.w3.org/2001/XMLSchema#"
_EDTF = "http://id.loc.gov/datatypes/edtf"


def literal(date: Date | None) -> Node | None:
    """Return a date as a typed literal: an XML Schema type for a day, month or year, else EDTF."""
    if date is None:
        return None
    sort = (
        {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(date.text))
        if date.text.replace("-", "").isdigit()
        else None
    )
    return {"@value": date.text, "@type": f"{_XSD}{sort}" if sort else _EDTF}


def without_empty(node: Node) -> Node:
    """Return a node without empty values."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
