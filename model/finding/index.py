"""The index of a model: built when first needed, in slices where somebody waits."""

from collections.abc import Mapping
from functools import partial

import attrs
from rapidfuzz import fuzz
from rapidfuzz.process import extract

from ..facts.graph import Graph
from ..format.text import fold
from .corpus import Corpus
from .explaining import explain
from .filters.narrowing import Narrowing
from .query import FILLERS, Query, parse_query
from .ranking.containment import Containment
from .ranking.hits import Hit, Matches
from .ranking.ranking import rank, words_asked
from .ranking.ranks import Order
from .ranking.senses import Senses
from .words.spelling import key
from .words.texts import NAME, OTHER, TEXT, TOPIC

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


_SOME = 1000
"""So many entities are found before the names are in order."""

_WORTH_LOOKING = 3
"""From so many letters a word is looked for in the midst of others."""


@attrs.define(eq=False)
class Index:
    """Finds entities of a graph, at its date.

    Nothing is built before the first question. A question builds what is missing. Somebody who cannot wait calls
    `work` in idle moments and asks with `ready=True` for what is there by then: names, acronyms and codes at least.
    Before these are there, when `named` says so, `so_far` looks through the names that are read.

    Attributes:
        graph: The graph.
    """

    graph: Graph
    _corpus: Corpus | None = None
    _parts: tuple[Senses, Narrowing, Order] | None = None

    def search(
        self, query: str, limit: int | None = None, *, near: str | None = None, ready: bool = False
    ) -> list[Hit]:
        """Return the best hits of a query; see `matches`."""
        return self.matches(query, near=near, ready=ready).best(limit)

    def matches(self, query: str, *, near: str | None = None, ready: bool = False) -> Matches:
        """Return everything that a query finds.

        Args:
            query: Words, phrases, exclusions and filters; see `parse_query`.
            near: The entity to which nearer hits stand before farther ones.
            ready: Whether to look only in what is indexed by now.

        Raises:
            QueryError: A filter is wrong.
        """
        corpus = self._begun()
        if not ready:
            corpus.work()
        senses, narrowing, order = self._built()
        asked = parse_query(query)
        ranks = order.sort(rank(senses, asked, narrowing.of(asked)), near)
        names = corpus.names
        return Matches(names.ids, ranks, partial(explain, corpus), names.numbers)

    def so_far(self, query: str) -> list[str]:
        """Return some entities whose names, as far as they are read, have the words of a query, likeliest first.

        None for a query with filters, quotes or exclusions: these are answered once the names are in order.

        Raises:
            QueryError: A filter is wrong.
        """
        asked = parse_query(query)
        words = [part for each in words_asked(asked) for part in fold(each).split()]
        if not words or asked.phrases or asked.excluded or asked.filters:
            return []
        return self._begun().ground.reading.beginning(words, _SOME)

    def work(self, seconds: float) -> bool:
        """Index for so long at most; return whether something is left to do."""
        return self._begun().work(seconds)

    @property
    def stage(self) -> int:
        """How much can be answered; when it rises, a question that was asked is worth asking again."""
        return 0 if self._corpus is None else self._corpus.stage

    @property
    def named(self) -> bool:
        """Whether names, acronyms and codes are indexed, so that a question need not wait."""
        return self._corpus is not None and self._corpus.named

    @property
    def numbers(self) -> Mapping[str, int] | None:
        """The numbers of the entities, as `Matches` gives them; `None` before their names are in order."""
        return self._begun().names.numbers if self.named else None

    @property
    def whole(self) -> bool:
        """Whether everything is indexed."""
        return self._corpus is not None and self._corpus.whole

    def inside(self, query: str) -> list[str]:
        """Return the entities whose names have the words of a query anywhere, `hood` in `neighbourhood` too."""
        words = [key(fold(each)) for each in parse_query(query).words]
        if min(map(len, words), default=0) < _WORTH_LOOKING:
            return []
        names = self._begun().names
        found = [at for at, text in enumerate(names.folded) if words[0] in text]
        return [names.ids[at] for at in found if all(each in names.folded[at] for each in words)]

    def nearest(self, query: str, limit: int = 3) -> list[str]:
        """Return the words of the model that are most like those of a query that finds nothing."""
        senses, _, _ = self._built()
        return nearest_words(senses, parse_query(query), limit)

    def _begun(self) -> Corpus:
        if self._corpus is None:
            self._corpus = Corpus.of(self.graph)
        return self._corpus

    def _built(self) -> tuple[Senses, Narrowing, Order]:
        if self._parts is None:
            corpus = self._begun()
            corpus.work(names_only=True)
            senses = Senses(corpus)
            containment = Containment(self.graph, corpus.names)
            self._parts = (senses, Narrowing(senses, containment), Order(corpus, containment))
        return self._parts
