"""The format `mermaid`: a flowchart for wikis and papers that draw Mermaid.

Every character of a name that is no letter, digit or space is written by its number, as Mermaid wants it, so
that a name is never syntax.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from .nodes_and_lines import Node, nodes
from .subtree import Subtree

_PLAIN = re.compile(r"[^\w ,]|[_\ufb02\xdf]|^[\s\d]+|\s+$|(?<=\s)\s+|[^\S ]")
r"""What is written by number: `ﬂ` and `ß` too, with which Mermaid marks such numbers inside."""

_SHAPES = {"group": ("([", "])"), "delegation": (">", "]")}
_BOX = ("[", "]")

_MOST_LINES, _MOST_CHARACTERS = 500, 50_000
"""How much Mermaid draws unless the page it stands in allows more (`maxEdges` and `maxTextSize`)."""


@attrs.define(repr=False)
class Size:
    """How large a diagram is, as far as it has been written.

    Attributes:
        lines: How many lines it has between nodes.
        characters: How many characters it has, as JavaScript counts them.
    """

    lines: int = 0
    characters: int = 0

    def of(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield the pieces of a diagram and count what is in them."""
        for piece in pieces:
            self.lines += "->" in piece  # in a name it is written by number
            self.characters += len(piece.encode("utf-16-le")) // 2
            yield piece

    @property
    def is_beyond(self) -> bool:
        """Whether it is more than Mermaid draws everywhere."""
        return self.lines > _MOST_LINES or self.characters > _MOST_CHARACTERS

    def words(self) -> str:
        """Return how large it is, and how much is drawn."""
        return (
            f"the diagram has {self.lines:,} lines and {self.characters:,} characters; "
            f"Mermaid draws at most {_MOST_LINES:,} lines and {_MOST_CHARACTERS:,} characters "
            "unless the page it stands in allows more"
        )


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
