"""Reads and sorts the names of a model in steps, so that a search can use some of them before all are sorted."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import attrs

from ...facts.graph import Graph
from ...facts.rows import Rows, rows_of
from ...facts.stored import link_counts
from ...format import KINDS
from ...format.groups import HAPPENINGS
from ...format.text import OPENINGS, fold
from .attributes import Attributes
from .bits import Numbers, no_numbers
from .links import Links
from .names import Names
from .spelling import key
from .table import STEP, Steps, Table, TableBuilder, in_order, ordered, parts
from .texts import names_in_time

_SHORT = frozenset(("acronym", "short name"))

_GROUP, _LINKS = 1 << 24, 1 << 16
"""The sort weights of an entity's kind and of the logarithm of its number of relations; a word of the name weighs 1."""

_MOST_READ = 100_000
"""How many names are searched before all are sorted: a few milliseconds for each key typed."""

_FREED_AT_ONCE = 1 << 13

_GROUPS = {kind.name: _GROUP * (2 if kind.record else kind.name in HAPPENINGS) for kind in KINDS.values()}


@attrs.define(eq=False, repr=False)
class NameReader:
    """The names of a graph as far as they are read.

    Attributes:
        graph: The graph.
        ids: The entities, in the order of the graph.
        shown: Their names.
        folded: Their names, folded.
        weights: Their sort keys, lowest first, which apply before name and id; see `Names`.
        complete: Whether all are read.
        changing: The entities that have another name at another date, with their name at this date.
        attributes: What else was read of them; emptied once everything is indexed.
        order: The position of each entity in the model, by number; empty until the names are sorted.
        ranks: The number of each entity, by its position; empty until then.
        links: The relations, by these numbers; read once the names are sorted.
    """

    graph: Graph
    ids: list[str] = attrs.field(factory=list)
    shown: list[str] = attrs.field(factory=list)
    folded: list[str] = attrs.field(factory=list)
    weights: "array[int]" = attrs.field(factory=lambda: array("q"))
    complete: bool = False
    changing: dict[str, str] = attrs.field(factory=dict)
    attributes: Attributes = attrs.field(factory=Attributes)
    order: "array[int]" = attrs.field(factory=no_numbers)
    ranks: "array[int]" = attrs.field(factory=no_numbers)
    links: Links = attrs.field(init=False)
    _rows: Rows | None = None

    @property
    def rows(self) -> Rows:
        """The rows of the model."""
        if self._rows is None:
            self._rows = rows_of(self.graph)
        return self._rows

    def steps(self) -> Steps[Names]:
        """Read all names, then sort them; yield after each step."""
        yield from self._read()
        self.complete = True
        self.order = yield from self._order()
        ids: list[str] = []
        shown: list[str] = []
        compared: list[str] = []
        numbers = Numbers()
        self.ranks = array("I", bytes(4 * len(self.order)))
        for part in parts(self.order):
            of_part = [self.ids[each] for each in part]
            numbers.put_each(of_part, len(ids))
            for rank, position in enumerate(part, start=len(ids)):
                self.ranks[position] = rank
            ids.extend(of_part)
            shown.extend([self.shown[each] for each in part])
            compared.extend([key(self.folded[each]) for each in part])
            yield
        glossary_terms = yield from self._glossary_terms(numbers)
        others = {number: list(terms) for number, terms in glossary_terms.items()}
        wholes, acronyms = TableBuilder(), TableBuilder()
        for number, terms in glossary_terms.items():
            for term in terms:
                if term.isupper() and fold(term):
                    wholes.add(number, key(fold(term)))
        self.links = Links(numbers, self.ranks)
        for further in self._further_names(self.links):
            for number, label, text in further:
                others.setdefault(number, []).append(text)
                wholes.add(number, key(fold(text)))
                if label in _SHORT:
                    acronyms.add(number, key(fold(text)))
            yield
        return Names(
            ids,
            (1 << (yield from self._count_without_records())) - 1,
            numbers,
            shown,
            compared,
            (yield from self._spellings()),
            others,
            glossary_terms,
            (yield from in_order(compared, range(len(compared)))),
            (yield from _without_opening(compared)),
            (yield from wholes.build()),
            (yield from acronyms.build()),
            (yield from self._codes()),
        )

    def beginning(self, words: Sequence[str], most: int) -> list[str]:
        """Return at most `most` entities with a name, among those read, in which each query word begins a word.

        Names that begin with the query come first.
        """
        found = (
            at
            for at, text in enumerate(islice(self.folded, _MOST_READ))
            if words[0] in text and all(text.startswith(each) or f" {each}" in text for each in words)
        )
        opening = " ".join(words)
        return [
            self.ids[at]
            for at in sorted(islice(found, most), key=lambda at: not self.folded[at].startswith(opening))
        ]

    def forget(self) -> Steps[None]:
        """Free the names in steps, since freeing all at once would take longer than a slice."""
        for texts in (self.folded, self.shown, self.ids):
            while texts:
                del texts[-_FREED_AT_ONCE:]
                yield

    def _read(self) -> Steps[None]:
        """Read the names with their sort weights, some at a time."""
        rows, count = self.rows, self.graph.once_for_all(link_counts)
        yield from rows.begin()
        for positions in parts(range(len(self.graph))):
            part = rows.entities(positions)
            ids, kinds, every, _ = zip(*part, strict=True)
            names: list[str] = [values["name"] for values in every]
            for at, entity_id in enumerate(ids):
                if type(names[at]) is not str:
                    names[at] = self.changing[entity_id] = self.graph.name(entity_id)
            folded = [fold(name) for name in names]
            self.attributes.read(rows, part, len(self.ids))
            self.weights.extend(
                [
                    _GROUPS[kind] - _LINKS * links.bit_length() + text.count(" ")
                    for kind, links, text in zip(kinds, count(ids, len(self.ids)), folded, strict=True)
                ]
            )
            self.ids.extend(ids)
            self.shown.extend(names)
            self.folded.extend(folded)
            yield

    def _order(self) -> "Steps[array[int]]":
        """Return the positions of the names, sorted."""
        groups: dict[int, array[int]] = {}
        for part in parts(range(len(self.ids))):
            for place in part:
                groups.setdefault(self.weights[place], array("I")).append(place)
            yield
        order = array("I")
        for weight in sorted(groups):
            order.extend((yield from ordered(groups[weight], self.folded, self.ids)))
            yield
        return order

    def _count_without_records(self) -> Steps[int]:
        """Return the number of entities other than sources, terms and disagreements, which are sorted last."""
        found = 0
        for part in parts(self.weights):
            found += sum([weight < _GROUP * 3 // 2 for weight in part])
            yield
        return found

    def _spellings(self) -> Steps[dict[str, str]]:
        """Return the words of names spelt with `z`, by the word as indexed."""
        found: dict[str, str] = {}
        for part in parts(self.folded):
            found.update({key(word): word for name in part if "z" in name for word in name.split()})
            yield
        return found

    def _further_names(self, links: Links) -> Iterator[list[tuple[int, str, str]]]:
        """Yield the other and former names in the graph, some at a time, each as number, label and name; read the links."""
        graph, numbers = self.graph, links.numbers
        for ids in parts(self.changing):
            yield [
                (numbers[each], label, text)
                for each in ids
                for label, text, _ in names_in_time(graph, graph.entity(each))
            ]
        for part in parts(self.attributes.names):
            yield [(self.ranks[position], label, text) for position, label, text in part]
        for of_subjects in self.rows.relations(STEP):
            yield [(number, "named", text) for number, text in links.read(of_subjects)]

    def _codes(self) -> Steps[Table]:
        """Return the table of codes and aliases."""
        found, every = TableBuilder(), self.attributes
        for part in parts(zip(self.ranks_of(every.coded), every.codes, strict=True)):
            for number, code in part:
                found.add(number, key(fold(code)).replace(" ", ""))
            yield
        return (yield from found.build())

    def ranks_of(self, positions: Iterable[int]) -> "array[int]":
        """Return the numbers of entities by their positions in the model."""
        return array("I", map(self.ranks.__getitem__, positions))

    def _glossary_terms(self, numbers: Numbers) -> Steps[dict[int, list[str]]]:
        """Return the glossary terms that name each entity."""
        found: dict[int, set[str]] = {}
        for part in parts(self.attributes.terms):
            for entity in map(self.graph.entity, [self.ids[each] for each in part]):
                for claim in entity.claims("meanings"):
                    bearers = claim.details.get("bearers")
                    for each in bearers if isinstance(bearers, tuple) else ():
                        if each in numbers:
                            found.setdefault(numbers[each], set()).add(self.graph.name(entity.id))
            yield
        return {number: sorted(terms) for number, terms in found.items()}


def _without_opening(folded: Sequence[str]) -> Steps[Table]:
    """Return the table of names that begin with `NHS` or `the`, without that word."""
    found = TableBuilder()
    for part in parts(enumerate(folded)):
        for number, text in part:
            if text.startswith(OPENINGS):
                found.add(number, text.partition(" ")[2])
        yield
    return (yield from found.build())
