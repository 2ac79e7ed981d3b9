"""The part of the search index that dates share: names, codes, topics, kinds and long texts.

In most models nothing else is needed to find a name at another date.
"""

import weakref
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import compress

import attrs

from ...facts.graph import Graph
from ...facts.statements import Statements
from .attributes import Attributes
from .bits import bits_in_steps, no_numbers
from .names import Initials, Names
from .names_in_order import NameReader
from .postings import Postings
from .relation_texts import notes_and_limits
from .spelling import all_keys, keys
from .table import Steps, parts
from .texts import KIND, NAME, OTHER, TEXT, TOPIC, said

NAMES, FORMS, SAID = range(3)
"""The stages of indexing in order: names, their initials and codes; topics and kinds; long texts."""

_MAPPED_AT_ONCE = 1 << 12
"""How many positions are turned into numbers in a step."""


@attrs.define(eq=False, repr=False)
class SharedIndex:
    """The part of a search index for all dates at which every entity has the same name.

    Attributes:
        graph: The graph at one of these dates.
        reading: The names while they are read; emptied once they are sorted.
        postings: The words of names, topics, kinds and long texts.
        initials: The initials of names.
        of_size: The entities by the number of words in their name, without small words.
        past: The entities that are over at every date.
        maybe_past: The entities that have ended or not begun at some date.
        of_several_claims: The entities with several claims of tier, classification or status, with the
            attribute.
    """

    graph: Graph
    reading: NameReader
    postings: Postings
    initials: Initials = attrs.field(factory=Initials)
    of_size: dict[int, int] = attrs.field(factory=dict)
    past: "array[int]" = attrs.field(factory=no_numbers)
    maybe_past: "array[int]" = attrs.field(factory=no_numbers)
    of_several_claims: list[tuple[int, str]] = attrs.field(factory=list)
    _names: Names = attrs.field(init=False)
    _done: int = -1
    _steps: Iterator[None] = attrs.field(init=False)

    @_steps.default
    def _begin(self) -> Iterator[None]:
        # a generator that holds `self` is a cycle, so that the names would stay until the garbage collector runs;
        # with a weak proxy an unfinished index is freed with its last user
        return SharedIndex._all(weakref.proxy(self))

    @classmethod
    def of(cls, graph: Graph) -> "SharedIndex":
        """Return the shared index for a graph at its date, as far as it is built; a new one where the names differ."""
        kept = graph.once_for_all(latest_shared_index)
        known = kept.index
        if known is None or not known.fits(graph):
            known = kept.index = cls(graph, NameReader(graph), Postings(len(graph)))
        return known

    @property
    def names(self) -> Names:
        """The names; reads the rest of them first if necessary."""
        for _ in self.index_up_to(NAMES):
            pass
        return self._names

    def has(self, stage: int) -> bool:
        """Return whether a stage is complete."""
        return self._done >= stage

    def index_up_to(self, stage: int) -> Iterator[None]:
        """Index up to the end of a stage; yield after each step."""
        while self._done < stage:
            next(self._steps)
            yield

    def complete(self, names: Names) -> None:
        """Use complete names; called where everything else was indexed before."""
        self._names, self._done = names, SAID

    def fits(self, graph: Graph) -> bool:
        """Return whether all names are the same at another date; false while that is not known."""
        if graph.at == self.graph.at:
            return True
        return self.has(NAMES) and all(
            graph.name(each) == name for each, name in self.reading.changing.items()
        )

    def _all(self) -> Iterator[None]:
        names = yield from self.reading.steps()
        yield from SharedIndex._words(self, names)
        self._names, self._done = names, NAMES
        yield from self.reading.forget()
        for level in (NAME, OTHER):
            yield from self.postings.pack(level)
        yield from SharedIndex._kinds(self)
        yield from SharedIndex._dates(self)
        self._done = FORMS
        yield
        yield from SharedIndex._said(self)
        yield from self.postings.pack(TEXT)
        self.reading.attributes = Attributes()
        self._done = SAID
        yield

    def _words(self, names: Names) -> Steps[None]:
        """Index the words, the initials and the lengths of names, and the words and initials of other names."""
        sizes: defaultdict[int, array[int]] = defaultdict(no_numbers)
        for part in parts(enumerate(names.folded)):
            words_of = [(number, text.split()) for number, text in part]
            self.postings.add_each(NAME, words_of)
            hyphenated = names.with_compounds(range(part[0][0], part[-1][0] + 1))
            self.postings.add_each(NAME, [(each, names.joined(each)) for each in hyphenated])
            for number, words in words_of:
                sizes[self.initials.add(words, number)].append(number)
            yield
        for size, numbers in sizes.items():
            self.of_size[size] = yield from bits_in_steps(numbers, len(names.ids))
        for further in parts(names.others.items()):
            for number, texts in further:
                for text in texts:
                    self.postings.add(OTHER, all_keys(text), number)
                    self.initials.add(keys(text), number)
            yield

    def _kinds(self) -> Steps[None]:
        """Index topics, kinds, and the tier, classification and status of entities with one value at every date."""
        attributes = self.reading.attributes
        for level, bearers in ((TOPIC, attributes.topics), (KIND, attributes.kinds)):
            for text, positions in bearers.items():
                numbers = no_numbers()
                for start in range(0, len(positions), _MAPPED_AT_ONCE):
                    numbers.extend(self.reading.ranks_of(positions[start : start + _MAPPED_AT_ONCE]))
                    yield
                self.postings.extend(level, all_keys(text), numbers)
        yield from self.postings.pack(TOPIC)

    def _dates(self) -> Steps[None]:
        """Collect the entities that depend on the date, for `DateIndex`."""
        reading, numbers = self.reading, self._names.numbers
        attributes, changed = reading.attributes, self.reading.links.changed
        self.past = reading.ranks_of(attributes.past)
        self.maybe_past = reading.ranks_of(attributes.maybe_past)
        self.maybe_past.extend([numbers[each] for each in changed if each in numbers])
        several = attributes.of_several_claims
        self.of_several_claims = [(reading.ranks[at], attribute) for at, attribute in several]
        yield

    def _said(self) -> Steps[None]:
        """Index the long texts."""
        reading = self.reading
        rows, by_text, saying = reading.rows, reading.links.by_text, reading.attributes.saying
        for each in reading.links.numbers.of(by_text, -1):
            if each >= 0:
                saying[reading.order[each]] = True
        for positions in parts(compress(range(len(saying)), saying)):
            words: list[tuple[int, set[str]]] = []
            part = zip(reading.ranks_of(positions), rows.entities(positions), strict=True)
            for number, (entity_id, _, values, has_note) in part:
                found = [text for _, _, text in said(values, rows)]
                if has_note or entity_id in by_text:
                    entity = self.graph.entity(entity_id)
                    found += [text for _, _, text in notes_and_limits(self.graph, entity, by_text)]
                words.append((number, {word for text in found for word in all_keys(text)}))
            self.postings.add_each(TEXT, words)
            yield


@attrs.define(eq=False, repr=False)
class LatestSharedIndex:
    """Keeps the shared index that was used last, for use at other dates of the model.

    Attributes:
        index: The index; `None` before the first search.
    """

    index: SharedIndex | None = None


def latest_shared_index(_: Statements) -> LatestSharedIndex:
    """Return an empty holder for the shared index of a model."""
    return LatestSharedIndex()
