"""The entities that a query means, from the search index, which is built between key presses."""

import gc
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tiers.model import Graph
from tiers.model.format.unchanging import Unchanging

if TYPE_CHECKING:
    from tiers.model.finding.index import Index
    from tiers.model.finding.ranking.hits import Matches

_COLLECTED = gc.get_threshold()
_RARELY = 1 << 30
"""The threshold of the garbage collector while indexing: only new objects are collected; a full collection delays keys."""


class Meant(Unchanging):
    """The entities and words that a query means.

    Attributes:
        asked: Whether the query has a word or a filter, and not only punctuation.
        ids: The matching entities, best first.
        matches: The same matches as the index returned them; `None` if the index cannot answer yet.
        words: The words of the query, folded for comparison.
        plain: Whether it has only words, without filters, quotes and exclusions.
        alike: Whether nothing matches exactly, so that `ids` match nearly.
        reading: Whether the index is incomplete, so that more may match.
        unfinished: Whether the filter at the end was ignored because it is still being typed.
        wrong: The mistake in a filter; empty for none.
        hint: The allowed values of the filter.
    """

    asked: bool = True
    ids: Collection[str] = ()
    matches: "Matches | None" = None
    words: tuple[str, ...] = ()
    plain: bool = True
    alike: bool = False
    reading: bool = False
    unfinished: bool = False
    wrong: str = ""
    hint: str = ""

    def why(self, entity_id: str) -> str:
        """Return why an entity matches; empty if that is not known."""
        return "" if self.matches is None else self.matches.why(entity_id)


def _never() -> bool:
    return False


class QueryMeanings:
    """Answers queries from the search index, which is not built on start-up.

    Attributes:
        graph: The model.
        at_once: The seconds that a query may wait for indexing.
        few: The number of entities up to which names are indexed within one query.
        is_wanted: Whether the index is built between key presses: that of the last known state is there for every
            start, while that of a date of a large model waits until somebody searches at that date.
        is_made_elsewhere: Whether another process is making the index of the last known state. It is then
            built here only if a query comes before it is stored.
    """

    def __init__(
        self,
        graph: Graph,
        at_once: float = 0.008,
        few: int = 1_000,
        is_made_elsewhere: Callable[[], bool] = _never,
    ) -> None:
        self.graph = graph
        self.at_once = at_once
        self.few = few
        self.is_wanted = graph.at is None or len(graph) <= few
        self.is_made_elsewhere = is_made_elsewhere
        self._index: Index | None = None

    def of(self, graph: Graph) -> "QueryMeanings":
        """Return an instance for another graph, without any index."""
        return QueryMeanings(graph, self.at_once, self.few, self.is_made_elsewhere)

    @property
    def whole(self) -> bool:
        """Whether the index is complete."""
        return self._index is not None and self._index.whole

    @property
    def stage(self) -> int:
        """A number that rises until the index is complete."""
        return 0 if self._index is None else self._index.stage

    @property
    def numbers(self) -> Mapping[str, int] | None:
        """The number of each entity in the index; `None` until it has numbers."""
        return None if self._index is None else self._index.numbers

    def __call__(self, query: str, limit: int) -> Sequence[str]:
        """Return the ids of the entities that match a query, best first; empty if a filter is wrong."""
        from tiers.model.finding.query import QueryError  # noqa: PLC0415 - paid for when something is looked for

        index = self._asked()
        try:
            if not self._can_answer(index):
                return index.so_far(query)[:limit]
            return [hit.id for hit in index.search(query, limit, ready=True)]
        except QueryError:
            return ()

    def meant(self, query: str, near: str | None = None) -> Meant:
        """Return the meaning of a query; a filter still being typed at its end is ignored.

        Args:
            query: The typed query.
            near: The entity of the cursor; entities near it rank higher.
        """
        from tiers.model.finding.query import QueryError  # noqa: PLC0415 - paid for when something is looked for

        from .completion import begun  # noqa: PLC0415 - as above

        index = self._asked()
        try:
            if not self._can_answer(index):
                return self._so_far(query, index.so_far(query))
            matches = index.matches(query, near=near, ready=True)
        except QueryError as error:
            typing = begun(query, self.graph, self.named)
            if typing is None or not typing.is_unfinished:
                return Meant(wrong=error.message, hint=error.hint)
            return self.meant(query[: typing.start], near).but(unfinished=True)
        return self._meant(query, matches).but(reading=not index.whole)

    def named(self, begun: str, limit: int) -> Sequence[str]:
        """Return the ids of the entities that a text names or begins to name, best first."""
        meant = self.meant(begun)
        return () if meant.alike else list(islice(meant.ids, limit))

    def nothing_found(self, query: str) -> tuple[str, str]:
        """Return the message for a query without matches and its hint, the same as in `tiers search`."""
        from ...wording.unknown_words import nearest_words, nothing_found  # noqa: PLC0415 - paid for when nothing is found

        return nothing_found(self._begun(), query), nearest_words(self._begun(), query)

    def work(self, seconds: float) -> bool:
        """Index for at most this many seconds; return whether work is left to do here."""
        if self._is_awaited():
            return False
        index = self._begun()
        if index.whole:
            gc.set_threshold(*_COLLECTED)  # the index of another date may be incomplete
            return False
        gc.set_threshold(*_COLLECTED[:2], _RARELY)
        left = index.work(seconds)
        if not left:
            gc.freeze()  # the finished part is kept
            gc.set_threshold(*_COLLECTED)
        return left

    def _is_awaited(self) -> bool:
        """Whether the index is not begun, and another process is making it and has not stored it yet."""
        if self._index is not None or self.graph.at is not None or not self.is_made_elsewhere():
            return False
        index = self._new()
        if not index.recall():
            return True
        self._index = index
        return False

    def forget_other_dates(self) -> None:
        """Let go of the index that searches at other dates share, if this is the last known state, unless this one has it too."""
        if self._index is not None and self.graph.at is None:
            self._index.forget_other_dates()

    def _asked(self) -> "Index":
        self.is_wanted = True
        index = self._begun()
        self.work(self.at_once)
        return index

    def _can_answer(self, index: "Index") -> bool:
        """Whether the names are indexed, or few enough to index now."""
        return index.named or len(self.graph) <= self.few

    def _so_far(self, query: str, found: Sequence[str]) -> Meant:
        said = _said(query)
        return said.but(ids=found, reading=True) if said.asked else said

    def _meant(self, query: str, matches: "Matches") -> Meant:
        from tiers.model.finding.ranking.ranks import BY_LEVEL, strongest  # noqa: PLC0415 - paid for when something is looked for
        from tiers.model.finding.words.texts import TEXT  # noqa: PLC0415 - as above

        said = _said(query)
        if not said.asked:
            return said
        best = matches.ranks[0].score if matches.ranks else 0.0
        if best < BY_LEVEL[TEXT] and said.plain:
            inside = self._begun().inside(query)
            if inside:
                return said.but(ids=inside)
        kept = strongest(matches)
        alike = len(kept) > 0 and best < BY_LEVEL[TEXT]
        return said.but(ids=kept, matches=kept, alike=alike)

    def _begun(self) -> "Index":
        if self._index is None:
            self._index = self._new()
        return self._index

    def _new(self) -> "Index":
        from tiers.model.finding.index import Index  # noqa: PLC0415 - paid for when something is looked for

        return Index(self.graph)


def _said(query: str) -> Meant:
    """Return the meaning of a query without matches: its words, and whether it has filters or quotes."""
    from tiers.model.finding.query import FILLERS, parse_query  # noqa: PLC0415 - as above
    from tiers.model.format.text import fold  # noqa: PLC0415 - paid for when something is looked for

    asked = parse_query(query)
    folded = tuple(part for each in (*asked.words, *asked.phrases) for part in fold(each).split())
    telling = tuple(each for each in folded if each not in FILLERS)
    return Meant(
        asked=bool(folded or asked.filters),
        words=telling or folded,
        plain=not (asked.phrases or asked.excluded or asked.filters),
    )
