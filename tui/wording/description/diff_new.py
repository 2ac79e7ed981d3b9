"""The rows of `tiers diff` for new entities: tens of thousands, of which no more than a day is told, worded many at once."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from operator import add
from typing import NamedTuple

from tiers.model import Date
from tiers.model.facts.new_between import Group, NewBetween
from tiers.model.facts.standing import PLANNED, Standing
from tiers.model.format import KINDS
from tiers.model.structure.order import Ordered

from ..signs import SIGNS
from .diff_sides import ManyRows, Row, safe_names
from .values import BESIDE

_PLACES = {kind: place for place, kind in enumerate(KINDS)}


def first_told_words(day: Date) -> str:
    """Return the words for the first day of an entity."""
    return f"first documented {day.words()}"


def happened_words(day: Date) -> str:
    """Return the words for the day of an event."""
    return f"happened {day.words()}"


class _Stretch(NamedTuple):
    """Entities of a group that follow each other, from one place to another."""

    group: Group
    start: int
    end: int


class NewRows(ManyRows):
    """The rows of new entities under one heading, by kind and then as siblings."""

    def __init__(
        self,
        new: NewBetween,
        groups: Sequence[Group],
        say: Callable[[Date], str],
        others: Sequence[tuple[Ordered, Row]],
    ) -> None:
        """Take up the entities.

        Args:
            new: The new entities of which no more than a day is told.
            groups: Those of them with the heading.
            say: Says the day in words.
            others: The rows of other entities with the heading, in the same order.
        """
        self._new = new
        self._groups = groups
        self._say = say
        self._others = others

    def __len__(self) -> int:
        return sum(len(each.numbers) for each in self._groups) + len(self._others)

    def __iter__(self) -> Iterator[Row]:
        for each in self._in_order():
            if isinstance(each, Row):
                yield each
                continue
            group, start, end = each
            for at in range(start, end):
                planned = group.planned[at] if group.planned else -1
                words = (SIGNS[group.kind].word, *self._words(group.days[at], planned))
                yield Row(self._new.id_of(group.numbers[at]), group.names[at], words)

    def texts(self) -> Iterator[Sequence[str] | Row]:
        @cache
        def end_of(kind: str, day: int, planned: int = -1) -> str:
            return "".join(f"{BESIDE}{each}" for each in (SIGNS[kind].word, *self._words(day, planned)))

        for each in self._in_order():
            if isinstance(each, Row):
                yield each
                continue
            group, start, end = each
            names, days = safe_names(group.names[start:end]), group.days[start:end]
            if group.planned:
                ends = map(partial(end_of, group.kind), days, group.planned[start:end])
            else:
                ends = map({day: end_of(group.kind, day) for day in set(days)}.__getitem__, days)
            yield list(map(add, names, ends))

    def _words(self, day: int, planned: int) -> tuple[str, ...]:
        dates = self._new.dates
        said = self._say(dates[day])
        return (said,) if planned < 0 else (said, Standing(PLANNED, dates[planned]).short_words())

    def _in_order(self) -> Iterator[_Stretch | Row]:
        """Yield the rows, those of entities of which nothing else is told as stretches."""
        others = iter(self._others)
        waiting = next(others, None)
        for group in self._groups:
            place, start, size = _PLACES[group.kind], 0, len(group.numbers)
            while waiting is not None and waiting[0].place <= place:
                end = start
                if waiting[0].place == place:
                    key = waiting[0].order, waiting[0].folded, waiting[0].id
                    end = bisect_left(range(size), key, start, key=partial(self._new.key, group))
                if start < end:
                    yield _Stretch(group, start, end)
                yield waiting[1]
                start, waiting = end, next(others, None)
            if start < size:
                yield _Stretch(group, start, size)
        if waiting is not None:
            yield waiting[1]
        yield from (row for _, row in others)
