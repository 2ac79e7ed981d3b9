"""The entities of which `diff` tells no more than a day: nearly all of a large model.

No document disagrees about them, has a note on them, or dates them otherwise, and their names are the same at every date.
So whether they are new between two dates, or gone, is a question of one or two days alone.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import attrs

from ..format.dates import Date
from .columns import INFERRED_ITSELF, NOTED
from .evidence import days_first_documented
from .graph import Graph
from .stored import is_large_part, stored_arrays
from .turning_days import ordinal, turning_days, turning_days_at_hand

KEPT_DAYS_TOLD = "told-by-day"
"""The name of these entities in the cache."""

_ASKED = 512
"""Number of entities that stand for all: the share of new ones is then known to one or two in a hundred."""

_SPREAD = 0.618033988749895
"""The golden ratio: its multiples spread the entities evenly, where every hundredth might always be of one kind."""

OTHERWISE_TOLD = INFERRED_ITSELF | NOTED
"""The features of entities that `diff` tells more about than one day."""


class Group(NamedTuple):
    """Some of these entities of one kind, in the order of `structure.order`; the sequences are as long as each other.

    Attributes:
        kind: The kind.
        numbers: Their numbers.
        names: Their names.
        days: The day of each that is told, as a place in `ToldByDay.dates`.
        places: The place of each among all these entities of the model.
        planned: By such a place, the day for which an event is planned.
    """

    kind: str
    numbers: Sequence[int]
    names: Sequence[str]
    days: Sequence[int]
    places: Sequence[int]
    planned: Mapping[int, int]


@attrs.frozen(eq=False, repr=False, slots=False)
class ToldByDay:
    """The entities that are new at the later of two dates or gone, and of which no more than a day is told.

    The groups are those of the kinds, in the order of kinds.

    Attributes:
        dates: The days that are told of the entities of the model.
        first_told: Those first documented between the dates.
        happened: The events that happened between them.
        ended: Those that ended between them.
        untold: The numbers of planned events that were documented before, of which `come_due` tells.
        id_of: Gives the id of a number.
        number_of: Gives the number of an id; -1 for none.
        others: All other entities that may be in the trees at one of the dates.
        places: By id, how many of these entities of the model come before another one in their order.
    """

    dates: Sequence[Date]
    first_told: Sequence[Group]
    happened: Sequence[Group]
    ended: Sequence[Group]
    untold: Sequence[int]
    id_of: Callable[[int], str]
    number_of: Callable[[str], int]
    others: Sequence[str]
    places: Mapping[str, int]

    @cached_property
    def new(self) -> frozenset[int]:
        """The numbers of the entities that are new."""
        groups = (*self.first_told, *self.happened)
        return frozenset(chain(self.untold, *(each.numbers for each in groups)))

    @cached_property
    def gone(self) -> frozenset[int]:
        """The numbers of the entities that are gone."""
        return frozenset(chain(*(each.numbers for each in self.ended)))


def told_by_day(old: Graph, new: Graph) -> ToldByDay | None:
    """Return the entities that are new or gone at the later of two far dates; `None` if few turn between them, or the model is not in the cache."""
    store = stored_arrays(new)
    if store is None or old.at is None or (new.at is not None and new.at.last <= old.at.last):
        return None
    since, until = ordinal(old.at), ordinal(new.at)
    if not _are_far(new, since, until):
        return None
    store.keep_days()
    found: ToldByDay = store.told_by_day(new, since, until)
    return found


def _are_far(graph: Graph, since: int, until: int) -> bool:
    """Return whether the description of a large part of the model can change after one day and up to another.

    Where the turning days of the model are not kept, this is judged by the first documents of a few hundred entities spread
    over it: to find the turning days of all takes a fifth of the time of a far diff, which needs few of them.
    """
    if turning_days_at_hand(graph):
        return is_large_part(turning_days(graph).turning.count(since, until), len(graph))
    size = len(graph)
    asked = sorted({int(size * (number * _SPREAD % 1)) for number in range(min(_ASKED, size))})
    firsts = days_first_documented(graph, stored_arrays(graph).numbers.ids(asked))
    found = sum(since < each.first.toordinal() <= until for each in firsts if each is not None)
    return is_large_part(found, len(asked))


def keep_told_by_day(graph: Graph) -> None:
    """Find and store the entities of which a diff tells no more than a day, unless that was done before or the model is not in the cache."""
    store = stored_arrays(graph)
    if store is not None:
        store.keep_days()
        store.keep_told_by_day(graph)
