"""The format `mermaid`: a flowchart for wikis and papers that draw Mermaid.

Every character of a name other than letters, digits and spaces is written by its number, as Mermaid requires,
so that a name is never syntax.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from .diagram import Diagram, End, Line, Node
from .document import setting_of, title_of
from .subtree import Subtree

_PLAIN = re.compile(r"[^\w ,]|[_\ufb02\xdf]|^[\s\d]+|\s+$|(?<=\s)\s+|[^\S ]")
r"""The characters that are written by number; these include `ﬂ` and `ß`, which Mermaid uses internally for such numbers."""

_SHAPES = {"group": ("([", "])"), "delegation": (">", "]"), "seat": ("([", "])")}
_BOX = ("[", "]")

_BROKEN = "inferred"
"""The class of nodes with a broken border."""

_EDGE = re.compile(r"  n\d+ (--|-\.|~)")
"""The beginning of a piece that is a line between nodes, visible or not."""

_MOST_LINES, _MOST_CHARACTERS = 500, 50_000
"""How much Mermaid draws by default (`maxEdges` and `maxTextSize` of the page)."""


@attrs.define(repr=False)
class Size:
    """The size of a diagram, as far as it has been written.

    Attributes:
        lines: How many lines it has between nodes.
        characters: How many characters it has, as JavaScript counts them.
    """

    lines: int = 0
    characters: int = 0

    def of(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield the pieces of a diagram and count their contents."""
        for piece in pieces:
            self.lines += bool(_EDGE.match(piece))
            self.characters += len(piece.encode("utf-16-le")) // 2
            yield piece

    @property
    def is_beyond(self) -> bool:
        """Whether it is larger than what Mermaid draws everywhere."""
        return self.lines > _MOST_LINES or self.characters > _MOST_CHARACTERS

    def words(self) -> str:
        """Return the size of the diagram, and the size that is drawn, in words."""
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
    """Yield the kind of diagram, its title and description for screen readers, then boxes, nodes, lines and arrows."""
    diagram, unicode = Diagram(subtree), subtree.unicode
    about = setting_of(subtree) + (f"; {subtree.cut_words}" if subtree.cut_words else "")
    yield f"flowchart {'TB' if diagram.is_down else 'LR'}\n"
    yield f"  accTitle: {escaped(title_of(subtree), unicode=unicode)}\n"
    yield f"  accDescr: {escaped(about, unicode=unicode)}\n"
    is_told = False
    for part in diagram.parts():
        if isinstance(part, End):
            yield "  end\n"
        elif isinstance(part, Line):
            yield _line(part, unicode=unicode)
        else:
            is_told |= part.inferred
            yield _node(part, unicode=unicode)
    if is_told:
        yield f"  classDef {_BROKEN} stroke-dasharray:4 3\n"
    if subtree.cut_words:
        yield f'  note>"{escaped(subtree.cut_words, unicode=unicode)}"]\n'


def _node(node: Node, *, unicode: bool) -> str:
    label = escaped(node.name, unicode=unicode)
    if node.is_box:  # Mermaid draws the first node over a second line
        label += f" {escaped(f'({node.words})', unicode=unicode)}" if node.words else ""
        broken = f"  class n{node.number} {_BROKEN}\n" if node.inferred else ""
        return f'  subgraph n{node.number}["{label}"]\n{broken}'
    if node.words:
        label += f"<br/>{escaped(node.words, unicode=unicode)}"
    start, end = _SHAPES.get(node.kind, _BOX)
    broken = f":::{_BROKEN}" if node.inferred else ""
    return f'  n{node.number}{start}"{label}"{end}{broken}\n'


def _line(line: Line, *, unicode: bool) -> str:
    upper, lower = f"n{line.upper.number}", f"n{line.lower.number}"
    if line.words:
        label = escaped(line.words, unicode=unicode)
        return f'  {upper} {"-.->" if line.inferred else "-->"}|"{label}"| {lower}\n'
    return f"  {upper} {'~~~' if line.is_hidden else '-.-' if line.inferred else '---'} {lower}\n"
