"""The index of a model: built when first needed, in slices where somebody waits."""

from functools import partial

import attrs

from ..folding import fold
from ..graph import Graph
from .containment import Containment
from .corpus import Corpus
from .explaining import explain
from .hits import Hit, Matches
from .narrowing import Narrowing
from .nearest_words import nearest_words
from .ordering import Order
from .query import parse_query
from .ranking import rank
from .senses import Senses
from .spelling import key

_WORTH_LOOKING = 3
"""From so many letters a word is looked for in the midst of others."""


@attrs.define(eq=False)
class Index:
    """Finds entities of a graph, at its date.

    Nothing is built before the first question. A question builds what is missing; somebody who cannot wait
    asks with `ready=True` for what is there by then, names, acronyms and codes at least, and calls `work`
    in idle moments.

    Attributes:
        graph: The graph.
    """

    graph: Graph
    _parts: tuple[Corpus, Senses, Narrowing, Order] | None = None

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
        corpus, senses, narrowing, order = self._built()
        if not ready:
            corpus.work()
        asked = parse_query(query)
        ranks = order.sort(rank(senses, asked, narrowing.of(asked)), near)
        names = corpus.names
        return Matches(names.ids, ranks, partial(explain, corpus), names.numbers)

    def work(self, seconds: float) -> bool:
        """Index for so long at most; return whether something is left to do."""
        return self._built()[0].work(seconds)

    @property
    def whole(self) -> bool:
        """Whether everything is indexed."""
        return self._parts is not None and self._parts[0].whole

    def inside(self, query: str) -> list[str]:
        """Return the entities whose names have the words of a query anywhere, `hood` in `neighbourhood` too."""
        words = [key(fold(each)) for each in parse_query(query).words]
        if min(map(len, words), default=0) < _WORTH_LOOKING:
            return []
        names = self._built()[0].names
        found = [at for at, text in enumerate(names.folded) if words[0] in text]
        return [names.ids[at] for at in found if all(each in names.folded[at] for each in words)]

    def nearest(self, query: str, limit: int = 3) -> list[str]:
        """Return the words of the model that are most like those of a query that finds nothing."""
        _, senses, _, _ = self._built()
        return nearest_words(senses, parse_query(query), limit)

    def _built(self) -> tuple[Corpus, Senses, Narrowing, Order]:
        if self._parts is None:
            corpus = Corpus.of(self.graph)
            senses = Senses(corpus)
            containment = Containment(self.graph, corpus.names)
            self._parts = (corpus, senses, Narrowing(senses, containment), Order(corpus, containment))
        return self._parts
