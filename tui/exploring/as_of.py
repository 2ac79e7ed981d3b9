"""As of when a model is seen, in words."""

from tiers.model import Graph

LAST_KNOWN = "last known"


def seen_words(graph: Graph) -> str:
    """Return as of when a model is seen."""
    return LAST_KNOWN if graph.at is None else f"as of {graph.at.words()}"
