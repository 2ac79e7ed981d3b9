"""What became of an entity: its successors, each with the relations that say so; several may follow several."""

from collections.abc import Iterator, Mapping, Sequence

from ..facts.graph import Graph
from ..facts.holding import is_planned
from ..facts.standing import ENDED
from ..format import RELATIONS
from ..format.records import Relation
from ..format.unchanging import Unchanging
from ..structure.order import by_sibling

_FOLLOWS = "succeeds"
_ENDS = tuple(name for name, kind in RELATIONS.items() if kind.changes and kind.past)
_BEGINS = tuple(name for name, kind in RELATIONS.items() if kind.changes and not kind.past)

SUCCESSIONS = frozenset((_FOLLOWS, *_ENDS, *_BEGINS))
"""The kinds of relation that say which entity followed which."""


class Successor(Unchanging):
    """An entity that followed another, directly or through others.

    Attributes:
        id: The entity.
        generation: How many successions lead to it, from 1.
        follows: The entities that it followed, each with the relations that say so: one relation, or two by
            way of a change event.
    """

    id: str
    generation: int
    follows: Mapping[str, Sequence[Relation]]


def successors(graph: Graph, entity_id: str) -> list[Successor]:
    """Return all successors of an entity, direct or indirect, generation by generation, each once."""
    found: list[Successor] = []
    seen, edge, generation = {entity_id}, [entity_id], 0
    while edge:
        generation += 1
        new = dict.fromkeys(each for one in edge for each in followers(graph, one))
        edge = by_sibling(graph, (each for each in new if each not in seen))
        seen.update(edge)
        found.extend(Successor(each, generation, predecessors(graph, each)) for each in edge)
    return found


def name_as_follower(graph: Graph, entity_id: str) -> str:
    """Return the name of an entity that follows another, with `(planned)` after it if the succession is only planned and has not happened."""
    return f"{graph.name(entity_id)} (planned)" if is_planned(graph, entity_id) else graph.name(entity_id)


def line_between(graph: Graph, earlier: str, later: str) -> list[Relation]:
    """Return the relations of the shortest line of successions from one entity to a later one; empty for none."""
    lines: dict[str, list[Relation]] = {earlier: []}
    edge = [earlier]
    while edge and later not in lines:
        further: list[str] = []
        for each in edge:
            for follower, said in followers(graph, each).items():
                if follower not in lines:
                    lines[follower] = [*lines[each], *said]
                    further.append(follower)
        edge = further
    return lines.get(later, [])


def followers(graph: Graph, entity_id: str) -> Mapping[str, Sequence[Relation]]:
    """Return the direct successors of an entity, each with the relations that say so."""
    found: dict[str, Sequence[Relation]] = {}
    for relation in _in_order(graph.every_relation(entity_id, _FOLLOWS, "in")):
        if relation.subject in graph and _is_told(graph, relation):
            found.setdefault(relation.subject, (relation,))
    for ended, event in _events(graph, entity_id, _ENDS):
        for began in _of_event(graph, event, _BEGINS):
            if began.object != entity_id:
                found.setdefault(began.object, (ended, began))
    return found


def predecessors(graph: Graph, entity_id: str) -> Mapping[str, Sequence[Relation]]:
    """Return the direct predecessors of an entity, each with the relations that say so."""
    found: dict[str, Sequence[Relation]] = {}
    for relation in _in_order(graph.every_relation(entity_id, _FOLLOWS, "out")):
        if relation.object in graph and _is_told(graph, relation):
            found.setdefault(relation.object, (relation,))
    for began, event in _events(graph, entity_id, _BEGINS):
        for ended in _of_event(graph, event, _ENDS):
            if ended.object != entity_id:
                found.setdefault(ended.object, (ended, began))
    return {each: found[each] for each in by_sibling(graph, found)}


def _events(graph: Graph, entity_id: str, kinds: Sequence[str]) -> Iterator[tuple[Relation, str]]:
    """Yield each change event in which an entity has one of some roles, with the relation that says so."""
    for kind in kinds:
        for relation in _in_order(graph.every_relation(entity_id, kind, "in")):
            if relation.subject in graph and _is_told(graph, relation):
                yield relation, relation.subject


def _of_event(graph: Graph, event: str, kinds: Sequence[str]) -> Iterator[Relation]:
    for kind in kinds:
        for relation in _in_order(graph.every_relation(event, kind, "out")):
            if relation.object in graph and _is_told(graph, relation):
                yield relation


def _is_told(graph: Graph, relation: Relation) -> bool:
    """Whether a succession is told at the date: a document states it by then, or it is over as its ends are known to be.

    The paper that tells of a merger is later than the merger. A later document gives the last day of the one
    and the first day of the other, which count at every date; that the one followed the other counts with
    them.
    """
    if graph.holds(relation):
        return True
    if not graph.shown(relation.subject):
        return False
    other = relation.object
    return graph.standing(other).state == ENDED if RELATIONS[relation.kind].past else graph.shown(other)


def _in_order(relations: Sequence[Relation]) -> list[Relation]:
    """Return relations in a fixed order, whatever the order in the file: stated ones before inferred ones."""
    return sorted(relations, key=lambda each: (each.evidence.inferred, each.subject, each.object))
