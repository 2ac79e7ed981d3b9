"""Words in quotes: they must follow one another in one text of the entity."""

from .bits import bits_of, numbers_of
from .corpus import Corpus
from .senses import Sense, Senses, adding_up, both
from .spelling import keys
from .texts import LEVELS, NAME, OTHER, TEXT, around, said


def phrase_sense(senses: Senses, phrase: str) -> Sense | None:
    """Return the sense of a phrase, whose last word may be the beginning of one; `None` without letters."""
    words = keys(phrase)
    if not words:
        return None
    candidates = both([senses.of(word) for word in words]).found[TEXT]
    folded = " ".join(words)
    levels: list[list[int]] = [[] for _ in range(LEVELS)]
    for number in numbers_of(candidates):
        for level in _levels(senses.corpus, number, f" {folded}"):
            levels[level].append(number)
    bits = [bits_of([level], len(senses.corpus.names.ids)) for level in levels]
    return Sense(folded, frozenset((folded,)), bits[NAME], *adding_up(bits))


def _levels(corpus: Corpus, number: int, phrase: str) -> set[int]:
    names = corpus.names
    entity = corpus.graph.entities[names.ids[number]]
    found = {OTHER for text in names.others.get(number, ()) if phrase in _spaced(text)}
    if phrase in f" {names.folded[number]}":
        found.add(NAME)
    if corpus.whole:
        for level, _, text in (*around(corpus.graph, entity), *said(entity)):
            if level not in found and phrase in _spaced(text):
                found.add(level)
    return found


def _spaced(text: str) -> str:
    return " " + " ".join(keys(text))
