"""The rows of `tiers diff` for entities that are first documented: tens of thousands, which are worded many at once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from operator import add
from typing import NamedTuple

from tiers.model import Date
from tiers.model.facts.first_told import FirstTold, Group
from tiers.model.format import KINDS
from tiers.model.structure.order import Ordered

from ..signs import SIGNS
from .diff_sides import ManyRows, Row, safe_names
from .values import BESIDE

_PLACES = {kind: place for place, kind in enumerate(KINDS)}


def first_told_words(day: Date) -> str:
    """Return the words for the first day of an entity."""
    return f"first documented {day.words()}"


class _Stretch(NamedTuple):
    """Entities of a group that follow each other, from one place to another."""

    group: Group
    start: int
    end: int


class FirstToldRows(ManyRows):
    """The rows of entities that are first documented, by kind and then as siblings; each is made when it is looked at."""

    def __init__(self, told: FirstTold, others: Sequence[tuple[Ordered, Row]]) -> None:
        """Take up the rows.

        Args:
            told: The entities of which nothing else is told.
            others: The rows of other entities that are first documented, in the same order.
        """
        self._told = told
        self._others = others

    def __len__(self) -> int:
        return len(self._told) + len(self._others)

    def __iter__(self) -> Iterator[Row]:
        words = [first_told_words(each) for each in self._told.dates]
        for each in self._in_order():
            if isinstance(each, Row):
                yield each
                continue
            (kind, numbers, names, days, _), start, end = each
            for at in range(start, end):
                yield Row(self._told.id_of(numbers[at]), names[at], (SIGNS[kind].word, words[days[at]]))

    def texts(self) -> Iterator[Sequence[str] | Row]:
        words = [first_told_words(each) for each in self._told.dates]
        ends: dict[str, list[str]] = {}
        for each in self._in_order():
            if isinstance(each, Row):
                yield each
                continue
            (kind, _, names, days, _), start, end = each
            if kind not in ends:  # a name stands before it
                ends[kind] = [f"{BESIDE}{SIGNS[kind].word}{BESIDE}{said}" for said in words]
            yield list(map(add, safe_names(names[start:end]), map(ends[kind].__getitem__, days[start:end])))

    def _in_order(self) -> Iterator[_Stretch | Row]:
        """Yield the rows, those of entities of which nothing else is told as stretches."""
        others = iter(self._others)
        waiting = next(others, None)
        for group in self._told.groups:
            place, start, size = _PLACES[group.kind], 0, len(group.numbers)
            while waiting is not None and waiting[0].place <= place:
                end = start
                if waiting[0].place == place:
                    key = waiting[0].order, waiting[0].folded, waiting[0].id
                    end = bisect_left(range(size), key, start, key=partial(self._told.key, group))
                if start < end:
                    yield _Stretch(group, start, end)
                yield waiting[1]
                start, waiting = end, next(others, None)
            if start < size:
                yield _Stretch(group, start, size)
        if waiting is not None:
            yield waiting[1]
        yield from (row for _, row in others)
