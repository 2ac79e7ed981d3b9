r"""The format `ascii`: the tree of `text` in ASCII alone; any other character of a name is written `\u{…}`."""

from collections.abc import Iterator

from ...wording.safe_text import visible
from .subtree import Subtree
from .text import ASCII, draw


def write(subtree: Subtree) -> Iterator[str]:
    """Yield a line for each row."""
    for line in draw(subtree.but(unicode=False), ASCII):
        yield line if line.isascii() else "".join(char if char.isascii() else visible(char) for char in line)
