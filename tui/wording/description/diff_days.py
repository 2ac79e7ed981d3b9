"""The rows of `tiers diff` for entities with one day: tens of thousands, whose texts are joined many at once."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import add

from tiers.model import Date, Graph
from tiers.model.facts.diff_days import DatedGroup, DiffDays
from tiers.model.facts.standing import ENDED, PLANNED, Standing
from tiers.model.format import KINDS
from tiers.model.structure.order import Ordered, sibling_key

from ..safe_text import all_safe
from ..signs import SIGNS
from .diff_sides import ManyRows, Row
from .values import BESIDE


def first_documented_words(day: Date) -> str:
    """Return the words for the first day of an entity."""
    return f"first documented {day.words()}"


def happened_words(day: Date) -> str:
    """Return the words for the day of an event."""
    return f"happened {day.words()}"


def ended_words(day: Date) -> str:
    """Return the words for the day on which an entity ended."""
    return Standing(ENDED, day).words()


class DayRows(ManyRows):
    """The rows under one heading of entities with one day, and of others, by kind and then as siblings."""

    def __init__(
        self,
        graph: Graph,
        days: DiffDays,
        groups: Sequence[DatedGroup],
        say: Callable[[Date], str],
        others: Sequence[tuple[Ordered, Row]],
    ) -> None:
        """Take up the entities.

        Args:
            graph: The model, at the date at which they are there.
            days: All entities with one day.
            groups: Those of them that stand under the heading.
            say: Returns the words for a day.
            others: The rows of other entities with the heading, in the same order.
        """
        self._graph = graph
        self._days = days
        self._groups = groups
        self._say = say
        self._others = others

    def __len__(self) -> int:
        return sum(len(each.numbers) for each in self._groups) + len(self._others)

    def __iter__(self) -> Iterator[Row]:
        for group, others in self._by_kind():
            start = 0
            for end, row in others:
                yield from map(partial(self._row, group), range(start, end))
                yield row
                start = end
            yield from map(partial(self._row, group), range(start, len(group.numbers)))

    def stretches(self) -> Iterator[Sequence[str] | Row]:
        for group, others in self._by_kind():
            texts, start = self._texts_of(group), 0
            for end, row in others:
                yield texts[start:end]
                yield row
                start = end
            yield texts[start:]

    def _texts_of(self, group: DatedGroup) -> list[str]:
        """Return the texts of a group, of which most share a few words after the name."""
        ends = {
            day: _beside(SIGNS[group.kind].word, self._say(self._days.dates[day])) for day in set(group.days)
        }
        texts = list(map(add, all_safe(group.names), map(ends.__getitem__, group.days)))
        for place, day in group.planned.items():
            texts[bisect_left(group.places, place)] += f"{BESIDE}{_planned_words(self._days.dates[day])}"
        return texts

    def _row(self, group: DatedGroup, at: int) -> Row:
        dates, planned = self._days.dates, group.planned.get(group.places[at])
        words = (SIGNS[group.kind].word, self._say(dates[group.days[at]]))
        more = () if planned is None else (_planned_words(dates[planned]),)
        return Row(self._days.id_of(group.numbers[at]), group.names[at], (*words, *more))

    def _by_kind(self) -> Iterator[tuple[DatedGroup, list[tuple[int, Row]]]]:
        """Yield the entities of each kind, with the rows of other ones and how many come before each."""
        others = {kind: list(rows) for kind, rows in groupby(self._others, lambda each: each[0].kind)}
        groups = {each.kind: each for each in self._groups}
        for kind in KINDS:
            if kind in groups or kind in others:
                group = groups.get(kind) or DatedGroup(kind, (), (), (), (), {})
                yield group, [(self._place(group, one), row) for one, row in others.get(kind, ())]

    def _place(self, group: DatedGroup, entity: Ordered) -> int:
        """Return how many entities of a group come before another entity."""
        place = self._days.places.get(entity.id)
        if place is not None:
            return bisect_left(group.places, place)
        key = entity.order, entity.folded, entity.id
        return bisect_left(range(len(group.numbers)), key, key=partial(self._key, group))

    def _key(self, group: DatedGroup, at: int) -> tuple[float, str, str]:
        return sibling_key(self._graph, self._days.id_of(group.numbers[at]))


def _beside(*words: str) -> str:
    return "".join(f"{BESIDE}{each}" for each in words)


def _planned_words(day: Date) -> str:
    return Standing(PLANNED, day).short_words()
