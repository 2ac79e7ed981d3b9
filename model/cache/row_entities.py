"""The entities of the rows of a view by their numbers in the search index: read from the cache where both are there."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..views.forest import Forest
from .forests import CachedForest
from .index.file import Ranks


def ranks_of_rows(forest: Forest, ranks: Mapping[str, int], count: int) -> Iterator[Sequence[int]]:
    """Yield the number in the search index of the entity of each row, for `count` rows at a time.

    A row without an entity has the number of entities instead.

    Args:
        forest: The rows.
        ranks: The numbers in the search index by id.
        count: How many rows to handle in a step.
    """
    none = len(ranks)
    stored = _both_stored(forest, ranks)
    by_number = array("I", (none,))
    if stored is not None:
        stored[0].rows_of_numbers(())  # what it looks up once for all is then ready too
        by_number.frombytes(stored[1].by_number().cast("B"))
    for start in range(0, len(forest), count):
        end = min(start + count, len(forest))
        if stored is None:
            yield [none if each is None else ranks.get(each, none) for each in forest.ids[start:end]]
        else:
            numbers = stored[0].entity_numbers(start, end)
            yield [by_number[each] if each <= none else none for each in numbers]


def rows_of_ranks(forest: Forest, ranks: Mapping[str, int], wanted: Iterable[int]) -> list[int] | None:
    """Return the rows of entities by their numbers in the search index, in no order; `None` unless both are in the cache."""
    stored = _both_stored(forest, ranks)
    return None if stored is None else stored[0].rows_of_numbers(stored[1].numbers_of(wanted))


def are_stored(forest: Forest, ranks: Mapping[str, int]) -> bool:
    """Return whether the rows and the search index are both in the cache, of the same model."""
    return _both_stored(forest, ranks) is not None


def _both_stored(forest: Forest, ranks: Mapping[str, int]) -> tuple[CachedForest, Ranks] | None:
    if isinstance(forest, CachedForest) and isinstance(ranks, Ranks) and forest.has_numbers(ranks.numbers):
        return forest, ranks
    return None
