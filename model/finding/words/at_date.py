"""The part of the search index that depends on the date: ended entities, relations, and the places entities are in."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from ...facts.graph import Graph
from ...structure.placing import placements
from .bits import bits_of
from .every_date import SharedIndex
from .postings import Postings
from .spelling import all_keys
from .table import STEP, Steps, parts
from .texts import ABOVE, KIND, LINKED, PLACE, above, labels_of, not_current, text_of

_T = TypeVar("_T")

_FEW = 16
"""How many parents are handled in one step while their children's places are indexed."""

_Context = tuple[frozenset[str], int]
"""The words in the names of an entity and its ancestors, and how many ancestors it has."""


_Bearers = defaultdict[str, "array[int]"]
"""The numbers of entities by a text that finds them."""


def _no_numbers() -> "array[int]":
    return array("I")


@attrs.define(eq=False, repr=False)
class DateIndex:
    """The part of a search index that belongs to one date.

    Attributes:
        graph: The graph at that date.
        shared: The part that is the same at other dates.
        postings: The words of that date, in addition to the shared ones.
        past: The set of the entities that have ended or not begun.
    """

    graph: Graph
    shared: SharedIndex
    postings: Postings = attrs.field(init=False)
    past: int = 0
    _contexts: dict[str, _Context] = attrs.field(factory=dict)

    @postings.default
    def _begin_postings(self) -> Postings:
        return Postings(len(self.graph), self.shared.postings)

    def steps(self) -> Iterator[None]:
        """Index everything that depends on the date; yield after each step."""
        yield from self._current()
        yield from self._kinds()
        yield from self._links()
        yield from self._places()
        for level in (KIND, LINKED, PLACE):
            yield from self.postings.pack(level)

    def _current(self) -> Steps[None]:
        """Index which entities have ended or not begun."""
        numbers = self.shared.names.numbers
        past: list[int] = []
        for part in parts(self.shared.maybe_past):
            past.extend([numbers[each] for each in part if not_current(self.graph, each)])
            yield
        self.past = bits_of([past], len(numbers))

    def _kinds(self) -> Steps[None]:
        """Index the tier, classification and status of entities that have several claims of them."""
        ids = self.shared.names.ids
        for part in parts(self.shared.of_several_claims):
            for number, attribute in part:
                value = text_of(self.graph.value(ids[number], attribute))
                self.postings.add(KIND, all_keys(value), number)
            yield

    def _links(self) -> Steps[None]:
        """Index entities by their roles and by the names at the other end of their relations.

        What one role or one name finds is collected first, so that its words are looked up once: a body is the end of
        many relations.
        """
        of_role: _Bearers = defaultdict(_no_numbers)
        of_name: _Bearers = defaultdict(_no_numbers)
        yield from self._collect_links(of_role, of_name)
        for role, bearers in of_role.items():
            self.postings.extend(LINKED, all_keys(role), bearers)
            yield
        for some in parts(of_name, _FEW):
            for each in some:
                self.postings.extend(LINKED, self._words(each), of_name[each])
            yield
        yield from _forget(of_name)

    def _collect_links(self, of_role: _Bearers, of_name: _Bearers) -> Steps[None]:
        """Collect the numbers of the entities that each role finds, and each name at the other end of a relation."""
        numbers = self.shared.names.numbers.get
        for part in parts(self.shared.linking_relations):
            for relation in filter(self.graph.holds, part):
                role = text_of(relation.details.get("role"))
                subject, target = relation.subject, relation.object
                out, back = labels_of(relation)
                for one, other, label in ((subject, target, out), (target, subject, back)):
                    number = numbers(one) if role or label else None
                    if number is not None:
                        if role:
                            of_role[role].append(number)
                        if label:
                            of_name[other].append(number)
                    if subject == target:
                        break
            yield

    def _places(self) -> Steps[None]:
        """Index each entity by the names of its ancestors; all children of a parent in one go, since they share these."""
        below: dict[str, array[int]] = {}
        for part in parts(enumerate(self.shared.names.ids)):
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
        """Return the words in the names of an entity and its ancestors.

        An entity with one parent, as nearly all have, gets its parent's words and its own. This goes down
        from the nearest ancestor whose words are known, without recursion.
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
        names = self.shared.names
        number = names.numbers.get(entity_id)
        return () if number is None else names.words(number)


def _forget(known: dict[str, _T]) -> Steps[None]:
    """Empty a memo in steps, since freeing 100,000 entries at once takes longer than a slice."""
    while known:
        for _ in range(min(STEP, len(known))):
            known.popitem()
        yield
