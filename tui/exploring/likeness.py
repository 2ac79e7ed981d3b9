"""What a query may mean that nothing bears as typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from tiers.model import Graph

if TYPE_CHECKING:
    from tiers.model.search import Index

_AT_ONCE = 0.05
"""Seconds a question may wait for what is not indexed yet; names, acronyms and codes always are."""


@attrs.define(eq=False, repr=False)
class Likeness:
    """Asks the search index, which is built when something is first looked for and never on start-up.

    Attributes:
        graph: The model.
    """

    graph: Graph
    _index: "Index | None" = None

    def __call__(self, query: str, limit: int) -> Sequence[str]:
        """Return the ids of the entities a query may mean, the likeliest first."""
        from tiers.model.search import QueryError  # noqa: PLC0415 - paid for when something is looked for

        index = self._begun()
        index.work(_AT_ONCE)
        try:
            return [hit.id for hit in index.search(query, limit, ready=True)]
        except QueryError:
            return ()

    def work(self, seconds: float) -> bool:
        """Index for so long at most; return whether something is left to do."""
        return self._begun().work(seconds)

    def _begun(self) -> "Index":
        if self._index is None:
            from tiers.model.search import Index  # noqa: PLC0415 - paid for when something is looked for

            self._index = Index(self.graph)
        return self._index
