"""The plain words of the glossary: a search for `kids` finds what a search for the term *Children* finds."""

from collections.abc import Mapping, Sequence

import attrs

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format.text import SMALL_WORDS
from ..words.bits import bits_of
from ..words.spelling import keys, stem
from ..words.texts import LEVELS, OTHER
from .senses import Sense, Senses, all_words, cumulated, either

_LONGEST = 4
"""The number of words up to which a plain expression is looked for in a query."""


@attrs.frozen
class Span:
    """Words of a query that are a plain expression for a term.

    Attributes:
        start: The position of the first word.
        end: The position after the last word.
        terms: The ids of the terms that they lead to.
        words: The expression as it is indexed.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    words: str

    def means(self, graph: Graph) -> str:
        """Return the names of the terms."""
        return " or ".join(graph.name(each) for each in self.terms)


def spans_of(graph: Graph, words: Sequence[str]) -> list[Span]:
    """Return the plain expressions in a query; where they overlap, the longest."""
    known = graph.once_for_all(_terms_by_words)
    found: list[Span] = []
    start = 0
    while known and start < len(words):
        ends = range(min(len(words), start + _LONGEST), start, -1)
        typed = ((end, " ".join(words[start:end])) for end in ends)
        spans = (Span(start, end, known.get(_stems(text), ()), " ".join(keys(text))) for end, text in typed)
        span = next((each for each in spans if each.terms), None)
        if span is not None:
            found.append(span)
        start = start + 1 if span is None else span.end
    return found


def sense_of(senses: Senses, span: Span, literal: Sense | None) -> Sense | None:
    """Return the sense of a plain expression: the entities with its words, with those of its terms, or named by these.

    Args:
        senses: Gives the sense of words.
        span: The expression.
        literal: The sense of the expression's own words; `None` where they are only fillers.
    """
    graph, names = senses.corpus.graph, senses.corpus.names
    found = literal
    for term in span.terms:
        written = [senses.of(each) for each in keys(graph.name(term)) if each not in SMALL_WORDS]
        bearers = {
            each for claim in graph.entity(term).claims("meanings") for each in _bearers(claim.details)
        }
        numbers = [names.numbers[each] for each in sorted({term, *bearers}) if each in names.numbers]
        levels = [0] * LEVELS
        levels[OTHER] = bits_of([numbers], len(names.ids))
        own = Sense(written[0].word, frozenset(), 0, *cumulated(levels))
        of_term = either(all_words(written), own)
        found = of_term if found is None else either(found, of_term)
    return None if found is None else attrs.evolve(found, word=span.words, means=span.means(graph))


def _bearers(details: Mapping[str, object]) -> Sequence[str]:
    bearers = details.get("bearers", ())
    return bearers if isinstance(bearers, tuple) else ()


def _terms_by_words(statements: Statements) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for term in statements.entities_of_kind("term"):
        for plain in term.texts("plain_words"):
            found.setdefault(_stems(plain), []).append(term.id)
    return {words: tuple(sorted(terms)) for words, terms in found.items() if words}


def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(stem, keys(text)))
