"""Whole texts in alphabetic order, to be looked up by how they begin."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from .steps import Steps, ordered, parts

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
