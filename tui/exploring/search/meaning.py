"""What a query means in a model: asked of the search index, which is built while the reader thinks."""

import gc
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import attrs

from tiers.model import Graph

if TYPE_CHECKING:
    from tiers.model.finding.index import Index
    from tiers.model.finding.ranking.hits import Matches

_COLLECTED = gc.get_threshold()
_RARELY = 1 << 30
"""While the index is built the garbage collector looks at what is new only: going through all would stop the keys."""


@attrs.frozen(eq=False, repr=False)
class Meant:
    """What a query means.

    Attributes:
        asked: Whether it asks for anything; punctuation does not.
        ids: The entities meant, the likeliest first.
        matches: The same as the index gives them, where it does.
        words: The words looked for, as they are compared.
        plain: Whether it is words alone, without filters, quotes and exclusions.
        alike: Whether nothing bears it as typed, and these bear something like it.
        reading: Whether the index is not whole yet, so that more may be meant.
        unfinished: Whether a filter at its end was left out because it is still being typed.
        wrong: What is wrong with a filter; empty for nothing.
        hint: What is allowed in its place.
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
        """Return why an entity is meant; empty where that is not known."""
        return "" if self.matches is None else self.matches.why(entity_id)


@attrs.define(eq=False, repr=False)
class Likeness:
    """Asks the search index; never on start-up.

    Attributes:
        graph: The model.
        at_once: Seconds a question may wait for what is not indexed yet.
        few: The names of so many entities are indexed at once.
    """

    graph: Graph
    at_once: float = 0.008
    few: int = 1_000
    _index: "Index | None" = None

    @property
    def whole(self) -> bool:
        """Whether a question is answered from all there is."""
        return self._index is not None and self._index.whole

    @property
    def stage(self) -> int:
        """How much can be answered by now; rises until all can."""
        return 0 if self._index is None else self._index.stage

    @property
    def numbers(self) -> Mapping[str, int] | None:
        """The numbers that the index gives to entities; `None` before it does."""
        return None if self._index is None else self._index.numbers

    def __call__(self, query: str, limit: int) -> Sequence[str]:
        """Return the ids of the entities a query may mean, the likeliest first; none where a filter is wrong."""
        from tiers.model.finding.query import QueryError  # noqa: PLC0415 - paid for when something is looked for

        index = self._asked()
        try:
            if not self._can_answer(index):
                return index.so_far(query)[:limit]
            return [hit.id for hit in index.search(query, limit, ready=True)]
        except QueryError:
            return ()

    def meant(self, query: str, near: str | None = None) -> Meant:
        """Return what a query means; a filter that is still being typed at its end is not asked for yet.

        Args:
            query: What was typed.
            near: The entity to which nearer ones are likelier.
        """
        from tiers.model.finding.query import QueryError  # noqa: PLC0415 - paid for when something is looked for

        from .completing import begun  # noqa: PLC0415 - as above

        index = self._asked()
        try:
            if not self._can_answer(index):
                return self._so_far(query, index.so_far(query))
            matches = index.matches(query, near=near, ready=True)
        except QueryError as error:
            typing = begun(query, self.graph, self.named)
            if typing is None or not typing.is_unfinished:
                return Meant(wrong=error.message, hint=error.hint)
            return attrs.evolve(self.meant(query[: typing.start], near), unfinished=True)
        return attrs.evolve(self._meant(query, matches), reading=not index.whole)

    def named(self, begun: str, limit: int) -> Sequence[str]:
        """Return the ids of the entities that a text names or begins to name, the likeliest first."""
        meant = self.meant(begun)
        return () if meant.alike else list(islice(meant.ids, limit))

    def nearest(self, query: str) -> list[str]:
        """Return the words of the model that are most like those of a query that finds nothing."""
        return self._begun().nearest(query)

    def work(self, seconds: float) -> bool:
        """Index for so long at most; return whether something is left to do."""
        index = self._begun()
        if index.whole:
            gc.set_threshold(*_COLLECTED)  # that of another date may not have been built to the end
            return False
        gc.set_threshold(*_COLLECTED[:2], _RARELY)
        left = index.work(seconds)
        if not left:
            gc.freeze()  # what was built stays
            gc.set_threshold(*_COLLECTED)
        return left

    def _asked(self) -> "Index":
        self.work(self.at_once)
        return self._begun()

    def _can_answer(self, index: "Index") -> bool:
        """Whether the names are in order, or so few that they can be put in order at once."""
        return index.named or len(self.graph) <= self.few

    def _so_far(self, query: str, found: Sequence[str]) -> Meant:
        said = _said(query)
        return attrs.evolve(said, ids=found, reading=True) if said.asked else said

    def _meant(self, query: str, matches: "Matches") -> Meant:
        from tiers.model.finding.ranking.ranks import BY_LEVEL  # noqa: PLC0415 - paid for when something is looked for
        from tiers.model.finding.words.texts import KIND, TEXT  # noqa: PLC0415 - as above

        said = _said(query)
        if not said.asked:
            return said
        best = matches.ranks[0].score if matches.ranks else 0.0
        if best < BY_LEVEL[TEXT] and said.plain:
            inside = self._begun().inside(query)
            if inside:
                return attrs.evolve(said, ids=inside)
        # What bears the words itself leaves out what is only linked to them, and both what is only spelt alike.
        floor = next((each for each in (BY_LEVEL[KIND], BY_LEVEL[TEXT]) if best >= each), 0.0)
        kept = attrs.evolve(matches, ranks=[rank for rank in matches.ranks if rank.score >= floor])
        alike = len(kept) > 0 and floor == 0.0
        return attrs.evolve(said, ids=kept, matches=kept, alike=alike)

    def _begun(self) -> "Index":
        if self._index is None:
            from tiers.model.finding.index import Index  # noqa: PLC0415 - paid for when something is looked for

            self._index = Index(self.graph)
        return self._index


def _said(query: str) -> Meant:
    """Return what a query says itself, before anything is found: whether it asks, for which words, how plainly."""
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
