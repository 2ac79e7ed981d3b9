"""An index of the rows of each entity and heading of a view, built in steps between key presses."""

import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from time import thread_time

import attrs

from tiers.model.cache.forests import CachedForest
from tiers.model.cache.row_entities import ranks_of_rows, rows_of_ranks
from tiers.model.finding.words.bits import Numbers
from tiers.model.finding.words.table import STEP, parts
from tiers.model.format.text import fold
from tiers.model.views.forest import Forest

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
    headings: "dict[str, array[int]]" = attrs.field(factory=dict)
    _of_name: "dict[str, array[int]]" = attrs.field(factory=dict)
    _first: Numbers = attrs.field(factory=Numbers)
    _again: dict[str, list[int]] = attrs.field(factory=dict)
    _numbers: Mapping[str, int] | None = None
    _flags_of: list[Callable[[bytes], tuple[int, ...]]] = attrs.field(factory=list)
    _steps: Iterator[None] | None = attrs.field(init=False)

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
        if isinstance(self.forest, CachedForest):
            return self.forest.rows_of(entity_id)
        first = self._first.get(entity_id)
        return () if first is None else (first, *self._again.get(entity_id, ()))

    def rows_of_numbers(self, wanted: Iterable[int], numbers: Mapping[str, int]) -> list[int] | None:
        """Return the rows of entities by their numbers in an index, in no order; `None` unless index and view are stored."""
        return rows_of_ranks(self.forest, numbers, wanted)

    def rows_of_many(self, flags: bytes, numbers: Mapping[str, int]) -> bytes | None:
        """Return one byte for each row, 1 for the rows of the flagged entities; `None` until the rows are indexed.

        Args:
            flags: One byte for each number of an index, 1 for the wanted entities.
            numbers: The numbers of the entities.
        """
        if not self.is_ready(numbers):
            return None
        flags += b"\0"
        return b"".join([bytes(flags_of(flags)) for flags_of in self._flags_of])

    def _all(self) -> Iterator[None]:
        forest = self.forest
        if isinstance(forest, CachedForest):
            for part in parts(forest.rows_of_kind("group")):
                self._note_headings(part)
                yield
            return
        for part in parts(range(len(forest))):
            for row in part:
                entity_id = forest.ids[row]
                if entity_id is None:
                    if forest.kinds[row] == "group":
                        self._note_headings((row,))
                elif entity_id in self._first:
                    self._again.setdefault(entity_id, []).append(row)
                else:
                    self._first.put(entity_id, row)
            yield

    def _note_headings(self, rows: Iterable[int]) -> None:
        for row in rows:
            name = self.forest.names[row]
            known = self._of_name.get(name)
            if known is None:
                heading = f" {fold(name)}"
                known = self._of_name[name] = self.headings.setdefault(heading, array("I"))
            known.append(row)

    def _number(self, numbers: Mapping[str, int]) -> Iterator[None]:
        self._flags_of = []
        by_row: list[int] = []
        for part in ranks_of_rows(self.forest, numbers, STEP):
            by_row.extend(part)
            if len(by_row) >= _AT_A_TIME:
                self._flags_of.append(_getter(by_row))
                by_row = []
            yield
        if by_row:
            self._flags_of.append(_getter(by_row))


def _getter(places: Sequence[int]) -> Callable[[bytes], tuple[int, ...]]:
    """Return a function that reads many flags in one call (`itemgetter`), a hundred times faster than a loop."""
    if len(places) == 1:
        return lambda flags: (flags[places[0]],)
    return itemgetter(*places)
