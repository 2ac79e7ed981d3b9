"""Keep one file of a model before it is joined with the others: its rows, and what the joining needs to know of them.

Names in a part are numbered: the ids of its entities first, then whatever else its relations and references
name. A part is made of plain values and holds nothing of any other file, so that it is valid as long as its
file is unchanged.
"""

import marshal
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import islice, pairwise
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from ..facts.columns import own_features, relation_features
from ..facts.graph import lasting_name
from ..facts.statements import named_in_details
from ..finding.names import LOOSE, loose_form, names_and_codes
from ..format.records import Entity, Evidence, Relation
from ..format.text import fold
from ..reading.consistency import locators_of
from ..reading.joining import at_object
from ..reading.references import Tables
from ..reading.shared_codes import Code, codes_of
from .making import Bytes, Making
from .plain import Plain
from .sections import text_sum

FROM_OBJECT, HAS_DETAILS = 1, 2
"""The notes on a relation: it is written in the table of its object; it has details."""

Numbers = Sequence[int]


class Keys(NamedTuple):
    """What the joining needs to know of the rows of a part.

    Attributes:
        ids: The id of each entity; `kinds` has its kind, `called` the name that it has at every date, `features` what
            its record has.
        others: The other names in relations and references.
        subjects: The subject of each relation in the order written; `objects` has its object,
            `relation_kinds` its kind in `kind_names`, `notes` the notes on it, and `relation_features` the features
            that it gives its ends.
        of_subjects: The subjects, each once, in the order of their first relations.
        relation_ends: The numbers of relations before the first table and at the end of each;
            `reference_ends` and `citation_ends` have those of references and citations.
        targets: The entity that each reference names; `wanted` has the kinds allowed for it, in
            `wanted_kinds`.
        cited: The citations, by their numbers in `citations`.
        codes: The codes of entities; `coded` has the entity of each code.
        locators: The places of each source.
        texts: The sums of names and codes; `bearers` has the entity of each.
        loose: The loose name of each entity; empty if it follows from several claims.
        loose_sums: The sums of the loose names.
        named: The relations with a text in their details, as the bytes of their numbers, by that text.
    """

    ids: Sequence[str]
    kinds: Sequence[str]
    called: Sequence[str]
    features: Numbers
    others: Sequence[str]
    subjects: Numbers
    objects: Numbers
    relation_kinds: Numbers
    kind_names: Sequence[str]
    notes: Numbers
    relation_features: Numbers
    of_subjects: Numbers
    relation_ends: Numbers
    reference_ends: Numbers
    citation_ends: Numbers
    targets: Numbers
    wanted: Numbers
    wanted_kinds: Sequence[tuple[str, ...]]
    cited: Numbers
    citations: Sequence[tuple[str, str]]
    codes: Sequence[Code]
    coded: Numbers
    locators: dict[str, Sequence[str]]
    texts: Numbers
    bearers: Numbers
    loose: Sequence[str]
    loose_sums: Numbers
    named: dict[str, Bytes]

    def packed(self) -> bytes:
        """Return the keys as bytes."""
        return marshal.dumps(list(self))


_NUMBERED = frozenset(
    number for number, name in enumerate(Keys._fields) if Keys.__annotations__[name] is Numbers
)


class Part:
    """One file of a model; a record is made when it is first asked for.

    Attributes:
        name: The name of the file.
        keys: What the joining needs to know.
        rows: The bytes of each entity.
        groups: The bytes of the relations of each subject.
        evidence: The bytes of each piece of evidence.
        packed: The keys as bytes.
        making: What makes the records.
    """

    def __init__(
        self,
        name: str,
        packed: Bytes,
        rows: Sequence[Bytes],
        groups: Sequence[Bytes],
        evidence: Sequence[Bytes],
        keys: Keys | None = None,
    ) -> None:
        """Begin with no record made.

        Args:
            name: The name of the file.
            packed: The keys as bytes.
            rows: The bytes of each entity.
            groups: The bytes of the relations of each subject.
            evidence: The bytes of each piece of evidence.
            keys: The keys that are packed; without them they are unpacked.
        """
        self.name = name
        self.packed = packed
        self.keys = _unpacked(packed) if keys is None else keys
        self.rows = rows
        self.groups = groups
        self.evidence = evidence
        self.making = Making(evidence.__getitem__)
        self._places: list[tuple[int, int]] = []
        self._made: dict[int, Sequence[tuple[Any, ...]]] = {}

    def citing(self, evidence: Sequence[Bytes]) -> "Part":
        """Return the part with other evidence of the same numbers."""
        other = copy(self)
        other.evidence, other.making = evidence, Making(evidence.__getitem__)
        return other

    @property
    def names(self) -> Sequence[str]:
        """All names in the part, by number."""
        return (*self.keys.ids, *self.keys.others)

    def entity(self, number: int) -> Entity:
        """Return an entity as the file has it."""
        keys = self.keys
        return self.making.entity(keys.ids[number], keys.kinds[number], self.rows[number], 0, self.name)

    def evidence_of(self, number: int) -> Evidence:
        """Return a piece of evidence as the file has it."""
        return self.making.evidence(number)

    def plain(self, number: int) -> tuple[Any, ...]:
        """Return the plain values of a relation."""
        if not self._places:
            groups = {each: group for group, each in enumerate(self.keys.of_subjects)}
            counts = [0] * len(groups)
            for each in self.keys.subjects:
                group = groups[each]
                self._places.append((group, counts[group]))
                counts[group] += 1
        group, place = self._places[number]
        if group not in self._made:
            self._made[group] = marshal.loads(self.groups[group])  # noqa: S302 - checked
        return self._made[group][place]

    def relation(self, number: int) -> Relation:
        """Return a relation as the file has it."""
        subject = self.keys.subjects[number]
        ids = self.keys.ids
        name = ids[subject] if subject < len(ids) else self.keys.others[subject - len(ids)]
        return self.making.relation(name, self.plain(number), 0)

    def tables_of(self, ends: Numbers, numbers: Iterable[int]) -> set[int]:
        """Return the tables of relations, references or citations, by their ends; -1 for those before the first."""
        return {bisect_right(ends, each) - 1 for each in numbers}


def _unpacked(packed: Bytes) -> Keys:
    values = marshal.loads(packed)  # noqa: S302 - checked, or just made
    for each in _NUMBERED:
        values[each] = memoryview(values[each]).cast("I")
    return Keys(*values)


class _Folded(dict[str, str]):
    """Folds texts, each once."""

    def __missing__(self, text: str) -> str:
        return self.setdefault(text, fold(text))


def part_of(name: str, tables: Tables) -> Part:
    """Return the part to keep of a file.

    Args:
        name: The name of the file.
        tables: The tables read from it, which have no mistake.
    """
    plain = Plain()
    entities = [each for each, _ in tables.entities]
    numbers = {each.id: number for number, each in enumerate(entities)}
    size = len(numbers)
    rows = list(map(marshal.dumps, map(plain.entity, entities)))
    groups: dict[str, list[Any]] = {}
    named: dict[str, array[int]] = {}
    for number, each in enumerate(tables.relations):
        row = plain.relation(each)
        group = groups.get(each.subject)
        if group is None:
            groups[each.subject] = [row]
        else:
            group.append(row)
        if each.details:
            for text in named_in_details(each):
                named.setdefault(text, array("I")).append(number)
    kinds = {each: number for number, each in enumerate(dict.fromkeys(map(_KIND, tables.relations)))}
    wanted = {each: number for number, each in enumerate(dict.fromkeys(map(_WANTED, tables.references)))}
    cited = {each: number for number, each in enumerate(dict.fromkeys(one for one, _ in tables.citations))}
    codes = [(code, number) for number, each in enumerate(entities) for code in codes_of(each)]
    folded = _Folded().__getitem__
    texts = [
        (text_sum(text), at) for at, each in enumerate(entities) for text in names_and_codes(each, folded)
    ]
    called = [lasting_name(each) or "" for each in entities]
    loose = [loose_form(folded(each), {}) if each else "" for each in called]

    def all_numbers(texts: Iterable[str]) -> "array[int]":
        every = list(texts)
        for each in [each for each in dict.fromkeys(every) if each not in numbers]:
            numbers[each] = len(numbers)
        return array("I", map(numbers.__getitem__, every))

    keys = Keys(
        ids=[each.id for each in entities],
        kinds=[each.kind for each in entities],
        called=called,
        features=array("I", map(own_features, entities)),
        subjects=all_numbers(map(_SUBJECT, tables.relations)),
        objects=all_numbers(map(_OBJECT, tables.relations)),
        relation_kinds=array("I", map(kinds.__getitem__, map(_KIND, tables.relations))),
        kind_names=list(kinds),
        notes=array("I", _notes(tables)),
        relation_features=array("I", map(relation_features, tables.relations)),
        of_subjects=all_numbers(groups),
        relation_ends=array("I", map(itemgetter(0), tables.ends)),
        reference_ends=array("I", map(itemgetter(1), tables.ends)),
        citation_ends=array("I", map(itemgetter(2), tables.ends)),
        targets=all_numbers(map(_TARGET, tables.references)),
        wanted=array("I", map(wanted.__getitem__, map(_WANTED, tables.references))),
        wanted_kinds=list(wanted),
        cited=array("I", [cited[one] for one, _ in tables.citations]),
        citations=[(each.source, each.locator) for each in cited],
        codes=[each for each, _ in codes],
        coded=array("I", [each for _, each in codes]),
        locators={each.id: list(locators_of(each)) for each in entities if each.kind == "source"},
        texts=array("I", [each for each, _ in texts]),
        bearers=array("I", [each for _, each in texts]),
        loose=loose,
        loose_sums=array("I", [text_sum(LOOSE + each) for each in loose]),
        named={text: memoryview(each).cast("B") for text, each in named.items()},
        others=list(numbers)[size:],
    )
    evidence = list(map(marshal.dumps, plain.evidence()))
    rows_of_groups = list(map(marshal.dumps, groups.values()))
    return Part(name, keys.packed(), rows, rows_of_groups, evidence, keys)


_KIND, _SUBJECT, _OBJECT = map(attrgetter, ("kind", "subject", "object"))
_TARGET, _WANTED = map(attrgetter, ("target", "kinds"))


def _notes(tables: Tables) -> Iterator[int]:
    """Yield the notes on each relation."""
    written = iter(zip(tables.relations, tables.relation_places, strict=True))
    ends = [each for each, *_ in tables.ends]
    for (entity, _), (start, end) in zip(tables.entities, pairwise(ends), strict=True):
        entity_id = entity.id
        for relation, place in islice(written, end - start):
            note = HAS_DETAILS if relation.details else 0
            if relation.object == entity_id and (relation.subject != entity_id or at_object(place)):
                note |= FROM_OBJECT
            yield note
