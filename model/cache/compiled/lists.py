"""Lists of entities by number and by entity, each set of them in a file of the cache of its own, see `facts.entity_lists`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise, starmap
from typing import overload

from ..disk.kept_file import KeptFile
from .numbers import Numbers

_AT_FIRST = 4
"""How many entities of a list are read at first, and then twice as many each time."""


class CachedLists:
    """Lists of entities by number, then those by entity, from the cache."""

    def __init__(self, file: KeptFile, numbers: Numbers) -> None:
        self._file = file
        self._numbers = numbers

    @property
    def numbers(self) -> Sequence[int]:
        return self._whole("numbers", "q")

    @property
    def words(self) -> Sequence[str]:
        found: Sequence[str] = self._file.look(lambda file: file.head)
        return found

    def of(self, number: int) -> Sequence[str]:
        numbers = self.numbers
        at = bisect_left(numbers, number)
        if at == len(numbers) or numbers[at] != number:
            return ()
        ends = self._whole("ends", "I")
        return _Members(self, ends[at], ends[at + 1])

    def every(self) -> Iterable[Sequence[str]]:
        of_numbers = self._whole("ends", "I")[: len(self.numbers) + 1]
        return starmap(partial(_Members, self), pairwise(of_numbers))

    def of_entity(self, entity_id: str) -> Sequence[str]:
        entities, number = self._whole("entities", "I"), self._numbers.number(entity_id)
        at = bisect_left(entities, number)
        is_listed = at < len(entities) and entities[at] == number
        if not is_listed:
            return ()
        ends, place = self._whole("ends", "I"), len(self.numbers) + at
        return _Members(self, ends[place], ends[place + 1])

    def between(self, after: int, until: int) -> Sequence[str]:
        return self.some(*self._places(after, until))

    def count(self, after: int, until: int) -> int:
        start, end = self._places(after, until)
        return end - start

    def among(self, after: int, until: int, ids: Sequence[str]) -> set[str]:
        by_number = dict(zip(self._numbers.numbers(ids), ids, strict=True))
        start, end = self._places(after, until)
        wanted = set(by_number)
        found = self._file.look(lambda file: wanted.intersection(file.pages("members").some(start, end)))
        return {by_number[each] for each in found}

    def _places(self, after: int, until: int) -> tuple[int, int]:
        """Return where the members of the lists after one number and up to another begin and end."""
        numbers, ends = self.numbers, self._whole("ends", "I")
        return ends[bisect_right(numbers, after)], ends[bisect_right(numbers, until)]

    def some(self, start: int, end: int) -> list[str]:
        """Return the members from one place to another."""
        found = self._file.look(lambda file: file.pages("members").some(start, end).tolist())
        return list(self._numbers.ids(found))

    def _whole(self, section: str, sort: str) -> Sequence[int]:
        return self._file.look(lambda file: file.whole(section).cast(sort))  # type: ignore[call-overload] # of a format


class _Members(Sequence[str]):
    """The entities of one list, read when they are looked at."""

    __slots__ = ("_end", "_lists", "_start")

    def __init__(self, lists: CachedLists, start: int, end: int) -> None:
        self._lists = lists
        self._start = start
        self._end = end

    def __len__(self) -> int:
        return self._end - self._start

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            start, end, step = place.indices(len(self))
            if step == 1:
                return self._lists.some(self._start + start, self._start + max(start, end))
            return self._lists.some(self._start, self._end)[place]
        at = range(self._start, self._end)[place]
        return self._lists.some(at, at + 1)[0]

    def __iter__(self) -> Iterator[str]:
        start, size = self._start, _AT_FIRST
        while start < self._end:  # who goes through few of them reads few
            yield from self._lists.some(start, min(start + size, self._end))
            start, size = start + size, 2 * size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Members | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
