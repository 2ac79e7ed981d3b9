"""The part of the search index that dates share: names, codes, topics, kinds and long texts.

In most models nothing else is needed to find a name at another date.
"""

import weakref
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import attrs

from ...facts.columns import CHANGING
from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format.records import Relation
from .bits import bits_in_steps
from .names import Initials, Names
from .names_in_order import NameReader
from .postings import Postings
from .relation_texts import may_tell, notes_and_limits, told_of
from .spelling import all_keys, keys
from .table import Steps, parts
from .texts import KIND, KIND_FROM, NAME, OTHER, TEXT, TOPIC, may_link, said, tells_of_time, text_of

NAMES, FORMS, SAID = range(3)
"""The stages of indexing in order: names and codes; initials, topics and kinds; long texts."""


@attrs.define(eq=False, repr=False)
class SharedIndex:
    """The part of a search index for all dates at which every entity has the same name.

    Attributes:
        graph: The graph at one of these dates.
        reading: The names while they are read; emptied once they are sorted.
        postings: The words of names, topics, kinds and long texts.
        initials: The initials of names.
        of_size: The entities by the number of words in their name, without small words.
        maybe_past: The entities that have ended or not begun at some date.
        of_several_claims: The entities with several claims of tier, classification or status, with the
            attribute.
        linking_relations: The relations whose role or other end finds an entity.
        told: The entities of which relations with a note or limit tell.
    """

    graph: Graph
    reading: NameReader
    postings: Postings
    initials: Initials = attrs.field(factory=Initials)
    of_size: dict[int, int] = attrs.field(factory=dict)
    maybe_past: list[str] = attrs.field(factory=list)
    of_several_claims: list[tuple[int, str]] = attrs.field(factory=list)
    linking_relations: list[Relation] = attrs.field(factory=list)
    told: set[str] = attrs.field(factory=set)
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
        yield from SharedIndex._initials(self, names)
        yield from SharedIndex._kinds(self, names)
        yield from SharedIndex._dates(self)
        self._done = FORMS
        yield
        entity_of = self.graph.entity
        for part in parts(enumerate(names.ids)):
            for number, entity_id in part:
                entity = entity_of(entity_id)
                texts = chain(said(entity), notes_and_limits(self.graph, entity, self.told))
                words = {word for _, _, text in texts for word in all_keys(text)}
                self.postings.add(TEXT, words, number)
            yield
        yield from self.postings.pack(TEXT)
        self._done = SAID
        yield

    def _words(self, names: Names) -> Steps[None]:
        """Index the words of names and other names."""
        for part in parts(enumerate(names.folded)):
            self.postings.add_texts(NAME, part)
            for number, _ in part:
                joined = names.joined(number)
                if joined:
                    self.postings.add(NAME, joined, number)
            yield
        for further in parts(names.others.items()):
            for number, texts in further:
                for text in texts:
                    self.postings.add(OTHER, all_keys(text), number)
            yield

    def _initials(self, names: Names) -> Steps[None]:
        """Index the initials and the lengths of names."""
        sizes: dict[int, array[int]] = {}
        for part in parts(enumerate(names.folded)):
            for number, folded in part:
                sizes.setdefault(self.initials.add(folded.split(), number), array("I")).append(number)
            yield
        for size, numbers in sizes.items():
            self.of_size[size] = yield from bits_in_steps(numbers, len(names.ids))
        for further in parts(names.others.items()):
            for number, texts in further:
                for text in texts:
                    self.initials.add(keys(text), number)
            yield

    def _kinds(self, names: Names) -> Steps[None]:
        """Index topics, kinds, and the tier, classification and status of entities with one value at every date."""
        bearers: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        entity_of = self.graph.entity
        for part in parts(enumerate(names.ids)):
            for number, entity_id in part:
                entity = entity_of(entity_id)
                if "topics" in entity.values:
                    for topic in entity.texts("topics"):
                        self.postings.add(TOPIC, all_keys(topic), number)
                bearers[entity.kind].append(number)
                for attribute in KIND_FROM:
                    value = entity.values.get(attribute)
                    if isinstance(value, str):
                        bearers[text_of(value)].append(number)
                    elif value is not None:
                        self.of_several_claims.append((number, attribute))
            yield
        for text, numbers in bearers.items():
            self.postings.extend(KIND, all_keys(text), numbers)
            yield
        yield from self.postings.pack(TOPIC)

    def _dates(self) -> Steps[None]:
        """Collect the entities and relations that depend on the date, for `DateIndex`."""
        changed: set[str] = set()
        for of_subject in parts(self.graph.relations_by_subject()):
            every = [each for relations in of_subject for each in relations]
            self.linking_relations.extend([each for each in every if may_link(each)])
            self.told.update([told for each in every if may_tell(each) for told in told_of(each)])
            changed.update([each.object for each in every if each.kind in CHANGING])
            yield
        for part in parts(self.graph.entities_by_id()):
            self.maybe_past.extend([each for each, one in part if tells_of_time(one) or each in changed])
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
