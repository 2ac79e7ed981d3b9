"""Compile one file of a model apart, from the tables that were just read from it."""

import marshal
from array import array
from binascii import crc32
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import attrgetter, eq, itemgetter
from typing import Any

from ...facts.columns import own_features, relation_features
from ...facts.graph import lasting_name
from ...facts.statements import named_in_details
from ...finding.names import LOOSE, loose_lines, written_names
from ...format.records import NOTHING, Entity, Relation
from ...format.text import folded_lines
from ...reading.consistency import locators_of
from ...reading.joining import at_object
from ...reading.references import Tables
from ...reading.shared_codes import texts_of_codes
from ..compiled.making import Bytes, text_sum
from .parts import FROM_OBJECT, HAS_DETAILS, Keys, Part
from .plain import Plain


class _Numbers(dict[Any, int]):
    """Numbers by value; a new value gets the next number when it is looked up."""

    def __missing__(self, value: Any) -> int:
        return self.setdefault(value, len(self))

    def of(self, values: Iterable[Any]) -> "array[int]":
        """Return the number of each of some values."""
        return array("I", map(self.__getitem__, values))


def part_of(name: str, tables: Tables) -> Part:
    """Return the part to keep of a file.

    Args:
        name: The name of the file.
        tables: The tables read from it, which have no mistake.
    """
    plain = Plain()
    entities = [each for each, _ in tables.entities]
    relations, references = tables.relations, tables.references
    numbers = _Numbers(zip((each.id for each in entities), count()))
    size = len(numbers)
    rows = list(map(marshal.dumps, map(plain.entity, entities)))
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for each, row in zip(relations, map(plain.relation, relations), strict=True):
        groups[each.subject].append(row)
    kinds, wanted, cited = _Numbers(), _Numbers(), _Numbers()
    codes = list(map(texts_of_codes, entities))
    called = [lasting_name(each) or "" for each in entities]
    texts, loose = _sums(entities, called)
    subjects = numbers.of(map(_SUBJECT, relations))
    objects = numbers.of(map(_OBJECT, relations))
    keys = Keys(
        ids=list(map(_ID, entities)),
        kinds=list(map(_KIND, entities)),
        called=called,
        features=array("I", map(own_features, entities)),
        subjects=subjects,
        objects=objects,
        relation_kinds=kinds.of(map(_KIND, relations)),
        kind_names=list(kinds),
        notes=_notes(tables, subjects, objects),
        relation_features=array("I", map(relation_features, relations)),
        of_subjects=numbers.of(groups),
        relation_ends=array("I", map(itemgetter(0), tables.ends)),
        reference_ends=array("I", map(itemgetter(1), tables.ends)),
        citation_ends=array("I", map(itemgetter(2), tables.ends)),
        targets=numbers.of(map(_TARGET, references)),
        wanted=wanted.of(map(_WANTED, references)),
        wanted_kinds=list(wanted),
        cited=cited.of(map(itemgetter(0), tables.citations)),
        citations=list(map(tuple, cited)),
        codes=list(chain.from_iterable(codes)),
        coded=_owners(codes),
        locators={each.id: list(locators_of(each)) for each in entities if each.kind == "source"},
        texts=texts,
        loose=loose,
        named=_named(relations),
        others=list(numbers)[size:],
    )
    evidence = list(map(marshal.dumps, plain.evidence()))
    rows_of_groups = list(map(marshal.dumps, groups.values()))
    return Part(name, keys.packed(), rows, rows_of_groups, evidence, keys)


_ID, _KIND, _SUBJECT, _OBJECT = map(attrgetter, ("id", "kind", "subject", "object"))
_TARGET, _WANTED = map(attrgetter, ("target", "kinds"))
_LOOSE = text_sum(LOOSE)


def loose_sum(loose: bytes) -> int:
    """Return the checksum by which an entity is found under a loose name; the name is given without the mark of loose names."""
    return crc32(loose, _LOOSE)


def _sums(entities: Sequence[Entity], called: Sequence[str]) -> "tuple[array[int], array[int]]":
    """Return the sums of the names and codes of entities, each followed by the 32 bits of the entity's number, in order; and those of their loose names.

    Args:
        entities: The entities.
        called: The name that each has at every date, which is the first of its names and codes; empty for none.
    """
    written = list(map(written_names, entities))
    folded = folded_lines(list(chain.from_iterable(written)))
    sums = zip(map(crc32, folded), _owners(written), strict=True)
    firsts = accumulate(map(len, written), initial=0)
    names = [folded[first] if name else b"" for name, first in zip(called, firsts, strict=False)]
    loose = array("I", map(loose_sum, loose_lines(names)))
    return array("Q", sorted({each << 32 | at for each, at in sums})), loose


def _owners(lists: Sequence[Sequence[object]]) -> "array[int]":
    """Return one number for each item of several lists: the number of the list that has it."""
    return array("I", chain.from_iterable(map(repeat, range(len(lists)), map(len, lists))))


def _named(relations: Sequence[Relation]) -> dict[str, Bytes]:
    """Return the relations with a text in their details, as the bytes of their numbers, by that text."""
    named: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, each in enumerate(relations):
        if each.details is not NOTHING:
            for text in named_in_details(each):
                named[text].append(number)
    return {text: memoryview(each).cast("B") for text, each in named.items()}


def _notes(tables: Tables, subjects: "array[int]", objects: "array[int]") -> "array[int]":
    """Return the notes on each relation.

    Args:
        tables: The tables of a file.
        subjects: The number of the subject of each relation.
        objects: The number of the object of each relation.
    """
    notes = array("I", [0 if each.details is NOTHING else HAS_DETAILS for each in tables.relations])
    counts = (end - start for start, end in pairwise(each for each, *_ in tables.ends))
    written_in = array("I", chain.from_iterable(map(repeat, range(len(tables.entities)), counts)))
    for number in compress(count(), map(eq, written_in, objects)):
        if subjects[number] != written_in[number] or at_object(tables.relation_places[number]):
            notes[number] |= FROM_OBJECT
    return notes
