"""What a search looks in: names at first, then what stands around each entity, then what is said of it."""

import gc
from collections.abc import Iterator
from time import thread_time

import attrs

from ..facts.graph import Graph
from .words.at_date import Dated
from .words.every_date import FORMS, NAMES, SAID, Ground
from .words.names import Names
from .words.postings import Postings

_MARGIN = 0.6
"""A slice ends when so much of its time is gone, so that its last step fits in."""


@attrs.define(eq=False, repr=False)
class Corpus:
    """The indexed words of a graph.

    Attributes:
        graph: The graph.
        ground: What it shares with other dates.
        dated: What is so at its date.
        version: Grows with each slice of work that added words.
    """

    graph: Graph
    ground: Ground
    dated: Dated
    version: int = 0
    _steps: Iterator[None] | None = None

    @classmethod
    def of(cls, graph: Graph) -> "Corpus":
        """Return the corpus of a graph, with what is indexed for other dates by now."""
        ground = Ground.of(graph)
        dated = Dated(graph, ground)
        return cls(graph, ground, dated, steps=_all(ground, dated))

    @property
    def names(self) -> Names:
        """The names, codes and numbers."""
        return self.ground.names

    @property
    def postings(self) -> Postings:
        """The words."""
        return self.dated.postings

    @property
    def named(self) -> bool:
        """Whether names, acronyms and codes are indexed."""
        return self.ground.has(NAMES)

    @property
    def stage(self) -> int:
        """How much can be answered: 0 while names are read, 1 once they are, 2 in order, with codes, 3 everything."""
        return int(self.ground.reading.complete) + int(self.named) + int(self.whole)

    @property
    def whole(self) -> bool:
        """Whether everything is indexed."""
        return self._steps is None

    def work(self, seconds: float | None = None, *, names_only: bool = False) -> bool:
        """Index more; return whether something is left.

        Args:
            seconds: Of the processor, how long at most; until all is done without it.
            names_only: Whether to stop when names, acronyms and codes are indexed.
        """
        if self._steps is None:
            return False
        collecting = gc.isenabled()
        gc.disable()  # nothing of what is built is garbage, and looking for some takes a third of the time
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


def _all(ground: Ground, dated: Dated) -> Iterator[None]:
    yield from ground.through(NAMES)
    yield from ground.through(FORMS)
    yield from dated.steps()
    yield from ground.through(SAID)
