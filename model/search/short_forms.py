"""Initials, so that `HHCE` finds the Health and Care Executive of Harrow."""

from collections.abc import Iterator, Sequence

import attrs

from ..folding import SMALL_WORDS

_TWO = 2


@attrs.define(eq=False, repr=False)
class Initials:
    """The initials of names.

    Attributes:
        bearers: By initials, the numbers of the entities whose names have them.
    """

    bearers: dict[str, list[int]] = attrs.field(factory=dict)
    _runs: str = ""
    _joined: int = 0

    def add(self, words: Sequence[str], number: int) -> int:
        """Note the initials of a name of an entity; return how many of its words are not small ones."""
        if len(words) < _TWO:
            return len(words)
        letters = "".join([word[0] for word in words if word not in SMALL_WORDS])
        self.bearers.setdefault(letters, []).append(number)
        return len(letters)

    def equal(self, letters: str) -> Sequence[int]:
        """Return the bearers of initials."""
        return self.bearers.get(letters, ())

    def running(self, letters: str) -> Iterator[Sequence[int]]:
        """Yield the bearers of longer initials in which these letters follow one another."""
        if self._joined != len(self.bearers):
            self._runs = "\n".join(("", *self.bearers, ""))
            self._joined = len(self.bearers)
        at = self._runs.find(letters)
        while at >= 0:
            start, end = self._runs.rfind("\n", 0, at) + 1, self._runs.find("\n", at)
            yield self.bearers[self._runs[start:end]]
            at = self._runs.find(letters, end)
