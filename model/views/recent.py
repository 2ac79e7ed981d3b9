"""Keeps the views that were laid out last for a large model, so that one at another date is laid out again in part.

Only entities that turn on a day between the two dates differ, see `facts.turning_days` and `turned`, and what they
concern, see `concerned`.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from threading import Lock
from typing import NamedTuple

from ..facts.ends import last_document
from ..facts.graph import Graph, forget_results
from ..facts.statements import Statements
from ..facts.turning_days import TurningDays, ordinal, turning_days, turning_days_at_hand
from ..format import KINDS
from . import View
from .forest import Forest

_OF_OTHERS = frozenset(name for name, kind in KINDS.items() if kind.record)
"""The kinds of entities on which those of other files depend: the day of a source, the sides of a disagreement."""

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
        for each in others:
            forget_results(each.graph)  # its rows suffice

    def keep_latest(self) -> None:
        """Let go of all views at dates but the latest; a view that is on the screen stays in memory."""
        with self._lock:
            self._dated = self._dated[-1:]

    def of(self, view: str) -> Sequence[_LaidOut]:
        """Return the kept graphs of a view."""
        with self._lock:
            found = [each for each in self._dated if each.view == view]
            last_known = self._last_known.get(view)
        return found if last_known is None else [*found, last_known]


def recently(graph: Graph, view: View, recall: Callable[[], Forest | None]) -> Forest | None:
    """Return the kept rows of a view, or those laid out in part from another date; `None` if it must be laid out whole.

    Args:
        graph: The graph at its date.
        view: The view.
        recall: Gives the rows of the view in the last known state from the cache; `None` if they are not there.
    """
    kept = graph.once_for_all(_recent).of(view.name)
    for each in kept:
        if each.graph.at == graph.at:
            return each.forest
    if graph.at is None or view.top() is None or not turning_days_at_hand(graph):
        return None
    if all(each.graph.at is not None for each in kept):
        last_known = recall()
        if last_known is not None:
            kept = [*kept, _LaidOut(view.name, graph.as_of(None), last_known)]
    if not kept:
        return None
    days = turning_days(graph)
    nearest = min(kept, key=lambda each: _days_between(days, each.graph, graph))
    return rows_at(view, nearest.forest, nearest.graph, graph)


def rows_at(view: View, earlier: Forest, before: Graph, graph: Graph) -> Forest | None:
    """Return the rows of a view at another date: the earlier ones if none differs, else those laid out in part.

    Args:
        view: The view.
        earlier: Its rows at one date.
        before: The graph that they are of.
        graph: The same model at the other date.

    Returns:
        `None` if the view must be laid out whole.
    """
    top = view.top()
    changed = turning_days(graph).between(before.at, graph.at, last_documented=False)
    if top is not None and not top.names_others:
        from .turned import turned  # noqa: PLC0415 - most commands lay out nothing again

        changed = turned(before, graph, changed)
        if not changed:
            return earlier
    return _in_part(view, earlier, before, graph, changed)


def renew_rows(view: View, earlier: Forest, before: Graph, graph: Graph) -> None:
    """Lay out a view of a large model again after a save, where it differs, and keep the rows until others were laid out.

    Nothing is done where the save may have changed more than the entities in its files.

    Args:
        view: The view.
        earlier: Its rows before the save.
        before: The graph that they are of.
        graph: The graph after the save, at the same date.
    """
    if before.once_for_all(_recent) is graph.once_for_all(_recent) or last_document(before) != last_document(
        graph
    ):
        return
    from ..answers.diff import may_differ  # noqa: PLC0415 - only a save asks it

    changed = may_differ(before, graph)
    if any(one.kind(each) in _OF_OTHERS for each in changed for one in (before, graph)):
        return
    forest = _in_part(view, earlier, before, graph, changed)
    if forest is not None:
        keep_recent(graph, forest)


def _in_part(
    view: View, earlier: Forest, before: Graph, graph: Graph, changed: frozenset[str]
) -> Forest | None:
    top = view.top()
    if top is None:
        return None
    from .near import look_at_all  # noqa: PLC0415 - most commands lay out nothing again
    from .patching import patched  # noqa: PLC0415 - as above

    forest = patched(top, earlier, before, graph, changed)
    if forest is None:
        look_at_all(graph)
    return forest


def keep_recent(graph: Graph, forest: Forest) -> None:
    """Keep the rows of a view of a large model until others were laid out."""
    graph.once_for_all(_recent).add(_LaidOut(forest.view, graph, forest))


def keep_latest(graph: Graph) -> None:
    """Let go of the rows of all dates but the last one laid out: at 300,000 entities a date takes 7 MiB, and a step in time lays it out again."""
    graph.once_for_all(_recent).keep_latest()


def _recent(_: Statements) -> _Recent:
    return _Recent()


def _is_same(one: _LaidOut, other: _LaidOut) -> bool:
    return one.view == other.view and one.graph.at == other.graph.at


def _days_between(days: TurningDays, one: Graph, other: Graph) -> int:
    """Return how many turning days are between the dates of two graphs."""
    first, last = (bisect_right(days.days, ordinal(each.at)) for each in (one, other))
    return abs(last - first)
