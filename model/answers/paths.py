"""How two entities are connected: the shortest ways over relations, read in both directions."""

from collections.abc import Collection, Iterator

import attrs

from ..facts.graph import Graph
from ..format import RELATIONS
from ..format.records import Relation
from ..structure.membership import reading
from .succession import line_between

_KINDS = tuple(RELATIONS)
_HUBS = frozenset(("type",))
"""What connects everything with everything and so says little: a way leads through it only when none other does."""

_LONGEST = 8
_LONGER = 2
"""How many relations longer than the shortest a further way may be."""

_WAYS = 4
"""How many ways to one entity are followed on."""


@attrs.frozen(repr=False)
class Hop:
    """One relation of a way.

    Attributes:
        start: The entity it is read from.
        end: The entity it leads to.
        relation: The relation.
    """

    start: str
    end: str
    relation: Relation

    @property
    def direction(self) -> str:
        """`out` where it is read from its subject to its object, else `in`."""
        return "out" if self.relation.subject == self.start else "in"

    @property
    def label(self) -> str:
        """How it reads in this direction."""
        return reading(self.relation, back=self.direction == "in")


Way = tuple[Hop, ...]


def paths(
    graph: Graph,
    start: str,
    end: str,
    *,
    via: Collection[str] = (),
    avoid: Collection[str] = (),
    limit: int = 3,
) -> list[Way]:
    """Return how two entities are connected at the date of the graph: a line of successions first, then the shortest way.

    Ways of equal length stand in the order in which a reader wants relations. No way passes one entity twice or
    leads over what has ended, though it may lead to it; that two are of one type connects them only where nothing else does.

    Args:
        graph: The model, at its date.
        start: The id of the one.
        end: The id of the other.
        via: Kinds of relation of which each must be on the way.
        avoid: Kinds of relation that must not be.
        limit: How many ways to return at most.
    """
    if start == end:
        return []
    kinds = (frozenset(via), avoid)
    line = _succession(graph, start, end, kinds)
    found = _search(graph, start, end, kinds, limit, hubs=False)
    if not found and not line:
        found = _search(graph, start, end, kinds, limit, hubs=True)
    return [*line, *(way for way in found if way not in line)][:limit]


def _succession(
    graph: Graph, start: str, end: str, kinds: tuple[frozenset[str], Collection[str]]
) -> list[Way]:
    """Return the line of successions from one to the other, whichever was earlier; none where there is none."""
    via, avoid = kinds
    relations = line_between(graph, start, end) or [*reversed(line_between(graph, end, start))]
    hops: list[Hop] = []
    for relation in relations:
        here = hops[-1].end if hops else start
        hops.append(Hop(here, relation.object if relation.subject == here else relation.subject, relation))
    passed = {hop.relation.kind for hop in hops}
    return [tuple(hops)] if hops and via <= passed and passed.isdisjoint(avoid) else []


def _search(
    graph: Graph,
    start: str,
    end: str,
    kinds: tuple[frozenset[str], Collection[str]],
    limit: int,
    *,
    hubs: bool,
) -> list[Way]:
    via, avoid = kinds
    near, far = _Side(graph, start, avoid, hubs), _Side(graph, end, avoid, hubs)
    found: list[Way] = []
    longest = _LONGEST
    while len(found) < limit and near.depth + far.depth < longest and (near.edge or far.edge):
        side = near if far.width == 0 or 0 < near.width <= far.width else far
        side.grow(end if side is near else start)
        new = [way for way in _meet(near, far) if via <= {hop.relation.kind for hop in way}]
        if new and not found:
            longest = min(_LONGEST, near.depth + far.depth + _LONGER)
        found.extend(sorted(new, key=_place))
    return found[:limit]


@attrs.define
class _Side:
    """The ways from one end, a relation longer each time it grows.

    Attributes:
        graph: The graph.
        root: The end.
        avoid: Kinds of relation not to follow.
        hubs: Whether ways may lead through what connects everything.
        depth: How long the ways at the edge are.
        edge: By entity, the ways that end there now.
        visits: How many ways were followed to each entity.
    """

    graph: Graph
    root: str
    avoid: Collection[str]
    hubs: bool
    depth: int = 0
    edge: dict[str, list[Way]] = attrs.field(init=False)
    visits: dict[str, int] = attrs.field(factory=dict)

    @edge.default
    def _start(self) -> dict[str, list[Way]]:
        return {self.root: [()]}

    @property
    def width(self) -> int:
        """How many relations there are to follow from the edge."""
        return sum(len(self.graph.outgoing(each)) + len(self.graph.incoming(each)) for each in self.edge)

    def grow(self, goal: str) -> None:
        """Make every way at the edge longer by one relation; none leads on from the goal."""
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
        """Whether a way may lead through an entity."""
        return self.hubs or self.graph.kind(entity_id) not in _HUBS

    def _hops(self, entity_id: str, goal: str) -> list[Hop]:
        best: dict[tuple[str, str], Hop] = {}
        for relation in self.graph.relations(entity_id):
            other = relation.object if relation.subject == entity_id else relation.subject
            if (
                relation.kind in self.avoid
                or other == entity_id
                or not (other == goal or self.graph.shown(other))
            ):
                continue
            hop = Hop(entity_id, other, relation)
            known = best.get((other, relation.kind))
            if known is None or _weight(hop) < _weight(known):
                best[other, relation.kind] = hop
        return sorted(best.values(), key=lambda hop: (_KINDS.index(hop.relation.kind), hop.end))


def _meet(near: _Side, far: _Side) -> Iterator[Way]:
    """Yield the ways of the present length: those of one side that end where those of the other do."""
    for each in sorted(near.edge.keys() & far.edge.keys()):
        if not near.passes(each) and each not in {near.root, far.root}:
            continue
        for there in near.edge[each]:
            for back in far.edge[each]:
                way = (*there, *(Hop(hop.end, hop.start, hop.relation) for hop in reversed(back)))
                if len({hop.end for hop in way}) == len(way):
                    yield way


def _weight(hop: Hop) -> tuple[object, ...]:
    """Return the key by which the first of several relations of one kind between the same two is taken."""
    evidence = hop.relation.evidence
    return (
        evidence.inferred,
        hop.direction == "in",
        evidence.note,
        str([str(each) for each in evidence.citations]),
    )


def _place(way: Way) -> tuple[object, ...]:
    """Return the key by which ways of equal length stand: what is stated and what a reader wants first."""
    return (
        sum(hop.relation.evidence.inferred for hop in way),
        sum(_KINDS.index(hop.relation.kind) for hop in way),
        tuple(hop.end for hop in way),
        tuple(hop.relation.kind for hop in way),
    )
