"""Keep the entities of which `diff` has nothing to tell but the day of their first document; see `facts.first_told`."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import compress

from ..facts.columns import columns_of
from ..facts.evidence import days_first_documented
from ..facts.first_told import OTHERWISE_TOLD, FirstTold, Group
from ..facts.graph import Graph
from ..format.dates import parse_date
from ..format.groups import TIMELESS
from ..structure.order import ordered_by_kind
from .kept_file import Sections
from .mapped import Mapped
from .numbers import Numbers, numbers_of

_BETWEEN = "\n"
"""Stands between two names; a name that has it is told by itself."""

_ENCODED = "latin-1"
"""The encoding of the names, which Python decodes many times faster than any other; other names are told one by one."""


def told_between(file: Mapped, numbers: Numbers, since: int, until: int) -> FirstTold:
    """Return the entities that are first documented after one day and up to another.

    Args:
        file: What `sections_of` returned.
        numbers: The numbers of the model.
        since: The one day, as an ordinal.
        until: The other day.
    """
    texts, kinds = file.told
    dates = list(map(parse_date, texts))
    firsts = [each.first.toordinal() for each in dates]
    is_new = [since < each <= until for each in firsts]
    is_old = [each <= since for each in firsts]
    every, days = (file.whole(each).cast("I") for each in ("numbers", "days"))
    orders = file.whole("orders").cast("d")
    names = str(file.whole("names"), _ENCODED).split(_BETWEEN)
    groups: list[Group] = []
    for kind, start, end in kinds:
        own = slice(start, end)
        chosen = [is_new[each] for each in days[own]]
        groups.append(
            Group(
                kind,
                list(compress(every[own], chosen)),
                list(compress(names[own], chosen)),
                list(compress(days[own], chosen)),
                list(compress(orders[own], chosen)),
            )
        )
    others = [*file.whole("others").cast("I"), *compress(every, [is_old[each] for each in days])]
    return FirstTold(dates, groups, numbers.id, numbers.number, list(map(numbers.id, others)))


def sections_of(graph: Graph) -> Sections:
    """Return the sections of the file: a column for each thing that is told, the kinds in runs, and the other entities."""
    ids = list(graph)
    firsts = dict(zip(ids, days_first_documented(graph, ids), strict=True))
    told = [each for each in ordered_by_kind(graph, _lasting(graph, ids)) if firsts[each.id] is not None]
    number = numbers_of(graph).number
    dates: dict[str, int] = {}
    days = array("I", [dates.setdefault(str(firsts[each.id]), len(dates)) for each in told])
    kinds: list[tuple[str, int, int]] = []
    for place, each in enumerate(told):
        start = kinds.pop()[1] if kinds and kinds[-1][0] == each.kind else place
        kinds.append((each.kind, start, place + 1))
    known = {each.id for each in told}
    whole = {
        "numbers": array("I", [number(each.id) for each in told]),
        "days": days,
        "orders": array("d", [each.order for each in told]),
        "names": _BETWEEN.join(each.name for each in told).encode(_ENCODED),
        "others": array("I", [number(each) for each in ids if each not in known]),
    }
    return (list(dates), kinds), whole, {}


def _lasting(graph: Graph, ids: Sequence[str]) -> Iterator[str]:
    """Yield the entities of which nothing else may be told, and whose names are the same at every date."""
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
