"""The decisions view (2): a partnership's decision-making layers, their members, and delegations between them."""

from collections.abc import Iterable

from ..facts.graph import Graph
from ..format.groups import DECIDING, LAYERED, STRANDS
from ..format.kinds import capitalised
from ..format.records import Relation
from ..structure.layers import delegation_words, members_of_layer
from ..structure.order import by_sibling
from .below import classified, nest_of, of_kinds, rows
from .forest import Forest
from .layout import DELEGATION, Heading, Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the decisions view of a graph at its date."""
    nested = nest_of(graph).below
    owners = by_sibling(
        graph,
        (
            each
            for each, below in nested.items()
            if graph.kind(each) in LAYERED and ("layer" in below or _unlayered(graph, each))
        ),
    )
    owners.sort(key=lambda each: "layer" not in nested[each])
    return lay_out("decisions", graph, [(each, None, _owner) for each in owners])


def _unlayered(graph: Graph, entity_id: str) -> dict[str, Relation]:
    below = of_kinds(graph, entity_id, DECIDING)
    return {
        each: relation for each, relation in below.items() if not graph.relations(each, "in_layer", "out")
    }


def _owner(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below a partnership: its layers, each followed by its delegations, then entities in no layer."""
    layers = of_kinds(graph, entity_id, ("layer",))
    found: list[Row] = []
    for layer, relation in layers.items():
        found.append((layer, relation, _layer))
        found.extend(_delegations(graph, [layer, *by_sibling(graph, members_of_layer(graph, layer))]))
    outside = rows(_unlayered(graph, entity_id), _sub_groups)
    found.extend(group("In no documented layer" if layers else "No layers are documented", outside))
    return found


def _layer(graph: Graph, layer: str) -> list[Row]:
    """Return the rows below a layer: its members, workstreams under their classifications."""
    relations = members_of_layer(graph, layer)
    inside = {each: relations[each] for each in by_sibling(graph, relations)}
    kinds = {graph.kind(each) for each in inside}
    by_class = classified(graph, inside)
    if kinds != {"workstream"} or len(by_class) == 1:
        return rows(inside, _sub_groups)
    found: list[Row] = []
    for name, of_class in by_class:
        found.extend(group(capitalised(name) or "Others", rows(of_class, _sub_groups)))
    return found


def _sub_groups(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows of the groups below an entity in a layer."""
    if graph.kind(entity_id) not in DECIDING:
        return []
    return rows(of_kinds(graph, entity_id, STRANDS), _sub_groups)


def _delegations(graph: Graph, givers: Iterable[str]) -> list[Row]:
    """Return a row for each delegation by some entities."""
    return [
        Heading(delegation_words(graph, relation), (), DELEGATION, relation)
        for giver in givers
        for relation in sorted(graph.relations(giver, "delegates_to", "out"), key=lambda each: each.object)
    ]
