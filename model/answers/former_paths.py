"""`tiers path` for two entities that nothing connects any more: until when they were connected, and how."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

import attrs

from ..facts.claims import has_lapsed
from ..facts.graph import Graph
from ..facts.turning_days import turning_days
from ..format.dates import Date
from .paths import Way, paths

_DAYS = 100
"""How many days are tried, the latest first: each costs a search, and `diff` finds older ones sooner."""


@attrs.frozen(eq=False, repr=False)
class Former:
    """A connection between two entities that has ended.

    Attributes:
        until: The last day on which the two were connected.
        ways: The paths of that day.
    """

    until: Date
    ways: list[Way]


def former_paths(
    graph: Graph, start: str, end: str, *, via: Collection[str] = (), avoid: Collection[str] = ()
) -> Former | None:
    """Return the last connection of two entities that nothing connects at the date of the graph.

    `None` where nothing ever connected them, or not on the last hundred days on which something changed.

    Args:
        graph: The model, at its date.
        start: The id of the first entity.
        end: The id of the second entity.
        via: Relation kinds that must all be on the path.
        avoid: Relation kinds that must not be on it.
    """
    if not _ever_connected(graph, start, end, avoid):
        return None
    # days that documents state come before days that follow from an end
    for undocumented in (False, True):
        for day, _ in zip(_last_days(graph), range(_DAYS), strict=False):
            then = paths(graph.as_of(day), start, end, via=via, avoid=avoid, undocumented=undocumented)
            found = [way for way in then if not any(has_lapsed(graph, hop.relation, graph.at) for hop in way)]
            if found:  # what was only planned connected nobody
                return Former(day, found)
    return None


def _ever_connected(graph: Graph, start: str, end: str, avoid: Collection[str]) -> bool:
    """Whether relations of any date lead from one entity to another."""
    seen, edge = {start}, [start]
    while edge and end not in seen:
        new = {
            other
            for each in edge
            for relation in graph.every_relation(each)
            if relation.kind not in avoid
            for other in (relation.subject, relation.object)
            if other in graph
        }
        edge = sorted(new - seen)
        seen |= new
    return end in seen


def _last_days(graph: Graph) -> Iterator[Date]:
    """Yield the day before each change, up to the date of the graph, the latest first."""
    latest = date.max if graph.at is None else graph.at.last
    for ordinal in reversed(turning_days(graph).days):
        if 1 < ordinal <= latest.toordinal():
            day = date.fromordinal(ordinal) - timedelta(days=1)
            yield Date(day.isoformat(), day, day)
