"""The exports that are one JSON document, with a record per line: Popolo, the W3C Organization Ontology, HL7 FHIR."""

from collections.abc import Iterator

from tiers.model import Graph

from ..parts import json_values


def popolo(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield an object of collections; unknown values are left out."""
    from tiers.model.exports.popolo import popolo as collections  # noqa: PLC0415 - each export reads its own vocabulary

    before = "{"
    for name, records in collections(graph, base).items():
        yield f'{before}\n"{name}":['
        between = ""
        for record in records:
            given = {key: each for key, each in record.items() if each is not None and each != []}
            yield f"{between}\n{json_values.value(given, unicode=unicode)}"
            between = ","
        yield "\n]" if between else "]"
        before = ","
    yield "\n}\n"


def org(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield JSON-LD with its context, a node per line."""
    from tiers.model.exports.org import CONTEXT  # noqa: PLC0415 - as above
    from tiers.model.exports.org import org as nodes  # noqa: PLC0415 - as above

    yield f'{{"@context":{json_values.value(dict(CONTEXT))},\n"@graph":['
    for number, node in enumerate(nodes(graph, base)):
        yield f"{',' if number else ''}\n{json_values.value(node, unicode=unicode)}"
    yield "\n]}\n"


def fhir(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield a Bundle of FHIR R4, an entry per line."""
    from tiers.model.exports.fhir import fhir as entries  # noqa: PLC0415 - as above

    yield '{"resourceType":"Bundle","type":"collection"'
    between = ',\n"entry":[\n'
    for entry in entries(graph, base):
        yield f"{between}{json_values.value(entry, unicode=unicode)}"
        between = ",\n"
    yield "\n]}\n" if between == ",\n" else "}\n"
