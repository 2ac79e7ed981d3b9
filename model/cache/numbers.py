"""Number the ids and relations of a model; compiled models and views name them by these numbers.

The entities come first, in the order of the model, then the other ids: words that stand in place of an id,
and whatever else relations name. Relations are numbered by their subjects.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Protocol

from ..facts.statements import Statements
from ..format.records import Relation


class Numbers(Protocol):
    """The ids and relations of a model by number, and the numbers by id."""

    @property
    def outgoing(self) -> Mapping[str, Sequence[Relation]]:
        """The relations by subject."""

    def number(self, entity_id: str) -> int:
        """Return the number of an id; -1 for an id that the model does not have."""

    def numbers(self, entity_ids: Iterable[str]) -> Sequence[int]:
        """Return the numbers of several ids, each as `number`."""

    def id(self, number: int) -> str:
        """Return the id with a number."""

    def first_relations(self, subjects: Iterable[str]) -> Sequence[int]:
        """Return the number of the first relation of each of some subjects; the numbers of its others follow."""

    def relation(self, number: int) -> Relation:
        """Return the relation with a number."""


class CountedNumbers:
    """The numbers of a model that was just read from its files."""

    def __init__(self, statements: Statements) -> None:
        ids = self.ids = {each: number for number, each in enumerate(statements)}
        self.outgoing = {found[0].subject: found for found in statements.relations_by_subject() if found}
        for subject, found in self.outgoing.items():
            for each in (subject, *[one.object for one in found]):
                if each not in ids:
                    ids[each] = len(ids)
        self.every_id = list(self.ids)
        self.relations: list[Relation] = []
        self.firsts = array("I")
        for subject in self.every_id:
            self.firsts.append(len(self.relations))
            self.relations.extend(self.outgoing.get(subject, ()))

    def number(self, entity_id: str) -> int:
        return self.ids.get(entity_id, -1)

    def numbers(self, entity_ids: Iterable[str]) -> Sequence[int]:
        return list(map(self.number, entity_ids))

    def id(self, number: int) -> str:
        return self.every_id[number]

    def first_relations(self, subjects: Iterable[str]) -> Sequence[int]:
        return [self.firsts[self.ids[each]] for each in subjects]

    def relation(self, number: int) -> Relation:
        return self.relations[number]


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


def relation_numbers(numbers: Numbers, relations: Sequence[Relation | None]) -> Iterator[int]:
    """Yield the number of each of some relations of a model, or of an equal one that was made before a save; else -1.

    Args:
        numbers: The numbers of the model.
        relations: The relations; `None` for none.
    """
    subjects = dict.fromkeys(each.subject for each in relations if each is not None)
    firsts = dict(zip(subjects, numbers.first_relations(subjects), strict=True))
    every = {each: numbers.outgoing[each] for each in subjects}
    known: dict[int, int] = {}
    for subject, first in firsts.items():
        found = every[subject]
        known.update(zip(map(id, found), range(first, first + len(found)), strict=True))
    for relation in relations:
        number = -1 if relation is None else known.get(id(relation))
        if number is None and relation is not None:
            number = firsts[relation.subject] + list(every[relation.subject]).index(relation)
        yield -1 if number is None else number


def joined_texts(texts: Sequence[str]) -> tuple[bytes, "array[int]"]:
    """Return the bytes of texts one after the other, and where each begins and the last ends."""
    lengths = [len(each) if each.isascii() else len(_encoded(each)) for each in texts]
    return _encoded("".join(texts)), array("I", accumulate(lengths, initial=0))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def joined(parts: Iterable[bytes | memoryview]) -> tuple[bytes, "array[int]"]:
    """Return parts one after the other, and where each begins and the last ends."""
    every = list(parts)
    return b"".join(every), array("I", accumulate(map(len, every), initial=0))
