"""The order of equal hits: what is current before what has ended, nearer before farther."""

from collections.abc import Sequence

import attrs

from ..placing import path_of
from .containment import Containment
from .corpus import Corpus
from .hits import Rank


@attrs.define(eq=False, repr=False)
class Order:
    """Sorts hits that fit equally well.

    Attributes:
        corpus: What the hits are from.
        containment: What belongs to what.
    """

    corpus: Corpus
    containment: Containment

    def sort(self, ranks: Sequence[Rank], near: str | None) -> list[Rank]:
        """Return the ranks, each parted by whether it is current and how near it is to an entity."""
        if not ranks:
            return []
        past = self.corpus.dated.past
        around = self._around(near)
        parted = []
        for rank in ranks:
            for bits in (rank.bits & ~past, rank.bits & past):
                left = bits
                for circle in around:
                    inside = left & circle
                    if inside:
                        parted.append(attrs.evolve(rank, bits=inside))
                        left ^= inside
                if left:
                    parted.append(attrs.evolve(rank, bits=left))
        return parted

    def _around(self, near: str | None) -> list[int]:
        """Return what belongs to the entity, then to what it is below, outwards."""
        if near is None or near not in self.corpus.graph:
            return []
        circles = (near, *reversed(path_of(self.corpus.graph, near)))
        return [self.containment.below(each) for each in circles[:-1]]
