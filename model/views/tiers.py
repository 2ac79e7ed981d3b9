"""View 1: entities nested by what they are part of, from national to neighbourhood."""

from collections.abc import Iterable

from ..graph import Graph
from ..vocabulary import KINDS
from .below import below_of, branches, capitalised, classified, entity, groups_of, heading, of_kinds
from .forest import Forest
from .layout import Branch, by_sibling, group, lay_out, sibling_key

_SKELETON = ("area", "partnership")
_GROUPED = tuple(kind for kind, each in KINDS.items() if not each.record and kind not in _SKELETON)
_STRANDS = ("workstream", "body")


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    placed = {each for parent in graph.entities if graph.shown(parent) for each in below_of(graph, parent)}
    roots = [
        each
        for each, one in graph.entities.items()
        if graph.shown(each) and not KINDS[one.kind].record and each not in placed and one.kind in _SKELETON
    ]
    rows = [entity(graph, each, None, _inside) for each in by_sibling(graph, roots)]
    return lay_out("tiers", [*rows, *_elsewhere(graph, rows)])


def _inside(graph: Graph, entity_id: str) -> list[Branch]:
    kind = graph.entities[entity_id].kind
    direct = _STRANDS if kind in _STRANDS else _SKELETON if kind in _SKELETON else ()
    rows = branches(graph, entity_id, of_kinds(graph, entity_id, direct), _inside)
    if kind == "layer":
        rows.extend(branches(graph, entity_id, by_sibling(graph, below_of(graph, entity_id)), _inside))
        return rows
    rows.extend(_members(graph, entity_id))
    for each in _GROUPED:
        if each in direct:
            continue
        if each == "workstream":
            rows.extend(_workstreams(graph, entity_id))
        else:
            rows.extend(groups_of(graph, entity_id, (each,), _inside))
    if not direct:
        rows.extend(groups_of(graph, entity_id, _SKELETON, _inside))
    return rows


def _members(graph: Graph, entity_id: str) -> list[Branch]:
    found = [each for each in graph.relations(entity_id, "member_of", "in") if graph.shown(each.subject)]
    found.sort(key=lambda each: (sibling_key(graph, each.subject), str(each.details.get("role", ""))))
    return group("Members", [entity(graph, each.subject, each, _inside) for each in found])


def _workstreams(graph: Graph, entity_id: str) -> list[Branch]:
    rows: list[Branch] = []
    for name, ids in classified(graph, of_kinds(graph, entity_id, ("workstream",))):
        rows.extend(group(capitalised(f"{name} workstreams".lstrip()), branches(graph, entity_id, ids, _inside)))
    return rows


def _elsewhere(graph: Graph, rows: Iterable[Branch]) -> list[Branch]:
    """Return a last group with what no relation puts anywhere, so that nothing is lost from the view."""
    laid = set(lay_out("tiers", rows).ids)
    missing = [each for each, one in graph.entities.items() if each not in laid and graph.shown(each) and not KINDS[one.kind].record]
    inside: list[Branch] = []
    for kind in KINDS:
        ids = by_sibling(graph, (each for each in missing if graph.entities[each].kind == kind))
        inside.extend(group(heading(kind), [entity(graph, each, None, _inside) for each in ids]))
    return group("Not placed by any document", inside)
