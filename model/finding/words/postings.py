"""Which entities bear which words, level by level."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from .bits import bits_in_steps, bits_of
from .texts import LEVELS
from .vocabulary import Vocabulary

_DENSE = 64
"""A word that one entity in so many bears is kept as a set of bits, which costs nothing to look up."""


@attrs.define(eq=False)
class Postings:
    """The words of a model with the numbers of the entities that bear them.

    Attributes:
        size: How many entities there are.
        beneath: Further words, which others share; `None` for none.
        vocabulary: The words of all levels, those beneath too.
        levels: By level and word, the numbers of the entities.
        dense: By level and word, the same as a set, of the words that many bear.
        known: The words of its own.
    """

    size: int
    beneath: "Postings | None" = None
    vocabulary: Vocabulary = attrs.field(init=False)
    levels: "tuple[dict[str, array[int]], ...]" = attrs.field(
        factory=lambda: tuple({} for _ in range(LEVELS))
    )
    dense: tuple[dict[str, int], ...] = attrs.field(factory=lambda: tuple({} for _ in range(LEVELS)))
    known: set[str] = attrs.field(factory=set)

    @vocabulary.default
    def _begin_vocabulary(self) -> Vocabulary:
        return Vocabulary(None if self.beneath is None else self.beneath.vocabulary)

    def add(self, level: int, words: Iterable[str], number: int) -> None:
        """Note that an entity bears words at a level."""
        postings = self.levels[level]
        for word in words:
            if word in postings:
                postings[word].append(number)
            else:
                self._begin(level, word, (number,))

    def add_texts(self, level: int, texts: Sequence[tuple[int, str]]) -> None:
        """Note the words of folded texts, each with the entity that bears it."""
        postings = self.levels[level]
        for number, text in texts:
            for word in text.split():
                if word in postings:
                    postings[word].append(number)
                else:
                    self._begin(level, word, (number,))

    def extend(self, level: int, words: Iterable[str], numbers: "array[int]") -> None:
        """Note that entities bear words at a level, all of them the same."""
        postings = self.levels[level]
        for word in words:
            if word in postings:
                postings[word].extend(numbers)
            else:
                self._begin(level, word, numbers)

    def _begin(self, level: int, word: str, numbers: "Iterable[int]") -> None:
        self.levels[level][word] = array("I", numbers)
        if word not in self.known and (self.beneath is None or word not in self.beneath.known):
            self.known.add(word)
            self.vocabulary.add(word)

    def settle(self, level: int) -> Iterator[None]:
        """Keep the words of a level that many bear as sets, in steps; the level must be complete."""
        postings = self.levels[level]
        for word in [word for word, numbers in postings.items() if len(numbers) * _DENSE > self.size]:
            self.dense[level][word] = yield from bits_in_steps(postings[word], self.size)
            del postings[word]

    def words(self, level: int) -> Iterator[tuple[str, int]]:
        """Yield the words of a level, each with the number of its bearers."""
        if self.beneath is not None:
            yield from self.beneath.words(level)
        for word, numbers in self.levels[level].items():
            yield word, len(numbers)
        for word, bits in self.dense[level].items():
            yield word, bits.bit_count()

    def bearers(self, level: int, words: Collection[str]) -> int:
        """Return the set of the entities that bear one of the words at a level."""
        postings, dense = self.levels[level], self.dense[level]
        lists, found = [], 0 if self.beneath is None else self.beneath.bearers(level, words)
        for word in words:
            if word in postings:
                lists.append(postings[word])
            elif word in dense:
                found |= dense[word]
        return found | bits_of(lists, self.size)
