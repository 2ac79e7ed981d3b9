"""What the filters and exclusions of a query let through."""

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
    """Narrows sets of entities, each entity tested once a filter.

    Attributes:
        senses: Gives the sense of the words left out.
        containment: What belongs to what.
    """

    senses: Senses
    containment: Containment
    _sieves: dict[tuple[str, str], "Sieve"] = attrs.field(factory=dict)

    def of(self, query: Query) -> Callable[[int], int]:
        """Return what narrows a set of entities to those that a query lets through.

        Raises:
            QueryError: A filter has a value that there is not.
        """
        sieves = [(self._sieve(each), each.excluded) for each in query.filters]
        left_out = 0
        for phrase in query.excluded:
            left_out |= self._bearing(phrase)

        def narrow(bits: int) -> int:
            bits &= ~left_out
            for sieve, excluded in sieves:
                fitting = sieve.among(bits)
                bits = bits ^ fitting if excluded else fitting
            return bits

        return narrow

    def _sieve(self, asked: Filter) -> "Sieve":
        known = self._sieves.get((asked.name, asked.value))
        if known is None:
            test = test_of(asked, self.senses, self.containment)
            known = self._sieves[asked.name, asked.value] = Sieve(self.senses.corpus.names.ids, test)
        return known

    def _bearing(self, phrase: str) -> int:
        """Return the entities that bear the words, whole, at any level; all of them where there are several."""
        postings = self.senses.corpus.postings
        found = [
            [postings.bearers(level, postings.vocabulary.alike(word)) for level in range(LEVELS)]
            for word in keys(phrase)
        ]
        bits = -1 if found else 0
        for levels in found:
            borne = 0
            for each in levels:
                borne |= each
            bits &= borne
        return bits


@attrs.define(eq=False, repr=False)
class Sieve:
    """One filter with what it has already told.

    Attributes:
        ids: The entities by number.
        test: Whether an entity fits.
    """

    ids: Sequence[str]
    test: Test
    _tested: int = 0
    _fitting: int = 0

    def among(self, bits: int) -> int:
        """Return those of a set of entities that fit."""
        new = bits & ~self._tested
        if new:
            fitting = [number for number in numbers_of(new) if self.test(self.ids[number])]
            self._fitting |= bits_of([fitting], len(self.ids))
            self._tested |= new
        return bits & self._fitting
