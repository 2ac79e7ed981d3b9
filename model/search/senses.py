"""What one word of a query may stand for, and which entities bear it at which level."""

from collections.abc import Iterable, Sequence
from operator import and_, or_

import attrs

from ..folding import compounds
from .bits import bits_of
from .corpus import Corpus
from .names import Names
from .spelling import key, keys
from .texts import CONTEXT, LEVELS, NAME, OTHER, TOPIC
from .vocabulary import slips

_INITIALS = 3
"""From so many letters a word may be a run of initials."""

_CODE = 3
"""From so many letters and digits a word may begin a code."""

_KEPT = 512
"""So many senses are remembered; typing comes back to the same words."""


@attrs.frozen(eq=False, repr=False)
class Sense:
    """The entities that a word finds.

    Attributes:
        word: The word as indexed.
        words: The words of the model that it may stand for.
        whole: The entities whose name has it as a whole word.
        found: By level, the entities that bear it at that level or a stronger one.
        alone: The same without the context, which never finds alone.
    """

    word: str
    words: frozenset[str]
    whole: int
    found: tuple[int, ...]
    alone: tuple[int, ...]


def both(senses: Sequence[Sense]) -> Sense:
    """Return the sense of several words that must all be there."""
    first, *rest = senses
    if not rest:
        return first
    whole, found, alone = first.whole, first.found, first.alone
    for sense in rest:
        whole &= sense.whole
        found = tuple(map(and_, found, sense.found))
        alone = tuple(map(or_, alone, sense.alone))
    words = frozenset(each for sense in senses for each in sense.words)
    word = " ".join(sense.word for sense in senses)
    return Sense(word, words, whole, found, tuple(map(and_, found, alone)))


def either(one: Sense, other: Sense) -> Sense:
    """Return the sense of two spellings of which one must be there."""
    found, alone = map(or_, one.found, other.found), map(or_, one.alone, other.alone)
    return Sense(one.word, one.words | other.words, one.whole | other.whole, tuple(found), tuple(alone))


@attrs.define(eq=False, repr=False)
class Senses:
    """Gives the sense of words in a corpus.

    Attributes:
        corpus: The corpus.
    """

    corpus: Corpus
    _known: dict[tuple[str, int, bool], Sense] = attrs.field(factory=dict)
    _version: int = -1

    def of_written(self, written: str, allowed: int = 0, *, unfinished: bool = False) -> Sense | None:
        """Return the sense of a word as written, which a hyphen or slash may part; `None` without letters.

        Args:
            written: The word.
            allowed: How many slips are forgiven in a long word.
            unfinished: Whether it may still be being typed.
        """
        parts = keys(written)
        if not parts:
            return None
        last = len(parts) - 1
        senses = [
            self.of(part, allowed, unfinished=unfinished and at == last) for at, part in enumerate(parts)
        ]
        sense = both(senses)
        for joined in compounds(written):
            sense = either(sense, self.of(key(joined), allowed, unfinished=unfinished))
        return sense

    def of(self, word: str, allowed: int = 0, *, unfinished: bool = False) -> Sense:
        """Return the sense of one indexed word; see `of_written`."""
        if self._version != self.corpus.version or len(self._known) > _KEPT:
            self._known.clear()
            self._version = self.corpus.version
        asked = (word, min(allowed, slips(word)), unfinished)
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._read(*asked)
        return known

    def _read(self, word: str, allowed: int, unfinished: bool) -> Sense:  # noqa: FBT001 - the key of a look-up
        vocabulary, names = self.corpus.postings.vocabulary, self.corpus.names
        beginning = vocabulary.beginning(word)
        alike = vocabulary.alike(word)
        words = {*beginning, *alike}
        if allowed:
            words.update(vocabulary.near(word, allowed, unfinished=unfinished))
        levels = [self._bearers(word, level, words) for level in range(LEVELS)]
        levels[OTHER] |= bits_of(_short_forms(names, word, beginning), len(names.ids))
        found, alone = levels[:1], levels[:1]
        for level in range(1, LEVELS):
            found.append(found[-1] | levels[level])
            alone.append(alone[-1] if level == CONTEXT else alone[-1] | levels[level])
        whole = self.corpus.postings.bearers(NAME, alike)
        return Sense(word, frozenset(words), whole, tuple(found), tuple(alone))

    def _bearers(self, word: str, level: int, words: Iterable[str]) -> int:
        if len(word) == 1 and level > TOPIC:
            return 0
        return self.corpus.postings.bearers(level, words)


def _short_forms(names: Names, word: str, beginning: Sequence[str]) -> list[Sequence[int]]:
    """Return the bearers of codes and initials that a word may be.

    A word that begins a longer one is that word on its way; any other may be initials.
    """
    found = [names.codes.equal(word), names.initials.equal(word)]
    if len(word) >= _CODE and any(char.isdigit() for char in word):
        found.append(names.codes.beginning(word))
    if (
        len(word) >= _INITIALS
        and word.isalpha()
        and all(each.removesuffix("s") == word for each in beginning)
    ):
        found.append(list(names.running(word)))
    return found
