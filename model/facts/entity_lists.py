"""Find lists of entities by number in one pass over a model, such as the entities that turn on a day; or by entity, such as children.

The lists are kept in the cache beside a compiled model, so that a question about a few numbers makes few
records.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Protocol

from .statements import Statements
from .stored import stored_arrays


class EntityLists(Protocol):
    """Lists of entities by number."""

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers that have entities, in order."""

    @property
    def words(self) -> Sequence[str]:
        """Texts that all lists share, such as the dates for which the numbers stand."""

    def of(self, number: int) -> Sequence[str]:
        """Return the entities of a number; empty if it has none."""

    def every(self) -> Iterable[Sequence[str]]:
        """Return the entities of each number, in the order of the numbers."""

    def of_entity(self, entity_id: str) -> Sequence[str]:
        """Return the entities that are listed for an entity; empty if none are."""

    def between(self, after: int, until: int) -> Sequence[str]:
        """Return the entities of the numbers after one number and up to another, number by number."""

    def count(self, after: int, until: int) -> int:
        """Return how many `between` returns."""

    def among(self, after: int, until: int, ids: Sequence[str]) -> set[str]:
        """Return those of some entities that `between` returns."""


class FoundLists:
    """Lists of entities by number that were just found."""

    def __init__(
        self,
        lists: Mapping[int, Sequence[str]],
        words: Sequence[str] = (),
        by_entity: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self.numbers = sorted(lists)
        self.words = words
        self.by_entity = by_entity
        self._lists = lists

    def of(self, number: int) -> Sequence[str]:
        return tuple(self._lists.get(number, ()))

    def every(self) -> Iterable[Sequence[str]]:
        return map(self.of, self.numbers)

    def of_entity(self, entity_id: str) -> Sequence[str]:
        return tuple(self.by_entity.get(entity_id, ()))

    def between(self, after: int, until: int) -> Sequence[str]:
        within = self.numbers[bisect_right(self.numbers, after) : bisect_right(self.numbers, until)]
        return list(chain.from_iterable(self._lists[each] for each in within))

    def count(self, after: int, until: int) -> int:
        return len(self.between(after, until))

    def among(self, after: int, until: int, ids: Sequence[str]) -> set[str]:
        return set(ids).intersection(self.between(after, until))


def entity_lists(statements: Statements, name: str, find: Callable[[], FoundLists]) -> EntityLists:
    """Return lists of entities that are the same at every date: from the cache, else as found; once for all dates.

    Args:
        statements: The model.
        name: The name of the lists in the cache.
        find: Finds the lists.
    """
    known = statements.once_for_all(_lists_by_name)
    found = known.get(name)
    if found is None:
        store = stored_arrays(statements)
        found = known[name] = find() if store is None else store.lists(name, find)
    return found


def _lists_by_name(_: Statements) -> dict[str, EntityLists]:
    """Return an empty memo of the lists."""
    return {}


def are_kept(statements: Statements, names: Iterable[str]) -> bool:
    """Return whether lists of entities are in the cache."""
    store = stored_arrays(statements)
    return store is not None and all(map(store.has, names))
