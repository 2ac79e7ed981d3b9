"""Which entities bear which words, level by level."""

from collections.abc import Iterable

import attrs

from .bits import bits_of
from .texts import LEVELS
from .vocabulary import Vocabulary


@attrs.define(eq=False)
class Postings:
    """The words of a model with the numbers of the entities that bear them.

    Attributes:
        size: How many entities there are.
        vocabulary: The words of all levels.
        levels: By level and word, the numbers of the entities.
    """

    size: int
    vocabulary: Vocabulary = attrs.field(factory=Vocabulary)
    levels: tuple[dict[str, list[int]], ...] = attrs.field(factory=lambda: tuple({} for _ in range(LEVELS)))
    _known: set[str] = attrs.field(factory=set)

    def add(self, level: int, words: Iterable[str], number: int) -> None:
        """Note that an entity bears words at a level."""
        postings = self.levels[level]
        for word in words:
            if word in postings:
                postings[word].append(number)
            else:
                postings[word] = [number]
                if word not in self._known:
                    self._known.add(word)
                    self.vocabulary.add(word)

    def bearers(self, level: int, words: Iterable[str]) -> int:
        """Return the set of the entities that bear one of the words at a level."""
        postings = self.levels[level]
        return bits_of([postings[word] for word in words if word in postings], self.size)
