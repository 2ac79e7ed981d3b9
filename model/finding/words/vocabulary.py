"""All words of a model, looked up by their first letters, or from a misspelt or differently spelt word."""

from collections.abc import Iterable
from typing import Any

import attrs
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from .common_words import COMMON
from .english_words import is_english
from .spelling import is_figure, stem

SHORT, LONG = 4, 8
"""The number of letters from which one wrong letter is corrected, and from which two are."""

_SLIPS: Any = OSA.distance
"""The edit distance of two words; typed `Any`, since its stubs differ from those of `extract` in the cutoff."""


def slips(word: str) -> int:
    """Return how many wrong letters are corrected in a word; 0 for an English word or a figure."""
    if is_figure(word) or len(word) < SHORT or stem(word) in COMMON or is_english(word):
        return 0
    return 1 if len(word) < LONG else 2


@attrs.define(eq=False)
class Vocabulary:
    """The words of a model, by first letters, length and stem.

    Attributes:
        shared: Further words, shared with other dates; `None` for none.
        heads: The words by their first two letters.
        lengths: The words by their number of letters.
        stems: The words by their stem.
        count: The number of words, without the shared ones.
    """

    shared: "Vocabulary | None" = None
    heads: dict[str, list[str]] = attrs.field(factory=dict)
    lengths: dict[int, list[str]] = attrs.field(factory=dict)
    stems: dict[str, list[str]] = attrs.field(factory=dict)
    _cut: dict[int, tuple[int, dict[str, list[str]]]] = attrs.field(factory=dict)
    count: int = 0

    def add(self, word: str) -> None:
        """Add a word, which must be new."""
        self.heads.setdefault(word[:2], []).append(word)
        self.lengths.setdefault(len(word), []).append(word)
        self.stems.setdefault(stem(word), []).append(word)
        self.count += 1

    def __contains__(self, word: str) -> bool:
        here = word in self.heads.get(word[:2], ())
        return here or (self.shared is not None and word in self.shared)

    def __len__(self) -> int:
        return self.count + (0 if self.shared is None else len(self.shared))

    def beginning(self, letters: str) -> list[str]:
        """Return the words that begin with these letters."""
        further = [] if self.shared is None else self.shared.beginning(letters)
        if len(letters) == 1:
            return [
                *further,
                *(word for head, words in self.heads.items() if head[0] == letters for word in words),
            ]
        return [*further, *(word for word in self.heads.get(letters[:2], ()) if word.startswith(letters))]

    def alike(self, word: str) -> list[str]:
        """Return the forms of a word that the model uses: itself, its plural or singular, its other spelling."""
        further = [] if self.shared is None else self.shared.alike(word)
        return [*further, *self.stems.get(stem(word), ())]

    def near(self, word: str, allowed: int, *, unfinished: bool = False) -> list[str]:
        """Return the words that a misspelt word may mean.

        Args:
            word: The word as typed.
            allowed: How many letters may be wrong, missing, extra or swapped.
            unfinished: Whether it may be the beginning of a longer word.
        """
        size = len(word)
        lengths = range(size - allowed, size + allowed + 1)
        found = within(word, [each for length in lengths for each in self.lengths.get(length, ())], allowed)
        if unfinished:
            cut = self._beginnings(size)
            found += [full for letters in within(word, list(cut), allowed) for full in cut[letters]]
        return (
            found if self.shared is None else found + self.shared.near(word, allowed, unfinished=unfinished)
        )

    def _beginnings(self, size: int) -> dict[str, list[str]]:
        """Return the words longer than `size`, by their first `size` letters; kept until words are added."""
        known = self._cut.get(size)
        if known is None or known[0] != self.count:
            cut: dict[str, list[str]] = {}
            for length, words in self.lengths.items():
                if length > size:
                    for word in words:
                        cut.setdefault(word[:size], []).append(word)
            known = self._cut[size] = (self.count, cut)
        return known[1]


def within(word: str, choices: Iterable[str], allowed: int) -> list[str]:
    """Return the choices that differ from a word by at most `allowed` letters; a swap of neighbours counts as one."""
    found = extract(word, choices, scorer=_SLIPS, score_cutoff=allowed, limit=None)
    return [each for each, _, _ in found]


def closest(word: str, choices: Iterable[str], limit: int) -> list[str]:
    """Return the `limit` choices most similar to a word."""
    return [each for each, _, _ in extract(word, sorted(choices), scorer=_SLIPS, limit=limit)]
