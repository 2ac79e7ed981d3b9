"""An index of the rows of each entity and heading of a view, built in steps between key presses."""

import weakref
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, compress
from operator import itemgetter
from time import thread_time

import attrs

from tiers.model.finding.words.bits import Numbers
from tiers.model.finding.words.table import parts
from tiers.model.format.text import fold
from tiers.model.views.forest import Forest
from tiers.model.views.layout import GROUP

_MARGIN = 0.8
"""The share of the time after which a slice ends, so that its last step still fits in."""

_AT_A_TIME = 1 << 13
"""Number of rows looked up by one call."""


@attrs.define(eq=False, repr=False)
class RowPlaces:
    """The rows of each entity and heading of a view, as far as they are indexed.

    Attributes:
        forest: The rows.
        headings: The rows of groups by their heading, folded, with a space before it.
    """

    forest: Forest
    headings: dict[str, list[int]] = attrs.field(factory=dict)
    _first: Numbers = attrs.field(factory=Numbers)
    _again: dict[str, list[int]] = attrs.field(factory=dict)
    _numbers: Mapping[str, int] | None = None
    _flags_of: list[Callable[[bytes], tuple[int, ...]]] = attrs.field(factory=list)
    _is_at_hand: bool = attrs.field(init=False)
    """Whether the view itself has the rows of each entity, so that only headings are indexed."""
    _steps: Iterator[None] | None = attrs.field(init=False)

    @_is_at_hand.default
    def _has_rows(self) -> bool:
        return self.forest.has_rows_at_hand()

    @_steps.default
    def _begin(self) -> Iterator[None]:
        # a weak proxy, so that an unfinished index is freed as soon as another view is shown
        return RowPlaces._all(weakref.proxy(self))

    def is_ready(self, numbers: Mapping[str, int] | None) -> bool:
        """Whether all rows are indexed, and have the numbers of the search index."""
        return self._steps is None and numbers is self._numbers

    def work(self, seconds: float, numbers: Mapping[str, int] | None) -> bool:
        """Index rows for at most this many seconds; return whether work was left."""
        if self.is_ready(numbers):
            return False
        if self._steps is None:
            self._numbers, self._steps = numbers, RowPlaces._number(weakref.proxy(self), numbers or {})
        until = thread_time() + seconds * _MARGIN
        for _ in self._steps:
            if thread_time() >= until:
                return True
        self._steps = None
        return True

    def rows_of(self, entity_id: str) -> Sequence[int]:
        """Return the rows of an entity, in order, as far as they are indexed."""
        if self._is_at_hand:
            return self.forest.rows_of(entity_id)
        first = self._first.get(entity_id)
        return () if first is None else (first, *self._again.get(entity_id, ()))

    def rows_of_many(self, flags: bytes, numbers: Mapping[str, int]) -> list[int] | None:
        """Return the rows of the flagged entities, in order; `None` until the rows are indexed.

        Args:
            flags: One byte for each number of an index, 1 for the wanted entities.
            numbers: The numbers of the entities.
        """
        if not self.is_ready(numbers):
            return None
        of_rows = chain.from_iterable([flags_of(flags + b"\0") for flags_of in self._flags_of])
        return list(compress(range(len(self.forest)), of_rows))

    def _all(self) -> Iterator[None]:
        forest = self.forest
        if self._is_at_hand:
            yield from self._all_headings()
            return
        for part in parts(range(len(forest))):
            for row in part:
                entity_id = forest.ids[row]
                if entity_id is None:
                    if forest.kinds[row] == GROUP:
                        self.headings.setdefault(_folded(forest.names[row]), []).append(row)
                elif entity_id in self._first:
                    self._again.setdefault(entity_id, []).append(row)
                else:
                    self._first.put(entity_id, row)
            yield

    def _all_headings(self) -> Iterator[None]:
        folded: dict[str, str] = {}
        for part in parts(self.forest.rows_of_kind(GROUP)):
            for row in part:
                name = self.forest.names[row]
                heading = folded.get(name)
                if heading is None:
                    heading = folded[name] = _folded(name)
                self.headings.setdefault(heading, []).append(row)
            yield

    def _number(self, numbers: Mapping[str, int]) -> Iterator[None]:
        none = len(numbers)
        self._flags_of = []
        numbers_of_rows = self.forest.numbered(numbers)
        if numbers_of_rows is not None:
            for start in range(0, len(self.forest), _AT_A_TIME):
                self._flags_of.append(_getter(array("I", numbers_of_rows(start, start + _AT_A_TIME))))
                yield
            return
        for some in parts(self.forest.ids, _AT_A_TIME):
            by_row = array("I")
            for part in parts(some):
                by_row.extend([none if each is None else numbers.get(each, none) for each in part])
                yield
            self._flags_of.append(_getter(by_row))
            yield


def _folded(heading: str) -> str:
    """Return a heading as it is looked for, with a space before each word."""
    return f" {fold(heading)}"


def _getter(places: Sequence[int]) -> Callable[[bytes], tuple[int, ...]]:
    """Return a function that reads many flags in one call (`itemgetter`), a hundred times faster than a loop."""
    if len(places) == 1:
        return lambda flags: (flags[places[0]],)
    return itemgetter(*places)
