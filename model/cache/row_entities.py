"""The entities of the rows of a view by their numbers in the search index: read from the cache where both are there."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..views.forest import Forest
from .forests import CachedForest
from .index_file import Ranks


def ranks_of_rows(forest: Forest, ranks: Mapping[str, int], count: int) -> Iterator[Sequence[int]]:
    """Yield the number in the search index of the entity of each row, for `count` rows at a time.

    A row without an entity has the number of entities instead.

    Args:
        forest: The rows.
        ranks: The numbers in the search index by id.
        count: How many rows to handle in a step.
    """
    none = len(ranks)
    by_number = array("I", (none,))
    stored = (
        isinstance(forest, CachedForest) and isinstance(ranks, Ranks) and forest.has_numbers(ranks.numbers)
    )
    if isinstance(ranks, Ranks) and stored:
        by_number.frombytes(ranks.by_number().cast("B"))
    for start in range(0, len(forest), count):
        end = min(start + count, len(forest))
        if isinstance(forest, CachedForest) and stored:
            yield [by_number[each] if each <= none else none for each in forest.entity_numbers(start, end)]
        else:
            yield [none if each is None else ranks.get(each, none) for each in forest.ids[start:end]]


def rows_of_ranks(forest: Forest, ranks: Mapping[str, int], wanted: Iterable[int]) -> list[int] | None:
    """Return the rows of entities by their numbers in the search index, in no order; `None` unless both are in the cache."""
    if not isinstance(forest, CachedForest) or not isinstance(ranks, Ranks):
        return None
    if not forest.has_numbers(ranks.numbers):
        return None
    return forest.rows_of_numbers(ranks.numbers_of(wanted))
