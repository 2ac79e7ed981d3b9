"""The order of equal hits: what is current before what has ended, nearer before farther."""

from collections.abc import Sequence

import attrs

from ..placing import path_of
from ..standing import ENDED, NOT_YET
from .bits import bits_of
from .corpus import Corpus
from .hits import Rank
from .containment import Containment

_ENDING = ("end_date", "status")
_BEGINNING = ("start_date", "expected_date")
_CHANGING = frozenset(("originals", "results"))
_PAST = frozenset((ENDED, NOT_YET))


@attrs.define(eq=False, repr=False)
class Order:
    """Sorts hits that fit equally well.

    Attributes:
        corpus: What the hits are from.
        containment: What belongs to what.
    """

    corpus: Corpus
    containment: Containment
    _past: int | None = None

    def sort(self, ranks: Sequence[Rank], near: str | None) -> list[Rank]:
        """Return the ranks, each parted by whether it is current and how near it is to an entity."""
        if not ranks:
            return []
        past = self._not_current()
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
        if near is None or near not in self.corpus.graph.entities:
            return []
        circles = (near, *reversed(path_of(self.corpus.graph, near)))
        return [self.containment.below(each) for each in circles[:-1]]

    def _not_current(self) -> int:
        if self._past is None:
            graph, numbers = self.corpus.graph, self.corpus.names.numbers
            keys = _ENDING if graph.at is None else (*_ENDING, *_BEGINNING)
            asked = {
                each for each, entity in graph.entities.items() if any(name in entity.values for name in keys)
            }
            for each, entity in graph.entities.items():
                if entity.kind == "event":
                    asked.update(one.object for one in graph.outgoing.get(each, ()) if one.kind in _CHANGING)
            past = [
                numbers[each] for each in asked if each in numbers and graph.standing(each).state in _PAST
            ]
            self._past = bits_of([past], len(numbers))
        return self._past
