"""The rows of a model: what its entities and relations say, for passes over all of them that need no records.

A compiled model replaces the records by its rows, of which most passes need a few values only.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

from ..format.records import NOTHING, Claim, Entity, Relation
from .statements import Statements
from .stored import stored_rows

EntityRow = tuple[str, str, Mapping[str, Any], bool]
"""The id and the kind of an entity, its values by attribute, and whether its evidence or that of a claim has a note.

A text or a number is as it was written; `Rows` has the claims and the texts of any other value.
"""

RelationRow = tuple[str, str, Any, Sequence[Any], Mapping[str, Any]]
"""The kind of a relation, its object, a value for its evidence, its dates and its details.

The dates are the start, the end and the expected day, each `None` where there is none; without any they are empty.
"""

RelationRows = tuple[str, int | None, Sequence[RelationRow], Sequence[bool]]
"""A subject, its position in the model, its relations, and for each whether its evidence has a note.

The position is `None` for a word in place of an id, and in a model that has its records in memory; the last is empty
where no evidence has a note.
"""


class Values(Protocol):
    """Reads the values of entities."""

    def claims(self, value: Any) -> Sequence[tuple[Any, Mapping[str, Any]]]:
        """Return each claim in a value of an entity, as its value and its details; for a plain value that value."""

    def texts(self, value: Any) -> Sequence[str]:
        """Return the texts in a value that is a list of texts; empty for any other value."""


class Rows(Values, Protocol):
    """The rows of a model in its order."""

    def begin(self) -> Iterator[None]:
        """Look up in steps what all rows need: which evidence has a note. Rows that were not begun do it at once."""

    def entities(self, positions: Sequence[int]) -> Sequence[EntityRow]:
        """Return some entities by their ascending positions in the model; those near each other are read together."""

    def relations(self, count: int) -> Iterator[Sequence[RelationRows]]:
        """Yield the relations, those of `count` subjects at a time."""


def rows_of(statements: Statements) -> Rows:
    """Return the rows of a model."""
    give = statements.once_for_all(stored_rows)
    rows: Rows = RecordRows(statements) if give is None else give()
    return rows


class RecordValues:
    """Reads the values of records."""

    def claims(self, value: Any) -> Sequence[tuple[Any, Mapping[str, Any]]]:
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            return [(each.value, each.details) for each in value]
        return [(value, NOTHING)]

    def texts(self, value: Any) -> Sequence[str]:
        return value if isinstance(value, tuple) and value and isinstance(value[0], str) else ()


RECORDED = RecordValues()
"""Reads the values of records."""


class RecordRows(RecordValues):
    """The rows of a model that has its records in memory."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._ids = list(statements)

    def begin(self) -> Iterator[None]:
        return iter(())

    def entities(self, positions: Sequence[int]) -> Sequence[EntityRow]:
        every = map(self._statements.entity, [self._ids[each] for each in positions])
        return [(each.id, each.kind, each.values, _has_note(each)) for each in every]

    def relations(self, count: int) -> Iterator[Sequence[RelationRows]]:
        every = iter(self._statements.relations_by_subject())
        while part := list(islice(every, count)):
            yield [
                (found[0].subject, None, list(map(_row, found)), [bool(each.evidence.note) for each in found])
                for found in part
                if found
            ]


def _row(relation: Relation) -> RelationRow:
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    is_dated = any(each is not None for each in dates)
    return relation.kind, relation.object, None, dates if is_dated else (), relation.details


def _has_note(entity: Entity) -> bool:
    if entity.evidence.note:
        return True
    claimed = (each for value in entity.values.values() if type(value) is tuple for each in value)
    return any(type(each) is Claim and each.evidence.note for each in claimed)
