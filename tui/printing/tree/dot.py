"""The format `dot`: a graph for Graphviz: `tiers print --format dot | dot -Tsvg`."""

from collections.abc import Iterator
from textwrap import wrap

from ...wording.safe_text import visible
from .diagram import Diagram, End, Line, Node
from .document import setting_of, title_of
from .subtree import Subtree

_LARGEST = 0xFFFF
_STYLES = {"group": "shape=plain", "delegation": "shape=cds", "seat": "shape=plain"}
_BROKEN = "rounded,dashed"
_LETTERS = 36
"""How many characters a line of words at an arrow has."""


def escaped(text: str, *, unicode: bool = True) -> str:
    """Return a text for use inside quotation marks; Graphviz reads character references there."""
    if not unicode:  # Graphviz does not read references to characters beyond 16 bits
        text = "".join(visible(char) if ord(char) > _LARGEST else char for char in text)
    text = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return text if unicode else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the head with title and date, then the boxes as clusters, the nodes and the lines."""
    diagram, unicode = Diagram(subtree), subtree.unicode
    way = (
        "rankdir=TB, ranksep=0.3, nodesep=0.15"
        if diagram.is_down
        else "rankdir=LR, ranksep=0.4, nodesep=0.08"
    )
    title = f"{escaped(title_of(subtree), unicode=unicode)}\\n{escaped(setting_of(subtree), unicode=unicode)}"
    yield f'digraph tiers {{\n  graph [{way}, compound=true, fontname="Helvetica", fontsize=11];\n'
    yield f'  label="{title}";\n  labelloc=t;\n'
    yield '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11, margin="0.12,0.05"];\n'
    yield '  edge [arrowhead=none, arrowsize=0.6, fontname="Helvetica", fontsize=9];\n'
    for part in diagram.parts():
        if isinstance(part, End):
            yield "  }\n"
        elif isinstance(part, Line):
            yield _line(part, unicode=unicode)
        else:
            yield _node(part, unicode=unicode)
    yield "}\n"


def _node(node: Node, *, unicode: bool) -> str:
    label = escaped(node.name, unicode=unicode)
    if node.words:
        label += f"\\n{escaped(node.words, unicode=unicode)}"
    if node.is_box:
        style = _BROKEN if node.inferred else "rounded"
        return f'  subgraph cluster_n{node.number} {{\n  label="{label}"; style="{style}";\n'
    style = f", {_STYLES[node.kind]}" if node.kind in _STYLES else ""
    if node.inferred:
        style += f', style="{_BROKEN}"'
    return f'  n{node.number} [label="{label}"{style}];\n'


def _line(line: Line, *, unicode: bool) -> str:
    ends = (("ltail", line.upper), ("lhead", line.lower))
    given = [f"{name}=cluster_n{end.number}" for name, end in ends if end.number != end.leaf]
    if line.is_hidden:
        given.append("style=invis")
    if line.inferred:
        given.append("style=dashed")
    if line.words:
        label = "\\n".join(escaped(each, unicode=unicode) for each in wrap(line.words, _LETTERS))
        given.append(f'arrowhead=normal, label="{label}"')
    attributes = f" [{', '.join(given)}]" if given else ""
    return f"  n{line.upper.leaf} -> n{line.lower.leaf}{attributes};\n"
