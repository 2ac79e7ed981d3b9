"""The export `site`: the whole model as one offline page, with its search, its dates and a page for each entity."""

from collections.abc import Iterator

from tiers.model import Graph

from .document import pieces_of


def write(graph: Graph, base: str, *, unicode: bool = True) -> Iterator[str]:
    """Yield the page in pieces.

    Args:
        graph: The model; without its script the page shows the model at the date of this graph.
        base: Not used, since all links lead to parts of the page.
        unicode: Whether more than ASCII may be written.
    """
    del base
    pieces = pieces_of(graph)
    return (
        pieces
        if unicode
        # style, script and data are then in ASCII
        else (each.encode("ascii", "xmlcharrefreplace").decode("ascii") for each in pieces)
    )
