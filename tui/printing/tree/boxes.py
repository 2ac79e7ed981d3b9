"""The format `boxes`: boxes and arrows in characters, for a terminal or a plain text; `picture` draws them."""

from collections.abc import Iterator

from .picture.drawing import picture_of
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the lines of the picture."""
    for line in picture_of(subtree).lines:
        yield f"{line}\n"
