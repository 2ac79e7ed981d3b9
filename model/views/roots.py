"""The roots of a view that is laid out again in part: those of an earlier forest, and those that are new."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from ..facts.graph import Graph
from .forest import Forest
from .layout import Row
from .top import Top

Kept = tuple[int, int]
"""Rows of the earlier forest that are kept as they are: the first, and one past the last."""


def roots(
    top: Top, earlier: Forest, graph: Graph, again: set[str], rows_again: Sequence[int]
) -> "Sequence[Row | Kept] | None":
    """Return the rows at the top; `None` where it is not known which of the earlier roots stay.

    Args:
        top: The top level of the view.
        earlier: The earlier forest.
        graph: The graph.
        again: The entities that are laid out again.
        rows_again: Their earlier rows that have their children, in order.
    """
    new = [each for each in again if graph.shown(each) and top.is_root(graph, each)]
    if top.rows is None:
        return list(_Merge(top, earlier, graph, again, rows_again).roots(new))
    kept = [each for each in _root_entities(earlier) if each not in again]
    if not all(top.is_root(graph, each) for each in kept):
        return None  # roots of rings, which depend on all other rows
    return top.rows(graph, [*kept, *new])


def _root_entities(forest: Forest) -> Iterator[str]:
    """Yield the entities at the top of a view, also those below groups."""
    waiting = list(forest.children(-1))[::-1]
    while waiting:
        row = waiting.pop()
        entity_id = forest.ids[row]
        if entity_id is not None:
            yield entity_id
        else:
            waiting.extend(reversed(list(forest.children(row))))


class _Merge:
    """Merges new roots into the earlier ones, which have their order; a sort key is made only where it is compared."""

    def __init__(
        self, top: Top, earlier: Forest, graph: Graph, again: set[str], rows_again: Sequence[int]
    ) -> None:
        self._top = top
        self._earlier = earlier
        self._graph = graph
        self._rows = rows = array("i", earlier.children(-1))
        own = {
            place
            for each in again
            for row in earlier.rows_of(each)
            if (place := bisect_left(rows, row)) < len(rows) and rows[place] == row
        }
        self._paths = {bisect_right(rows, row) - 1 for row in rows_again} - own
        self._there = [place for place in range(len(rows)) if place not in own] if own else range(len(rows))

    def roots(self, new: Sequence[str]) -> "Iterator[Row | Kept]":
        """Yield the roots in order."""
        keys = _Keys(
            lambda place: self._key(str(self._earlier.ids[self._rows[self._there[place]]])), len(self._there)
        )
        at = 0
        for key, each in sorted((self._key(each), each) for each in new):
            stop = bisect_left(keys, key)
            yield from self._run(at, stop)
            yield (each, None, self._top.inside)
            at = stop
        yield from self._run(at, len(self._there))

    def _key(self, entity_id: str) -> Any:
        assert self._top.key is not None  # noqa: S101 - for the type checker: a top level has `rows` or `key`
        return self._top.key(self._graph, entity_id)

    def _run(self, start: int, stop: int) -> "Iterator[Row | Kept]":
        """Yield earlier roots, in as few pieces as possible."""
        earlier = self._earlier
        begun = last = -1
        for place in self._there[start:stop]:
            row = self._rows[place]
            if begun >= 0 and (place in self._paths or row != last):
                yield (begun, last)
                begun = -1
            if place in self._paths:
                yield (str(earlier.ids[row]), None, self._top.inside)
                continue
            begun = row if begun < 0 else begun
            last = earlier.ends[row]
        if begun >= 0:
            yield (begun, last)


class _Keys(Sequence[Any]):
    """The sort keys of roots, made when they are compared."""

    def __init__(self, key: Callable[[int], Any], size: int) -> None:
        self._key = key
        self._size = size

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self._key(each) for each in range(*place.indices(self._size))]
        return self._key(place)

    def __len__(self) -> int:
        return self._size
