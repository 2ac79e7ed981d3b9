"""The search index, built in stages: names, then initials, topics and kinds, then relations, then long texts."""

import gc
from collections.abc import Callable, Iterator
from time import thread_time
from typing import Protocol

import attrs

from ..facts.graph import Graph
from ..facts.stored import stored_index
from .words.at_date import DateIndex
from .words.every_date import FORMS, NAMES, SAID, SharedIndex
from .words.names import Names
from .words.postings import Postings


class StoredIndex(Protocol):
    """A store that keeps the search index of a model for the next run."""

    def recall(self, graph: Graph) -> "Corpus | None":
        """Return the complete index of a graph in its last known state; `None` if none is stored."""

    def keep(self, corpus: "Corpus") -> None:
        """Store a complete index."""


def index_store(graph: Graph) -> StoredIndex | None:
    """Return the store for the index of a graph; `None` where none is kept, as at a date."""
    store: Callable[[], StoredIndex] | None = graph.once_for_all(stored_index) if graph.at is None else None
    return None if store is None else store()


_MARGIN = 0.6
"""The share of its time after which a slice of work ends, so that its last step does not run over."""


@attrs.define(eq=False, repr=False)
class Corpus:
    """The search index of a graph at its date, built step by step.

    Attributes:
        graph: The graph.
        shared: The part that is the same at other dates.
        at_date: The part of this date.
        version: The number of slices of work done; a change of it tells memos that words were added.
    """

    graph: Graph
    shared: SharedIndex
    at_date: DateIndex
    version: int = 0
    _steps: Iterator[None] | None = None

    @classmethod
    def of(cls, graph: Graph) -> "Corpus":
        """Return the index of a graph; it starts with the part that searches at other dates have built already."""
        shared = SharedIndex.of(graph)
        at_date = DateIndex(graph, shared)
        return cls(graph, shared, at_date, steps=_all(shared, at_date))

    @property
    def names(self) -> Names:
        """The names and codes, and the number of each entity."""
        return self.shared.names

    @property
    def postings(self) -> Postings:
        """The words with the entities that have them."""
        return self.at_date.postings

    @property
    def named(self) -> bool:
        """Whether all names, acronyms and codes are indexed."""
        return self.shared.has(NAMES)

    @property
    def stage(self) -> int:
        """The stage of the index: 0 reading names, 1 sorting them, 2 indexing the other texts, 3 complete."""
        return int(self.shared.reading.complete) + int(self.named) + int(self.whole)

    @property
    def whole(self) -> bool:
        """Whether everything is indexed."""
        return self._steps is None

    def work(self, seconds: float | None = None, *, names_only: bool = False) -> bool:
        """Index more; return whether anything is left to index.

        Args:
            seconds: The processor time to use at most; `None` to complete the index.
            names_only: Whether to stop once names, acronyms and codes are indexed.
        """
        if self._steps is None:
            return False
        collecting = gc.isenabled()
        gc.disable()  # nothing in the index is garbage, and the search for it takes a third of the time
        self.version += 1
        until = None if seconds is None else thread_time() + seconds * _MARGIN
        try:
            for _ in self._steps:
                if (until is not None and thread_time() >= until) or (names_only and self.named):
                    return True
        finally:
            if collecting:
                gc.enable()
        self._steps = None
        return False


def _all(shared: SharedIndex, at_date: DateIndex) -> Iterator[None]:
    yield from shared.index_up_to(NAMES)
    yield from shared.index_up_to(FORMS)
    yield from at_date.steps()
    yield from shared.index_up_to(SAID)
