"""Make the sections of a compiled model from its ids, rows and relations by number.

Every id has a number: those of the entities first, in the order of the model, then the words that stand in
place of an id and what else relations name. Relations are numbered by their subjects.

`names` has the name of each entity. `texts` has the sums of all names and codes in order, and `texts of` the entity of each. `places` is a table
in which an id is found by its sum. `file of` has the number of each entity's file, and `subjects` the number
of each relation's subject. `incoming` has the relations of each object one after the other, and `naming`
those that name an entity in their details. Where a section has an `ends`, that says where the part of each
number begins and the last ends.
"""

from array import array
from binascii import crc32
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, repeat
from typing import Any, NamedTuple

from ...facts.columns import TO_OBJECT
from ..compiled.making import Bytes
from ..compiled.numbers import encoded, joined, joined_texts
from ..compiled.relation_kinds import bits_of, names_of

WHOLE = ("kinds", "features", "order")
"""The sections checked as a whole: the kind and the features of each entity; the numbers of the subjects in the order of the model.

All others are checked a page at a time.
"""


_OF_SUBJECT = (1 << TO_OBJECT) - 1


class Compiled(NamedTuple):
    """A compiled model.

    Attributes:
        head: The head, which is read at once: the number of entities, the names of kinds and files, the last
            day of a document.
        sections: The bytes of the sections, by name.
        ids: Every id, by its number.
    """

    head: dict[str, Any]
    sections: dict[str, Any]
    ids: Sequence[str]

    @property
    def whole(self) -> dict[str, Any]:
        """The sections that are checked as a whole."""
        return {each: self.sections[each] for each in WHOLE}

    @property
    def paged(self) -> dict[str, Any]:
        """The sections that are checked a page at a time."""
        return {each: data for each, data in self.sections.items() if each not in WHOLE}


class Laid(NamedTuple):
    """A model laid out by number.

    Attributes:
        ids: Every id, those of entities first.
        kinds: The kind of each entity.
        names: The name that each entity has at every date; empty if it depends on the date.
        features: The features that the record of each entity shows.
        files: The names of the files.
        file_of: The number of the file of each entity.
        bases: The number from which the evidence of each file is numbered in rows.
        rows: The bytes of each entity.
        subjects: The subject of each relation; their first places give the order of subjects, all places that
            of relations.
        objects: The object of each relation.
        relation_kinds: The kind of each relation.
        relation_features: The features that each relation gives its ends.
        outgoing: The bytes of the relations of each id as subject.
        naming: The ids that details name, each with the place of the relation.
        evidence: The bytes of each piece of evidence.
    """

    ids: Sequence[str]
    kinds: Sequence[str]
    names: Sequence[str]
    features: Iterable[int]
    files: Sequence[str]
    file_of: Iterable[int]
    bases: Sequence[int]
    rows: Iterable[Bytes]
    subjects: Sequence[int]
    objects: Sequence[int]
    relation_kinds: Sequence[str]
    relation_features: Iterable[int]
    outgoing: Iterable[Bytes]
    naming: Iterable[tuple[int, int]]
    evidence: Iterable[Bytes]

    def compiled(self) -> Compiled:
        """Return the sections of the model, without those of names and codes."""
        kinds = {each: number for number, each in enumerate(dict.fromkeys(self.kinds))}
        ids = encoded(self.ids)
        sections: dict[str, Any] = {
            "kinds": bytes(map(kinds.__getitem__, self.kinds)),
            "features": self._features(),
            **_texts("names", self.names),
            "file of": array("I", self.file_of),
            **parts_of("ids", ids),
            **parts_of("entities", self.rows),
            **parts_of("outgoing", self.outgoing),
            **parts_of("evidence", self.evidence),
            **self._relations(),
            **bits_of(self.subjects, self.objects, self.relation_kinds, len(self.ids)),
            "places": _places(ids),
        }
        head = {
            "size": len(self.kinds),
            "kinds": list(kinds),
            "relation kinds": names_of(self.relation_kinds),
            "files": self.files,
            "bases": self.bases,
        }
        return Compiled(head, sections, self.ids)

    def _features(self) -> "array[int]":
        """Return the features of each entity, with those that its relations give it."""
        found = array("H", self.features)
        size = len(found)
        for at, features in enumerate(self.relation_features):
            if features:
                subject, target = self.subjects[at], self.objects[at]
                if subject < size:
                    found[subject] |= features & _OF_SUBJECT
                if target < size:
                    found[target] |= features >> TO_OBJECT
        return found

    def _relations(self) -> dict[str, Any]:
        count = range(len(self.subjects))
        order = list(dict.fromkeys(self.subjects))
        rank = {each: number for number, each in enumerate(order)}
        ranks = list(map(rank.__getitem__, self.subjects))
        numbers = array("I", bytes(4 * len(count)))
        for number, place in enumerate(sorted(count, key=self.subjects.__getitem__)):
            numbers[place] = number
        # By object, then in the order of the model, as a model that was just read has them.
        incoming = sorted(sorted(count, key=ranks.__getitem__), key=self.objects.__getitem__)
        naming = sorted((target, ranks[place], numbers[place]) for target, place in self.naming)
        out = self._counts(self.subjects)
        return {
            "order": array("I", order),
            "first relations": array("I", accumulate(out[:-1], initial=0) if out else ()),
            "subjects": array("I", chain.from_iterable(map(repeat, range(len(out)), out))),
            "incoming": array("I", map(numbers.__getitem__, incoming)),
            "incoming ends": _ends(self._counts(self.objects)),
            "naming": array("I", (number for _, _, number in naming)),
            "naming ends": _ends(self._counts(target for target, _, _ in naming)),
        }

    def _counts(self, numbers: Iterable[int]) -> list[int]:
        """Return for each id how often its number occurs."""
        found = [0] * len(self.ids)
        for each in numbers:
            found[each] += 1
        return found


def parts_of(section: str, parts: Iterable[Bytes]) -> Mapping[str, Any]:
    """Return a section of parts, and the section with the places where each begins and the last ends."""
    return dict(zip((section, f"{section} ends"), joined(parts), strict=True))


def _texts(section: str, texts: Sequence[str]) -> Mapping[str, Any]:
    return dict(zip((section, f"{section} ends"), joined_texts(texts), strict=True))


def texts_sections(found: Iterable[int]) -> Mapping[str, Any]:
    """Return the sections by which entities are found by name.

    Args:
        found: The sums of names and codes, each followed by the 32 bits of the number of an entity.
    """
    every = sorted(found)
    return {
        "texts": array("I", [each >> 32 for each in every]),
        "texts of": array("I", [each & 0xFFFFFFFF for each in every]),
    }


def _ends(counts: Iterable[int]) -> "array[int]":
    return array("I", accumulate((4 * each for each in counts), initial=0))


def _places(ids: Sequence[bytes]) -> "array[int]":
    """Return a table in which the number of an id, from 1, is at the place of its sum or the next free one after it."""
    last = (1 << (2 * len(ids)).bit_length()) - 1
    table = array("I", bytes(4 * (last + 1)))
    for number, each in enumerate(map(crc32, ids), start=1):
        place = each & last
        while table[place]:
            place = (place + 1) & last
        table[place] = number
    return table
