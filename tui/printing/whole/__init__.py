"""The exports of the whole model, one file for each vocabulary, declared in one table."""

from collections.abc import Mapping
from types import MappingProxyType

EXPORTS: Mapping[str, str] = MappingProxyType(
    {
        "tables": "CSV tables of entities, statements and sources with a Frictionless data package",
        "popolo": "Popolo, as JSON",
        "org": "the W3C Organization Ontology, as JSON-LD",
        "fhir": "organizations and their affiliations in HL7 FHIR R4, as JSON",
        "graphml": "a graph for network tools, as GraphML",
        "site": "one offline page for everybody: a tree, a page an entity, search and any date",
    }
)
"""Every export by name, with what it is; the module here of the same name writes it."""
