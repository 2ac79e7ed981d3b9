"""The entities of which `diff` has nothing to tell but the day of their first document: nearly all of a large model.

No document dates them, disagrees about them or has a note on them, and their names are the same at every date. So from
their first day on they are in the trees, and which of them are new between two dates is a question of that day alone.
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

OTHERWISE_TOLD = DATED | INFERRED_ITSELF | CONCERNED | NOTED
"""The features of entities of which there may be more to tell."""

_MANY = 1 / 8
"""The share of a model that must turn between two dates for these entities to be read all at once."""


class Group(NamedTuple):
    """Some of these entities of one kind, in the order of `structure.order`; the attributes are as long as each other.

    Attributes:
        kind: The kind.
        numbers: Their numbers.
        names: Their names.
        days: Their first days, as places in `FirstTold.dates`.
        orders: The place that each has of its own among its siblings; infinite for none.
    """

    kind: str
    numbers: Sequence[int]
    names: Sequence[str]
    days: Sequence[int]
    orders: Sequence[float]


@attrs.frozen(eq=False, repr=False, slots=False)
class FirstTold:
    """The entities that are first documented between two days.

    Attributes:
        dates: The days on which entities of the model are first documented.
        groups: The entities by kind, in the order of kinds.
        id_of: Gives the id of a number.
        number_of: Gives the number of an id; -1 for none.
        others: All other entities of the model, without those of which nothing else is told that are documented later.
    """

    dates: Sequence[Date]
    groups: Sequence[Group]
    id_of: Callable[[int], str]
    number_of: Callable[[str], int]
    others: Sequence[str]

    def __len__(self) -> int:
        return sum(len(each.numbers) for each in self.groups)

    def __contains__(self, entity_id: str) -> bool:
        return self.number_of(entity_id) in self._numbers

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(chain.from_iterable(each.numbers for each in self.groups))

    def ids(self) -> Iterator[str]:
        """Yield the ids."""
        return (self.id_of(number) for each in self.groups for number in each.numbers)

    def key(self, group: Group, at: int) -> tuple[float, str, str]:
        """Return the sort key of an entity of a group, as `structure.order` has it."""
        return group.orders[at], group.names[at].casefold(), self.id_of(group.numbers[at])


def first_told(old: Graph, new: Graph) -> FirstTold | None:
    """Return those that are new at the later of two far dates; `None` where few turn, or what all say is not kept."""
    store = stored_arrays(new)
    if store is None or old.at is None or (new.at is not None and new.at.last <= old.at.last):
        return None
    since, until = ordinal(old.at), ordinal(new.at)
    if turning_days(new).turning.count(since, until) <= len(new) * _MANY:
        return None
    store.keep_days()
    found: FirstTold = store.first_told(new, since, until)
    return found
