"""A subtree as nodes and lines: what `mermaid` and `dot` draw.

Each row is a node; where an entity is only to be referred to again, all its places are one node. A line to
what is only inferred to stand there is broken.
"""

from collections.abc import Iterator

import attrs

from tiers.model.views.layout import GROUP

from .subtree import Subtree


@attrs.frozen(eq=False, repr=False)
class Node:
    """A node, and the line that leads to it.

    Attributes:
        number: Its number.
        name: Its name.
        words: The words in brackets; empty for none.
        kind: Its kind, `group` or `delegation`.
        parent: The number of the node it stands below; `None` for none.
        inferred: Whether that it stands there is inferred.
        is_new: Whether it was not there before; if it was, there is only a further line to it.
    """

    number: int
    name: str
    words: str
    kind: str
    parent: int | None
    inferred: bool
    is_new: bool


def nodes(subtree: Subtree) -> Iterator[Node]:
    """Yield the nodes in preorder."""
    forest = subtree.forest
    above: list[int] = []
    first: dict[str, int] = {}
    once = subtree.but(once=False)
    for row, level, given, said, _ in once.entries():
        entity_id = forest.ids[row]
        number, is_new = row, True
        if subtree.once and entity_id is not None:
            number = first.setdefault(entity_id, row)
            is_new = number == row
        parent = above[level - 1] if level else None
        del above[level:]
        above.append(number)
        kind, name = forest.kinds[row], subtree.full(row, given)
        words = said[1:] if kind == GROUP else said  # how many there are is seen
        yield Node(number, name, ", ".join(words), kind, parent, "inferred" in words, is_new)
