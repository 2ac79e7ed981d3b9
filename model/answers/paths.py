"""`tiers path`: the shortest paths between two entities, over relations in both directions."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise

import attrs

from ..facts.graph import Graph
from ..facts.standing import ENDED
from ..facts.tense import in_tense
from ..format import RELATIONS
from ..format.records import Relation
from ..format.structure import STRUCTURE_RELATIONS
from ..structure.membership import reading
from ..structure.placing import ancestors_of, placements
from .succession import line_between, successors

_KINDS = tuple(RELATIONS)
_STRUCTURAL = frozenset(kind.name for kind in STRUCTURE_RELATIONS)
"""The relations of structure; these connect two entities more than an event that names both."""

_HUBS = frozenset(("type",))
"""Kinds that connect nearly everything; a path uses one only where there is no other path."""

_LONGEST = 8
_LONGER = 2
"""How many relations longer than the shortest path another path may be."""

_WAYS = 4
"""How many paths to the same entity are followed further."""


@attrs.frozen(repr=False)
class Hop:
    """One relation of a path, in the direction in which it is followed.

    Attributes:
        start: The entity from which it is followed.
        end: The entity to which it leads.
        relation: The relation.
    """

    start: str
    end: str
    relation: Relation

    @property
    def direction(self) -> str:
        """`out` when it is followed from its subject to its object, `in` when from its object to its subject."""
        return "out" if self.relation.subject == self.start else "in"

    @property
    def label(self) -> str:
        """The relation in words, in this direction."""
        return reading(self.relation, back=self.direction == "in")

    def words(self, graph: Graph) -> str:
        """Return the relation in words at the date: `was a member of` if over, `is to be a member of` if planned."""
        return in_tense(graph, self.relation, self.label, planned=True)


Way = tuple[Hop, ...]


def paths(
    graph: Graph,
    start: str,
    end: str,
    *,
    via: Collection[str] = (),
    avoid: Collection[str] = (),
    limit: int = 3,
    undocumented: bool = False,
) -> list[Way]:
    """Return the paths between two entities at the date of the graph: a line of successions first, then the shortest.

    Among paths of equal length those over structure come first, then the display order of relations decides.
    No path passes an entity twice or passes an ended entity, though it may end at one. A shared type connects
    two entities only where nothing else does.

    Args:
        graph: The model, at its date.
        start: The id of the first entity.
        end: The id of the second entity.
        via: Relation kinds that must all be on the path.
        avoid: Relation kinds that must not be on it.
        limit: How many paths to return at most.
        undocumented: Whether to follow relations that are only documented after the date of the graph, unless
            a statement says that they began later.
    """
    if start == end:
        return []
    kinds = (frozenset(via), avoid)
    line = _succession(graph, start, end, kinds)
    found = _search(graph, start, end, kinds, limit, hubs=False, undocumented=undocumented)
    if not found and not line:
        found = _search(graph, start, end, kinds, limit, hubs=True, undocumented=undocumented)
    return [*line, *(way for way in found if way not in line)][:limit]


def _succession(
    graph: Graph, start: str, end: str, kinds: tuple[frozenset[str], Collection[str]]
) -> list[Way]:
    """Return the line of successions from the earlier of two entities to the later one, or to something within it."""
    via, avoid = kinds
    relations = (
        line_between(graph, start, end)
        or [*reversed(line_between(graph, end, start))]
        or _line_into(graph, start, end)
        or [*reversed(_line_into(graph, end, start))]
    )
    hops: list[Hop] = []
    for relation in relations:
        here = hops[-1].end if hops else start
        hops.append(Hop(here, relation.object if relation.subject == here else relation.subject, relation))
    passed = {hop.relation.kind for hop in hops}
    return [tuple(hops)] if hops and via <= passed and passed.isdisjoint(avoid) else []


def _line_into(graph: Graph, earlier: str, whole: str) -> list[Relation]:
    """Return the relations from an ended entity to its first successor within another, and on up to that."""
    if graph.shown(earlier) or not graph.shown(whole):
        return []
    for successor in successors(graph, earlier):
        above = [successor.id, *ancestors_of(graph, successor.id)]
        if graph.shown(successor.id) and whole in above:
            line = line_between(graph, earlier, successor.id)
            for one, other in pairwise(above[: above.index(whole) + 1]):
                line += [each for each in placements(graph, one) if each.object == other][:1]
            return line
    return []


def _search(
    graph: Graph,
    start: str,
    end: str,
    kinds: tuple[frozenset[str], Collection[str]],
    limit: int,
    *,
    hubs: bool,
    undocumented: bool,
) -> list[Way]:
    """Return the shortest paths, grown from both ends until enough are found or they are too long."""
    via, avoid = kinds
    near, far = (_Side(graph, root, avoid, hubs, undocumented) for root in (start, end))
    found: list[Way] = []
    longest = _LONGEST
    while len(found) < limit and near.depth + far.depth < longest and (near.edge or far.edge):
        side = near if far.width == 0 or 0 < near.width <= far.width else far
        # grow the narrower side, so that a hub at one end is reached from the other end
        side.grow(end if side is near else start)
        new = [way for way in _meet(near, far) if via <= {hop.relation.kind for hop in way}]
        if new and not found:
            longest = min(_LONGEST, near.depth + far.depth + _LONGER)
        found.extend(sorted(new, key=_sort_key))
    return found[:limit]


@attrs.define
class _Side:
    """The paths from one end of a bidirectional search; each call of `grow` makes them one relation longer.

    The search runs from both ends because the number of paths multiplies with each relation: two halves of
    four relations are far fewer than paths of eight from one end.

    Attributes:
        graph: The graph.
        root: The entity from which the paths start.
        avoid: Relation kinds not to follow.
        hubs: Whether paths may pass entities that connect nearly everything, such as types.
        undocumented: Whether relations documented only later count too, see `paths`.
        depth: The length of the present paths.
        edge: The present paths, by the entity at which they end.
        visits: How many paths have reached each entity.
    """

    graph: Graph
    root: str
    avoid: Collection[str]
    hubs: bool
    undocumented: bool
    depth: int = 0
    edge: dict[str, list[Way]] = attrs.field(init=False)
    visits: dict[str, int] = attrs.field(factory=dict)

    @edge.default
    def _start(self) -> dict[str, list[Way]]:
        return {self.root: [()]}

    @property
    def width(self) -> int:
        """How many relations the next step would follow; the narrower side grows first."""
        return sum(len(self.graph.outgoing(each)) + len(self.graph.incoming(each)) for each in self.edge)

    def grow(self, goal: str) -> None:
        """Make every path longer by one relation; no path goes on beyond the goal."""
        edge: dict[str, list[Way]] = {}
        for each in sorted(self.edge):
            if each == goal or (each != self.root and not self.passes(each)):
                continue
            hops = self._hops(each, goal)
            for way in self.edge[each]:
                passed = {hop.start for hop in way}
                for hop in hops:
                    if hop.end not in passed and self.visits.get(hop.end, 0) < _WAYS:
                        self.visits[hop.end] = self.visits.get(hop.end, 0) + 1
                        edge.setdefault(hop.end, []).append((*way, hop))
        self.edge = edge
        self.depth += 1

    def passes(self, entity_id: str) -> bool:
        """Return whether a path may pass an entity."""
        return self.hubs or self.graph.kind(entity_id) not in _HUBS

    def _relations(self, entity_id: str) -> Iterable[Relation]:
        if not self.undocumented:
            return self.graph.relations(entity_id)
        return [each for each in self.graph.every_relation(entity_id) if _may_hold(self.graph, each)]

    def _is_there(self, entity_id: str) -> bool:
        if self.undocumented:
            return entity_id in self.graph and self.graph.standing(entity_id).state != ENDED
        return self.graph.shown(entity_id)

    def _hops(self, entity_id: str, goal: str) -> list[Hop]:
        """Return one hop for each neighbour and relation kind, the best one where there are several relations."""
        best: dict[tuple[str, str], Hop] = {}
        for relation in self._relations(entity_id):
            other = relation.object if relation.subject == entity_id else relation.subject
            if (
                relation.kind in self.avoid
                or other == entity_id
                or not (other == goal or self._is_there(other))
            ):
                continue
            hop = Hop(entity_id, other, relation)
            known = best.get((other, relation.kind))
            if known is None or _relation_sort_key(hop) < _relation_sort_key(known):
                best[other, relation.kind] = hop
        return sorted(best.values(), key=lambda hop: (_KINDS.index(hop.relation.kind), hop.end))


def _may_hold(graph: Graph, relation: Relation) -> bool:
    """Whether nothing says that a relation had ended by the date of the graph, or began after it."""
    day = date.max if graph.at is None else graph.at.last
    begins = relation.start_date or relation.expected_date
    is_over = relation.end_date is not None and relation.end_date.last < day
    return not is_over and (begins is None or begins.first <= day)


def _meet(near: _Side, far: _Side) -> Iterator[Way]:
    """Yield the whole paths of the present length: those joined where a path of each side ends at the same entity."""
    for each in sorted(near.edge.keys() & far.edge.keys()):
        if not near.passes(each) and each not in {near.root, far.root}:
            continue
        for there in near.edge[each]:
            for back in far.edge[each]:
                way = (*there, *(Hop(hop.end, hop.start, hop.relation) for hop in reversed(back)))
                if len({hop.end for hop in way}) == len(way):
                    yield way


def _relation_sort_key(hop: Hop) -> tuple[object, ...]:
    """Return the sort key that chooses one of several relations of a kind between the same two entities."""
    evidence = hop.relation.evidence
    return (
        evidence.inferred,
        hop.direction == "in",
        evidence.note,
        str([str(each) for each in evidence.citations]),
    )


def _sort_key(way: Way) -> tuple[object, ...]:
    """Return the sort key of paths of equal length.

    Structure comes before events, stated relations before inferred ones, then the display order of relations.
    """
    return (
        sum(hop.relation.kind not in _STRUCTURAL for hop in way),
        sum(hop.relation.evidence.inferred for hop in way),
        sum(_KINDS.index(hop.relation.kind) for hop in way),
        tuple(hop.end for hop in way),
        tuple(hop.relation.kind for hop in way),
    )
