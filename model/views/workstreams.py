"""The workstreams view (3): each partnership's delivery and enabling workstreams, their sub-groups and promises."""

from ..facts.graph import Graph
from ..format.groups import DELIVERY, STRANDS
from ..format.kinds import capitalised
from ..structure.order import by_sibling, sibling_key
from .below import classified, groups_of, of_kinds, rows
from .forest import Forest
from .layout import Row, group, lay_out
from .nest import nest_of
from .top import Top


def make(graph: Graph) -> Forest:
    """Return the workstreams view of a graph at its date."""
    owners = (each for each in nest_of(graph).below if _is_owner(graph, each))
    return lay_out("workstreams", graph, [(each, None, _owner) for each in by_sibling(graph, owners)])


def _is_owner(graph: Graph, entity_id: str) -> bool:
    """Whether workstreams are below an entity, which is none itself."""
    return graph.kind(entity_id) != "workstream" and "workstream" in nest_of(graph).below.get(entity_id, ())


def _strand(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below a workstream: its sub-groups, then its work, under a heading for each kind."""
    return [
        *rows(of_kinds(graph, entity_id, STRANDS), _strand),
        *groups_of(graph, entity_id, DELIVERY),
    ]


def _owner(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below an entity: its workstreams by classification, then its work."""
    found: list[Row] = []
    for name, inside in classified(graph, of_kinds(graph, entity_id, ("workstream",))):
        found.extend(group(capitalised(name) or "Workstreams", rows(inside, _strand)))
    return [*found, *groups_of(graph, entity_id, DELIVERY)]


TOP = Top(_is_owner, _owner, key=sibling_key)
"""The top level of the view."""
