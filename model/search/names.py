"""The names, acronyms and codes of a model as wholes: what is looked up before words are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..folding import fold, initials
from ..graph import Graph
from ..vocabulary import KINDS
from .spelling import key
from .texts import codes_of, names_of

_SHORT = frozenset(("acronym", "short name"))
_AFTER = "\U0010ffff"
_SHORTEST_INITIALS = 2


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
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "Table":
        ordered = sorted(pairs)
        return cls([text for text, _ in ordered], [number for _, number in ordered])

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

    Entities come before the records about them (sources, terms, conflicts), then what is connected to
    much before what is connected to little, shorter names before longer ones, then by name and id.

    Attributes:
        ids: The entities by number.
        bearers: The set of those that are found by a whole name; records are not, so that `ICP` means its
            bearers first and then its glossary entry.
        numbers: The numbers by id.
        shown: The names by number, as the graph gives them.
        folded: The names by number, as they are compared.
        glossed: By number, the terms whose meanings name the entity, with their label.
        others: Further names by number, as the model gives them.
        names: The names.
        other_names: Former and other names.
        acronyms: Acronyms and short names that the model gives.
        codes: Codes, and the short names of sources.
        initials: The initials of names and further names.
        runs: The distinct initials, each after a line break, so that a run of letters can be looked for in all.
    """

    ids: Sequence[str]
    bearers: int
    numbers: Mapping[str, int]
    shown: Sequence[str]
    folded: Sequence[str]
    glossed: Mapping[int, Sequence[tuple[str, str]]]
    others: Mapping[int, Sequence[str]]
    names: Table
    other_names: Table
    acronyms: Table
    codes: Table
    initials: Table
    runs: str

    @classmethod
    def of(cls, graph: Graph) -> "Names":
        """Return the names of a graph at its date."""
        rows = sorted(_rows(graph))
        ids = [row[4] for row in rows]
        folded = [key(row[3]) for row in rows]
        numbers = {each: number for number, each in enumerate(ids)}
        glossed = _glossed(graph, numbers)
        further = [
            (number, label, text)
            for number, row in enumerate(rows)
            for label, text, _ in names_of(graph, graph.entities[row[4]], row[5])
        ]
        further += [(number, *each) for number, terms in glossed.items() for each in terms]
        others: dict[int, list[str]] = {}
        for number, _, text in further:
            others.setdefault(number, []).append(text)
        kept = [
            (key(fold(text)), number, label in _SHORT or (label == "glossary" and text.isupper()))
            for number, label, text in further
        ]
        short = [(initials(row[3]), number) for number, row in enumerate(rows)]
        short += [(initials(text), number) for text, number, _ in kept]
        letters = Table.of({(key(each), number) for each, number in short if len(each) >= _SHORTEST_INITIALS})
        return cls(
            ids,
            (1 << sum(not row[0] for row in rows)) - 1,
            numbers,
            [row[5] for row in rows],
            folded,
            glossed,
            others,
            Table.of(zip(folded, range(len(folded)), strict=True)),
            Table.of((text, number) for text, number, _ in kept),
            Table.of((text, number) for text, number, given in kept if given),
            Table.of(
                (key(fold(code)).replace(" ", ""), number)
                for number, each in enumerate(ids)
                for code, _ in codes_of(graph.entities[each])
            ),
            letters,
            "\n".join(("", *dict.fromkeys(letters.texts))),
        )

    def running(self, letters: str) -> Iterator[int]:
        """Yield the bearers of initials in which these letters follow one another."""
        at = self.runs.find(letters)
        while at >= 0:
            start = self.runs.rfind("\n", 0, at) + 1
            end = self.runs.find("\n", at)
            whole = self.runs[start:] if end < 0 else self.runs[start:end]
            yield from self.initials.equal(whole)
            at = -1 if end < 0 else self.runs.find(letters, end)


def _rows(graph: Graph) -> Iterator[tuple[bool, int, int, str, str, str]]:
    outgoing, incoming = graph.outgoing, graph.incoming
    for entity_id, entity in graph.entities.items():
        name = graph.name(entity_id)
        folded = fold(name)
        links = len(outgoing.get(entity_id, ())) + len(incoming.get(entity_id, ()))
        yield KINDS[entity.kind].record, -links.bit_length(), folded.count(" "), folded, entity_id, name


def _glossed(graph: Graph, numbers: Mapping[str, int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for entity in graph.entities.values():
        if entity.kind == "term":
            for claim in entity.claims("meanings"):
                bearers = claim.details.get("bearers")
                for each in bearers if isinstance(bearers, tuple) else ():
                    if each in numbers:
                        found.setdefault(numbers[each], []).append(("glossary", graph.name(entity.id)))
    return found
