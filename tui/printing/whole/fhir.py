"""The export `fhir`: a Bundle of FHIR R4 with an entry a line."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.exports.fhir import fhir

from ..parts import json_values


def write(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield the JSON document."""
    yield '{"resourceType":"Bundle","type":"collection"'
    between = ',\n"entry":[\n'
    for entry in fhir(graph, base):
        yield f"{between}{json_values.value(entry, unicode=unicode)}"
        between = ",\n"
    yield "\n]}\n" if between == ",\n" else "}\n"
