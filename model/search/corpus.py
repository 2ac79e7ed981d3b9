"""What a search looks in: names at once, then what stands around each entity, then what is said of it."""

import gc
from collections.abc import Iterator
from time import perf_counter

import attrs

from ..folding import compounds
from ..graph import Graph
from .indexing import Rest
from .names import Names
from .postings import Postings
from .spelling import all_keys, key
from .texts import NAME, OTHER

_MARGIN = 0.5
"""A slice ends when so much of its time is gone, so that its last entity fits in."""


@attrs.define(eq=False, repr=False)
class Corpus:
    """The indexed words of a graph.

    Attributes:
        graph: The graph.
        names: Its names, codes and numbers.
        postings: Its words.
        rest: What is indexed after the names.
        version: Grows with each slice of work that added words.
    """

    graph: Graph
    names: Names
    postings: Postings
    rest: Rest
    version: int = 0
    _steps: Iterator[None] | None = None

    @classmethod
    def of(cls, graph: Graph) -> "Corpus":
        """Return the corpus of a graph with its names indexed."""
        collecting = gc.isenabled()
        gc.disable()  # nothing of what is built is garbage, and looking for some takes a third of the time
        try:
            names = Names.of(graph)
            postings = Postings(len(names.ids))
            postings.add_texts(NAME, names.folded)
            for number, name in enumerate(names.shown):
                if "-" in name or not name.isascii():
                    postings.add(NAME, map(key, compounds(name)), number)
            for number, texts in names.others.items():
                for text in texts:
                    postings.add(OTHER, all_keys(text), number)
        finally:
            if collecting:
                gc.enable()
        rest = Rest()
        return cls(graph, names, postings, rest, 0, rest.steps(graph, names, postings))

    @property
    def whole(self) -> bool:
        """Whether everything is indexed."""
        return self._steps is None

    def work(self, seconds: float | None = None) -> bool:
        """Index more; return whether something is left.

        Args:
            seconds: How long at most; until all is done without it.
        """
        if self._steps is None:
            return False
        collecting = gc.isenabled()
        gc.disable()
        self.version += 1
        until = None if seconds is None else perf_counter() + seconds * _MARGIN
        try:
            for _ in self._steps:
                if until is not None and perf_counter() >= until:
                    return True
        finally:
            if collecting:
                gc.enable()
        self._steps = None
        return False
