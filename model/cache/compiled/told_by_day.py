"""Keep the entities of which a diff tells no more than a day; see `facts.told_by_day`."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from ...facts.claims import disagreements_of, is_foretold
from ...facts.columns import DATED, columns_of, may_say_when, own_features
from ...facts.evidence import days_first_documented, evidence_span
from ...facts.graph import Graph, lasting_name
from ...facts.many_names import kept_names, names_of
from ...facts.told_by_day import OTHERWISE_TOLD, Group, ToldByDay
from ...format import RELATIONS
from ...format.dates import Date, parse_date
from ...format.groups import TIMELESS
from ...structure.order import Ordered, ordered_by_kind
from ..disk.kept_file import Sections
from ..disk.mapped import Mapped
from .numbers import Numbers, numbers_of

_FIRST_TOLD, _HAPPENED, _PLANNED, _ENDED = range(4)
"""What the day is: that of the first document, that of an event which happened or is planned, that of an end."""

_DAYS = {"date": (_HAPPENED, _PLANNED), "end_date": (_ENDED, _ENDED)}
"""The attributes of which a day is told, and what it is, where documents report it and where they foretell it."""

_TELLING = frozenset((*_DAYS, "start_date", "expected_date", "status", "reports"))
"""The attributes that may say more of an entity than the day of its first document."""

_FOLLOWED = frozenset(("succeeds", *(name for name, kind in RELATIONS.items() if kind.changes)))
"""The relations to an entity that say what began, ended or followed it."""

_NO_PLACE = 0xFFFFFFFF
"""Stands for an entity that has no place among those with one day."""


NEW, HAPPENED, ENDED, UNTOLD, ABSENT, OTHERWISE = "new", "happened", "ended", "untold", "absent", "otherwise"
"""What becomes of an entity between two dates; it is in the trees at neither, or more than a day is to be told of it."""


class _Told(NamedTuple):
    """An entity of which no more than a day is told.

    Attributes:
        entity: The entity, with its place among others.
        form: What the day is.
        first: The day of its first document.
        day: The day; that of the first document where no other is told.
    """

    entity: Ordered
    form: int
    first: Date
    day: Date


def told_between(file: Mapped, numbers: Numbers, since: int, until: int, *, is_last: bool) -> ToldByDay:
    """Return the entities that are new or gone after one day and up to another.

    Args:
        file: What `sections_of` returned.
        numbers: The numbers of the model.
        since: The one day, as an ordinal.
        until: The other day.
        is_last: Whether the other day stands for the last known state.
    """
    columns = _Columns.of(file)
    period = _Period(columns, since, until, is_last=is_last)
    others = list(file.whole("others").cast("I"))
    places = list(file.whole("other places").cast("I"))
    for kind, start, end in file.told[1]:
        early = period.sort(kind, start, end)
        others += [columns.numbers[at] for at in early]
        places += early
    ids = list(map(numbers.id, others))
    return ToldByDay(
        columns.dates,
        period.first_told,
        period.happened,
        period.ended,
        [columns.numbers[at] for at in period.untold],
        numbers.id,
        numbers.number,
        ids,
        {each: place for each, place in zip(ids, places, strict=True) if place != _NO_PLACE},
    )


class _Columns(NamedTuple):
    """The columns of the kept file.

    Attributes:
        dates: The days that are told.
        numbers: The numbers of the entities; the next four are as long.
        firsts: The days of their first documents, as places in `dates`.
        days: The days that are told of them.
        forms: What these days are.
        names: Their names.
        dated: The places of those of which another day than that of the first document is told.
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
        dates, _, odd_names = file.told
        return cls(
            list(map(parse_date, dates)),
            file.whole("numbers").cast("I"),
            file.whole("firsts").cast("I"),
            file.whole("days").cast("I"),
            file.whole("forms"),
            names_of(file.whole("names"), odd_names),
            file.whole("dated").cast("I"),
        )

    def group(self, kind: str, places: Sequence[int]) -> Group:
        """Return the entities at some places, with another day than that of their first document."""
        numbers, names = [self.numbers[at] for at in places], [self.names[at] for at in places]
        return Group(kind, numbers, names, [self.days[at] for at in places], places, {})


class _Period:
    """Sorts entities by what becomes of them between two dates.

    Attributes:
        first_told: Those first documented, a group for each kind; `happened` and `ended` are alike.
        untold: The places of those of which nothing is told.
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
        self.first_told: list[Group] = []
        self.happened: list[Group] = []
        self.ended: list[Group] = []
        self.untold: list[int] = []

    def sort(self, kind: str, start: int, end: int) -> list[int]:
        """Sort the entities of a kind, which stand side by side; return the places of those that need their records."""
        columns = self._columns
        firsts = columns.firsts[start:end]
        is_new, is_old = [self._is_new[each] for each in firsts], [self._is_old[each] for each in firsts]
        found: dict[str, list[int]] = {each: [] for each in (NEW, HAPPENED, ENDED, UNTOLD, ABSENT, OTHERWISE)}
        for at in columns.dated[bisect_left(columns.dated, start) : bisect_left(columns.dated, end)]:
            became = self._became(columns.forms[at], columns.firsts[at], columns.days[at])
            found[became].append(at)
            is_new[at - start], is_old[at - start] = became == NEW, became == OTHERWISE
        self.untold += found[UNTOLD]
        self.happened.append(columns.group(kind, found[HAPPENED]))
        self.ended.append(columns.group(kind, found[ENDED]))
        self.first_told.append(
            Group(
                kind,
                list(compress(columns.numbers[start:end], is_new)),
                list(compress(columns.names[start:end], is_new)),
                list(compress(firsts, is_new)),
                list(compress(range(start, end), is_new)),
                {at: columns.days[at] for at in found[NEW] if columns.forms[at] == _PLANNED},
            )
        )
        return list(compress(range(start, end), is_old))

    def _became(self, form: int, first: int, day: int) -> str:
        """Return what became of an entity between the two dates, by a day that is not that of its first document."""
        documented, begins, ends = self._firsts[first], self._firsts[day], self._lasts[day]
        if form == _ENDED:
            return self._by_end(documented, ends)
        # an event is in the trees from its day on, whether it is planned or happened
        if begins <= self._since or (self._is_last and form == _PLANNED):
            return OTHERWISE
        if begins > self._until:
            return ABSENT
        if form == _HAPPENED:
            return HAPPENED if ends <= self._until else OTHERWISE
        return UNTOLD if documented <= self._since else NEW

    def _by_end(self, documented: int, end: int) -> str:
        """Return what became of an entity that ends; one that ended before its first document always was."""
        if self._is_last:
            return OTHERWISE
        was = self._since <= end and (documented <= self._since or end < documented)
        remains = self._until <= end and (documented <= self._until or end < documented)
        if was:
            return OTHERWISE if remains else ENDED
        return NEW if remains else ABSENT


def sections_of(graph: Graph) -> Sections:
    """Return the sections of the file: a column for each thing that is told, the kinds in runs, and the other entities."""
    ids = list(graph)
    lasting = ordered_by_kind(graph, _lasting(graph, ids))
    firsts = days_first_documented(graph, [each.id for each in lasting])
    told: list[_Told] = []
    places = dict.fromkeys(ids, _NO_PLACE)
    for each, first in zip(lasting, firsts, strict=True):
        places[each.id] = len(told)
        found = None if first is None else _told(graph, each, first)
        if found is not None:
            told.append(found)
    number = numbers_of(graph).number
    dates: dict[str, int] = {}
    kinds: list[tuple[str, int, int]] = []
    for place, one in enumerate(told):
        start = kinds.pop()[1] if kinds and kinds[-1][0] == one.entity.kind else place
        kinds.append((one.entity.kind, start, place + 1))
        del places[one.entity.id]  # those that are left are the others
    names, odd_names = kept_names([one.entity.name for one in told])
    whole = {
        "numbers": array("I", [number(one.entity.id) for one in told]),
        "firsts": array("I", [dates.setdefault(str(one.first), len(dates)) for one in told]),
        "days": array("I", [dates.setdefault(str(one.day), len(dates)) for one in told]),
        "forms": bytes(one.form for one in told),
        "names": names,
        "dated": array("I", [place for place, one in enumerate(told) if one.form != _FIRST_TOLD]),
        "others": array("I", map(number, places)),
        "other places": array("I", places.values()),
    }
    return (list(dates), kinds, odd_names), whole, {}


def _lasting(graph: Graph, ids: Sequence[str]) -> Iterator[str]:
    """Yield the entities whose names are the same at every date, apart from those that have no date."""
    columns = columns_of(graph)
    if columns is not None:
        rows = zip(ids, columns.rows(ids), strict=True)
        yield from (each for each, (kind, _, name) in rows if name and kind not in TIMELESS)
        return
    for each, entity in graph.entities_by_id():  # the model was just read from its files
        if lasting_name(entity) and entity.kind not in TIMELESS:
            yield each


def _features(graph: Graph, entity: Ordered) -> int:
    """Return the features of an entity; of a model that was just read from its files, those that are asked for here."""
    if columns_of(graph) is not None:
        return entity.features
    return own_features(graph.entity(entity.id)) | (DATED if may_say_when(graph, entity.id) else 0)


def _told(graph: Graph, entity: Ordered, first: Date) -> _Told | None:
    """Return the one day that `diff` tells of an entity; `None` if it tells more, or nothing."""
    features = _features(graph, entity)
    if features & OTHERWISE_TOLD or disagreements_of(graph, entity.id):
        return None
    if not features & DATED:
        return _Told(entity, _FIRST_TOLD, first, first)
    record = graph.entity(entity.id)
    telling = [each for each in _TELLING if each in record.values]
    if len(telling) != 1 or telling[0] not in _DAYS or graph.is_end_of(entity.id, _FOLLOWED, "in"):
        return None
    (attribute,) = telling
    claims = record.claims(attribute)
    if len(claims) != 1 or not isinstance(claims[0].value, Date) or claims[0].evidence.inferred:
        return None
    day, form = claims[0].value, _DAYS[attribute][is_foretold(graph, claims[0])]
    told = graph.dates_of(claims[0].evidence)
    if form == _PLANNED and evidence_span(graph, entity.id).since(day, told) is not None:
        return None
    return _Told(entity, form, first, day)
