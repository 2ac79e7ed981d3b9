"""The inverted index: which entities have which words, by level."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

import attrs

from .bits import bits_in_steps, bits_of, no_numbers
from .texts import LEVELS
from .vocabulary import Vocabulary

_DENSE = 64
"""A word of more than one entity in this many is stored as a set of bits, ready to be combined with others."""


@attrs.define(eq=False)
class Postings:
    """The words of a model with the numbers of the entities that have them.

    Attributes:
        size: The number of entities.
        shared: Further words, shared with other dates; `None` for none.
        vocabulary: The words of all levels, including shared ones.
        levels: The numbers of the entities, by level and word.
        dense: The set of the entities as bits, by level and word, for frequent words.
        known: The words without the shared ones.
    """

    size: int
    shared: "Postings | None" = None
    vocabulary: Vocabulary = attrs.field(init=False)
    levels: "tuple[defaultdict[str, array[int]], ...]" = attrs.field(
        factory=lambda: tuple(defaultdict(no_numbers) for _ in range(LEVELS))
    )
    dense: tuple[dict[str, int], ...] = attrs.field(factory=lambda: tuple({} for _ in range(LEVELS)))
    known: set[str] = attrs.field(factory=set)

    @vocabulary.default
    def _begin_vocabulary(self) -> Vocabulary:
        return Vocabulary(None if self.shared is None else self.shared.vocabulary)

    def add(self, level: int, words: Iterable[str], number: int) -> None:
        """Add words that an entity has at a level."""
        self.add_each(level, ((number, words),))

    def add_each(self, level: int, words: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Add the words that each of some entities has at a level."""
        postings = self.levels[level]
        before = len(postings)
        for number, of_entity in words:
            for word in of_entity:
                postings[word].append(number)
        if len(postings) > before:
            self._note_new(postings, len(postings) - before)

    def extend(self, level: int, words: Iterable[str], numbers: "array[int]") -> None:
        """Add words that several entities have at a level."""
        postings = self.levels[level]
        before = len(postings)
        for word in words:
            postings[word].extend(numbers)
        if len(postings) > before:
            self._note_new(postings, len(postings) - before)

    def _note_new(self, postings: "dict[str, array[int]]", count: int) -> None:
        """Add to the vocabulary the words that a level got last."""
        last = list(islice(reversed(postings), count))
        for word in reversed(last):
            if word not in self.known and (self.shared is None or word not in self.shared.known):
                self.known.add(word)
                self.vocabulary.add(word)

    def pack(self, level: int) -> Iterator[None]:
        """Store the frequent words of a complete level as sets of bits, in steps."""
        postings = self.levels[level]
        for word in [word for word, numbers in postings.items() if len(numbers) * _DENSE > self.size]:
            self.dense[level][word] = yield from bits_in_steps(postings[word], self.size)
            del postings[word]

    def words(self, level: int) -> Iterator[tuple[str, int]]:
        """Yield the words of a level, each with the number of entities that have it."""
        if self.shared is not None:
            yield from self.shared.words(level)
        for word, numbers in self.levels[level].items():
            yield word, len(numbers)
        for word, bits in self.dense[level].items():
            yield word, bits.bit_count()

    def bearers(self, level: int, words: Collection[str]) -> int:
        """Return the set of entities that have at least one of the words at a level."""
        postings, dense = self.levels[level], self.dense[level]
        lists, found = [], 0 if self.shared is None else self.shared.bearers(level, words)
        for word in words:
            if word in postings:
                lists.append(postings[word])
            elif word in dense:
                found |= dense[word]
        return found | bits_of(lists, self.size)

    def beginning(self, level: int, letters: str) -> int:
        """Return the set of entities that have a word with these first letters at a level."""
        return self.bearers(level, self.vocabulary.beginning(letters))
