"""View 1: entities nested by what they are part of, from national to neighbourhood."""

from collections.abc import Iterable, Mapping

from ..graph import Graph
from ..vocabulary import KINDS
from .below import below_of, branches, by_kind, capitalised, classified, entity, heading, members_of, of_kinds
from .decisions import members_of_layer
from .forest import Forest
from .layout import Branch, by_sibling, group, lay_out
from .workstreams import STRANDS

_SKELETON = ("partnership", "area")
_STRUCTURE = ("organisation", "body", "collective", "workstream", "layer")
_GROUPED = (
    "partnership",
    *_STRUCTURE,
    *(kind for kind, each in KINDS.items() if not each.record and kind not in {"partnership", *_STRUCTURE}),
)
_RANKS = {kind: rank for rank, kind in enumerate(_GROUPED)}


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    shown = [each for each, one in graph.entities.items() if graph.shown(each) and not KINDS[one.kind].record]
    placed = {each for parent in shown for each in below_of(graph, parent)}
    placed |= {relation.subject for each in shown for relation in members_of(graph, each)}
    roots = [each for each in shown if each not in placed]
    rest = sorted(set(shown) - _reached(graph, roots))
    while rest:  # a ring that nothing outside it leads to: its first entity stands for it
        roots.append(rest[0])
        rest = sorted(set(rest) - _reached(graph, rest[:1]))
    tops = [each for each in roots if graph.entities[each].kind in _SKELETON]
    others = [each for each in roots if graph.entities[each].kind not in _SKELETON]
    rows = [entity(graph, each, None, _inside) for each in by_sibling(graph, tops)]
    return lay_out("tiers", [*rows, *_elsewhere(graph, others)])


def _reached(graph: Graph, starts: Iterable[str]) -> set[str]:
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        each = waiting.pop()
        below = {*below_of(graph, each), *(relation.subject for relation in members_of(graph, each))}
        if graph.entities[each].kind == "layer":
            below.update(members_of_layer(graph, each))
        waiting.extend(below - reached)
        reached |= below
    return reached


def _inside(graph: Graph, entity_id: str) -> list[Branch]:
    kind = graph.entities[entity_id].kind
    if kind == "layer":
        relations = members_of_layer(graph, entity_id)
        inside = by_sibling(graph, {**below_of(graph, entity_id), **relations})
        rows = [entity(graph, each, relations.get(each), _inside) for each in inside]
        return [*rows, *_members(graph, entity_id)]
    below = by_kind(graph, entity_id)
    if not below:
        return _members(graph, entity_id)
    direct = _direct(graph, kind, below)
    rows = branches(graph, entity_id, direct, _inside)
    rows.extend(_members(graph, entity_id))
    for each in sorted(below.keys() & _RANKS.keys(), key=_RANKS.__getitem__):
        ids = [one for one in below[each] if one not in direct]
        if each == "workstream":
            rows.extend(_workstreams(graph, entity_id, ids))
        else:
            rows.extend(group(heading(each), branches(graph, entity_id, ids, _inside)))
    return rows


def _direct(graph: Graph, kind: str, below: Mapping[str, list[str]]) -> list[str]:
    """Return what stands directly below an entity without a group row: the way down the tiers, and sub-groups."""
    if kind in STRANDS:
        return by_sibling(graph, (each for strand in STRANDS for each in below.get(strand, ())))
    if kind not in _SKELETON:
        return []
    areas = (each for each in below.get("area", ()) if of_kinds(graph, each, ("partnership",)))
    return [*below.get("partnership", ()), *areas]


def _members(graph: Graph, entity_id: str) -> list[Branch]:
    found = members_of(graph, entity_id)
    return group("Members", [entity(graph, each.subject, each, _inside) for each in found]) if found else []


def _workstreams(graph: Graph, entity_id: str, ids: Iterable[str]) -> list[Branch]:
    rows: list[Branch] = []
    for name, inside in classified(graph, ids):
        rows.extend(
            group(capitalised(f"{name} workstreams".lstrip()), branches(graph, entity_id, inside, _inside))
        )
    return rows


def _elsewhere(graph: Graph, ids: Iterable[str]) -> list[Branch]:
    """Return a last group with what no relation puts anywhere, so that nothing is lost from the view."""
    unplaced = by_sibling(graph, ids)
    inside: list[Branch] = []
    for kind in KINDS:
        of_kind = [
            entity(graph, each, None, _inside) for each in unplaced if graph.entities[each].kind == kind
        ]
        inside.extend(group(heading(kind), of_kind))
    return group("Not placed by any document", inside)
