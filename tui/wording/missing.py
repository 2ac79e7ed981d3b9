"""Says why an entity is not in the tree."""

from tiers.model import Graph
from tiers.model.answers.succession import successors
from tiers.model.answers.who.verbs import joined

from .safe_text import safe


def why_missing(graph: Graph, entity_id: str) -> str:
    """Return why an entity is not in the tree: its state at the date, or that the view does not show it."""
    standing = graph.standing(entity_id)
    if standing.shown:
        return f"{safe(graph.name(entity_id))} is not in this view"
    return safe(f"{graph.name(entity_id)}: {standing.words()}")


def what_became_of(graph: Graph, entity_id: str) -> str:
    """Return the state at the date of an entity that is not shown, and who followed: `CCG: ended 2021, followed by A, then B`."""
    generations: dict[int, list[str]] = {}
    for each in successors(graph, entity_id):
        generations.setdefault(each.generation, []).append(graph.name(each.id))
    told = f", followed by {', then '.join(map(joined, generations.values()))}" if generations else ""
    return safe(f"{graph.name(entity_id)}: {graph.standing(entity_id).words()}{told}")
