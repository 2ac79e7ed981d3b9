"""Climbs from an entity to those above it: by accountability, delegation, membership or decision-making layers."""

from collections.abc import Callable, Collection, Iterable, Sequence

from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...format import NONE
from ...format.modes import mode_of
from ...structure.layers import layers_of
from ...structure.order import by_sibling
from .knots import Knots
from .steps import Link, Step
from .upward import AUTHORITY, Upward, ids_above


def climb(graph: Graph, starts: Iterable[str], functions: Collection[str] | None = None) -> tuple[Step, ...]:
    """Return the steps from entities upward, each once and above all that lead to it; ends even in a ring.

    Args:
        graph: The model, at its date.
        starts: The entities to begin at; one that answers to another of them is placed below it.
        functions: The functions that the chain is about: delegations of other functions and accountability
            for other functions are not followed; `None` to follow all.
    """
    upward = Upward(graph, functions)
    begun = by_sibling(graph, starts)
    lowest = _lowest(upward, begun)
    while True:
        climbed = _Climb(upward, lowest)
        missing = [each for each in begun if each not in climbed.links]
        if not missing:
            return climbed.steps()
        lowest = by_sibling(graph, (*lowest, *missing))


class _Climb:
    """A climb from the lowest entities upward.

    Attributes:
        links: For each entity reached, the links that lead to it from below.
    """

    def __init__(self, upward: Upward, lowest: Sequence[str]) -> None:
        self.links: dict[str, list[Link]] = {each: [] for each in lowest}
        self._upward = upward
        self._graph = upward.graph
        self._starts = frozenset(lowest)
        self._below: dict[str, dict[str, None]] = {each: {} for each in lowest}
        """For each entity, the entities with a link to it."""
        self._above: dict[str, set[str]] = {}
        self._opened: set[str] = set()
        """The partnerships that the chain continues into through their own layers."""
        self._knots = Knots(upward, lowest)
        edge = list(lowest)
        while edge:
            new: dict[str, None] = {}
            for each in edge:
                new.update(self._climb_from(each))
            edge = by_sibling(self._graph, new)

    def _climb_from(self, entity_id: str) -> dict[str, None]:
        """Add the links from an entity upward; return the entities that were not reached before."""
        new: dict[str, None] = {}
        for link in self._upward.links(entity_id, self._allowing(entity_id)):
            above = link.above
            if above in self._starts or self._leads_to(above, entity_id):
                continue
            if above not in self.links:
                self.links[above], self._below[above], new[above] = [], {}, None
            self.links[above].append(link)
            self._below[above][entity_id] = None
            self._above.setdefault(entity_id, set()).add(above)
            if _is_own_layer(self._graph, entity_id, link):
                self._opened.add(entity_id)
        return new

    def _leads_to(self, entity_id: str, above: str) -> bool:
        """Whether an entity is another one, or the chain so far leads from it to the other."""
        return entity_id == above or above in self._closure(entity_id, self._above)

    def _passed(self, entity_id: str) -> set[str]:
        """Return an entity and all entities that lead to it."""
        return {entity_id} | self._closure(entity_id, self._below)

    @staticmethod
    def _closure(entity_id: str, edges: dict[str, set[str]] | dict[str, dict[str, None]]) -> set[str]:
        found: set[str] = set()
        waiting = [entity_id]
        while waiting:
            new = [each for each in edges.get(waiting.pop(), ()) if each not in found]
            found.update(new)
            waiting.extend(new)
        return found

    def _allowing(self, entity_id: str) -> Callable[[Link], bool]:
        """Return a test for links from an entity: a link leads upward if it does not go back below those passed."""

        def allowed(link: Link) -> bool:
            own = _is_own_layer(self._graph, entity_id, link)
            if not own and not self._knots.may_lead_back(entity_id, link.above):
                return True
            passed = self._passed(entity_id) - self._opened
            if own:
                return not self._decides(passed) and self._knots.is_above(
                    link.above, passed - {entity_id}, self._opened | {entity_id}
                )
            if link.how in AUTHORITY:
                return self._knots.has_authority(link.above, passed - {entity_id}, self._opened | {entity_id})
            return self._knots.is_above(link.above, passed, self._opened)

        return allowed

    def _decides(self, ids: Iterable[str]) -> bool:
        """Whether a document says of any of some entities that it decides about the topic."""
        functions = self._upward.functions
        return any(
            mode_of(relation.details.get("mode")).decides
            and not relation.evidence.inferred
            and (functions is None or relation.object in functions)
            for each in ids
            for relation in self._graph.relations(each, IN_HAND, "out")
        )

    def steps(self) -> tuple[Step, ...]:
        """Return the steps, lowest first; steps of equal rank are in the order of siblings."""
        graph = self._graph
        ranks = self._ranks()
        by_rank: dict[int, list[str]] = {}
        for each, rank in ranks.items():
            by_rank.setdefault(rank, []).append(each)
        return tuple(
            self._step(rank, each) for rank in sorted(by_rank) for each in by_sibling(graph, by_rank[rank])
        )

    def _ranks(self) -> dict[str, int]:
        """Return for each entity the length of the longest way to it, in steps."""
        ranks = dict.fromkeys(self._starts, 0)
        missing = {each: len(below) for each, below in self._below.items()}
        waiting = list(ranks)
        for each in waiting:  # it grows while it is gone through
            for above in self._above.get(each, ()):
                ranks[above] = max(ranks.get(above, 0), ranks[each] + 1)
                missing[above] -= 1
                if not missing[above]:
                    waiting.append(above)
        return ranks

    def _step(self, rank: int, entity_id: str) -> Step:
        graph, links = self._graph, self.links[entity_id]
        layer = next((link.layer for link in links if link.layer), None)
        return Step(
            rank,
            entity_id,
            layer or next(iter(layers_of(graph, entity_id)), None),
            tuple(links),
            tuple(each for each in self._upward.delegations(entity_id) if each.subject != NONE),
            tuple(self._upward.silent(entity_id)),
            tuple(self._below[entity_id]),
            () if self._above.get(entity_id) else tuple(self._upward.ended(entity_id)),
        )


def _is_own_layer(graph: Graph, entity_id: str, link: Link) -> bool:
    """Whether a link leads from a partnership into one of its own layers."""
    if link.how != "layer" or link.layer is None or graph.kind(entity_id) != "partnership":
        return False
    return any(each.object == entity_id for each in graph.relations(link.layer, "of", "out"))


def _lowest(upward: Upward, starts: Sequence[str]) -> list[str]:
    """Return the entities that no other of them is above, directly or through others, below; in a ring all stay."""
    if len(starts) == 1:
        return [*starts]
    above = {each: _all_above(upward, each) for each in starts}
    higher = {one for each in starts for one in above[each] if one in above and each not in above[one]}
    return [each for each in starts if each not in higher]


def _all_above(upward: Upward, entity_id: str) -> set[str]:
    """Return all entities above an entity, directly or through others, by the strongest relations of each."""
    found: set[str] = set()
    waiting = [entity_id]
    for each in waiting:  # it grows while it is gone through
        new = ids_above(upward.links(each, lambda _: True)) - found
        found |= new
        waiting += new
    return found
