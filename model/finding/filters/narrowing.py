"""Narrows the hits of a query by its filters and exclusions."""

from collections.abc import Callable, Sequence

import attrs

from ..query import Filter, Query
from ..ranking.containment import Containment
from ..ranking.senses import Senses
from ..words.bits import bits_of, numbers_of
from ..words.spelling import keys
from ..words.texts import LEVELS
from .filters import Test, test_of


@attrs.define(eq=False, repr=False)
class Narrowing:
    """Narrows sets of entities by filters and exclusions, and remembers which entities match each filter.

    Attributes:
        senses: Gives the sense of excluded words.
        containment: The descendants of each entity, for `in:`.
    """

    senses: Senses
    containment: Containment
    _known: dict[tuple[str, str], "CheckedFilter"] = attrs.field(factory=dict)

    def of(self, query: Query) -> Callable[[int], int]:
        """Return the function that reduces a set of entities to those that match a query's filters and exclusions.

        Raises:
            QueryError: A filter has a value that does not exist.
        """
        filters = [(self._checked(each), each.excluded) for each in query.filters]
        left_out = 0
        for phrase in query.excluded:
            left_out |= self._bearing(phrase)

        def narrow(bits: int) -> int:
            bits &= ~left_out
            for each, excluded in filters:
                fitting = each.fitting(bits)
                bits = bits ^ fitting if excluded else fitting
            return bits

        return narrow

    def _checked(self, asked: Filter) -> "CheckedFilter":
        known = self._known.get((asked.name, asked.value))
        if known is None:
            test = test_of(asked, self.senses, self.containment)
            known = self._known[asked.name, asked.value] = CheckedFilter(self.senses.corpus.names.ids, test)
        return known

    def _bearing(self, phrase: str) -> int:
        """Return the entities with all the words of a phrase, as whole words, in any of their texts."""
        postings = self.senses.corpus.postings
        found = [
            [postings.bearers(level, postings.vocabulary.alike(word)) for level in range(LEVELS)]
            for word in keys(phrase)
        ]
        bits = -1 if found else 0
        for levels in found:
            having = 0
            for each in levels:
                having |= each
            bits &= having
        return bits


@attrs.define(eq=False, repr=False)
class CheckedFilter:
    """A filter that remembers which entities it has tested.

    Attributes:
        ids: The entities by number.
        test: The function that says whether an entity matches.
    """

    ids: Sequence[str]
    test: Test
    _tested: int = 0
    _fitting: int = 0

    def fitting(self, bits: int) -> int:
        """Return the entities of a set that match the filter."""
        new = bits & ~self._tested
        if new:
            fitting = [number for number in numbers_of(new) if self.test(self.ids[number])]
            self._fitting |= bits_of([fitting], len(self.ids))
            self._tested |= new
        return bits & self._fitting
