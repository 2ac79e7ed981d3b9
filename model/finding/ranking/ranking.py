"""Ranks the hits of a query, best first.

The order: exact id, code or acronym; exact name; exact other name; exact initials; beginning of a name; all
words in the name; then in other names, topics, place and kind, roles and members, summaries; misspelt words
last. Among equal hits, current entities come before ended ones, near ones before far ones, then they are in
the order of `Names`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import combinations, islice, product
from operator import or_

import attrs

from ...format.text import SMALL_WORDS, fold
from ..corpus import Corpus
from ..query import ASKING, FILLERS, Query
from ..words.bits import bits_of
from ..words.common_words import COMMON
from ..words.names import Names
from ..words.spelling import key, keys, stem
from ..words.texts import LEVELS, LINKED, TEXT
from ..words.vocabulary import closest
from .hits import Rank
from .plain_words import Span, sense_of, spans_of
from .ranks import (
    AS_TERM,
    BY_LEVEL,
    EXACT_INITIALS,
    EXACT_NAME,
    EXACT_OTHER,
    EXACT_WORDS,
    FILTERED,
    FIRST_LETTERS,
    FIRST_WORDS,
    IN_PART,
    RECORD_NAME,
    RESPELT,
    SHORT_FORM,
    WHOLE_WORDS,
    Ranks,
)
from .senses import Sense, Senses, all_words, one_word_own, phrase_sense

_SPLIT = 3
"""The number of letters that both parts of a split word must have."""

_SLIPS = 2
"""The number of wrong letters up to which a word is corrected."""

_PARTS = 6
"""The number of words of a longer question that are tried in combination: 6 words make 62 combinations."""

_MANY, _SHARE = 50, 8
"""Words that find more entities than this, and more than one in so many, do not answer a query with an unknown word."""

_READINGS = 8
"""The number of readings of a misspelt query that are tried as the beginning of a name."""


def rank(senses: Senses, query: Query, narrow: Callable[[int], int]) -> tuple[list[Rank], tuple[str, ...]]:
    """Return the hits of a query, best first, with equally good ones together, and the query words that are unknown.

    Args:
        senses: Gives the sense of words.
        query: The query.
        narrow: Returns the entities of a set that match the filters and exclusions.
    """
    ranks = Ranks(narrow)
    names = senses.corpus.names
    written = words_asked(query)
    phrases = [sense for each in query.phrases if (sense := phrase_sense(senses, each)) is not None]
    spans = spans_of(senses.corpus.graph, query.words)
    if not written and not phrases and not spans:
        if query.filters:
            ranks.add(
                FILTERED, (1 << len(names.ids)) - 1, "filter", asked=[str(each) for each in query.filters]
            )
        return ranks.taken, ()
    asked = " ".join((*query.phrases, *written))
    texts = tuple(dict.fromkeys((key(fold(query.text)), key(fold(asked)))))
    _add_wholes(ranks, senses.corpus, query.text, texts)
    topics: list[Sense] = []
    for span in spans:
        inside = query.words[span.start : span.end]
        own = _senses(senses, query, [each for each in inside if fold(each) not in FILLERS])
        sense = sense_of(senses, span, all_words(own) if own else None)
        phrases += [] if sense is None else [sense]
        topics += [] if sense is None else [sense]
        if sense is not None and len(inside) == len(query.words) and not query.phrases:
            _add_terms(ranks, senses.corpus, span, sense)
        written = [each for each in written if each not in inside]
    plain = phrases + _senses(senses, query, written)
    whole = all_words(plain).whole
    ranks.add(
        EXACT_WORDS, whole & names.bearers & senses.corpus.shared.of_size.get(_size(asked), 0), senses=plain
    )
    ranks.add(WHOLE_WORDS, whole & names.bearers, senses=plain)
    ranks.add(RECORD_NAME, bits_of([names.named(text) for text in texts], len(names.ids)), "name")
    ranks.add_levels(plain)
    if not ranks.strong:
        _add_respelt(ranks, senses, query, written, phrases)
    unknown = () if ranks.taken else _unknown(senses, written)
    if unknown and unknown[-1] == written[-1] and stem(key(fold(unknown[-1]))) in COMMON:
        # the topic itself is unknown: `heart disease` does not mean whatever has `heart`
        return [], unknown
    if unknown and len(unknown) < len(written) + len(phrases):
        known = tuple(each for each in query.words if each not in unknown)
        text = " ".join((*query.phrases, *known))
        found = rank(senses, attrs.evolve(query, words=known, text=text), narrow)[0]
        return [] if _says_nothing(found, len(names.ids)) else found, unknown
    if query.question and not ranks.strong:
        _add_partial(ranks, plain[:_PARTS])
    # `nhs buildings`: nothing has both words, and `buildings` is a topic by itself
    if topics and not ranks.taken:
        ranks.add_levels(topics, IN_PART)
    return ranks.taken, unknown


def _says_nothing(found: Sequence[Rank], size: int) -> bool:
    """Return whether words find so many entities that these do not answer a query with an unknown word.

    In a model without dentists, `dental care` must not list the third of the model that is about care.
    """
    return sum(each.bits.bit_count() for each in found) > max(_MANY, size // _SHARE)


def _unknown(senses: Senses, written: Sequence[str]) -> tuple[str, ...]:
    """Return the query words that the model does not have in any spelling."""
    read = ((each, senses.of_written(each, _SLIPS)) for each in written)
    return tuple(each for each, sense in read if sense is not None and not sense.found[TEXT])


def words_asked(query: Query) -> list[str]:
    """Return the words of a query without filler words, unless it has only these."""
    written = [each for each in dict.fromkeys(query.words) if fold(each)]
    asked = [each for each in written if fold(each) not in FILLERS] or written
    if query.question:
        asked = [each for each in asked if fold(each) not in ASKING] or asked
    return asked


def _add_wholes(ranks: Ranks, corpus: Corpus, typed: str, texts: Sequence[str]) -> None:
    """Add the entities whose id, code, acronym or name is the whole query or begins with it."""
    names = corpus.names
    number = names.numbers.get(typed.strip().casefold())
    if number is not None:
        ranks.add(SHORT_FORM, 1 << number, "id")
    lookups: tuple[tuple[float, str, Callable[[str], Sequence[int]]], ...] = (
        (SHORT_FORM, "code", lambda text: names.codes.equal(text.replace(" ", ""))),
        (SHORT_FORM, "", names.acronyms.equal),
        (EXACT_NAME, "name", names.named),
        (EXACT_OTHER, "", names.other_names.equal),
        (EXACT_INITIALS, "initials", corpus.shared.initials.equal),
        (FIRST_WORDS, "name", lambda text: names.beginning(text + " ")),
        (FIRST_LETTERS, "name", names.beginning),
    )
    for score, label, look in lookups:
        found = bits_of([look(text) for text in texts], len(names.ids))
        ranks.add(score, found if label == "code" else found & names.bearers, label, asked=texts)


def _add_terms(ranks: Ranks, corpus: Corpus, span: Span, sense: Sense) -> None:
    """Add the entities whose name is, or begins with, the term to which the whole query leads."""
    names = corpus.names
    texts = [key(fold(corpus.graph.name(term))) for term in span.terms]
    lookups: tuple[Callable[[str], Sequence[int]], ...] = (
        names.named,
        names.acronyms.equal,
        names.other_names.equal,
        lambda text: names.beginning(text + " "),
    )
    for look in lookups:
        found = bits_of([look(text) for text in texts], len(names.ids))
        ranks.add(AS_TERM, found & names.bearers, senses=[sense])


def _size(asked: str) -> int:
    """Return the number of words of a text, without small words such as `of`."""
    return sum(word not in SMALL_WORDS for word in fold(asked).split())


def _senses(senses: Senses, query: Query, written: Sequence[str], allowed: int = 0) -> list[Sense]:
    """Return the senses of the query words, correcting up to `allowed` wrong letters in each."""
    found = []
    for each in written:
        unfinished = query.unfinished and each is written[-1] and each == query.words[-1]
        sense = senses.of_written(each, allowed, unfinished=unfinished)
        if sense is not None:
            if unfinished and len(sense.word) == 1 and len(written) > 1:
                sense = _first_letter(sense, len(senses.corpus.names.ids))
            found.append(sense)
    return found


def _first_letter(sense: Sense, size: int) -> Sense:
    """Return the sense of a last word with only its first letter typed: it sorts the hits and removes none."""
    everything = (1 << size) - 1
    return attrs.evolve(sense, found=(*sense.found[:LINKED], *(everything for _ in range(LINKED, LEVELS))))


def _add_respelt(
    ranks: Ranks, senses: Senses, query: Query, written: Sequence[str], phrases: Sequence[Sense]
) -> None:
    """Add the entities found by joining two words, splitting a word, or correcting misspellings."""
    before = len(ranks.taken)
    for other in _joined_or_split(senses, [word for each in written for word in keys(each)]):
        ranks.add_levels([*phrases, *other], RESPELT)
        if len(ranks.taken) > before:
            return
    for allowed in range(1, _SLIPS + 1):
        forgiving = _senses(senses, query, written, allowed)
        if forgiving:
            _add_beginnings(ranks, senses.corpus.names, [*phrases, *forgiving])
            ranks.add_levels([*phrases, *forgiving], RESPELT)
        if len(ranks.taken) > before:
            return


def _joined_or_split(senses: Senses, words: Sequence[str]) -> Iterator[list[Sense]]:
    """Yield the query with two neighbouring words joined, then with one word split, where the model has such words."""
    vocabulary = senses.corpus.postings.vocabulary
    for at in range(len(words) - 1):
        joined = words[at] + words[at + 1]
        if vocabulary.beginning(joined):
            yield [senses.of(each) for each in (*words[:at], joined, *words[at + 2 :])]
    for at, word in enumerate(words):
        for cut in range(_SPLIT, len(word) - _SPLIT + 1):
            if word[:cut] in vocabulary and vocabulary.beginning(word[cut:]):
                yield [senses.of(each) for each in (*words[:at], word[:cut], word[cut:], *words[at + 1 :])]


def _add_beginnings(ranks: Ranks, names: Names, senses: Sequence[Sense]) -> None:
    """Add the entities whose names are, or begin with, a corrected spelling of the query."""
    choices = [closest(sense.word, sense.words, _READINGS) for sense in senses]
    texts = [" ".join(each) for each in islice(product(*choices), _READINGS)]
    size = len(names.ids)
    exact = bits_of([names.named(text) for text in texts], size)
    ranks.add(EXACT_NAME * RESPELT, exact & names.bearers, senses=senses)
    first = bits_of([names.beginning(text + " ") for text in texts], size)
    ranks.add(FIRST_WORDS * RESPELT, first & names.bearers, senses=senses)


def _add_partial(ranks: Ranks, senses: Sequence[Sense]) -> None:
    """Add the entities that have as many of the query words as possible; called where none has them all."""
    before = len(ranks.taken)
    for size in range(len(senses) - 1, 0, -1):
        parts = [one_word_own(each) for each in combinations(senses, size)]
        for score, bits in zip(BY_LEVEL, zip(*parts, strict=True), strict=True):
            ranks.add(score * IN_PART, reduce(or_, bits), senses=senses)
        if len(ranks.taken) > before:
            return
