"""The words of a model that come nearest to words it does not have."""

from rapidfuzz import fuzz
from rapidfuzz.process import extract

from ..folding import fold
from .fillers import FILLERS
from .query import Query
from .senses import Senses
from .spelling import key
from .texts import NAME, OTHER, TEXT, TOPIC

_WORTH_SAYING = 3
"""Words of so many letters and more are offered."""


def nearest_words(senses: Senses, query: Query, limit: int) -> list[str]:
    """Return the words of names and topics that are most like the words that find nothing, best first.

    Of equally likely ones the more frequent come first. Where every word finds something, only not together, there is none.
    """
    postings, spelt = senses.corpus.postings, senses.corpus.names.spelt
    asked = [word for word in fold(query.text).split() if word not in FILLERS]
    strange = [word for word in asked if not senses.of(key(word)).found[TEXT]]
    known: dict[str, int] = {}
    for level in (NAME, OTHER, TOPIC):
        for word, bearers in postings.words(level):
            if len(word) >= _WORTH_SAYING and word.isalpha() and word not in FILLERS:
                spelling = spelt.get(word, word)
                known[spelling] = known.get(spelling, 0) + bearers
    words = sorted(known, key=lambda word: (-known[word], word))
    best: dict[str, float] = {}
    for word in strange:
        for near, likeness, _ in extract(word, words, scorer=fuzz.ratio, limit=limit):
            best[near] = max(likeness, best.get(near, 0.0))
    return sorted(best, key=lambda word: (-best[word], -known[word], word))[:limit]
