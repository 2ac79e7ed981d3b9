"""The export `graphml`: nodes and edges as XML."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.exports.graphml import LINE_KEYS, NODE_KEYS, Data, lines, nodes

from ..parts.markup import escaped

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield the XML document; with a base, every node has its identifier besides its id."""
    pieces = _document(graph, base)
    if unicode:
        return pieces
    return (piece.encode("ascii", "xmlcharrefreplace").decode("ascii") for piece in pieces)


def _document(graph: Graph, base: str) -> Iterator[str]:
    yield _HEAD
    for mark, sort, keys in (("n", "node", NODE_KEYS), ("l", "edge", LINE_KEYS)):
        for key in keys:
            yield f'<key id="{mark}-{key}" for="{sort}" attr.name="{key}" attr.type="string"/>\n'
    yield '<graph id="tiers" edgedefault="directed">\n'
    for entity_id, data in nodes(graph, base):
        yield f'<node id="{escaped(entity_id)}">{_data("n", data)}</node>\n'
    for line in lines(graph):
        ends = f'source="{escaped(line.source)}" target="{escaped(line.target)}"'
        yield f"<edge {ends}>{_data('l', line.data)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(mark: str, data: Data) -> str:
    return "".join(f'<data key="{mark}-{key}">{escaped(str(value))}</data>' for key, value in data.items())
