"""The scores of hits, and the list that takes them in, best first."""

from collections.abc import Callable, Sequence

import attrs

from .hits import Rank
from .senses import Sense, both, reached
from .texts import KIND

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
