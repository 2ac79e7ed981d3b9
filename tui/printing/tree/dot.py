"""The format `dot`: a graph for Graphviz: `tiers print --format dot | dot -Tsvg`."""

from collections.abc import Iterator

from ...wording.safe_text import visible
from .nodes_and_lines import nodes
from .subtree import Subtree

_LARGEST = 0xFFFF
_STYLES = {"group": "shape=plain", "delegation": "shape=cds"}


def escaped(text: str, *, unicode: bool = True) -> str:
    """Return a text for use inside quotation marks; Graphviz reads character references there."""
    if not unicode:  # of characters beyond 16 bits Graphviz reads no reference
        text = "".join(visible(char) if ord(char) > _LARGEST else char for char in text)
    text = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return text if unicode else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the head, then for each row its node and the line to it."""
    yield "digraph tiers {\n  graph [rankdir=LR, ranksep=0.4, nodesep=0.08];\n"
    yield '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11, margin="0.12,0.05"];\n'
    yield "  edge [arrowsize=0.6];\n"
    for node in nodes(subtree):
        if node.is_new:
            label = escaped(node.name, unicode=subtree.unicode)
            if node.words:
                label += f"\\n{escaped(node.words, unicode=subtree.unicode)}"
            style = _STYLES.get(node.kind)
            yield f'  n{node.number} [label="{label}"{f", {style}" if style else ""}];\n'
        if node.parent is not None:
            broken = " [style=dashed]" if node.inferred else ""
            yield f"  n{node.parent} -> n{node.number}{broken};\n"
    yield "}\n"
