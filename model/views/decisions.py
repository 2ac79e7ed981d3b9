"""View 2: a partnership's decision-making layers in order, what is delegated between them, who stands in each."""

from collections.abc import Iterable, Mapping

from ..graph import Graph
from ..records import Relation
from .below import branches, capitalised, classified, entity, of_kinds
from .forest import Forest
from .layout import DELEGATION, Branch, by_sibling, group, lay_out

_DECIDING = ("body", "collective", "workstream")


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    owners = (
        each
        for each, one in graph.entities.items()
        if one.kind in {"partnership", "organisation"}
        and graph.shown(each)
        and (_layers(graph, each) or _unlayered(graph, each))
    )
    rows = sorted(by_sibling(graph, owners), key=lambda each: not _layers(graph, each))
    return lay_out("decisions", [entity(graph, each, None, _owner) for each in rows])


def _layers(graph: Graph, entity_id: str) -> list[str]:
    return of_kinds(graph, entity_id, ("layer",))


def members_of_layer(graph: Graph, layer: str) -> dict[str, Relation]:
    """Return what stands in a layer at the date, each with the relation that says so."""
    found = graph.relations(layer, "in_layer", "in")
    return {each.subject: each for each in found if graph.shown(each.subject)}


def _unlayered(graph: Graph, entity_id: str) -> list[str]:
    below = of_kinds(graph, entity_id, _DECIDING)
    return [each for each in below if not graph.relations(each, "in_layer", "out")]


def _owner(graph: Graph, entity_id: str) -> list[Branch]:
    layers = _layers(graph, entity_id)
    rows: list[Branch] = []
    for row in branches(graph, entity_id, layers, _layer):
        rows.append(row)
        givers = [row.id, *by_sibling(graph, members_of_layer(graph, row.id))] if row.id is not None else []
        rows.extend(_delegations(graph, givers))
    outside = branches(graph, entity_id, _unlayered(graph, entity_id), _sub_groups)
    rows.extend(group("In no documented layer" if layers else "No layers are documented", outside))
    return rows


def _layer(graph: Graph, layer: str) -> list[Branch]:
    relations = members_of_layer(graph, layer)
    ids = by_sibling(graph, relations)
    kinds = {graph.entities[each].kind for each in ids}
    by_class = classified(graph, ids)
    if kinds != {"workstream"} or len(by_class) == 1:
        return _standing_in(graph, ids, relations)
    rows: list[Branch] = []
    for name, inside in by_class:
        rows.extend(group(capitalised(name) or "Others", _standing_in(graph, inside, relations)))
    return rows


def _standing_in(graph: Graph, ids: Iterable[str], relations: Mapping[str, Relation]) -> list[Branch]:
    return [entity(graph, each, relations[each], _sub_groups) for each in ids]


def _sub_groups(graph: Graph, entity_id: str) -> list[Branch]:
    if graph.entities[entity_id].kind not in _DECIDING:
        return []
    return branches(graph, entity_id, of_kinds(graph, entity_id, ("workstream", "body")), _sub_groups)


def _delegations(graph: Graph, givers: Iterable[str]) -> list[Branch]:
    return [
        Branch(None, DELEGATION, delegation_words(graph, relation), None, relation)
        for giver in givers
        for relation in sorted(graph.relations(giver, "delegates_to", "out"), key=lambda each: each.object)
    ]


def delegation_words(graph: Graph, relation: Relation) -> str:
    """Return how a delegation reads below its giver: to whom, and how far it goes."""
    return f"delegates to {graph.name(relation.object)}, {extent_words(relation)}"


def extent_words(relation: Relation) -> str:
    """Return how far a delegation goes, in words."""
    extent = relation.details.get("extent")
    text = extent.get("text") if isinstance(extent, Mapping) else None
    if text is None:
        return "extent not recorded"
    return f"extent {text}" if text == "unknown" else f"extent: {text}"
