"""The day that `tiers diff` prints beside an entity which is new or gone: first documented, happened, planned or ended.

For nearly all entities of a large model this one day is everything that a diff says: no document disagrees about them, has a
note on them or gives another day, and their names are the same at every date. Their days are kept in the cache as columns,
so that a diff of two dates that are far apart makes no record of them.
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

KEPT_DIFF_DAYS = "diff-days"
"""The name of the columns in the cache."""

MORE_THAN_A_DAY = INFERRED_ITSELF | NOTED
"""The features of entities of which `diff` says more than one day: that they are inferred, or a note."""

_ASKED = 512
"""Number of entities that stand for all: the share of new ones is then known to one or two in a hundred."""

_SPREAD = 0.618033988749895
"""The golden ratio: its multiples spread the entities evenly, where every hundredth might always be of one kind."""


class DatedGroup(NamedTuple):
    """Entities of one kind with their names and days, in the order of `structure.order`; the sequences are as long as each other.

    Attributes:
        kind: The kind.
        numbers: The numbers of the entities.
        names: Their names.
        days: The day of each, as a place in `DiffDays.dates`.
        places: The place of each in the columns of the whole model.
        planned: For planned events, the planned day by the place in those columns; their `days` are those of the first document.
    """

    kind: str
    numbers: Sequence[int]
    names: Sequence[str]
    days: Sequence[int]
    places: Sequence[int]
    planned: Mapping[int, int]


@attrs.frozen(eq=False, repr=False, slots=False)
class DiffDays:
    """The entities that are new or gone between two dates, each with the one day that `diff` prints; and the other entities.

    `first_documented`, `happened` and `ended` have one group for each kind, in the order of kinds.

    Attributes:
        dates: All days in the columns, to which the groups refer.
        first_documented: The entities whose first document is of a day between the dates.
        happened: The events whose day is between the dates.
        ended: The entities whose end is between the dates.
        only_due: The numbers of the planned events that were documented before the dates and are due between them; `come_due`
            lists them, and nothing else is printed of them.
        id_of: Returns the id that belongs to a number.
        number_of: Returns the number that belongs to an id; -1 for none.
        others: The ids of all other entities that may be in the trees at one of the dates. `diff` compares their records: they
            were there before, or more than one day is to be printed of them.
        places: The place of other entities among those in the columns, by id: how many come before in the same order.
    """

    dates: Sequence[Date]
    first_documented: Sequence[DatedGroup]
    happened: Sequence[DatedGroup]
    ended: Sequence[DatedGroup]
    only_due: Sequence[int]
    id_of: Callable[[int], str]
    number_of: Callable[[str], int]
    others: Sequence[str]
    places: Mapping[str, int]

    @cached_property
    def new(self) -> frozenset[int]:
        """The numbers of the new entities."""
        groups = (*self.first_documented, *self.happened)
        return frozenset(chain(self.only_due, *(each.numbers for each in groups)))

    @cached_property
    def gone(self) -> frozenset[int]:
        """The numbers of the entities that are gone."""
        return frozenset(chain(*(each.numbers for each in self.ended)))


def diff_days(old: Graph, new: Graph) -> DiffDays | None:
    """Return the entities that are new or gone between two dates of a model, each with the day that `diff` prints.

    `None` where records are to be compared instead: the dates are near each other, the second is not the later one, or the
    model is not in the cache.

    Args:
        old: The model at the earlier date.
        new: The model at the later date.
    """
    store = stored_arrays(new)
    if store is None or old.at is None or (new.at is not None and new.at.last <= old.at.last):
        return None
    since, until = ordinal(old.at), ordinal(new.at)
    if not _are_far(new, since, until):
        return None
    store.keep_days()
    found: DiffDays = store.diff_days(new, since, until)
    return found


def keep_diff_days(graph: Graph) -> None:
    """Find the columns and store them in the cache, unless they are there or the model is not in the cache."""
    store = stored_arrays(graph)
    if store is not None:
        store.keep_days()
        store.keep_diff_days(graph)


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
