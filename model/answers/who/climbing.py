"""Climbs from an entity to those above it: by accountability, delegation, membership or decision-making layers."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ...facts.graph import Graph
from ...facts.holding import ENDED, state_with_subject
from ...format import NONE, RELATIONS
from ...format.groups import AGENTS
from ...format.records import Relation
from ...structure.layers import delegations_to, layers_of, members_of_layer, ordered_layers
from ...structure.order import by_sibling
from .steps import Link, Step

_LEADING_UP = tuple(name for name, kind in RELATIONS.items() if kind.leads_up)
"""The relations upward that count where no document says to whom an entity is accountable."""

_ANSWERING = frozenset(("delegates_to", *(name for name, kind in RELATIONS.items() if kind.answers)))
"""The relations by which one entity answers to another."""


def climb(graph: Graph, starts: Iterable[str], functions: Collection[str] | None = None) -> tuple[Step, ...]:
    """Return the steps from entities upward, each entity once; it also ends where authority runs in a ring.

    Args:
        graph: The model, at its date.
        starts: The entities to begin at; one that answers to another of them is placed below it.
        functions: The functions that the chain is about: delegations of other functions and accountability
            for other functions are not followed; `None` to follow all.
    """
    steps: list[Step] = []
    reached: dict[str, list[Link]] = {
        each: [] for each in _lowest(graph, by_sibling(graph, starts), functions)
    }
    seen = set(reached)
    rank = 0
    while reached:
        following: dict[str, list[Link]] = {}
        for each, links in reached.items():
            delegations = _delegations(graph, each, functions)
            upward, silent = _above(graph, each, delegations, functions, seen)
            layer = next((link.layer for link in links if link.layer), None)
            steps.append(
                Step(
                    rank,
                    each,
                    layer or next(iter(layers_of(graph, each)), None),
                    tuple(links),
                    tuple(one for one in delegations if one.subject != NONE),
                    tuple(silent),
                )
            )
            for link in upward:
                if link.above not in seen:
                    following.setdefault(link.above, []).append(link)
        reached = {each: following[each] for each in by_sibling(graph, following)}
        seen.update(reached)
        rank += 1
    return tuple(steps)


def _lowest(graph: Graph, starts: Sequence[str], functions: Collection[str] | None) -> list[str]:
    """Return those entities to whom none of the others answers, directly or indirectly; in a ring all stay."""
    if len(starts) == 1:
        return [*starts]
    above = {each: _answered_to(graph, each, functions) for each in starts}
    higher = {one for each in starts for one in above[each] if one in above and each not in above[one]}
    return [each for each in starts if each not in higher]


def _answered_to(graph: Graph, entity_id: str, functions: Collection[str] | None) -> set[str]:
    """Return the entities to which an entity answers, directly or through others."""
    found: set[str] = set()
    waiting = [entity_id]
    for each in waiting:  # grows during the loop
        links, _ = _above(graph, each, _delegations(graph, each, functions), functions)
        new = {link.above for link in links if link.how in _ANSWERING} - found
        found |= new
        waiting += new
    return found


def _delegations(graph: Graph, entity_id: str, functions: Collection[str] | None) -> list[Relation]:
    """Return the delegations to an entity that concern some functions: present, planned and uncertain ones."""
    return [
        one
        for one in delegations_to(graph, entity_id)
        if _concerns(graph, one, functions) and state_with_subject(graph, one)[0] != ENDED
    ]


def _concerns(graph: Graph, relation: Relation, functions: Collection[str] | None) -> bool:
    """Whether a relation counts in the chain of some functions: it names one of them, or none at all."""
    function = relation.details.get("function")
    return functions is None or function not in graph or function in functions


def _above(
    graph: Graph,
    entity_id: str,
    delegations: Iterable[Relation],
    functions: Collection[str] | None,
    passed: Collection[str] = (),
) -> tuple[list[Link], list[Relation]]:
    """Return the links from an entity to those above it, and the relations whose upper end is not stated.

    Only relations of the strongest type are followed: delegation and accountability, then reporting, then
    layers, then being part of something. Links of the last two never lead to an entity that answers to a step
    already passed, nor to a lower layer.
    """
    links: list[Link] = []
    silent: list[Relation] = []
    for relation in delegations:
        if relation.subject in graph:
            links.extend(_through(graph, entity_id, relation.subject, "delegates_to", relation))
        else:
            silent.append(relation)
    _add_objects(graph, entity_id, "accountable_to", links, silent, functions)
    if not links:
        _add_objects(graph, entity_id, "reports_to", links, silent)
    if links:
        return links, silent
    for found in (_by_layers(graph, entity_id, passed), _by_part(graph, entity_id)):
        links = [each for each in found if not passed or _is_above(graph, each.above, functions, passed)]
        if links:
            break
    return links, silent


def _is_above(
    graph: Graph, entity_id: str, functions: Collection[str] | None, passed: Collection[str]
) -> bool:
    return entity_id in passed or _answered_to(graph, entity_id, functions).isdisjoint(passed)


def _by_part(graph: Graph, entity_id: str) -> list[Link]:
    """Return the links over `part_of` and the like, which count where nothing says to whom an entity answers."""
    links: list[Link] = []
    for kind in _LEADING_UP:
        _add_objects(graph, entity_id, kind, links, [])
    return links


def _add_objects(
    graph: Graph,
    entity_id: str,
    kind: str,
    links: list[Link],
    silent: list[Relation],
    functions: Collection[str] | None = None,
) -> None:
    found = [each for each in graph.relations(entity_id, kind, "out") if _concerns(graph, each, functions)]
    for relation in sorted(found, key=lambda each: (each.object, each.evidence.inferred, each.evidence.note)):
        if relation.object not in graph:
            silent.append(relation)
        elif graph.kind(relation.object) in AGENTS and graph.shown(relation.object):
            links.extend(_through(graph, entity_id, relation.object, kind, relation))


def _through(graph: Graph, below: str, above: str, how: str, relation: Relation) -> Iterator[Link]:
    """Yield a link to the entity above; where that is a layer, one to each entity in it."""
    standing_in = members_of_layer(graph, above) if graph.kind(above) == "layer" else {}
    for each in standing_in:
        yield Link(below, each, how, relation, above)
    if not standing_in and graph.shown(above):
        yield Link(below, above, how, relation)


def _by_layers(graph: Graph, entity_id: str, passed: Collection[str]) -> Iterator[Link]:
    """Yield links to the next layer up; from the topmost layer, to what its partnership is part of."""
    if graph.kind(entity_id) == "partnership":
        yield from _into_own_layers(graph, entity_id, passed)
    for layer, standing_there in layers_of(graph, entity_id).items():
        for owner in graph.relations(layer, "of", "out"):
            higher = _higher(graph, owner.object, layer)
            if higher:
                yield from (
                    Link(entity_id, each, "layer", standing_there, higher)
                    for each in members_of_layer(graph, higher)
                )
            elif owner.object in graph:
                links: list[Link] = []
                _add_objects(graph, owner.object, "part_of", links, [])
                yield from links


def _higher(graph: Graph, owner: str, layer: str) -> str | None:
    """Return the nearest layer above another that has members; `None` when there is none."""
    layers = ordered_layers(graph, owner)
    above = layers[: layers.index(layer)] if layer in layers else []
    return next((each for each in reversed(above) if members_of_layer(graph, each)), None)


def _into_own_layers(graph: Graph, partnership: str, passed: Collection[str]) -> Iterator[Link]:
    """Yield links to the lowest layer of a partnership that has more than workstreams in it.

    Only layers above all layers already passed count.
    """
    found: tuple[str, dict[str, Relation]] | None = None
    for layer in ordered_layers(graph, partnership):
        standing_there = members_of_layer(graph, layer)
        if not standing_there.keys().isdisjoint(passed):
            break
        if any(graph.kind(each) != "workstream" for each in standing_there):
            found = layer, standing_there
    if found is not None:
        for each, relation in found[1].items():
            yield Link(partnership, each, "layer", relation, found[0])
