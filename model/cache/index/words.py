"""The words of a stored search index, each with its entities at each level."""

from collections.abc import Collection, Iterator

from ...finding.words.bits import bits_of
from ...finding.words.postings import Postings
from ..compiled.making import ENCODING
from .sections import IndexFile

FEW, MANY, UNITED = "-", "=", "^"
"""The forms in which entities are stored: as a list of their numbers, or as a set of bits, where they are many.

`UNITED` is the set of the entities that have any of the words with some first letters.
"""

_AFTER = b"\xff"
"""Comes after every text in UTF-8."""


class StoredPostings(Postings):
    """The words of an index with their entities, including shared ones.

    A word of few entities has a list of their numbers, one of many a set of bits; `key_of` distinguishes the
    two.
    """

    source: IndexFile

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
        lists = [found for word in words if (found := self._of(key_of(level, word, FEW)))]
        bits = bits_of([each.cast("I") for each in lists], self.size)
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
        bits = 0
        start, end = self._range(key_of(level, letters, FEW))
        if start < end:
            bits = bits_of([self.source.joined("words values", start, end).cast("I")], self.size)
        for each in self.source.parts("words values", *self._range(key_of(level, letters, MANY))):
            bits |= int.from_bytes(each, "little")
        return bits

    def _range(self, opening: bytes) -> tuple[int, int]:
        """Return the positions of the first key that begins so and of the one after the last."""
        return self.source.extent("words", opening, opening + _AFTER)

    def _of(self, sought: bytes) -> memoryview:
        at = self.source.place("words", sought)
        if at < self.source.file.told["sizes"]["words"] and self.source.part("words", at) == sought:
            return self.source.part("words values", at)
        return memoryview(b"")


def key_of(level: int, word: str, form: str) -> bytes:
    """Return the key for the entities of a word, or of all words that begin so (`UNITED`), at a level."""
    return f"{level}{form}{word}".encode(*ENCODING)
