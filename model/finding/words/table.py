"""Whole texts in alphabetic order, looked up by how they begin, and sorted in short steps so that nobody waits."""

from array import array
from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import attrs

_T = TypeVar("_T")

Steps = Generator[None, None, _T]
"""Yields after each step; returns what came of it."""

STEP = 64
"""So many entities are gone through in a step: a fraction of a thousandth of a second."""

_BUCKET = 512
"""About so many texts are sorted in a step."""

_SAMPLE = 8
"""So many texts are looked at for each border between two buckets."""


def parts(items: Iterable[_T], size: int = STEP) -> Iterator[list[_T]]:
    """Yield items in order, so many at a time."""
    left = iter(items)
    while part := list(islice(left, size)):
        yield part


def ordered(
    places: Sequence[int], texts: Sequence[str], ties: Sequence[str] | None = None
) -> "Steps[array[int]]":
    """Sort places by their texts, in steps.

    To sort all at once would take too long, so they are first dealt out into buckets whose borders a sample gives.
    Arrays, since to let go of as many numbers takes longer than a slice.

    Args:
        places: The places.
        texts: The text of each place.
        ties: What places of the same text are sorted by; they stay as they come without it.
    """
    if len(places) <= _BUCKET:
        return array("I", _sorted(places, texts, ties))
    sample = sorted([texts[each] for each in places[:: _BUCKET // _SAMPLE]])
    borders = sorted(set(sample[_SAMPLE::_SAMPLE]))
    # Texts before the first border, those that are the first border, those before the second, and so on.
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
    if ties is None:
        return sorted(places, key=texts.__getitem__)
    return sorted(places, key=lambda each: (texts[each], ties[each]))


_AFTER = "\U0010ffff"


@attrs.frozen(eq=False, repr=False)
class Table:
    """Folded texts in order, each with the number of an entity that bears it.

    Attributes:
        texts: In alphabetic order; a text stands once for each of its bearers.
        numbers: The bearers, in the same order.
    """

    texts: Sequence[str]
    numbers: Sequence[int]

    def equal(self, text: str) -> Sequence[int]:
        """Return the bearers of a text."""
        return self._between(text, text + "\0")

    def beginning(self, text: str) -> Sequence[int]:
        """Return the bearers of the texts that begin so."""
        return self._between(text, text + _AFTER)

    def _between(self, first: str, after: str) -> Sequence[int]:
        start = bisect_left(self.texts, first)
        return self.numbers[start : bisect_left(self.texts, after, start)]


@attrs.frozen(eq=False, repr=False)
class Gathered:
    """Folded texts as they come, each with the number of its bearer; parallel, so that nothing is let go of one by one.

    Attributes:
        texts: The texts.
        numbers: The bearers.
    """

    texts: list[str] = attrs.field(factory=list)
    numbers: "array[int]" = attrs.field(factory=lambda: array("I"))

    def add(self, number: int, text: str) -> None:
        """Take in a text."""
        self.texts.append(text)
        self.numbers.append(number)

    def steps(self) -> Steps[Table]:
        """Put the texts in order, in steps."""
        return (yield from in_order(self.texts, self.numbers))


def in_order(texts: Sequence[str], numbers: Sequence[int]) -> Steps[Table]:
    """Make a table, in steps, of texts and the number of the bearer of each."""
    order = yield from ordered(range(len(texts)), texts)
    sorted_texts: list[str] = []
    bearers = array("I")
    for part in parts(order):
        sorted_texts.extend([texts[each] for each in part])
        bearers.extend([numbers[each] for each in part])
        yield
    return Table(sorted_texts, bearers)
