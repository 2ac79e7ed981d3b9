"""A sorted table of whole texts, searched by their beginning, and sorted in short steps so that no key press waits."""

from array import array
from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import attrs

_T = TypeVar("_T")

Steps = Generator[None, None, _T]
"""A generator that yields after each step and returns the result."""

STEP = 64
"""How many entities are handled in a step: a fraction of a millisecond."""

_BUCKET = 512
"""How many texts a step sorts, roughly."""

_SAMPLE = 8
"""How many texts are sampled for each border between two buckets."""


def parts(items: Iterable[_T], size: int = STEP) -> Iterator[list[_T]]:
    """Yield lists of `size` items, in order."""
    left = iter(items)
    while part := list(islice(left, size)):
        yield part


def ordered(
    places: Sequence[int], texts: Sequence[str], ties: Sequence[str] | None = None
) -> "Steps[array[int]]":
    """Return positions sorted by their texts, in steps.

    This is a bucket sort with borders from a sample, since `sorted` of 300,000 names takes longer than a
    slice. The buckets are arrays, since freeing as many integer objects takes too long as well.

    Args:
        places: The positions.
        texts: The text of each position.
        ties: The second sort key, for positions with the same text; without it they keep their order.
    """
    if len(places) <= _BUCKET:
        return array("I", _sorted(places, texts, ties))
    sample = sorted([texts[each] for each in places[:: _BUCKET // _SAMPLE]])
    borders = sorted(set(sample[_SAMPLE::_SAMPLE]))
    # buckets: texts before the first border, texts equal to it, texts before the second border, and so on
    buckets = [array("I") for _ in range(2 * len(borders) + 1)]
    for part in parts(places):
        for place in part:
            at = bisect_left(borders, texts[place])
            on_border = at < len(borders) and borders[at] == texts[place]
            buckets[2 * at + on_border].append(place)
        yield
    found = array("I")
    for number, bucket in enumerate(buckets):
        if number % 2 == 0:
            found.extend(_sorted(bucket, texts, ties))
        elif ties is not None and len(bucket) > 1:
            found.extend((yield from ordered(bucket, ties)))
        else:
            found.extend(bucket)
        yield
    return found


def _sorted(places: Sequence[int], texts: Sequence[str], ties: Sequence[str] | None) -> list[int]:
    tied = places if ties is None else sorted(places, key=ties.__getitem__)
    return sorted(tied, key=texts.__getitem__)


_AFTER = "\U0010ffff"


@attrs.frozen(eq=False, repr=False)
class Table:
    """Sorted folded texts, each with the number of an entity that has it.

    Attributes:
        texts: The texts in alphabetical order, repeated for each entity that has the text.
        numbers: The entities, in the same order.
    """

    texts: Sequence[str]
    numbers: Sequence[int]

    def equal(self, text: str) -> Sequence[int]:
        """Return the entities that have a text."""
        return self._between(text, text + "\0")

    def beginning(self, text: str) -> Sequence[int]:
        """Return the entities that have a text which begins with the given one."""
        return self._between(text, text + _AFTER)

    def _between(self, first: str, after: str) -> Sequence[int]:
        start = bisect_left(self.texts, first)
        return self.numbers[start : bisect_left(self.texts, after, start)]


@attrs.frozen(eq=False, repr=False)
class TableBuilder:
    """Collects folded texts for a table, each with the number of its entity.

    It has two parallel lists, since freeing as many pairs one by one would take longer than a slice.

    Attributes:
        texts: The texts.
        numbers: The entities.
    """

    texts: list[str] = attrs.field(factory=list)
    numbers: "array[int]" = attrs.field(factory=lambda: array("I"))

    def add(self, number: int, text: str) -> None:
        """Add a text of an entity."""
        self.texts.append(text)
        self.numbers.append(number)

    def build(self) -> Steps[Table]:
        """Return the sorted table, built in steps."""
        return (yield from in_order(self.texts, self.numbers))


def in_order(texts: Sequence[str], numbers: Sequence[int]) -> Steps[Table]:
    """Return the sorted table of some texts, with the number of each text's entity, built in steps."""
    order = yield from ordered(range(len(texts)), texts)
    sorted_texts: list[str] = []
    bearers = array("I")
    for part in parts(order):
        sorted_texts.extend([texts[each] for each in part])
        bearers.extend([numbers[each] for each in part])
        yield
    return Table(sorted_texts, bearers)
