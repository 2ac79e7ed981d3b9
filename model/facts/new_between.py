"""The entities that are new between two dates and of which no more than one day is told: nearly all of a large model.

No document disagrees about them, has a note on them, or dates them otherwise, and their names are the same at every date.
So which of them are new between two dates is a question of that day alone.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import attrs

from ..format.dates import Date
from .columns import CONCERNED, DATED, INFERRED_ITSELF, NOTED
from .graph import Graph
from .stored import stored_arrays
from .turning_days import ordinal, turning_days

OTHERWISE_TOLD = INFERRED_ITSELF | CONCERNED | NOTED
"""The features of entities of which more is told than a day."""

DAY_TOLD = DATED
"""The feature of entities of which a day is told other than that of their first document."""

_MANY = 1 / 8
"""The share of a model that must turn between two dates for these entities to be read all at once."""


class Group(NamedTuple):
    """Some of these entities of one kind, in the order of `structure.order`; the attributes are as long as each other.

    Attributes:
        kind: The kind.
        numbers: Their numbers.
        names: Their names.
        days: The day of each that is told, as a place in `NewBetween.dates`.
        planned: The day for which each is planned, as such a place; -1 for none.
        orders: The place that each has of its own among its siblings; infinite for none.
    """

    kind: str
    numbers: Sequence[int]
    names: Sequence[str]
    days: Sequence[int]
    planned: Sequence[int]
    orders: Sequence[float]


@attrs.frozen(eq=False, repr=False, slots=False)
class NewBetween:
    """The entities that are new between two dates, and of which no more than a day is told.

    Attributes:
        dates: The days that are told of the entities of the model.
        first_told: Those first documented between the dates by kind, in the order of kinds.
        happened: The events that happened between them.
        untold: The numbers of planned events that were documented before, of which `come_due` tells.
        id_of: Gives the id of a number.
        number_of: Gives the number of an id; -1 for none.
        others: All other entities that may be in the trees at one of the dates.
    """

    dates: Sequence[Date]
    first_told: Sequence[Group]
    happened: Group
    untold: Sequence[int]
    id_of: Callable[[int], str]
    number_of: Callable[[str], int]
    others: Sequence[str]

    def __len__(self) -> int:
        groups = (*self.first_told, self.happened)
        return sum(len(each.numbers) for each in groups) + len(self.untold)

    def __contains__(self, entity_id: str) -> bool:
        return self.number_of(entity_id) in self._numbers

    @cached_property
    def _numbers(self) -> frozenset[int]:
        groups = (*self.first_told, self.happened)
        return frozenset(chain(self.untold, *(each.numbers for each in groups)))

    def ids(self) -> Iterator[str]:
        """Yield the ids."""
        return map(self.id_of, self._numbers)

    def key(self, group: Group, at: int) -> tuple[float, str, str]:
        """Return the sort key of an entity of a group, as `structure.order` has it."""
        return group.orders[at], group.names[at].casefold(), self.id_of(group.numbers[at])


def new_between(old: Graph, new: Graph) -> NewBetween | None:
    """Return those that are new at the later of two far dates; `None` where few turn, or what all say is not kept."""
    store = stored_arrays(new)
    if store is None or old.at is None or (new.at is not None and new.at.last <= old.at.last):
        return None
    since, until = ordinal(old.at), ordinal(new.at)
    if turning_days(new).turning.count(since, until) <= len(new) * _MANY:
        return None
    store.keep_days()
    found: NewBetween = store.new_between(new, since, until)
    return found
