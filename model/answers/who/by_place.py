"""Groups the holders of a topic by place, and chooses the places that the answer names."""

from collections.abc import Collection, Iterable, Iterator

import attrs

from ...facts.graph import Graph
from ...facts.holding import STATES, Holding, holdings_of
from ...format import RELATIONS
from ...format.groups import AGENTS
from ...structure.order import by_sibling
from ...structure.placing import home_of
from .holders import holders_of
from .steps import Holder, Match

_WIDE = frozenset(("national", "region"))


@attrs.define
class Place:
    """One place of an answer, with the holders and functions that the topic leads to there.

    Attributes:
        place: The place; `None` for none.
        reached: The holders there by id, each with its distance from the topic.
        written: Whether the topic is written down there as more than a part of a name.
        functions: The functions and services that holders there are responsible for, by id, each with whether
            the topic names it.
    """

    place: str | None
    reached: dict[str, tuple[int, Holder]] = attrs.field(factory=dict)
    written: bool = False
    functions: dict[str, bool] = attrs.field(factory=dict)

    @property
    def least(self) -> tuple[bool, int, int]:
        """The sort key of the nearest holder: named ones first, among these those that are responsible now."""
        return min(_nearness(far, holder) for far, holder in self.reached.values())

    @property
    def named(self) -> bool:
        """Whether a holder there is named."""
        return not self.least[0]

    def settle(self) -> None:
        """Treat holders that a document states as named, where the exact words of the topic name none in this place.

        A function found by a topic word or by its summary counts as much as one found by its name.
        """
        if not self.named:
            self.reached = {
                each: (far, attrs.evolve(holder, named=holder.stated))
                for each, (far, holder) in self.reached.items()
            }
        elif any(self.functions.values()):
            self.functions = {each: True for each, named in self.functions.items() if named}
        else:
            self.functions = {}

    def holdings(self, graph: Graph) -> list[Holding]:
        """Return the present, planned and past roles in the functions there, also those not followed."""
        return [
            holding
            for function in self.functions
            for name, kind in RELATIONS.items()
            if kind.entrusts
            for holding in holdings_of(graph, function, name)
            if holding.id in self.reached or (holding.rejected and self._is_home(graph, holding))
        ]

    def _is_home(self, graph: Graph, holding: Holding) -> bool:
        """Whether the place is that of a role's holder, or else that of the function."""
        return (home_of(graph, holding.id) or home_of(graph, holding.function)) == self.place


def by_place(graph: Graph, matches: Iterable[Match], scope: Collection[str] | None) -> list[Place]:
    """Return the places that the matches of a topic lead to, each with every holder found there.

    Args:
        graph: The model, at its date.
        matches: What the topic may mean.
        scope: The ids that may be holders; `None` for all.
    """
    found: dict[str | None, Place] = {}
    for match in matches:
        for far, holder in holders_of(graph, match):
            if scope is not None and holder.id not in scope:
                continue
            home = home_of(graph, holder.id) or home_of(graph, match.id)
            here = found.setdefault(home, Place(home))
            here.written = here.written or graph.kind(match.id) not in AGENTS
            if len(holder.trail) == 1 and RELATIONS[holder.trail[0].kind].entrusts:
                here.functions[match.id] = here.functions.get(match.id, False) or match.named
            known = here.reached.get(holder.id)
            if known is None or _near(graph, far, holder) < _near(graph, *known):
                here.reached[holder.id] = (far, holder)
    nowhere = found.get(None)
    if nowhere is not None:  # who has no place of its own stands at that of what it has
        placed = {each for place in found.values() if place is not nowhere for each in place.reached}
        nowhere.reached = {each: way for each, way in nowhere.reached.items() if each not in placed}
    return [each for each in found.values() if each.reached]


def telling(graph: Graph, places: list[Place]) -> Iterator[tuple[Place, list[Holder]]]:
    """Yield the places that an answer names, each with the holders nearest to the topic.

    Where some place has a named holder, other places count only if the topic is written down there. Entities
    without a place count only when there is nothing else.
    """
    for each in places:
        each.settle()
    if any(each.named for each in places):
        places = [each for each in places if each.named or each.written]
    local = [each for each in places if each.named or _is_local(graph, each.place)]
    for each in local or places:
        least = each.least
        nearest = {
            holder.id: holder for far, holder in each.reached.values() if _nearness(far, holder) == least
        }
        yield each, [nearest[one] for one in by_sibling(graph, nearest)]


def _nearness(far: int, holder: Holder) -> tuple[bool, int, int]:
    return not holder.named, STATES.index(holder.state), far


def _is_local(graph: Graph, place: str | None) -> bool:
    return place is not None and graph.value(place, "tier") not in _WIDE


def _near(graph: Graph, far: int, holder: Holder) -> tuple[bool, int, int, bool, str]:
    return (*_nearness(far, holder), graph.kind(holder.match) in AGENTS, holder.match)
