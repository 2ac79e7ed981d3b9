"""Compiles a graph: turns it into the sections that `records` makes its records from, without its date."""

import marshal
from array import array
from binascii import crc32
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from ..facts.ends import last_documents
from ..facts.graph import Graph
from ..facts.statements import named_in_details
from ..finding.names import texts_of
from ..format.dates import Date
from ..format.records import Claim, Entity, Evidence, Relation
from .numbers import CountedNumbers, joined
from .records import CLAIMS, DATE, TABLE
from .relation_kinds import IN, OUT, bits_of, kinds_of

PAGED = ("ids", "ids ends", "places", "entities", "entities ends", "outgoing", "outgoing ends", "first relations",
         "subjects", "incoming", "incoming ends", "naming", "naming ends", "texts", "texts of", "evidence", "evidence ends",
         OUT, IN)  # fmt: skip
"""The sections of a compiled model that are checked a page at a time.

Every id has a number: those of the entities first, in the order of the model, then the words that stand in place of
an id and what else relations name. Relations are numbered by their subjects.

`texts` has in order the sums of all names and codes, `texts of` the entity of each. `places` is a table in which an id is found by its sum; `subjects` has the number of the subject of each relation,
`incoming` the relations of each object one after the other, `naming` those that name an entity in their details. Where a section has an `ends`, that says where the part of
each number begins and the last ends.
"""

WHOLE = ("kinds", "order")
"""Those checked as a whole: the kind of each entity; the numbers of the subjects in the order of the model."""


class Compiled(NamedTuple):
    """A compiled model.

    Attributes:
        told: What is read at once: how many entities there are, the names of kinds and files, the last day of a document.
        whole: By name the sections that are checked as a whole.
        paged: Those that are checked a page at a time.
    """

    told: dict[str, Any]
    whole: dict[str, Any]
    paged: dict[str, Any]


def compile_graph(graph: Graph) -> Compiled:
    """Return a compiled graph."""
    numbers = CountedNumbers(graph)
    plain = _Plain()
    kinds: dict[str, int] = {}
    files: dict[str, int] = {}
    sections: dict[str, Any] = {
        "kinds": bytes(kinds.setdefault(each.kind, len(kinds)) for each in graph.every_entity()),
        "places": _places(numbers.every_id),
        "order": array("I", map(numbers.number, numbers.outgoing)),
    }
    sections.update(_parts("ids", (each.encode("utf-8", "surrogatepass") for each in numbers.every_id)))
    rows = (plain.entity(each, files.setdefault(each.file, len(files))) for each in graph.every_entity())
    sections.update(_parts("entities", (marshal.dumps(each) for each in rows)))
    sections.update(_relations(numbers, plain))
    relation_kinds = kinds_of(numbers.relations)
    sections.update(bits_of(numbers.relations, relation_kinds, numbers.ids))
    sections.update(_texts(graph, numbers))
    sections.update(_parts("evidence", (marshal.dumps(each) for each in plain.evidence())))
    return Compiled(
        {
            "size": len(graph),
            "kinds": list(kinds),
            "files": list(files),
            "relation kinds": relation_kinds,
            "last documents": [each.toordinal() for each in graph.once_for_all(last_documents)],
        },
        {each: sections[each] for each in WHOLE},
        {each: sections[each] for each in PAGED},
    )


def _parts(section: str, parts: Iterable[bytes]) -> dict[str, Any]:
    return dict(zip((section, f"{section} ends"), joined(parts), strict=True))


def _places(ids: Sequence[str]) -> "array[int]":
    """Return a table in which the number of an id, from 1, is at the place of its sum or the next free one after it."""
    last = (1 << (2 * len(ids)).bit_length()) - 1
    table = array("I", bytes(4 * (last + 1)))
    for number, each in enumerate(ids, start=1):
        place = crc32(each.encode("utf-8", "surrogatepass")) & last
        while table[place]:
            place = (place + 1) & last
        table[place] = number
    return table


def _relations(numbers: CountedNumbers, plain: "_Plain") -> dict[str, Any]:
    """Return the sections of the relations."""
    incoming: dict[str, array[int]] = {}
    naming: dict[str, array[int]] = {}
    for (
        subject,
        found,
    ) in numbers.outgoing.items():  # in the order of the model, which that of the numbers is not
        for number, each in enumerate(found, start=numbers.first_relation(subject)):
            incoming.setdefault(each.object, array("I")).append(number)
            for named in named_in_details(each):
                if named in numbers.ids:
                    naming.setdefault(named, array("I")).append(number)
    by_subject = (numbers.outgoing.get(each, ()) for each in numbers.every_id)
    return {
        "first relations": numbers.firsts,
        "subjects": array("I", (numbers.ids[each.subject] for each in numbers.relations)),
        **_parts(
            "outgoing",
            (
                marshal.dumps([plain.relation(each) for each in found]) if found else b""
                for found in by_subject
            ),
        ),
        **_lists("incoming", incoming, numbers),
        **_lists("naming", naming, numbers),
    }


def _texts(graph: Graph, numbers: CountedNumbers) -> dict[str, Any]:
    """Return the sections by which entities are looked up by name: sums of texts in order, and the entities of each."""
    found = sorted(
        (crc32(text.encode("utf-8", "surrogatepass")), numbers.number(entity_id))
        for entity_id, texts in texts_of(graph)
        for text in texts
    )
    return {
        "texts": array("I", (each for each, _ in found)),
        "texts of": array("I", (number for _, number in found)),
    }


def _lists(section: str, lists: "Mapping[str, array[int]]", numbers: CountedNumbers) -> dict[str, Any]:
    return _parts(section, (lists[each].tobytes() if each in lists else b"" for each in numbers.every_id))


class _Plain:
    """Turns records into plain values; evidence, which many share, is named by its number."""

    def __init__(self) -> None:
        self._numbers: dict[Evidence, int] = {}
        self._known: dict[int, int] = {}

    def entity(self, entity: Entity, file: int) -> tuple[Any, ...]:
        values = {key: self._value(value) for key, value in entity.values.items()}
        return values, self._number(entity.evidence), file, entity.index

    def relation(self, relation: Relation) -> tuple[Any, ...]:
        dates = (relation.start_date, relation.end_date, relation.expected_date)
        return (
            relation.kind,
            relation.object,
            self._number(relation.evidence),
            tuple(_text(each) for each in dates) if any(dates) else (),
            {key: self._value(value) for key, value in relation.details.items()},
        )

    def evidence(self) -> Iterator[tuple[Any, ...]]:
        """Yield all evidence that was numbered, in the order of the numbers."""
        for each in self._numbers:
            cited = tuple((one.source, one.locator) for one in each.citations)
            yield (
                each.basis,
                cited,
                _text(each.as_at),
                each.note,
                tuple(self._numbers[one] for one in each.also),
            )

    def _number(self, evidence: Evidence) -> int:
        known = self._known.get(id(evidence))  # its values are compared once a record, not once a use
        if known is None:
            for each in evidence.also:
                self._number(each)
            known = self._known[id(evidence)] = self._numbers.setdefault(evidence, len(self._numbers))
        return known

    def _value(self, value: object) -> object:
        if isinstance(value, Date):
            return (DATE, value.text)
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            return (CLAIMS, *(self._claim(each) for each in value))
        if isinstance(value, dict | MappingProxyType):
            return (TABLE, {key: self._value(each) for key, each in value.items()})
        return value

    def _claim(self, claim: Claim) -> tuple[object, ...]:
        return (
            claim.attribute,
            self._value(claim.value),
            self._number(claim.evidence),
            _text(claim.start_date),
            _text(claim.end_date),
            {key: self._value(each) for key, each in claim.details.items()},
        )


def _text(date: Date | None) -> str | None:
    return None if date is None else date.text
