"""The part of the search index that depends on the date: ended entities, relations, and the places entities are in."""

from array import array
from collections import defaultdict
from collections.abc import Iterator

import attrs

from ...facts.graph import Graph
from .attributes import Bearers
from .bits import bits_of, no_numbers
from .every_date import SharedIndex
from .links import AT_A_DATE, NO_ENTITY, Ends, Finds, holding
from .postings import Postings
from .spelling import all_keys
from .table import STEP, Steps, parts
from .texts import ABOVE, KIND, LINKED, PLACE, above, not_current, text_of

_FEW = 16
"""How many entities are handled in one step where each takes long: their standing, or the places of those below them."""

_Context = tuple[frozenset[str], int]
"""The words in the names of an entity and its ancestors, and how many ancestors it has."""

_ByNumber = defaultdict[int, "array[int]"]
"""The numbers of entities by the number of another entity, whose name finds them."""


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
    _contexts: dict[int, _Context] = attrs.field(factory=dict)

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
        ids = self.shared.names.ids
        past: list[int] = []
        for part in parts(self.shared.maybe_past, _FEW):
            past.extend([number for number in part if not_current(self.graph, ids[number])])
            yield
        self.past = bits_of([past, self.shared.past], len(ids))

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
        of_role: Bearers = defaultdict(no_numbers)
        of_name: _ByNumber = defaultdict(no_numbers)
        for finds, ends in self.shared.reading.links.ends.items():
            yield from self._collect_links(finds, ends, of_role, of_name)
        for role, bearers in of_role.items():
            self.postings.extend(LINKED, all_keys(role), bearers)
            yield
        words = self.shared.names.words
        while of_name:
            for _ in range(min(_FEW, len(of_name))):
                each, bearers = of_name.popitem()
                self.postings.extend(LINKED, words(each), bearers)
            yield

    def _collect_links(self, finds: Finds, ends: Ends, of_role: Bearers, of_name: _ByNumber) -> Steps[None]:
        """Collect the numbers of the entities that each role finds, and each name at the other end of a relation."""
        role, out, back = finds
        ids = self.shared.names.ids
        for start in range(0, len(ends.places), STEP):
            for subject, target in holding(self.graph, ids, ends, start, start + STEP):
                if subject != NO_ENTITY:
                    if role:
                        of_role[role].append(subject)
                    if out and target != NO_ENTITY:
                        of_name[target].append(subject)
                if target not in {NO_ENTITY, subject}:
                    if role:
                        of_role[role].append(target)
                    if back and subject != NO_ENTITY:
                        of_name[subject].append(target)
            yield

    def _places(self) -> Steps[None]:
        """Index each entity by the names of its ancestors; all children of a parent in one go, since they share these."""
        below: _ByNumber = defaultdict(no_numbers)
        ids, links, is_now = self.shared.names.ids, self.shared.reading.links, self.graph.at is None
        for start in range(0, len(ids), STEP):
            for number, parent in enumerate(links.parents[start : start + STEP], start):
                if parent < AT_A_DATE and (is_now or links.is_lasting[number]):
                    below[parent].append(number)
                elif parent != NO_ENTITY:
                    for each in links.above(self.graph, ids, number):
                        below[each].append(number)
            yield
        while below:
            for _ in range(min(_FEW, len(below))):
                whole, inside = below.popitem()
                self.postings.extend(PLACE, self._context(whole)[0], inside)
            yield
        while self._contexts:  # in steps, since freeing 100,000 at once takes longer than a slice
            for _ in range(min(STEP, len(self._contexts))):
                self._contexts.popitem()
            yield

    def _context(self, number: int) -> _Context:
        """Return the words in the names of an entity and its ancestors.

        An entity with one parent, as nearly all have, gets its parent's words and its own. This goes down
        from the nearest ancestor whose words are known, without recursion.
        """
        known, links, ids = self._contexts, self.shared.reading.links, self.shared.names.ids
        way = [number]
        while way[-1] not in known:
            wholes = links.above(self.graph, ids, way[-1])
            if len(set(wholes)) != 1 or len(way) > ABOVE or wholes[0] in way:
                known[way[-1]] = self._context_read(way[-1])
            else:
                way.append(wholes[0])
        words, wide = known[way.pop()]
        while way:
            each = way.pop()
            if wide + 2 <= ABOVE:
                words, wide = known[each] = (words.union(self.shared.names.words(each)), wide + 1)
            else:
                words, wide = known[each] = self._context_read(each)
        return known[number]

    def _context_read(self, number: int) -> _Context:
        names = self.shared.names
        wholes = above(self.graph, names.ids[number])
        numbers = (number, *map(names.numbers.__getitem__, wholes))
        return frozenset(word for each in numbers for word in names.words(each)), len(wholes)
