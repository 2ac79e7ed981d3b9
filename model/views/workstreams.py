"""View 3: each partnership's delivery and enabling workstreams, their sub-groups and what was promised."""

from ..facts.graph import Graph
from ..format.groups import DELIVERY, STRANDS
from ..format.kinds import capitalised
from ..structure.order import by_sibling
from .below import classified, groups_of, nest_of, of_kinds, rows
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    owners = (
        each
        for each, below in nest_of(graph).below.items()
        if "workstream" in below and graph.kind(each) != "workstream"
    )
    return lay_out("workstreams", graph, [(each, None, _owner) for each in by_sibling(graph, owners)])


def _strand(graph: Graph, entity_id: str) -> list[Row]:
    """Return what is below a workstream: its sub-groups, then its work under one heading a kind."""
    return [
        *rows(of_kinds(graph, entity_id, STRANDS), _strand),
        *groups_of(graph, entity_id, DELIVERY),
    ]


def _owner(graph: Graph, entity_id: str) -> list[Row]:
    """Return the workstreams of an entity under their classifications, then its work."""
    found: list[Row] = []
    for name, inside in classified(graph, of_kinds(graph, entity_id, ("workstream",))):
        found.extend(group(capitalised(name) or "Workstreams", rows(inside, _strand)))
    return [*found, *groups_of(graph, entity_id, DELIVERY)]
