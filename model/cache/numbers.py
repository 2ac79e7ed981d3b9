"""Number the ids and relations of a model; compiled models and views name them by these numbers.

The entities come first, in the order of the model, then the other ids: words that stand in place of an id,
and whatever else relations name. Relations are numbered by their subjects.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
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

    def id(self, number: int) -> str:
        """Return the id with a number."""

    def first_relation(self, subject: str) -> int:
        """Return the number of a subject's first relation; the numbers of its other relations follow."""

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

    def id(self, number: int) -> str:
        return self.every_id[number]

    def first_relation(self, subject: str) -> int:
        return self.firsts[self.ids[subject]]

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


def relation_numbers(numbers: Numbers) -> Callable[[Relation], int]:
    """Return a function from a relation of a model, or an equal one that was made before a save, to its number."""
    every = (
        {id(each): number for number, each in enumerate(numbers.relations)}
        if isinstance(numbers, CountedNumbers)
        else {}
    )
    known: dict[int, tuple[Relation, int]] = {}

    def number_of(relation: Relation) -> int:
        number = every.get(id(relation))
        if number is not None:
            return number
        kept = known.get(id(relation))
        if kept is not None and kept[0] is relation:
            return kept[1]
        found = numbers.outgoing[relation.subject]
        first = numbers.first_relation(relation.subject)
        known.update((id(each), (each, number)) for number, each in enumerate(found, start=first))
        kept = known.get(id(relation))
        return kept[1] if kept is not None and kept[0] is relation else first + list(found).index(relation)

    return number_of


def joined(parts: Iterable[bytes | memoryview]) -> tuple[bytes, "array[int]"]:
    """Return parts one after the other, and where each begins and the last ends."""
    every = list(parts)
    return b"".join(every), array("I", accumulate(map(len, every), initial=0))


_AT_ONCE = 1 << 10


def joined_texts(texts: Sequence[str]) -> tuple[bytes, "array[int]"]:
    """Return texts in UTF-8 one after the other, and where each begins and the last ends; those of ASCII many at once."""
    pieces: list[bytes] = []
    lengths = array("I")
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        whole = "".join(some)
        if whole.isascii():
            pieces.append(whole.encode())
            lengths.extend(map(len, some))
        else:
            encoded = [each.encode("utf-8", "surrogatepass") for each in some]
            pieces += encoded
            lengths.extend(map(len, encoded))
    return b"".join(pieces), array("I", accumulate(lengths, initial=0))
