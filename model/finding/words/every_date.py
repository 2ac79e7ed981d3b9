"""What search knows of a model whatever the date: names, codes, words, what is said of each entity.

Of most models nothing else is needed to look for a name at another date.
"""

import weakref
from array import array
from collections.abc import Iterator

import attrs

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format.records import Relation
from .bits import bits_in_steps
from .names import Initials, Names
from .names_in_order import Reading
from .postings import Postings
from .spelling import all_keys, keys
from .table import Steps, parts
from .texts import KIND, KIND_FROM, NAME, OTHER, TEXT, TOPIC, may_be_past, may_link, said, text_of

NAMES, FORMS, SAID = range(3)
"""What is indexed one after the other: names and codes; initials, topics and kinds; what is said."""


@attrs.define(eq=False, repr=False)
class Ground:
    """The part of an index that the dates share at which every entity has the same name.

    Attributes:
        graph: The graph at one of these dates.
        reading: The names as they are read; none any more when all are in order.
        postings: The words of names, topics, kinds and of what is said.
        initials: The initials of names.
        of_size: The entities whose names have so many words, small ones apart.
        dated: The entities that have ended, or have not begun, at one date or another.
        wavering: The entities of whose tier, classification or status several things are said, by attribute.
        linking: The relations by whose role or other end an entity is found.
    """

    graph: Graph
    reading: Reading
    postings: Postings
    initials: Initials = attrs.field(factory=Initials)
    of_size: dict[int, int] = attrs.field(factory=dict)
    dated: list[str] = attrs.field(factory=list)
    wavering: list[tuple[int, str]] = attrs.field(factory=list)
    linking: list[Relation] = attrs.field(factory=list)
    _names: Names = attrs.field(init=False)
    _done: int = -1
    _steps: Iterator[None] = attrs.field(init=False)

    @_steps.default
    def _begin(self) -> Iterator[None]:
        # Through a proxy: what is read no further, since nobody wants it, goes with who wanted it.
        return Ground._all(weakref.proxy(self))

    @classmethod
    def of(cls, graph: Graph) -> "Ground":
        """Return what is known of a graph at its date, by now; shared with the dates at which names are the same."""
        kept = graph.once_for_all(latest_ground)
        known = kept.ground
        if known is None or not known.holds_for(graph):
            known = kept.ground = cls(graph, Reading(graph), Postings(len(graph)))
        return known

    @property
    def names(self) -> Names:
        """The names, read to the end where they are not yet."""
        for _ in self.through(NAMES):
            pass
        return self._names

    def has(self, stage: int) -> bool:
        """Whether everything up to a stage is indexed."""
        return self._done >= stage

    def through(self, stage: int) -> Iterator[None]:
        """Index everything up to a stage; yields after each step."""
        while self._done < stage:
            next(self._steps)
            yield

    def holds_for(self, graph: Graph) -> bool:
        """Whether every entity has the same name in another graph of the model; false where that is not known yet."""
        if graph.at == self.graph.at:
            return True
        return self.has(NAMES) and all(
            graph.name(each) == name for each, name in self.reading.changing.items()
        )

    def _all(self) -> Iterator[None]:
        names = yield from self.reading.steps()
        yield from Ground._words(self, names)
        self._names, self._done = names, NAMES
        yield from self.reading.forget()
        for level in (NAME, OTHER):
            yield from self.postings.settle(level)
        yield from Ground._initials(self, names)
        yield from Ground._kinds(self, names)
        yield from Ground._dates(self)
        self._done = FORMS
        yield
        for part in parts(enumerate(names.ids)):
            for number, entity_id in part:
                words = {word for _, _, text in said(self.graph.entity(entity_id)) for word in all_keys(text)}
                self.postings.add(TEXT, words, number)
            yield
        yield from self.postings.settle(TEXT)
        self._done = SAID
        yield

    def _words(self, names: Names) -> Steps[None]:
        for part in parts(enumerate(names.folded)):
            self.postings.add_texts(NAME, part)
            for number, _ in part:
                self.postings.add(NAME, names.joined(number), number)
            yield
        for further in parts(names.others.items()):
            for number, texts in further:
                for text in texts:
                    self.postings.add(OTHER, all_keys(text), number)
            yield

    def _initials(self, names: Names) -> Steps[None]:
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
        """Index topics, kinds, and what kinds go with where no date can change it."""
        bearers: dict[str, array[int]] = {}
        entity_of = self.graph.entity
        for part in parts(enumerate(names.ids)):
            for number, entity_id in part:
                entity = entity_of(entity_id)
                for topic in entity.texts("topics"):
                    self.postings.add(TOPIC, all_keys(topic), number)
                bearers.setdefault(entity.kind, array("I")).append(number)
                for attribute in KIND_FROM:
                    value = entity.values.get(attribute)
                    if isinstance(value, str):
                        bearers.setdefault(text_of(value), array("I")).append(number)
                    elif value is not None:
                        self.wavering.append((number, attribute))
            yield
        for text, numbers in bearers.items():
            self.postings.extend(KIND, all_keys(text), numbers)
            yield
        yield from self.postings.settle(TOPIC)

    def _dates(self) -> Steps[None]:
        """Note what must be asked again at every date."""
        for part in parts(self.graph):
            self.dated.extend([each for each in part if may_be_past(self.graph, each)])
            yield
        for borne in parts(self.graph.relations_by_subject()):
            self.linking.extend([each for relations in borne for each in relations if may_link(each)])
            yield


@attrs.define(eq=False, repr=False)
class LatestGround:
    """Keeps the ground that was asked for last, which the dates of a model share as long as it holds for them.

    Attributes:
        ground: The ground; `None` before the first search.
    """

    ground: Ground | None = None


def latest_ground(_: Statements) -> LatestGround:
    """Return where the ground of a model is kept, still empty."""
    return LatestGround()
