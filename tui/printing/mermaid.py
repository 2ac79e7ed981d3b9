"""The format `mermaid`: a flowchart for wikis and papers that draw Mermaid.

Every character of a name that is no letter, digit or space is written by its number, as Mermaid wants it, so
that a name is never syntax. Mermaid draws at most 500 lines and 50,000 characters unless its reader allows more.
"""

import re
from collections.abc import Iterator

from .diagram import Node, nodes
from .subtree import Subtree

_PLAIN = re.compile(r"[^\w ,]|[_\ufb02\xdf]|^[\s\d]+|\s+$|(?<=\s)\s+|[^\S ]")
r"""What is written by number: `ﬂ` and `ß` too, with which Mermaid marks such numbers inside."""

_SHAPES = {"group": ("([", "])"), "delegation": (">", "]")}
_BOX = ("[", "]")


def escaped(text: str, *, unicode: bool = True) -> str:
    """Return a text for use inside quotation marks."""
    text = _PLAIN.sub(lambda found: "".join(f"#{ord(char)};" for char in found[0]), text)
    return text if unicode else "".join(char if char.isascii() else f"#{ord(char)};" for char in text)


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the kind of diagram, then for each row its node and the line to it."""
    yield "flowchart LR\n"
    for node in nodes(subtree):
        if node.is_new:
            yield _node(node, unicode=subtree.unicode)
        if node.parent is not None:
            yield f"  n{node.parent} {'-.->' if node.inferred else '-->'} n{node.number}\n"


def _node(node: Node, *, unicode: bool) -> str:
    start, end = _SHAPES.get(node.kind, _BOX)
    label = escaped(node.name, unicode=unicode)
    if node.words:
        label += f"<br/>{escaped(node.words, unicode=unicode)}"
    return f'  n{node.number}{start}"{label}"{end}\n'
