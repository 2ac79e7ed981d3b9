"""The names, acronyms and codes of a model as wholes: what is looked up before words are."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..folding import fold
from ..graph import Graph
from ..vocabulary import KINDS
from .spelling import key
from .texts import codes_of, named_in, names_claimed

_OPENINGS = ("nhs ", "the ")
_SHORT = frozenset(("acronym", "short name"))
_AFTER = "\U0010ffff"


@attrs.frozen(eq=False, repr=False)
class Table:
    """Folded texts in order, each with the number of an entity that bears it.

    Attributes:
        texts: In alphabetic order; a text stands once for each of its bearers.
        numbers: The bearers, in the same order.
    """

    texts: Sequence[str]
    numbers: Sequence[int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, str]]) -> "Table":
        known = list(pairs)
        texts = [text for _, text in known]
        order = argsorted(texts)
        return cls(tuple([texts[each] for each in order]), array("I", [known[each][0] for each in order]))

    def equal(self, text: str) -> Sequence[int]:
        """Return the bearers of a text."""
        return self._between(text, text + "\0")

    def beginning(self, text: str) -> Sequence[int]:
        """Return the bearers of the texts that begin so."""
        return self._between(text, text + _AFTER)

    def _between(self, first: str, after: str) -> Sequence[int]:
        start = bisect_left(self.texts, first)
        return self.numbers[start : bisect_left(self.texts, after, start)]


@attrs.frozen(eq=False, repr=False)
class Names:
    """The entities of a graph, numbered in the order in which equal hits stand.

    What there is comes before what happened, was promised or was asked about it, and that before the records
    (sources, terms, conflicts); then what is connected to much before what is connected to little, shorter
    names before longer ones, then by name and id.

    Attributes:
        ids: The entities by number.
        bearers: The set of them without the records.
        numbers: The numbers by id.
        shown: The names by number.
        folded: The names by number, as they are compared.
        spelt: How the names spell a word with `z`, by the word as it is compared.
        others: Further names by number, as the model gives them.
        glossed: By number, the glossary terms that have the entity as a bearer.
        names: The names.
        opened: The names that begin with `NHS` or `the`, without it.
        other_names: Former and other names.
        acronyms: Acronyms and short names that the model gives.
        codes: Codes, and the short names of sources.
    """

    ids: Sequence[str]
    bearers: int
    numbers: Mapping[str, int]
    shown: Sequence[str]
    folded: Sequence[str]
    spelt: Mapping[str, str]
    others: Mapping[int, Sequence[str]]
    glossed: Mapping[int, Sequence[str]]
    names: Table
    opened: Table
    other_names: Table
    acronyms: Table
    codes: Table

    @classmethod
    def of(cls, graph: Graph) -> "Names":
        """Return the names of a graph at its date."""
        columns = Columns.of(graph)
        by_name = sorted(argsorted(columns.ids), key=columns.folded.__getitem__)
        order = sorted(by_name, key=columns.weights.__getitem__)
        ids = tuple([columns.ids[each] for each in order])
        compared = tuple([key(columns.folded[each]) for each in order])
        numbers = dict(zip(ids, range(len(ids)), strict=True))
        glossed = _glossed(graph, numbers)
        others = {number: list(terms) for number, terms in glossed.items()}
        wholes = [
            (number, text) for number, terms in glossed.items() for term in terms if (text := _acronym(term))
        ]
        acronyms = []
        for entity_id, label, text in _further(graph):
            number = numbers[entity_id]
            others.setdefault(number, []).append(text)
            wholes.append((number, key(fold(text))))
            if label in _SHORT:
                acronyms.append(wholes[-1])
        return cls(
            ids,
            (1 << sum(weight < _GROUP * 3 // 2 for weight in columns.weights)) - 1,
            numbers,
            tuple([columns.shown[each] for each in order]),
            compared,
            {key(word): word for name in columns.folded if "z" in name for word in name.split()},
            others,
            glossed,
            Table.of(enumerate(compared)),
            Table.of(_opened(compared)),
            Table.of(wholes),
            Table.of(acronyms),
            Table.of(_codes(graph, numbers)),
        )

    def named(self, folded: str) -> Sequence[int]:
        """Return the bearers of a name; a leading `NHS` or `the` may be left out."""
        return [*self.names.equal(folded), *self.opened.equal(folded)]

    def beginning(self, folded: str) -> Sequence[int]:
        """Return the bearers of names that begin so; a leading `NHS` or `the` may be left out."""
        return [*self.names.beginning(folded), *self.opened.beginning(folded)]

    def meant(self, text: str) -> tuple[str, ...]:
        """Return the entities that a whole text names, of the first rank that fits: id, code, name, other name.

        The ranks are those of `naming.find`, at the cost of a look-up.
        """
        if text.strip().casefold() in self.numbers:
            return (text.strip().casefold(),)
        folded = key(fold(text))
        ranks = (
            self.codes.equal(folded.replace(" ", "")),
            [each for each in self.named(folded) if self.bearers >> each & 1],
            self.other_names.equal(folded),
        )
        found = next((rank for rank in ranks if rank), ())
        return tuple(sorted(self.ids[number] for number in found))


_GROUP, _LINKS = 1 << 24, 1 << 16
"""What the group of its kind, and its number of links on a logarithmic scale, weigh against its number of words."""

_HAPPENING = frozenset(("priority", "commitment", "event", "metric", "issue"))


@attrs.frozen(eq=False, repr=False)
class Columns:
    """What entities are sorted by, one list each, in any order.

    Attributes:
        ids: The ids.
        shown: The names.
        folded: The names, folded.
        weights: The place among equal hits before name and id, the least first; see `Names`.
    """

    ids: list[str]
    shown: list[str]
    folded: list[str]
    weights: list[int]

    @classmethod
    def of(cls, graph: Graph) -> "Columns":
        incoming, outgoing = graph.incoming, graph.outgoing
        groups = {
            kind.name: _GROUP * (2 if kind.record else kind.name in _HAPPENING) for kind in KINDS.values()
        }
        shown, weights = [], []
        for entity_id, entity in graph.entities.items():
            name = entity.values["name"]
            shown.append(name if isinstance(name, str) else graph.name(entity_id))
            links = len(incoming.get(entity_id, ())) + len(outgoing.get(entity_id, ()))
            weights.append(groups[entity.kind] - _LINKS * links.bit_length())
        folded = [fold(name) for name in shown]
        weights = [weight + text.count(" ") for weight, text in zip(weights, folded, strict=True)]
        return cls(list(graph.entities), shown, folded, weights)


def argsorted(texts: Sequence[str]) -> list[int]:
    """Return the places of texts in alphabetic order of the texts."""
    return sorted(range(len(texts)), key=texts.__getitem__)


def _opened(folded: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the names that begin with `NHS` or `the` without it."""
    for number, text in enumerate(folded):
        if text.startswith(_OPENINGS):
            yield number, text.partition(" ")[2]


def _acronym(term: str) -> str:
    return key(fold(term)) if term.isupper() else ""


def _further(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Yield every further name in the graph: an id, a label, a name."""
    for entity_id, entity in graph.entities.items():
        values = entity.values
        if "other_names" in values or "meanings" in values or not isinstance(values["name"], str):
            for label, text, _ in names_claimed(graph, entity):
                yield entity_id, label, text
    for relations in graph.outgoing.values():
        for relation in relations:
            if relation.details and (named := named_in(relation)) and named[0] in graph.entities:
                yield named[0], "named", named[1]


def _codes(graph: Graph, numbers: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    for entity_id, entity in graph.entities.items():
        if "identifiers" in entity.values or "aliases" in entity.values:
            number = numbers[entity_id]
            for code, _ in codes_of(entity):
                yield number, key(fold(code)).replace(" ", "")


def _glossed(graph: Graph, numbers: Mapping[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for entity in graph.entities.values():
        if entity.kind == "term":
            for claim in entity.claims("meanings"):
                bearers = claim.details.get("bearers")
                for each in bearers if isinstance(bearers, tuple) else ():
                    if each in numbers:
                        found.setdefault(numbers[each], []).append(graph.name(entity.id))
    return {number: sorted(set(terms)) for number, terms in found.items()}
