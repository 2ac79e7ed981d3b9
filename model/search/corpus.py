"""What a search looks in: names at once, then what stands around each entity, then what is said of it."""

from collections.abc import Iterator
from time import perf_counter

import attrs

from ..folding import compounds, fold
from ..graph import Graph
from .names import Names
from .postings import Postings
from .spelling import key, keys
from .texts import NAME, OTHER, around, said

_AT_A_TIME = 8
"""Entities indexed between two looks at the clock."""


@attrs.define(eq=False, repr=False)
class Corpus:
    """The indexed words of a graph.

    Attributes:
        graph: The graph.
        names: Its names, codes and numbers.
        postings: Its words.
        version: Grows with each slice of work that added words.
    """

    graph: Graph
    names: Names
    postings: Postings
    version: int = 0
    _rest: Iterator[None] | None = None

    @classmethod
    def of(cls, graph: Graph) -> "Corpus":
        """Return the corpus of a graph with its names indexed."""
        names = Names.of(graph)
        postings = Postings(len(names.ids))
        for number, folded in enumerate(names.folded):
            postings.add(NAME, folded.split(), number)
        for number, name in enumerate(names.shown):
            if "-" in name or not name.isascii():
                postings.add(NAME, map(key, compounds(name)), number)
        for number, texts in names.others.items():
            for text in texts:
                postings.add(OTHER, key(fold(text)).split(), number)
                postings.add(OTHER, map(key, compounds(text)), number)
        corpus = cls(graph, names, postings)
        corpus._rest = corpus._index_rest()
        return corpus

    @property
    def whole(self) -> bool:
        """Whether everything is indexed."""
        return self._rest is None

    def work(self, seconds: float | None = None) -> bool:
        """Index more; return whether something is left.

        Args:
            seconds: How long at most; until all is done without it.
        """
        if self._rest is None:
            return False
        self.version += 1
        until = None if seconds is None else perf_counter() + seconds
        for _ in self._rest:
            if until is not None and perf_counter() >= until:
                return True
        self._rest = None
        return False

    def _index_rest(self) -> Iterator[None]:
        entities = self.graph.entities
        for number, each in enumerate(self.names.ids):
            for level, _, text in around(self.graph, entities[each]):
                self.postings.add(level, set(keys(text)), number)
            if not number % _AT_A_TIME:
                yield
        for number, each in enumerate(self.names.ids):
            for level, _, text in said(entities[each]):
                self.postings.add(level, set(keys(text)), number)
                self.postings.add(level, map(key, compounds(text)), number)
            if not number % _AT_A_TIME:
                yield
