"""The columns of `facts.diff_days` in the cache: of each entity its number, its name and the day that a diff prints.

The entities are in the order of the answer, kind by kind, so that those between two dates are picked from the columns as they
stand. `diff_days_making` makes the columns.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from ...facts.diff_days import DatedGroup, DiffDays
from ...facts.many_names import names_of
from ...format.dates import Date, parse_date
from ..disk.mapped import Mapped
from .numbers import Numbers

OF_FIRST_DOCUMENT, OF_EVENT, OF_PLAN, OF_END = range(4)
"""What the day of an entity is: of its first document, of an event that happened or is planned, or of its end."""

NO_PLACE = 0xFFFFFFFF
"""Stands for the place of an entity that is not ordered with those in the columns: its name may change, or it has no day."""

_NEW, _HAPPENED, _ENDED, _ONLY_DUE, _ABSENT, _COMPARED = range(6)
"""How a diff lists an entity: as new, happened, ended or a plan that is due; not at all, being in the trees at neither date; or after comparing its records."""


def diff_days_between(file: Mapped, numbers: Numbers, since: int, until: int, *, is_last: bool) -> DiffDays:
    """Return the entities that begin or end after one day and no later than another, read from the columns.

    Args:
        file: The kept file, with the sections that `diff_days_making` made.
        numbers: The numbers of the model.
        since: The one day, as an ordinal.
        until: The other day.
        is_last: Whether the other day stands for the last known state.
    """
    columns = _Columns.of(file)
    period = _Period(columns, since, until, is_last=is_last)
    others = list(file.whole("others").cast("I"))
    places = list(file.whole("other places").cast("I"))
    for kind, start, end in file.head[1]:
        early = period.sort(kind, start, end)
        others += [columns.numbers[at] for at in early]
        places += early
    ids = list(map(numbers.id, others))
    return DiffDays(
        columns.dates,
        period.first_documented,
        period.happened,
        period.ended,
        [columns.numbers[at] for at in period.only_due],
        numbers.id,
        numbers.number,
        ids,
        {each: place for each, place in zip(ids, places, strict=True) if place != NO_PLACE},
    )


class _Columns(NamedTuple):
    """The columns of the kept file.

    Attributes:
        dates: All days that stand in the columns.
        numbers: The numbers of the entities; the next four columns are as long.
        firsts: The days of their first documents, as places in `dates`.
        days: The days that `diff` prints, as places in `dates`.
        forms: What these days are, such as `OF_EVENT`.
        names: Their names.
        dated: The places in the columns at which the day is not that of the first document.
    """

    dates: Sequence[Date]
    numbers: Sequence[int]
    firsts: Sequence[int]
    days: Sequence[int]
    forms: Sequence[int]
    names: Sequence[str]
    dated: Sequence[int]

    @classmethod
    def of(cls, file: Mapped) -> "_Columns":
        """Return the columns of a kept file."""
        dates, _, odd_names = file.head
        return cls(
            list(map(parse_date, dates)),
            file.whole("numbers").cast("I"),
            file.whole("firsts").cast("I"),
            file.whole("days").cast("I"),
            file.whole("forms"),
            names_of(file.whole("names"), odd_names),
            file.whole("dated").cast("I"),
        )

    def group(self, kind: str, places: Sequence[int]) -> DatedGroup:
        """Return the entities at some places in the columns, each with the day in `days`."""
        numbers, names = [self.numbers[at] for at in places], [self.names[at] for at in places]
        return DatedGroup(kind, numbers, names, [self.days[at] for at in places], places, {})


class _Period:
    """Sorts the entities of the columns by what they are for a diff of two dates.

    Attributes:
        first_documented: The entities first documented between the dates, a group for each kind.
        happened: The events that happened between them, a group for each kind.
        ended: The entities that ended between them, a group for each kind.
        only_due: The places in the columns of planned events that are due between them and were documented before.
    """

    def __init__(self, columns: _Columns, since: int, until: int, *, is_last: bool) -> None:
        self._columns = columns
        self._since = since
        self._until = until
        self._is_last = is_last
        self._firsts = [each.first.toordinal() for each in columns.dates]
        self._lasts = [each.last.toordinal() for each in columns.dates]
        self._is_new = [since < each <= until for each in self._firsts]
        self._is_old = [each <= since for each in self._firsts]
        self.first_documented: list[DatedGroup] = []
        self.happened: list[DatedGroup] = []
        self.ended: list[DatedGroup] = []
        self.only_due: list[int] = []

    def sort(self, kind: str, start: int, end: int) -> list[int]:
        """Sort the entities of a kind, which stand side by side in the columns; return the places of those to compare.

        Args:
            kind: The kind.
            start: The place of the first entity of the kind.
            end: The place after the last one.
        """
        columns = self._columns
        firsts = columns.firsts[start:end]
        is_new, is_old = [self._is_new[each] for each in firsts], [self._is_old[each] for each in firsts]
        found: list[list[int]] = [[] for _ in range(_COMPARED + 1)]
        for at in columns.dated[bisect_left(columns.dated, start) : bisect_left(columns.dated, end)]:
            became = self._became(columns.forms[at], columns.firsts[at], columns.days[at])
            found[became].append(at)
            is_new[at - start], is_old[at - start] = became == _NEW, became == _COMPARED
        self.only_due += found[_ONLY_DUE]
        self.happened.append(columns.group(kind, found[_HAPPENED]))
        self.ended.append(columns.group(kind, found[_ENDED]))
        self.first_documented.append(
            DatedGroup(
                kind,
                list(compress(columns.numbers[start:end], is_new)),
                list(compress(columns.names[start:end], is_new)),
                list(compress(firsts, is_new)),
                list(compress(range(start, end), is_new)),
                {at: columns.days[at] for at in found[_NEW] if columns.forms[at] == OF_PLAN},
            )
        )
        return list(compress(range(start, end), is_old))

    def _became(self, form: int, first: int, day: int) -> int:
        """Return what an entity is, such as `_NEW`, by a day that is not that of its first document.

        Args:
            form: What the day is.
            first: The day of the first document, as a place in the dates.
            day: The day, as a place in the dates.
        """
        documented, begins, ends = self._firsts[first], self._firsts[day], self._lasts[day]
        if form == OF_END:
            return self._by_end(documented, ends)
        # an event is in the trees from its day on, whether it is planned or happened
        if begins <= self._since or (self._is_last and form == OF_PLAN):
            return _COMPARED
        if begins > self._until:
            return _ABSENT
        if form == OF_EVENT:
            return _HAPPENED if ends <= self._until else _COMPARED
        return _ONLY_DUE if documented <= self._since else _NEW

    def _by_end(self, documented: int, end: int) -> int:
        """Return what an entity with an end is; one that ended before its first document is in the trees up to its end."""
        if self._is_last:
            return _COMPARED
        was = self._since <= end and (documented <= self._since or end < documented)
        remains = self._until <= end and (documented <= self._until or end < documented)
        if was:
            return _COMPARED if remains else _ENDED
        return _NEW if remains else _ABSENT
