"""The exports of the whole model, declared in one table; those that are one JSON document are in `json_documents`."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
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
"""Every export by name, with its description."""

_JSON = ("popolo", "org", "fhir")


def writer_of(vocabulary: str) -> Callable[..., Iterator[str]]:
    """Return the function that writes an export, given the model, the base of identifiers and whether to use Unicode."""
    module, name = ("json_documents", vocabulary) if vocabulary in _JSON else (vocabulary, "write")
    written: Callable[..., Iterator[str]] = getattr(import_module(f".{module}", __name__), name)
    return written
