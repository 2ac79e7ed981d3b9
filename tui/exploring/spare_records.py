"""Lets go of the records of a large model, and of the rows of dates, once they are not needed for a while."""

from functools import partial
from time import thread_time

from tiers.model import Graph
from tiers.model.cache.compiled.letting_go import letting_go_of
from tiers.model.facts.graph import forget_results
from tiers.model.facts.stored import MOST_HELD, spare_records

_NEW = 1_000
"""If more than this many are new since the last key, the reader goes through views or dates that may need them again."""

_QUIET = 8
"""After how many keys without that they are let go of."""


class SpareRecords:
    """The records of a model in memory, counted at every key.

    Attributes:
        most: How many may stay.
        keys: How many keys were pressed so far.
    """

    def __init__(self, graph: Graph, most: int = MOST_HELD) -> None:
        self.most = most
        self.keys = 0
        self._graph = graph
        self._letting_go = letting_go_of(graph)
        if self._letting_go is not None:
            graph.once_for_all(spare_records)[:] = [partial(letting_go_of, graph)]
        self._held = 0
        self._quiet = 0
        self._begun = False

    @property
    def is_due(self) -> bool:
        """Whether records should be let go of now."""
        return self._quiet >= _QUIET

    def note_key(self) -> None:
        """Note that a key was pressed, and how many records are in memory since."""
        self.keys += 1
        held = 0 if self._letting_go is None else self._letting_go.held
        if not self.is_due:
            self._quiet = self._quiet + 1 if self.most < held <= self._held + _NEW else 0
        self._held = held

    def work(self, seconds: float) -> bool:
        """Let go of records for at most this many seconds if that is due; return whether it still is."""
        if self._letting_go is None or not self.is_due:
            return False
        until = thread_time() + seconds
        if not self._begun:
            from tiers.model.views.recent import keep_latest  # noqa: PLC0415 - not before the first frame

            forget_results(self._graph)
            keep_latest(self._graph)
        self._begun = True
        while self._letting_go.work():
            if thread_time() >= until:
                return True
        self._begun, self._quiet = False, 0
        self.most = max(self.most, 2 * self._letting_go.held)  # the others are in use
        return False
