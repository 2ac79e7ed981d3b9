"""The export `popolo`: an object of collections, a record a line; what is not known is left out."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.exports.popolo import popolo

from ..parts import json_values


def write(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield the JSON document."""
    before = "{"
    for name, records in popolo(graph, base).items():
        yield f'{before}\n"{name}":['
        between = ""
        for record in records:
            given = {key: each for key, each in record.items() if each is not None and each != []}
            yield f"{between}\n{json_values.value(given, unicode=unicode)}"
            between = ","
        yield "\n]" if between else "]"
        before = ","
    yield "\n}\n"
