"""The senses of a query word: the words of the model that it may mean, and the entities with these, by level."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import accumulate, chain
from operator import and_, or_

import attrs

from ...format.text import compounds
from ..corpus import Corpus
from ..words.bits import bits_of, numbers_of
from ..words.common_words import COMMON
from ..words.relation_texts import notes_and_limits
from ..words.spelling import is_figure, key, keys, stem
from ..words.texts import KIND, LEVELS, LINKED, NAME, OTHER, PLACE, TEXT, TOPIC, around, said
from ..words.vocabulary import slips
from ..words.word_sets import AnyOf, Beginning

_INITIALS = 3
"""The number of letters from which a word may be initials."""

_CODE = 3
"""The number of letters and digits from which a word may be the beginning of a code."""

_FIGURE = 3
"""The number of digits from which a figure is no longer the beginning of a larger one: £75,000 is not £750,000."""

_AMPERSAND = "and"
"""The word that `&` is indexed as."""

_KEPT = 512
"""How many senses are remembered: a reader who types and deletes returns to the same words."""


@attrs.frozen(eq=False, repr=False)
class Sense:
    """The entities that a query word finds.

    Attributes:
        word: The word as it is indexed.
        words: The words of the model that it may mean.
        whole: The entities that have it in their name as a whole word.
        found: By level, the entities that have it at that level or a stronger one.
        own: As `found`, without words from the names of places that the entities are in.
        means: The glossary terms that a plain word leads to, in words; empty for any other word.
    """

    word: str
    words: AbstractSet[str]
    whole: int
    found: tuple[int, ...]
    own: tuple[int, ...]
    means: str = ""


def all_words(senses: Sequence[Sense]) -> Sense:
    """Return the combined sense of several words: the entities that have all of them."""
    first, *rest = senses
    if not rest:
        return first
    whole, found, own = first.whole, first.found, first.own
    for sense in rest:
        whole &= sense.whole
        found, own = tuple(map(and_, found, sense.found)), tuple(map(and_, own, sense.own))
    words = AnyOf(sense.words for sense in senses)
    return Sense(" ".join(sense.word for sense in senses), words, whole, found, own)


def either(one: Sense, other: Sense) -> Sense:
    """Return the combined sense of two spellings: the entities that have at least one of them."""
    found, own = tuple(map(or_, one.found, other.found)), tuple(map(or_, one.own, other.own))
    return Sense(one.word, AnyOf((one.words, other.words)), one.whole | other.whole, found, own)


def one_word_own(senses: Sequence[Sense]) -> tuple[int, ...]:
    """Return, by level, the entities that have all words, at least one of them not from the name of their place."""
    found = all_words(senses).found
    own = [reduce(or_, level) for level in zip(*(sense.own for sense in senses), strict=True)]
    return tuple(map(and_, found, own))


@attrs.define(eq=False, repr=False)
class Senses:
    """Looks up the senses of query words in an index, and remembers them.

    Attributes:
        corpus: The index.
    """

    corpus: Corpus
    _known: dict[object, Sense] = attrs.field(factory=dict)
    _version: int = -1

    def of_written(self, written: str, allowed: int = 0, *, unfinished: bool = False) -> Sense | None:
        """Return the sense of a word as written, which may have hyphens or slashes; `None` without letters.

        Args:
            written: The word.
            allowed: How many wrong letters to correct in a long word.
            unfinished: Whether the reader may still be typing it.
        """
        parts = keys(written)
        if not parts:
            return None
        letters = [part for part in parts if part != _AMPERSAND]
        if "&" in written and letters and all(len(each) == 1 for each in letters):
            return all_words([self._letter(each) for each in letters])
        last = len(parts) - 1
        senses = [
            self.of(part, allowed, unfinished=unfinished and at == last) for at, part in enumerate(parts)
        ]
        sense = all_words(senses)
        for joined in compounds(written):
            sense = either(sense, self.of(key(joined), allowed, unfinished=unfinished))
        return sense

    def _letter(self, letter: str) -> Sense:
        """Return the sense of a letter next to `&`, as in `H&F`: the letter itself, not the beginning of a word."""
        levels = [self.corpus.postings.bearers(level, [letter]) for level in range(LEVELS)]
        return Sense(letter, frozenset((letter,)), levels[NAME], *cumulated(levels))

    def of(self, word: str, allowed: int = 0, *, unfinished: bool = False) -> Sense:
        """Return the sense of one indexed word; see `of_written`."""
        slip = min(allowed, slips(word))
        asked = (word, slip, unfinished)
        return self.remembered(asked, lambda: self._read(word, slip, unfinished=unfinished))

    def remembered(self, asked: object, read: Callable[[], Sense]) -> Sense:
        """Return a remembered sense, or look it up and remember it; the memory is cleared when more is indexed."""
        if self._version != self.corpus.version or len(self._known) > _KEPT:
            self._known.clear()
            self._version = self.corpus.version
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = read()
        return known

    def _read(self, word: str, allowed: int, *, unfinished: bool) -> Sense:
        postings, names = self.corpus.postings, self.corpus.names
        vocabulary = postings.vocabulary
        alike = frozenset(vocabulary.alike(word))
        is_whole = not alike and not unfinished and stem(word) in COMMON
        # a whole word: `organ donation` is not about organisations
        beginning: AbstractSet[str] = frozenset() if is_whole else Beginning(vocabulary, word)
        near = vocabulary.near(word, allowed, unfinished=unfinished) if allowed else ()
        others = alike.union(near)
        if is_figure(word) and not is_whole and (alike or not unfinished or len(word) >= _FIGURE):
            beginning = frozenset(each for each in beginning if not is_figure(each[len(word) :]))
            others, is_whole = others | beginning, True
        levels = [0] * LEVELS
        for level in range((TOPIC if len(word) == 1 and not (alike and is_figure(word)) else TEXT) + 1):
            if level != KIND:
                levels[level] = postings.bearers(level, others)
                levels[level] |= 0 if is_whole else postings.beginning(level, word)
        levels[OTHER] |= bits_of(_short_forms(self.corpus, word, beginning), len(names.ids))
        levels[KIND] = postings.bearers(KIND, alike.union(each for each in near if each not in beginning))
        whole = postings.bearers(NAME, alike)
        return Sense(word, AnyOf((beginning, others)), whole, *cumulated(levels))


def cumulated(levels: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return `found` and `own` of a sense from the entities that have the word at each level."""
    own = [bits if level != PLACE else 0 for level, bits in enumerate(levels)]
    return tuple(accumulate(levels, or_)), tuple(accumulate(own, or_))


def _short_forms(corpus: Corpus, word: str, beginning: Iterable[str]) -> list[Sequence[int]]:
    """Return the entities with a code or initials that a word may mean.

    If longer words of the model begin with the word, it counts as one of them being typed; otherwise it may
    be initials.
    """
    codes, letters = corpus.names.codes, corpus.shared.initials
    found = [codes.equal(word)]
    if len(word) >= _CODE and any(char.isdigit() for char in word):
        found.append(codes.beginning(word))
    if len(word) >= _INITIALS and word.isalpha():
        found.append(letters.equal(word))
        if all(each.removesuffix("s") == word for each in beginning):
            found.extend(letters.running(word))
    return found


def phrase_sense(senses: Senses, phrase: str) -> Sense | None:
    """Return the sense of a phrase, whose last word may be unfinished; `None` without letters."""
    words = keys(phrase)
    if not words:
        return None
    folded = " ".join(words)
    return senses.remembered(folded, lambda: _read(senses.corpus, words, folded))


def _read(corpus: Corpus, words: list[str], folded: str) -> Sense:
    postings = corpus.postings
    levels = [0] * LEVELS
    for level in range(LEVELS):
        if level not in {PLACE, KIND}:
            unfinished = postings.beginning(level, words[-1])
            bearing = reduce(and_, [postings.bearers(level, [each]) for each in words[:-1]], unfinished)
            following = (
                number
                for number in numbers_of(bearing)
                if any(f" {folded}" in f" {text}" for text in _texts(corpus, number, level))
            )
            levels[level] = bits_of([list(following)], len(corpus.names.ids))
    return Sense(folded, frozenset((folded,)), levels[NAME], *cumulated(levels))


def _texts(corpus: Corpus, number: int, level: int) -> Iterator[str]:
    """Yield the texts of an entity at a level, as they are indexed."""
    names, graph = corpus.names, corpus.graph
    if level == NAME:
        yield names.folded[number]
        return
    entity = graph.entity(names.ids[number])
    texts: Iterable[str] = ()
    if level == OTHER:
        texts = names.others.get(number, ())
    elif level in {TOPIC, LINKED}:
        texts = (text for its, _, text in around(graph, entity) if its == level)
    elif level == TEXT:
        texts = (text for _, _, text in chain(said(entity.values), notes_and_limits(graph, entity)))
    for text in texts:
        yield " ".join(keys(text))
