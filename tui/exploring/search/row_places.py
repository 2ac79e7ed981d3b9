"""An index of the rows of each entity and heading of a view, built in steps between key presses."""

import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from time import thread_time

import attrs

from tiers.model.cache.forests import CachedForest
from tiers.model.cache.heading_words import HeadingWords
from tiers.model.cache.row_entities import ranks_of_rows, rows_of_ranks
from tiers.model.finding.words.bits import Numbers, every_number, flags_of, no_numbers
from tiers.model.finding.words.table import STEP, parts
from tiers.model.format.text import fold
from tiers.model.views.forest import Forest
from tiers.model.views.row_bits import bits_of_flags, bits_of_rows

_MARGIN = 0.8
"""The share of the time after which a slice ends, so that its last step still fits in."""

_MANY = 64
"""A heading that has one row in this many, or more, has many."""

_DENSE = 16
"""If more than one entity in this many is wanted, the number of each row is looked up, and not the rows of each entity."""

_AT_A_TIME = 1 << 13
"""The number of rows that are looked up in one call."""


@attrs.define(eq=False, repr=False)
class RowPlaces:
    """The rows of each entity and heading of a view, as far as they are indexed.

    Attributes:
        forest: The rows.
        heading_words: The words of the headings from the cache; without them, `headings` is made.
        headings: The rows of groups by their heading, folded, with a space before it.
        all_at_once: Whether the rows of many entities are looked up all at once. Each row then has a number in memory,
            which is not worth it where the cache has the rows of most sets of many entities.
        with_rows: The set of the entities with rows, by their numbers in the index, once the rows have these numbers.
    """

    forest: Forest
    heading_words: HeadingWords | None = None
    headings: "dict[str, array[int]]" = attrs.field(factory=dict)
    _of_name: "dict[str, array[int]]" = attrs.field(factory=dict)
    all_at_once: bool = True
    with_rows: int = 0
    _known_bits: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    _first: Numbers = attrs.field(factory=Numbers)
    _again: dict[str, list[int]] = attrs.field(factory=dict)
    _numbers: Mapping[str, int] | None = None
    # by the number of an entity its last row, and by row the one before of the same entity; the number of rows for none
    _latest: "array[int]" = attrs.field(factory=no_numbers)
    _earlier: "array[int]" = attrs.field(factory=no_numbers)
    # take a flag for each entity, and one for none; each returns the flags of some rows
    _flags_of: "list[Callable[[bytes], tuple[int, ...]]]" = attrs.field(factory=list)
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

    def rows_of_few(self, wanted: Iterable[int]) -> list[int]:
        """Return the rows of entities by their numbers in the index, once the rows have these numbers, in no order."""
        none, latest, earlier = len(self.forest), self._latest, self._earlier
        rows = [row for number in wanted if (row := latest[number]) < none]
        found = rows.copy()
        while rows:
            rows = [row for each in rows if (row := earlier[each]) < none]
            found += rows
        return found

    def bits_of_many(self, wanted: int) -> int:
        """Return the rows of a set of entities as the bits of one number, the first row the highest."""
        if self._flags_of and wanted.bit_count() * _DENSE > len(self._latest):
            flags = flags_of(wanted, len(self._latest))
            return bits_of_flags(b"".join([bytes(flags_of_rows(flags)) for flags_of_rows in self._flags_of]))
        return bits_of_rows(self.rows_of_few(every_number(wanted)), len(self.forest)) if wanted else 0

    def bits_of_words(self, words: Sequence[str]) -> int:
        """Return the rows of the headings that have a word beginning with each of some words, as far as they are indexed."""
        if self.heading_words is not None:
            return self.heading_words.rows(words)
        begun = [f" {word}" for word in words]
        found = [heading for heading in self.headings if all(each in heading for each in begun)]
        return self.bits_of_headings(found) if found else 0

    def bits_of_headings(self, headings: Iterable[str]) -> int:
        """Return the rows of some headings as the bits of one number, as far as they are indexed.

        A timeline has thousands of headings, its days, with a few rows each: only those with many rows have bits of their own.
        """
        size, bits = len(self.forest), 0
        few: list[Sequence[int]] = []
        for heading in headings:
            rows = self.headings[heading]
            if len(rows) * _MANY < size:
                few.append(rows)
            else:
                bits |= self._bits_of_heading(heading, rows)
        return bits | bits_of_rows(list(chain.from_iterable(few)), size) if few else bits

    def _bits_of_heading(self, heading: str, rows: Sequence[int]) -> int:
        count, bits = self._known_bits.get(heading, (0, 0))
        if count < len(rows):
            bits = bits_of_rows(rows, len(self.forest))
            self._known_bits[heading] = len(rows), bits
        return bits

    def _all(self) -> Iterator[None]:
        forest = self.forest
        if self.heading_words is not None:
            return
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
        none = len(self.forest)
        self._latest = array("I", (none,)) * (len(numbers) + 1)
        self._earlier = array("I", (none,)) * none
        self._flags_of = []
        start = 0
        waiting = no_numbers()
        for part in ranks_of_rows(self.forest, numbers, STEP):
            latest, earlier = self._latest, self._earlier
            for row, number in enumerate(part, start):
                earlier[row], latest[number] = latest[number], row
            start += len(part)
            if self.all_at_once:
                waiting.extend(part)
                if len(waiting) >= _AT_A_TIME or start == none:
                    # numbers that are made one after the other lie so in memory: scattered ones are read more slowly
                    self._flags_of.append(_getter(waiting.tolist()))
                    waiting = no_numbers()
            yield
        self._latest[-1] = none
        flags = bytearray()
        for each in range(0, len(numbers), _AT_A_TIME):
            flags.extend(map(none.__gt__, self._latest[each : each + _AT_A_TIME]))
            yield
        flags.reverse()
        self.with_rows = bits_of_flags(flags[-len(numbers) :])


def _getter(places: Sequence[int]) -> "Callable[[bytes], tuple[int, ...]]":
    """Return a function that looks up all places of bytes in one call, three times as fast as one by one."""
    return itemgetter(*places) if len(places) > 1 else lambda flags: (flags[places[0]],)
