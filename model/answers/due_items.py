"""What comes due between two far dates: tens of thousands of items, of which a record is made when one is looked at."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from .lasting_items import LastingItems
from .timeline.item import Item


class DueItems(Sequence[Item]):
    """The items that come due, in the order of the timeline.

    Attributes:
        lasting: Those that read the same at every date, in words.
        others: All others.
    """

    def __init__(
        self, lasting: LastingItems, others: Sequence[Item], find: Callable[[], Sequence[Item]]
    ) -> None:
        """Take up the items.

        Args:
            lasting: Those that read the same at every date.
            others: All others.
            find: Finds all of them from their records.
        """
        self.lasting = lasting
        self.others = others
        self._find = find

    @cached_property
    def _every(self) -> Sequence[Item]:
        return self._find()

    def __len__(self) -> int:
        return len(self.lasting) + len(self.others)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        return self._every[place]

    def planned(self) -> frozenset[str]:
        """Return the entities of which an item tells that they are planned or due themselves."""
        own = {each.id for each in self.others if each.relation is None and not each.what}
        return self.lasting.of_entities() | own
