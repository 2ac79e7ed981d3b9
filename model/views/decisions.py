"""The decisions view (2): a partnership's decision-making layers, their members, and delegations between them."""

from collections.abc import Iterable

from ..facts.functions import IN_HAND
from ..facts.graph import Graph, kind_teller
from ..facts.holding import ENDED, state_of_role
from ..format import NONE
from ..format.groups import DECIDING, LAYERED, STRANDS
from ..format.kinds import capitalised
from ..format.modes import mode_of
from ..format.records import Relation
from ..structure.layers import (
    delegation_words,
    layers_of,
    members_of_layer,
    named_delegation_words,
    taking_words,
)
from ..structure.order import by_sibling, rank_all, sibling_key
from .below import classified, of_kinds, rows
from .forest import Forest
from .layout import DELEGATION, Heading, Row, group, lay_out
from .nest import nest_of
from .top import Top

_DELEGATES = "delegates_to"
_NO_LAYERS = "In no layer, as none is documented"
"""The heading for entities in no layer, where a partnership or an organisation has no layers at all."""

_GIVERS = frozenset((*LAYERED, *DECIDING, "layer"))
"""The kinds whose rows list what they delegate."""


def make(graph: Graph) -> Forest:
    """Return the decisions view of a graph at its date."""
    rank_all(graph)
    kind_of = kind_teller(graph)
    owners = [each for each in graph.all_shown() if kind_of(each) in LAYERED and _has_own_row(graph, each)]
    owners.sort(key=lambda each: _owner_key(graph, each))
    return lay_out("decisions", graph, [(each, None, _owner) for each in owners])


def _owner_key(graph: Graph, entity_id: str) -> tuple[object, ...]:
    """Return the sort key of an entity at the top: those with layers come first."""
    return ("layer" not in nest_of(graph).below.get(entity_id, ()), sibling_key(graph, entity_id))


def _unlayered(graph: Graph, entity_id: str) -> dict[str, Relation]:
    below = of_kinds(graph, entity_id, DECIDING)
    return {
        each: relation for each, relation in below.items() if not graph.relations(each, "in_layer", "out")
    }


def _owner(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below a partnership: its layers, each followed by its delegations, then entities in no layer."""
    layers = of_kinds(graph, entity_id, ("layer",))
    found: list[Row] = _delegations(graph, entity_id)
    for layer, relation in layers.items():
        found.append((layer, relation, _layer))
        found.extend(_delegations(graph, layer))
        for member in by_sibling(graph, members_of_layer(graph, layer)):
            found.extend(  # these name the giver, which is not the row above
                Heading(named_delegation_words(graph, each), (), DELEGATION, each)
                for each in _given(graph, member)
                if _is_between_layers(graph, each)
            )
    outside = rows(_unlayered(graph, entity_id), _sub_groups)
    found.extend(group("In no documented layer" if layers else _NO_LAYERS, outside))
    return found


def _layer(graph: Graph, layer: str) -> list[Row]:
    """Return the rows below a layer: its members, workstreams under their classifications."""
    relations = members_of_layer(graph, layer)
    inside = {each: relations[each] for each in by_sibling(graph, relations)}
    kinds = {graph.kind(each) for each in inside}
    by_class = classified(graph, inside)
    if kinds != {"workstream"} or len(by_class) == 1:
        return [
            (each, relation, None if _has_own_row(graph, each) else _sub_groups)
            for each, relation in inside.items()
        ]
    found: list[Row] = []
    for name, of_class in by_class:
        found.extend(group(capitalised(name) or "Others", rows(of_class, _sub_groups)))
    return found


def _sub_groups(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below an entity: delegations by it, delegations to it, what it recommends on, and its groups.

    Only delegations that no other row of the view shows are listed at their taker.
    """
    found = [*_delegations(graph, entity_id), *_delegated(graph, entity_id)]
    found.extend(
        group("Recommends on", [(each.object, each, None) for each in _recommending(graph, entity_id)])
    )
    if graph.kind(entity_id) in DECIDING:
        found.extend(rows(of_kinds(graph, entity_id, STRANDS), _sub_groups))
    return found


def _has_own_row(graph: Graph, entity_id: str) -> bool:
    """Whether an entity is at the top level of the view: it has layers or bodies below it, or delegates."""
    return graph.kind(entity_id) in LAYERED and (
        "layer" in nest_of(graph).below.get(entity_id, ())
        or bool(_unlayered(graph, entity_id))
        or _delegates(graph, entity_id)
    )


def _delegates(graph: Graph, entity_id: str) -> bool:
    return bool(_delegations(graph, entity_id))


def _delegations(graph: Graph, giver: str) -> list[Row]:
    """Return a row for each delegation by an entity or a layer, except those between two layers."""
    return [
        Heading(delegation_words(graph, each), (), DELEGATION, each)
        for each in _given(graph, giver)
        if not _is_between_layers(graph, each)
    ]


def _given(graph: Graph, giver: str) -> list[Relation]:
    """Return the delegations by an entity or a layer, sorted, without those to an ended entity."""
    found = graph.relations(giver, _DELEGATES, "out")
    return sorted(
        (each for each in found if each.object not in graph or graph.shown(each.object)), key=_order
    )


def _is_between_layers(graph: Graph, relation: Relation) -> bool:
    """Whether a delegation goes from a member of a layer to another layer of the same partnership, or its members."""
    return not _owners(graph, layers_of(graph, relation.subject)).isdisjoint(
        _owners(graph, (relation.object, *layers_of(graph, relation.object)))
    )


def _owners(graph: Graph, layers: Iterable[str]) -> set[str]:
    """Return the partnerships of some layers."""
    return {each.object for layer in layers for each in graph.relations(layer, "of", "out")}


def _delegated(graph: Graph, taker: str) -> list[Row]:
    """Return a row for each delegation to an entity whose giver is not stated or has no row in the view."""
    found = (
        each
        for each in graph.relations(taker, _DELEGATES, "in")
        if each.subject != NONE
        and graph.kind(each.subject) not in _GIVERS
        and (each.subject not in graph or graph.shown(each.subject))
    )
    return [Heading(taking_words(graph, each), (), DELEGATION, each) for each in sorted(found, key=_order)]


def _recommending(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the relations of an entity to the functions on which it only recommends, now or as planned."""
    found = [
        each
        for each in graph.relations(entity_id, IN_HAND, "out")
        if mode_of(each.details.get("mode")).recommends
        and graph.shown(each.object)
        and state_of_role(graph, each)[0] != ENDED
    ]
    return sorted(found, key=lambda each: sibling_key(graph, each.object))


def _order(relation: Relation) -> tuple[str, str, str]:
    return relation.subject, relation.object, str(relation.details.get("function", ""))


TOP = Top(_has_own_row, _owner, key=_owner_key, reach=2, names_others=True)
"""The top level of the view."""
