"""The index of a model: built when first needed, in slices where somebody waits."""

from collections.abc import Iterator
from functools import partial
from time import perf_counter

import attrs

from ..graph import Graph
from . import around_words, ranking
from .explaining import explain
from .filters import Filters
from .hits import Hit, Matches, Rank
from .names import Names
from .nearest_words import nearest_words
from .postings import Postings
from .query import Query, parse_query
from .reading import Reader


@attrs.define(eq=False)
class Index:
    """Finds entities of a graph, at its date.

    Nothing is built before the first question. `search` and `matches` build what is missing; somebody who
    cannot wait calls `work` in idle moments and asks with `ready=True` for what is there by then: names,
    acronyms and codes at once, words around and about the entities as they come in.

    Attributes:
        graph: The graph.
    """

    graph: Graph
    _names: Names | None = None
    _postings: Postings | None = None
    _rest: Iterator[None] | None = None
    _whole: bool = False
    _readers: dict[bool, Reader] = attrs.field(factory=dict)

    def search(
        self, query: str, limit: int | None = None, *, near: str | None = None, ready: bool = False
    ) -> list[Hit]:
        """Return the best hits of a query.

        Args:
            query: Words, phrases, exclusions and filters; see `parse_query`.
            limit: How many at most; all without it.
            near: The entity from which nearer hits stand before farther ones.
            ready: Whether to ask only what is indexed by now.

        Raises:
            QueryError: A filter is wrong.
        """
        return self.matches(query, near=near, ready=ready).best(limit)
