"""The scores of hits, and the list that takes them in, best first."""

from collections.abc import Callable, Sequence

import attrs

from ...structure.placing import path_of
from ..corpus import Corpus
from ..words.texts import KIND
from .containment import Containment
from .hits import Rank
from .senses import Sense, both, reached


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


SHORT_FORM = 1.0
"""The id, a code or an acronym."""

EXACT_NAME, EXACT_OTHER, EXACT_INITIALS = 0.95, 0.9, 0.85
FIRST_WORDS, FIRST_LETTERS, EXACT_WORDS, WHOLE_WORDS = 0.8, 0.78, 0.76, 0.74
RECORD_NAME = 0.72
"""The exact name of a record: `estates` means the workstream first, then the glossary entry."""

BY_LEVEL = (0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.3)
"""The score of a hit that needs words of a level, the strongest level first."""

RESPELT = 0.3
"""What is left of a score when words had to be joined or taken apart, or a slip forgiven."""

IN_PART = 0.05
"""The score of an answer to a question of which not every word was found."""

FILTERED = 0.5
"""The score where nothing but filters was asked for."""


@attrs.define(eq=False, repr=False)
class Ranks:
    """The hits of a query as they come in; no entity enters twice.

    Attributes:
        narrow: Returns of a set of entities those that filters and exclusions let through.
        taken: What has come in, best first.
        seen: The entities that have.
    """

    narrow: Callable[[int], int]
    taken: list[Rank] = attrs.field(factory=list)
    seen: int = 0

    def add(
        self,
        score: float,
        bits: int,
        label: str = "",
        *,
        senses: Sequence[Sense] = (),
        asked: Sequence[str] = (),
    ) -> None:
        """Take in those of a set of entities that have not come in yet; see `Rank`."""
        new = self.narrow(bits & ~self.seen)
        if new:
            self.seen |= new
            self.taken.append(Rank(round(score, 3), new, label, tuple(senses), tuple(asked)))

    def add_levels(self, senses: Sequence[Sense], share: float = 1.0) -> None:
        """Take in the entities that bear all words, those that bear them in their names first.

        Where a whole name or code is found, nothing is looked for with the help of what it is below.
        """
        levels = both(senses).own if self.best >= EXACT_INITIALS else reached(senses)
        for score, bits in zip(BY_LEVEL, levels, strict=True):
            self.add(score * share, bits, senses=senses)

    @property
    def best(self) -> float:
        """The score of the best hit by now; 0 without any."""
        return self.taken[0].score if self.taken else 0.0

    @property
    def strong(self) -> bool:
        """Whether something was found by more than what is linked to it or said of it."""
        return self.best >= BY_LEVEL[KIND]
