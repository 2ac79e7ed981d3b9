"""Keep the entities of which no more than one day is told where they are new; see `facts.new_between`."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from ..facts.claims import is_foretold
from ..facts.columns import columns_of
from ..facts.evidence import days_first_documented, evidence_span
from ..facts.graph import Graph
from ..facts.new_between import DAY_TOLD, OTHERWISE_TOLD, Group, NewBetween
from ..facts.times import is_changed
from ..format.dates import Date, parse_date
from ..format.groups import TIMELESS
from ..structure.order import Ordered, ordered_by_kind
from .kept_file import Sections
from .mapped import Mapped
from .numbers import Numbers, numbers_of

_BETWEEN = "\n"
"""Stands between two names; a name that has it is told by itself."""

_ENCODED = "latin-1"
"""The encoding of the names, which Python decodes many times faster than any other; other names are told one by one."""

_FIRST_TOLD, _PLANNED, _HAPPENED = range(3)
"""What is told: a first document, and of an event also that it is planned; that an event happened."""

_EVENT = "event"
_OTHER_DAYS = ("start_date", "end_date", "expected_date", "status", "reports")
"""The attributes by which more than its day is told of an event."""


class _Told(NamedTuple):
    """An entity of which no more than a day is told.

    Attributes:
        entity: The entity, with its place among others.
        form: What is told.
        first: The day of its first document.
        day: The day of an event, else the same.
    """

    entity: Ordered
    form: int
    first: Date | None
    day: Date


def told_between(file: Mapped, numbers: Numbers, since: int, until: int, *, is_last: bool) -> NewBetween:
    """Return the entities that are new after one day and up to another.

    Args:
        file: What `sections_of` returned.
        numbers: The numbers of the model.
        since: The one day, as an ordinal.
        until: The other day.
        is_last: Whether the other day stands for the last known state.
    """
    texts, kinds = file.told
    columns = _Columns(
        list(map(parse_date, texts)),
        file.whole("numbers").cast("I"),
        file.whole("firsts").cast("I"),
        file.whole("days").cast("I"),
        file.whole("forms"),
        file.whole("orders").cast("d"),
        str(file.whole("names"), _ENCODED).split(_BETWEEN),
    )
    first_told: list[Group] = []
    others, happened, untold = list(file.whole("others").cast("I")), list[int](), list[int]()
    is_new = [since < each.first.toordinal() <= until for each in columns.dates]
    is_old = [each.first.toordinal() <= since for each in columns.dates]
    for kind, start, end in kinds:
        if kind == _EVENT:
            told, unseen, happened, rest = _events(columns, range(start, end), since, until, is_last=is_last)
            first_told.append(columns.events(told))
            untold = [columns.numbers[at] for at in unseen]
            others += [columns.numbers[at] for at in rest]
            continue
        own = slice(start, end)
        first_told.append(columns.chosen(kind, own, [is_new[each] for each in columns.firsts[own]]))
        others += compress(columns.numbers[own], [is_old[each] for each in columns.firsts[own]])
    return NewBetween(
        columns.dates,
        first_told,
        columns.events(happened),
        untold,
        numbers.id,
        numbers.number,
        list(map(numbers.id, others)),
    )


class _Columns(NamedTuple):
    """The columns of the kept file; all but the dates are as long as each other."""

    dates: Sequence[Date]
    numbers: Sequence[int]
    firsts: Sequence[int]
    days: Sequence[int]
    forms: Sequence[int]
    orders: Sequence[float]
    names: Sequence[str]

    def chosen(self, kind: str, own: slice, chosen: Sequence[bool]) -> Group:
        """Return the entities of a kind that are chosen, of which the day of the first document is told."""
        return Group(
            kind,
            list(compress(self.numbers[own], chosen)),
            list(compress(self.names[own], chosen)),
            list(compress(self.firsts[own], chosen)),
            (),
            list(compress(self.orders[own], chosen)),
        )

    def events(self, places: Sequence[int]) -> Group:
        """Return the events at some places, of which a day is told; it may be planned for another."""
        return Group(
            _EVENT,
            [self.numbers[at] for at in places],
            [self.names[at] for at in places],
            [(self.days if self.forms[at] == _HAPPENED else self.firsts)[at] for at in places],
            [self.days[at] if self.forms[at] == _PLANNED else -1 for at in places],
            [self.orders[at] for at in places],
        )


def _events(
    columns: _Columns, places: Iterable[int], since: int, until: int, *, is_last: bool
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return the places of the new events: first told, of which `come_due` tells, that happened, and other ones."""
    first_told, untold, happened, others = list[int](), list[int](), list[int](), list[int]()
    firsts = [each.first.toordinal() for each in columns.dates]
    lasts = [each.last.toordinal() for each in columns.dates]
    for at in places:
        form, day = columns.forms[at], columns.days[at]
        if firsts[day] <= since or (form == _PLANNED and is_last):
            others.append(at)
        elif firsts[day] > until:
            continue  # in the trees at neither date
        elif form == _HAPPENED:
            (happened if lasts[day] <= until else others).append(at)
        elif form == _PLANNED and firsts[columns.firsts[at]] <= since:
            untold.append(at)
        else:
            first_told.append(at)
    return first_told, untold, happened, others


def sections_of(graph: Graph) -> Sections:
    """Return the sections of the file: a column for each thing that is told, the kinds in runs, and the other entities."""
    ids = list(graph)
    told = list(_told(graph, ids))
    number = numbers_of(graph).number
    dates: dict[str, int] = {}
    kinds: list[tuple[str, int, int]] = []
    for place, each in enumerate(told):
        start = kinds.pop()[1] if kinds and kinds[-1][0] == each.entity.kind else place
        kinds.append((each.entity.kind, start, place + 1))
    known = {each.entity.id for each in told}
    whole = {
        "numbers": array("I", [number(each.entity.id) for each in told]),
        "firsts": array("I", [dates.setdefault(str(each.first), len(dates)) for each in told]),
        "days": array("I", [dates.setdefault(str(each.day), len(dates)) for each in told]),
        "forms": bytes(each.form for each in told),
        "orders": array("d", [each.entity.order for each in told]),
        "names": _BETWEEN.join(each.entity.name for each in told).encode(_ENCODED),
        "others": array("I", [number(each) for each in ids if each not in known]),
    }
    return (list(dates), kinds), whole, {}


def _told(graph: Graph, ids: Sequence[str]) -> Iterator[_Told]:
    """Yield the entities of which no more than a day is told, in their order."""
    ordered = ordered_by_kind(graph, _lasting(graph, ids))
    firsts = days_first_documented(graph, [each.id for each in ordered])
    for each, first in zip(ordered, firsts, strict=True):
        if first is not None and not each.features & DAY_TOLD:
            yield _Told(each, _FIRST_TOLD, first, first)
        elif first is not None and each.kind == _EVENT:
            yield from _event(graph, each, first)


def _event(graph: Graph, event: Ordered, first: Date) -> Iterator[_Told]:
    """Yield an event of which only its day is told; a planned one, if no document from that day on mentions it."""
    entity = graph.entity(event.id)
    claims = entity.claims("date")
    if len(claims) != 1 or not entity.values.keys().isdisjoint(_OTHER_DAYS) or is_changed(graph, event.id):
        return
    (claim,) = claims
    if not isinstance(claim.value, Date) or claim.evidence.inferred:
        return
    if not is_foretold(graph, claim):
        yield _Told(event, _HAPPENED, first, claim.value)
    elif evidence_span(graph, event.id).since(claim.value, graph.dates_of(claim.evidence)) is None:
        yield _Told(event, _PLANNED, first, claim.value)


def _lasting(graph: Graph, ids: Sequence[str]) -> Iterator[str]:
    """Yield the entities of which no more than a day may be told, and whose names are the same at every date."""
    columns = columns_of(graph)
    for each, (kind, features, name) in zip(ids, () if columns is None else columns.rows(ids), strict=False):
        if name and not features & OTHERWISE_TOLD and kind not in TIMELESS and _is_plain(name):
            yield each


def _is_plain(name: str) -> bool:
    """Return whether a name can be kept with others as one text."""
    try:
        return bool(name.encode(_ENCODED)) and _BETWEEN not in name
    except UnicodeEncodeError:
        return False
