"""Keeps the views that were laid out last for a large model, so that one at another date is laid out again in part.

Only entities that turn on a day between the two dates differ, see `facts.turning_days`, and what they concern, see
`concerned`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..facts.turning_days import TurningDays, ordinal, turning_days, turning_days_at_hand
from . import View
from .forest import Forest

LARGE = 2_000
"""The number of entities from which a view is laid out again in part; a smaller one is laid out whole as fast."""

_KEPT = 4
"""How many views at dates are kept."""


class _LaidOut(NamedTuple):
    """A view of a graph."""

    view: str
    graph: Graph
    forest: Forest


class _Recent:
    """The views of one model that were laid out last, the latest at the end; and those of its last known state."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._dated: list[_LaidOut] = []
        self._last_known: dict[str, _LaidOut] = {}

    def add(self, new: _LaidOut) -> None:
        """Add a view; the oldest one at a date is let go."""
        with self._lock:
            if new.graph.at is None:
                self._last_known[new.view] = new
                return
            others = [each for each in self._dated if not _is_same(each, new)]
            self._dated = [*others[1 - _KEPT :], new]

    def of(self, view: str) -> Sequence[_LaidOut]:
        """Return the kept graphs of a view."""
        with self._lock:
            found = [each for each in self._dated if each.view == view]
            last_known = self._last_known.get(view)
        return found if last_known is None else [*found, last_known]


def recently(graph: Graph, view: View) -> Forest | None:
    """Return the rows of a view at a date, as kept or from a kept one at another date; `None` without a near one."""
    if graph.at is None or len(graph) < LARGE:
        return None
    kept = graph.once_for_all(_recent).of(view.name)
    for each in kept:
        if each.graph.at == graph.at:
            return each.forest
    top = view.top()
    if not kept or top is None or not turning_days_at_hand(graph):
        return None
    from .near import look_at_all  # noqa: PLC0415 - most commands lay out nothing at a date
    from .patching import patched  # noqa: PLC0415 - as above

    days = turning_days(graph)
    nearest = min(kept, key=lambda each: _days_between(days, each.graph, graph))
    changed = days.between(nearest.graph.at, graph.at, last_documented=False)
    forest = patched(top, nearest.forest, nearest.graph, graph, changed)
    if forest is None:
        look_at_all(graph)
    return forest


def keep_recent(graph: Graph, forest: Forest) -> None:
    """Keep the rows of a view of a large model until others were laid out."""
    if len(graph) >= LARGE:
        graph.once_for_all(_recent).add(_LaidOut(forest.view, graph, forest))


def _recent(_: Statements) -> _Recent:
    return _Recent()


def _is_same(one: _LaidOut, other: _LaidOut) -> bool:
    return one.view == other.view and one.graph.at == other.graph.at


def _days_between(days: TurningDays, one: Graph, other: Graph) -> int:
    """Return how many turning days are between the dates of two graphs."""
    first, last = (bisect_right(days.days, ordinal(each.at)) for each in (one, other))
    return abs(last - first)
