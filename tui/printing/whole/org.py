"""The export `org`: JSON-LD whose context stands in it, a node a line."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.exports.org import CONTEXT, org

from ..parts import json_values


def write(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield the JSON document."""
    yield f'{{"@context":{json_values.value(dict(CONTEXT))},\n"@graph":['
    for number, node in enumerate(org(graph, base)):
        yield f"{',' if number else ''}\n{json_values.value(node, unicode=unicode)}"
    yield "\n]}\n"
