"""Groups those responsible for a topic by place, and chooses the places that the answer names."""

from collections.abc import Collection, Iterable, Iterator

import attrs

from ...facts.graph import Graph
from ...format.groups import AGENTS
from ...structure.order import by_sibling
from ...structure.placing import home_of
from .holders import holders_of
from .steps import Holder, Match

_WIDE = frozenset(("national", "region"))


@attrs.define
class Place:
    """What leads to one place.

    Attributes:
        place: The place; `None` for none.
        reached: By id, each holder there with how far it is from the topic.
        written: Whether the topic is written down there as more than a part of a name.
    """

    place: str | None
    reached: dict[str, tuple[int, Holder]] = attrs.field(factory=dict)
    written: bool = False

    @property
    def least(self) -> tuple[bool, int]:
        """How near the nearest is: those that are named first."""
        return min((not holder.named, far) for far, holder in self.reached.values())

    @property
    def named(self) -> bool:
        """Whether a holder there is named."""
        return not self.least[0]


def by_place(graph: Graph, matches: Iterable[Match], scope: Collection[str] | None) -> list[Place]:
    """Return the places that matches lead to, each with every holder that is reached there.

    Args:
        graph: The model, at its date.
        matches: What the topic may mean.
        scope: The only entities that count as holders; `None` for all.
    """
    found: dict[str | None, Place] = {}
    for match in matches:
        for far, holder in holders_of(graph, match):
            if scope is not None and holder.id not in scope:
                continue
            home = home_of(graph, holder.id) or home_of(graph, match.id)
            here = found.setdefault(home, Place(home))
            here.written = here.written or graph.kind(match.id) not in AGENTS
            known = here.reached.get(holder.id)
            if known is None or _near(graph, far, holder) < _near(graph, *known):
                here.reached[holder.id] = (far, holder)
    return list(found.values())


def telling(graph: Graph, places: list[Place]) -> Iterator[tuple[str | None, list[Holder]]]:
    """Yield the places that tell something beside the others, each with its holders nearest to the topic.

    Where somebody is named, the nearest elsewhere counts only where the topic is written down there; and the
    nearest in the country at large counts only when there is nothing else.
    """
    if any(each.named for each in places):
        places = [each for each in places if each.named or each.written]
    local = [each for each in places if each.named or _is_local(graph, each.place)]
    for each in local or places:
        least = each.least
        nearest = {
            holder.id: holder for far, holder in each.reached.values() if (not holder.named, far) == least
        }
        yield each.place, [nearest[one] for one in by_sibling(graph, nearest)]


def _is_local(graph: Graph, place: str | None) -> bool:
    return place is not None and graph.value(place, "tier") not in _WIDE


def _near(graph: Graph, far: int, holder: Holder) -> tuple[bool, int, bool, str]:
    agent = graph.kind(holder.match) in AGENTS
    return (not holder.named, far, agent, holder.match)
