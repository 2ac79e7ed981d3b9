"""Which entities bear which words, level by level."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import attrs

from .bits import bits_of
from .texts import LEVELS
from .vocabulary import Vocabulary

_DENSE = 64
"""A word that one entity in so many bears is kept as a set of bits, which costs nothing to look up."""

_STEP = 1 << 12
"""So many numbers are put into a set at a time."""


@attrs.define(eq=False)
class Postings:
    """The words of a model with the numbers of the entities that bear them.

    Attributes:
        size: How many entities there are.
        vocabulary: The words of all levels.
        levels: By level and word, the numbers of the entities.
        dense: By level and word, the same as a set, of the words that many bear.
    """

    size: int
    vocabulary: Vocabulary = attrs.field(factory=Vocabulary)
    levels: "tuple[dict[str, array[int]], ...]" = attrs.field(
        factory=lambda: tuple({} for _ in range(LEVELS))
    )
    dense: tuple[dict[str, int], ...] = attrs.field(factory=lambda: tuple({} for _ in range(LEVELS)))
    _known: set[str] = attrs.field(factory=set)

    def add(self, level: int, words: Iterable[str], number: int) -> None:
        """Note that an entity bears words at a level."""
        postings = self.levels[level]
        for word in words:
            if word in postings:
                postings[word].append(number)
            else:
                postings[word] = array("I", (number,))
                if word not in self._known:
                    self._known.add(word)
                    self.vocabulary.add(word)

    def add_texts(self, level: int, texts: Sequence[str]) -> None:
        """Note the words of a text for each entity by number; the level must have none."""
        postings: dict[str, array[int]] = {}
        for number, text in enumerate(texts):
            for word in text.split():
                if word in postings:
                    postings[word].append(number)
                else:
                    postings[word] = array("I", (number,))
        self.levels[level].update(postings)
        for word in postings.keys() - self._known:
            self._known.add(word)
            self.vocabulary.add(word)

    def settle(self, level: int) -> Iterator[None]:
        """Keep the words of a level that many bear as sets, in steps; the level must be complete."""
        postings = self.levels[level]
        for word in [word for word, numbers in postings.items() if len(numbers) * _DENSE > self.size]:
            numbers, bits = postings[word], 0
            for start in range(0, len(numbers), _STEP):
                bits |= bits_of([numbers[start : start + _STEP]], self.size)
                yield
            self.dense[level][word] = bits
            del postings[word]

    def words(self, level: int) -> Iterator[tuple[str, int]]:
        """Yield the words of a level, each with the number of its bearers."""
        for word, numbers in self.levels[level].items():
            yield word, len(numbers)
        for word, bits in self.dense[level].items():
            yield word, bits.bit_count()

    def bearers(self, level: int, words: Iterable[str]) -> int:
        """Return the set of the entities that bear one of the words at a level."""
        postings, dense = self.levels[level], self.dense[level]
        lists, found = [], 0
        for word in words:
            if word in postings:
                lists.append(postings[word])
            elif word in dense:
                found |= dense[word]
        return found | bits_of(lists, self.size)
