"""Says why an entity is not in the tree."""

from tiers.model import Graph

from .safe_text import safe


def why_missing(graph: Graph, entity_id: str) -> str:
    """Return why an entity is not in the tree: its state at the date, or that the view does not show it."""
    standing = graph.standing(entity_id)
    if standing.shown:
        return f"{safe(graph.name(entity_id))} is not in this view"
    return safe(f"{graph.name(entity_id)}: {standing.words()}")
