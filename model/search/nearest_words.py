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
    """Return the words of names and topics that are most like the words that find nothing, best first."""
    postings = senses.corpus.postings
    asked = [key(word) for word in fold(query.text).split() if word not in FILLERS]
    strange = [word for word in asked if not senses.of(word).found[TEXT]] or asked
    offered = {word for level in (NAME, OTHER, TOPIC) for word in postings.levels[level]}
    words = sorted(
        word for word in offered if len(word) >= _WORTH_SAYING and word.isalpha() and word not in FILLERS
    )
    best: dict[str, float] = {}
    for word in strange:
        for near, likeness, _ in extract(word, words, scorer=fuzz.ratio, limit=limit):
            best[near] = max(likeness, best.get(near, 0.0))
    return sorted(best, key=lambda word: (-best[word], word))[:limit]
