"""The export `site`: the whole model as one offline page, with its search, its dates and a page for each entity."""

from collections.abc import Iterator

from tiers.model import Graph

from .document import pieces_of


def write(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield the page in pieces.

    Args:
        graph: The model; what stands in the page without its script is the model at the date of this graph.
        base: Not used: what is linked to is in the page itself.
        unicode: Whether more than ASCII may be written.
    """
    del base
    pieces = pieces_of(graph)
    return (
        pieces
        if unicode
        else (
            each.encode("ascii", "xmlcharrefreplace").decode("ascii") for each in pieces
        )  # style, script and data are ASCII then
    )
