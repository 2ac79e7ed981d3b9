"""The words of a stored search index, each with its entities at each level."""

from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_

from ...finding.words.bits import bits_of
from ...finding.words.postings import Postings
from ...finding.words.texts import LEVELS
from ..compiled.making import ENCODING
from .sections import IndexFile

FEW, MANY, UNITED = "-", "=", "^"
"""The forms in which entities are stored: as a list of their numbers, or as a set of bits, where they are many.

`UNITED` is the set of the entities that have any of the words with some first letters.
"""

_SINGLE = 2
"""Up to how many words are looked up one by one: mostly it is a whole word with its other spelling, with which no longer word begins."""

_REMEMBERED = 2 * LEVELS
"""How many sets of entities are remembered: those of the last two words or beginnings, at each level."""

_AFTER = b"\xff"
"""Comes after every text in UTF-8."""


class StoredPostings(Postings):
    """The words of an index with their entities, including shared ones.

    A word of few entities has a list of their numbers, one of many a set of bits; `key_of` distinguishes the
    two.
    """

    source: IndexFile

    def __init__(self, size: int) -> None:
        super().__init__(size)
        # the entities that were found last, by the positions of the words: more letters often begin the same words
        self._found_last: dict[tuple[int, int], int] = {}

    def words(self, level: int) -> Iterator[tuple[str, int]]:
        source = self.source
        for dense in (False, True):
            opening = key_of(level, "", MANY if dense else FEW)
            at, end = (source.place("words", each) for each in (opening, opening + _AFTER))
            for each in range(at, end):
                found = source.part("words values", each)
                bearers = int.from_bytes(found, "little").bit_count() if dense else len(found) >> 2
                yield source.text("words", each)[len(opening) :], bearers

    def bearers(self, level: int, words: Collection[str]) -> int:
        places = [at for word in words if (at := self._at(key_of(level, word, FEW))) >= 0]
        if len(places) <= _SINGLE:
            bits = reduce(or_, [self._any_of(at, at + 1) for at in places], 0)
        else:
            bits = bits_of([self.source.part("words values", at).cast("I") for at in places], self.size)
        for word in words:
            bits |= int.from_bytes(self._of(key_of(level, word, MANY)), "little")
        return bits

    def beginning(self, level: int, letters: str) -> int:
        """Return the entities with any of the words that begin so: these follow each other in the file.

        Where they have many entities, the set of all of these is there too, so that no letter costs more in a
        model of 300,000 entities than in a small one.
        """
        if not letters:
            return 0
        united = self._of(key_of(level, letters, UNITED))
        if united:
            return int.from_bytes(united, "little")
        bits = self._any_of(*self._range(key_of(level, letters, FEW)))
        for each in self.source.parts("words values", *self._range(key_of(level, letters, MANY))):
            bits |= int.from_bytes(each, "little")
        return bits

    def _any_of(self, start: int, end: int) -> int:
        """Return the entities that have any of several words, each of which few have, by the positions of the words."""
        if start >= end:
            return 0
        bits = self._found_last.pop((start, end), None)
        if bits is None:
            bits = bits_of([self.source.joined("words values", start, end).cast("I")], self.size)
        self._found_last[start, end] = bits
        if len(self._found_last) > _REMEMBERED:
            del self._found_last[next(iter(self._found_last))]
        return bits

    def _range(self, opening: bytes) -> tuple[int, int]:
        """Return the positions of the first key that begins so and of the one after the last."""
        return self.source.extent("words", opening, opening + _AFTER)

    def _at(self, sought: bytes) -> int:
        """Return the position of a key; -1 if it is not there."""
        at = self.source.place("words", sought)
        is_there = at < self.source.file.head["sizes"]["words"] and self.source.part("words", at) == sought
        return at if is_there else -1

    def _of(self, sought: bytes) -> memoryview:
        at = self._at(sought)
        return memoryview(b"") if at < 0 else self.source.part("words values", at)


def key_of(level: int, word: str, form: str) -> bytes:
    """Return the key for the entities of a word, or of all words that begin so (`UNITED`), at a level."""
    return f"{level}{form}{word}".encode(*ENCODING)
