"""Number the ids and relations of a model; compiled models and views name them by these numbers.

The entities come first, in the order of the model, then the other ids: words that stand in place of an id,
and whatever else relations name. Relations are numbered by their subjects.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, count, repeat
from operator import add, attrgetter, not_
from typing import Any, Protocol

from ...facts.statements import Statements
from ...format.records import Relation
from .making import ENCODING


class Numbers(Protocol):
    """The ids and relations of a model by number, and the numbers by id."""

    known: dict[str, int]
    """The numbers of the ids that were read so far."""

    @property
    def outgoing(self) -> Mapping[str, Sequence[Relation]]:
        """The relations by subject."""

    def number(self, entity_id: str) -> int:
        """Return the number of an id; -1 for an id that the model does not have."""

    def numbers(self, entity_ids: Iterable[str]) -> Sequence[int]:
        """Return for each of several ids what `number` returns."""

    def id(self, number: int) -> str:
        """Return the id with a number."""

    def ids(self, numbers: Sequence[int]) -> Sequence[str]:
        """Return the ids with some numbers."""

    def first_relations(self, subjects: Iterable[str]) -> Sequence[int]:
        """Return the number of the first relation of each subject; its other relations have the numbers after it."""

    def relation(self, number: int) -> Relation:
        """Return the relation with a number."""


class CountedNumbers:
    """The numbers of a model that was just read from its files."""

    def __init__(self, statements: Statements, every_id: Sequence[str] = ()) -> None:
        """Number the ids of a model.

        Args:
            statements: The model.
            every_id: The ids by their numbers, if they were numbered before.
        """
        self.known = dict(zip(every_id, count())) if every_id else _numbered(statements)
        self.every_id = every_id or list(self.known)
        self._statements = statements

    @cached_property
    def outgoing(self) -> Mapping[str, Sequence[Relation]]:
        return {found[0].subject: found for found in self._statements.relations_by_subject() if found}

    @cached_property
    def relations(self) -> Sequence[Relation]:
        """The relations by number."""
        return list(chain.from_iterable(map(self._statements.outgoing, self.every_id)))

    @cached_property
    def firsts(self) -> "array[int]":
        """The number of the first relation of each id."""
        counts = map(len, map(self._statements.outgoing, self.every_id))
        return array("I", accumulate(counts, initial=0))[:-1]

    def number(self, entity_id: str) -> int:
        return self.known.get(entity_id, -1)

    def numbers(self, entity_ids: Iterable[str]) -> Sequence[int]:
        return list(map(self.number, entity_ids))

    def id(self, number: int) -> str:
        return self.every_id[number]

    def ids(self, numbers: Sequence[int]) -> Sequence[str]:
        return [self.every_id[each] for each in numbers]

    def first_relations(self, subjects: Iterable[str]) -> Sequence[int]:
        return [self.firsts[self.known[each]] for each in subjects]

    def relation(self, number: int) -> Relation:
        return self.relations[number]


def _numbered(statements: Statements) -> dict[str, int]:
    """Return the number of each id of a model."""
    ids = dict(zip(statements, count()))
    for found in statements.relations_by_subject():
        for each in (found[0].subject, *[one.object for one in found]) if found else ():
            if each not in ids:
                ids[each] = len(ids)
    return ids


def _numbers_of_model(_: Statements) -> list[Numbers]:
    """Return the list that holds the numbers of a model, for all its dates."""
    return []


def note_numbers(statements: Statements, numbers: Numbers) -> None:
    """Note the numbers of a compiled model, for all its dates."""
    statements.once_for_all(_numbers_of_model)[:] = [numbers]


def numbers_of(statements: Statements) -> Numbers:
    """Return the numbers of a model."""
    known = statements.once_for_all(_numbers_of_model)
    return known[0] if known else statements.once_for_all(CountedNumbers)


def id_column(numbers: Numbers, ids: Sequence[str | None]) -> "array[int]":
    """Return the number of each of some ids from 1, and 0 for `None`.

    Args:
        numbers: The numbers of the model.
        ids: Ids of the model.
    """
    known: Mapping[Any, int] = numbers.known
    found = array("I", map(add, map(known.get, ids, repeat(-1)), repeat(1)))
    if found.count(0) > ids.count(None):  # some ids were not read yet
        entities = list(dict.fromkeys(filter(None, ids)))
        known = dict(zip(entities, numbers.numbers(entities), strict=True))
        return array("I", map(add, map(known.get, ids, repeat(-1)), repeat(1)))
    return found


def relation_column(numbers: Numbers, relations: Iterable[Relation | None]) -> "array[int]":
    """Return the number of each of some relations from 1, and 0 for `None`.

    Args:
        numbers: The numbers of the model.
        relations: Relations of the model, or equal ones that were made before a save.
    """
    relations = list(relations)
    found = array("I", map(_by_object(numbers, relations).get, map(id, relations), repeat(0)))
    missed = [(row, relations[row]) for row in compress(count(), map(not_, found))]
    equal = [(row, each) for row, each in missed if each is not None]
    if equal:  # the first relations of all subjects are read at once
        firsts = numbers.first_relations([each.subject for _, each in equal])
        for (row, each), first in zip(equal, firsts, strict=True):
            found[row] = first + 1 + list(numbers.outgoing[each.subject]).index(each)
    return found


_SUBJECT = attrgetter("subject")


def _by_object(numbers: Numbers, relations: Iterable[Relation | None]) -> dict[int, int]:
    """Return a dictionary from the `id()` of a relation to its number, from 1.

    For a model in memory it has all relations; for a compiled model those of the subjects of the given relations, since
    the others need not be made.
    """
    if isinstance(numbers, CountedNumbers):
        return dict(zip(map(id, numbers.relations), count(1)))
    given = filter(None, relations)
    once = {id(each): each for each in given}  # many have several rows, and to look up a subject takes longer
    subjects = list(dict.fromkeys(map(_SUBJECT, once.values())))
    every = list(map(numbers.outgoing.__getitem__, subjects))
    firsts = list(map(add, numbers.first_relations(subjects), repeat(1)))
    ranges = map(range, firsts, map(add, firsts, map(len, every)))
    return dict(zip(map(id, chain.from_iterable(every)), chain.from_iterable(ranges), strict=True))


def encoded(texts: Iterable[str]) -> list[bytes]:
    """Return the bytes of texts in the encoding of a compiled model."""
    return [each.encode(*ENCODING) for each in texts]


def joined(parts: Iterable[bytes | memoryview]) -> tuple[bytes, "array[int]"]:
    """Return parts one after the other, and where each begins and the last ends."""
    every = list(parts)
    return b"".join(every), array("I", accumulate(map(len, every), initial=0))


_AT_ONCE = 1 << 10


def joined_texts(texts: Sequence[str]) -> tuple[bytes, "array[int]"]:
    """Join texts into one piece of UTF-8; return it with the place where each text begins, and the end of the last.

    Texts of ASCII are encoded many at once, which is faster than one by one.
    """
    pieces: list[bytes] = []
    lengths = array("I")
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        whole = "".join(some)
        if whole.isascii():
            pieces.append(whole.encode())
            lengths.extend(map(len, some))
        else:
            found = encoded(some)
            pieces += found
            lengths.extend(map(len, found))
    return b"".join(pieces), array("I", accumulate(lengths, initial=0))
