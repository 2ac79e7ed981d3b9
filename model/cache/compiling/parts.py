"""Keep one file of a model before it is joined with the others: its rows, and what the joining needs to know of them.

Names in a part are numbered: the ids of its entities first, then whatever else its relations and references
name. A part is made of plain values and holds nothing of any other file, so that it is valid as long as its
file is unchanged.
"""

import marshal
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any, NamedTuple

from ...format.records import Entity, Evidence, Relation
from ..compiled.making import Bytes, Making

FROM_OBJECT, HAS_DETAILS = 1, 2
"""The notes on a relation: it is written in the table of its object; it has details."""

Numbers = Sequence[int]

Pairs = Iterable[int]
"""Pairs of two numbers, each as one number of 64 bits."""


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
        codes: The texts of the codes of entities; `coded` has the entity of each.
        locators: The places of each source.
        texts: The sums of names and codes, each with the entity that has it, in order.
        loose: The sum of the loose name of each entity; it has no meaning if the name follows from several claims.
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
    codes: Sequence[str]
    coded: Numbers
    locators: dict[str, Sequence[str]]
    texts: Pairs
    loose: Numbers
    named: dict[str, Bytes]

    def packed(self) -> bytes:
        """Return the keys as bytes."""
        return marshal.dumps(list(self))


_NUMBERED, _PAIRED = (
    [number for number, name in enumerate(Keys._fields) if Keys.__annotations__[name] is each]
    for each in (Numbers, Pairs)
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


def _unpacked(packed: Bytes) -> Keys:
    values = marshal.loads(packed)  # noqa: S302 - checked, or just made
    for each in _NUMBERED:
        values[each] = memoryview(values[each]).cast("I")
    for each in _PAIRED:
        values[each] = memoryview(values[each]).cast("Q")
    return Keys(*values)
