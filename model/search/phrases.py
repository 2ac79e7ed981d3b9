"""Words in quotes: they must follow one another in one text of the entity itself."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_

from .bits import bits_of, numbers_of
from .corpus import Corpus
from .senses import Sense, Senses, adding_up
from .spelling import keys
from .texts import KIND, LEVELS, LINKED, NAME, OTHER, PLACE, TEXT, TOPIC, around, said


def phrase_sense(senses: Senses, phrase: str) -> Sense | None:
    """Return the sense of a phrase, whose last word may be the beginning of one; `None` without letters."""
    words = keys(phrase)
    if not words:
        return None
    folded = " ".join(words)
    return senses.remembered(folded, lambda: _read(senses.corpus, words, folded))


def _read(corpus: Corpus, words: list[str], folded: str) -> Sense:
    postings = corpus.postings
    meant = [[word] for word in words[:-1]] + [postings.vocabulary.beginning(words[-1])]
    levels = [0] * LEVELS
    for level in range(LEVELS):
        if level not in {PLACE, KIND}:
            bearing = reduce(and_, [postings.bearers(level, each) for each in meant])
            following = (
                number
                for number in numbers_of(bearing)
                if any(f" {folded}" in f" {text}" for text in _texts(corpus, number, level))
            )
            levels[level] = bits_of([list(following)], len(corpus.names.ids))
    return Sense(folded, frozenset((folded,)), levels[NAME], *adding_up(levels))


def _texts(corpus: Corpus, number: int, level: int) -> Iterator[str]:
    """Yield the texts of an entity at a level, folded."""
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
        texts = (text for _, _, text in said(entity))
    for text in texts:
        yield " ".join(keys(text))
