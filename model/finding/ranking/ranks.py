"""The scores of hits, the list that collects hits, and the order of equal hits."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from ...structure.placing import path_of
from ..corpus import Corpus
from ..words.texts import KIND, TEXT
from .containment import Containment
from .hits import Matches, Rank
from .senses import Sense, all_words, one_word_own


@attrs.define(eq=False, repr=False)
class Order:
    """Sorts equally good hits: current before ended, near before far.

    Attributes:
        corpus: The index.
        containment: The descendants of each entity.
    """

    corpus: Corpus
    containment: Containment

    def parts(self, near: str | None, rank: Rank) -> Iterator[Rank]:
        """Yield the hits of a rank, split into current and ended entities, and by nearness to an entity."""
        past = self.corpus.at_date.past
        around = self._around(near)
        for bits in (rank.bits & ~past, rank.bits & past):
            left = bits
            for circle in around:
                inside = left & circle
                if inside:
                    yield attrs.evolve(rank, bits=inside)
                    left ^= inside
            if left:
                yield attrs.evolve(rank, bits=left)

    def _around(self, near: str | None) -> list[int]:
        """Return the descendants of an entity, then those of each of its ancestors, outwards."""
        if near is None or near not in self.corpus.graph:
            return []
        circles = (near, *reversed(path_of(self.corpus.graph, near)))
        return [self.containment.below(each) for each in circles[:-1]]


SHORT_FORM = 1.0
"""The score of an id, a code or an acronym."""

EXACT_NAME, EXACT_OTHER, EXACT_INITIALS = 0.95, 0.9, 0.85
FIRST_WORDS, FIRST_LETTERS, EXACT_WORDS, WHOLE_WORDS = 0.8, 0.78, 0.76, 0.74
RECORD_NAME = 0.72
"""The score of the name of a source, term or disagreement: for `estates` the workstream comes before the glossary."""

BY_LEVEL = (0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.3)
"""The score of a hit by the weakest level at which its words were found, strongest level first."""

RESPELT = 0.3
"""The factor for hits whose words had to be joined, split or corrected."""

AS_TERM = 0.77
"""The score of a name that is, or begins with, the term of a plain word, which was not typed itself."""

IN_PART = 0.05
"""The factor for hits with only some of the words of a question."""

FILTERED = 0.5
"""The score of all hits of a query that has only filters."""


def strongest(matches: Matches) -> Matches:
    """Return the hits of a query without those that match much worse than the best.

    Entities with the words themselves replace those only linked to them, and both replace those with similar words.
    """
    best = matches.ranks[0].score if matches.ranks else 0.0
    floor = next((each for each in (BY_LEVEL[KIND], BY_LEVEL[TEXT]) if best >= each), 0.0)
    return attrs.evolve(matches, ranks=[rank for rank in matches.ranks if rank.score >= floor])


@attrs.define(eq=False, repr=False)
class Ranks:
    """Collects the hits of a query, best first, each entity once.

    Attributes:
        narrow: Returns the entities of a set that match the filters and exclusions.
        taken: The hits so far, best first.
        seen: The set of the entities in these hits.
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
        """Add the entities of a set that are not hits yet; for the arguments see `Rank`."""
        new = self.narrow(bits & ~self.seen)
        if new:
            self.seen |= new
            self.taken.append(Rank(round(score, 3), new, label, tuple(senses), tuple(asked)))

    def add_levels(self, senses: Sequence[Sense], share: float = 1.0) -> None:
        """Add the entities that have all query words, by the level at which they have them.

        Once a whole name or code was found, words from the places that an entity is in no longer count.
        """
        levels = all_words(senses).own if self.best >= EXACT_INITIALS else one_word_own(senses)
        for score, bits in zip(BY_LEVEL, levels, strict=True):
            self.add(score * share, bits, senses=senses)

    @property
    def best(self) -> float:
        """The score of the best hit so far; 0 without hits."""
        return self.taken[0].score if self.taken else 0.0

    @property
    def strong(self) -> bool:
        """Whether something was found by name, topic, place or kind, not only by relations and long texts."""
        return self.best >= BY_LEVEL[KIND]
