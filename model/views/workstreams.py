"""View 3: each partnership's delivery and enabling workstreams, their sub-groups and what was promised."""

from ..graph import Graph
from .below import below_of, branches, capitalised, classified, entity, groups_of, of_kinds
from .forest import Forest
from .layout import Branch, by_sibling, group, lay_out

STRANDS = ("workstream", "body")
_WORK = ("plan", "priority", "programme", "service", "commitment")


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    owners = (
        each
        for each, one in graph.entities.items()
        if one.kind != "workstream" and graph.shown(each) and of_kinds(graph, each, ("workstream",))
    )
    return lay_out("workstreams", [entity(graph, each, None, _owner) for each in by_sibling(graph, owners)])


def strands(graph: Graph, entity_id: str) -> list[Branch]:
    """Return the workstreams of an entity under their classifications."""
    rows: list[Branch] = []
    for name, ids in classified(graph, of_kinds(graph, entity_id, ("workstream",))):
        rows.extend(group(capitalised(name) or "Workstreams", branches(graph, entity_id, ids, strand)))
    return rows


def strand(graph: Graph, entity_id: str) -> list[Branch]:
    """Return what is below a workstream: its sub-groups, then its work under one heading a kind."""
    relations = below_of(graph, entity_id)
    inside = [entity(graph, each, relations[each], strand) for each in of_kinds(graph, entity_id, STRANDS)]
    return [*inside, *groups_of(graph, entity_id, _WORK)]


def _owner(graph: Graph, entity_id: str) -> list[Branch]:
    return [*strands(graph, entity_id), *groups_of(graph, entity_id, _WORK)]
