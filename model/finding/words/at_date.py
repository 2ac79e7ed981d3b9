"""What search knows of a model at one date only: what is past, what is linked, where things belong."""

from array import array
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from ...facts.graph import Graph
from ...structure.placing import placements
from .bits import bits_of
from .every_date import Ground
from .postings import Postings
from .spelling import all_keys
from .table import STEP, Steps, parts
from .texts import ABOVE, KIND, LINKED, PLACE, above, ends_linked, not_current, text_of

_T = TypeVar("_T")

_FEW = 16
"""The words of the places of what is below so many entities are indexed in a step."""

_Context = tuple[frozenset[str], int]
"""The words of the names of an entity and of what it is below, and how much that is."""


@attrs.define(eq=False, repr=False)
class Dated:
    """The part of an index that belongs to one date.

    Attributes:
        graph: The graph at that date.
        ground: What is the same at other dates.
        postings: The words of that date, on top of those of the ground.
        past: The entities that have ended, or have not begun.
    """

    graph: Graph
    ground: Ground
    postings: Postings = attrs.field(init=False)
    past: int = 0
    _contexts: dict[str, _Context] = attrs.field(factory=dict)

    @postings.default
    def _begin_postings(self) -> Postings:
        return Postings(len(self.graph), self.ground.postings)

    def steps(self) -> Iterator[None]:
        """Index what is so at the date; yields after each step."""
        yield from self._current()
        yield from self._kinds()
        yield from self._links()
        yield from self._places()
        for level in (KIND, LINKED, PLACE):
            yield from self.postings.settle(level)

    def _current(self) -> Steps[None]:
        numbers = self.ground.names.numbers
        past: list[int] = []
        for part in parts(self.ground.dated):
            past.extend([numbers[each] for each in part if not_current(self.graph, each)])
            yield
        self.past = bits_of([past], len(numbers))

    def _kinds(self) -> Steps[None]:
        ids = self.ground.names.ids
        for part in parts(self.ground.wavering):
            for number, attribute in part:
                value = text_of(self.graph.value(ids[number], attribute))
                self.postings.add(KIND, all_keys(value), number)
            yield

    def _links(self) -> Steps[None]:
        numbers = self.ground.names.numbers
        words_of: dict[str, list[str]] = {}
        for part in parts(self.ground.linking):
            for relation in part:
                if not self.graph.holds(relation):
                    continue
                role = text_of(relation.details.get("role"))
                if role not in words_of:
                    words_of[role] = all_keys(role)
                for each in {relation.subject, relation.object}:
                    number = numbers.get(each)
                    if number is not None:
                        self.postings.add(LINKED, words_of[role], number)
                        for _, other in ends_linked(relation, each):
                            self.postings.add(LINKED, self._words(other), number)
            yield

    def _places(self) -> Steps[None]:
        """Index by the words of what it is below all that is directly below an entity at once."""
        below: dict[str, array[int]] = {}
        for part in parts(enumerate(self.ground.names.ids)):
            for number, entity_id in part:
                for each in placements(self.graph, entity_id):
                    below.setdefault(each.object, array("I")).append(number)
            yield
        for some in parts(below, _FEW):
            for whole in some:
                self.postings.extend(PLACE, self._context(whole)[0], below[whole])
            yield
        yield from _forget(below)
        yield from _forget(self._contexts)

    def _context(self, entity_id: str) -> _Context:
        """Return the words of the names of an entity and of what it is below.

        Nearly all are directly below one other, whose words are known and theirs too.
        """
        known, way = self._contexts, [entity_id]
        while way[-1] not in known:
            wholes = {each.object for each in placements(self.graph, way[-1])}
            if len(wholes) != 1 or len(way) > ABOVE or not wholes.isdisjoint(way):
                known[way[-1]] = self._context_read(way[-1])
            else:
                way.extend(wholes)
        for each, whole in zip(way[-2::-1], way[:0:-1], strict=True):
            words, wide = known[whole]
            if wide + 2 <= ABOVE:
                known[each] = (words.union(self._words(each)), wide + 1)
            else:
                known[each] = self._context_read(each)
        return known[entity_id]

    def _context_read(self, entity_id: str) -> _Context:
        wholes = above(self.graph, entity_id)
        return frozenset(word for each in (entity_id, *wholes) for word in self._words(each)), len(wholes)

    def _words(self, entity_id: str) -> Sequence[str]:
        names = self.ground.names
        number = names.numbers.get(entity_id)
        return () if number is None else names.words(number)


def _forget(known: dict[str, _T]) -> Steps[None]:
    """Let go of what was kept, a part at a time: all at once would take longer than a slice."""
    while known:
        for _ in range(min(STEP, len(known))):
            known.popitem()
        yield
