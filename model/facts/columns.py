"""The name and the features of every entity, which a compiled model has in columns, so that they need no record.

A feature says what the record of an entity has, whatever the dates: that a day is stated of it, or that a
value is not stated.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from ..format import OPEN
from ..format.records import Claim, Entity, Relation
from .statements import Statements

DATED = 1
"""The feature of an entity with an attribute that may say when it begins or ends."""

ENDING = 2
"""The feature of an entity with an attribute that may say that it has ended."""

INFERRED_ITSELF = 4
"""The feature of an entity that is itself inferred."""

NOTED = 8
"""The feature of an entity whose evidence has a note."""

ORDERED = 16
"""The feature of an entity with a place of its own among its siblings."""

OPEN_VALUE = 32
"""The feature of an entity with a value, or a detail of a claim, that is not stated."""

UNSOURCED = 64
"""The feature of an entity that is stated without a source, or has a claim or an outgoing relation without one."""

OPEN_DETAIL = 128
"""The feature of an entity with a relation, from it or to it, of which a detail is not stated."""

ENDINGS = frozenset(("end_date", "status"))
"""The attributes that may say that an entity has ended."""

TIME_ATTRIBUTES = ENDINGS | {"start_date", "date", "expected_date"}
"""The attributes that may say when an entity begins or ends."""


class Columns(Protocol):
    """The columns of a compiled model."""

    def name(self, entity_id: str) -> str:
        """Return the name that an entity has at every date; empty if it depends on the date."""

    def features(self, entity_id: str) -> int:
        """Return the features of an entity as a sum; 0 for an id without an entity."""

    def names(self) -> Sequence[str]:
        """Return `name` of every entity, in the order of the model."""

    def every_feature(self) -> bytes:
        """Return `features` of every entity, in the order of the model."""


def compiled_columns(_: Statements) -> Any:
    """Return the columns of a compiled model, see `Columns`; `None` for a model that was not compiled."""
    return None


def features(statements: Statements, entity_id: str) -> int:
    """Return the features of an entity as a sum, without its record if the model is compiled."""
    columns: Columns | None = statements.once_for_all(compiled_columns)
    if columns is not None:
        return columns.features(entity_id)
    kept = statements.once_for_all(_features_found)
    found = kept.get(entity_id)
    if found is None:
        entity = statements.find(entity_id)
        found = 0 if entity is None else own_features(entity)
        for relation in statements.outgoing(entity_id):
            found |= features_of_relation(relation)
        for relation in statements.incoming(entity_id):
            found |= features_of_relation(relation) & OPEN_DETAIL
        kept[entity_id] = found
    return found


def _features_found(_: Statements) -> dict[str, int]:
    """Return an empty memo of features by entity, which `features` fills."""
    return {}


def may_say_when(statements: Statements, entity_id: str) -> bool:
    """Return whether an entity has an attribute that may say when it begins or ends."""
    columns: Columns | None = statements.once_for_all(compiled_columns)
    if columns is not None:
        return bool(columns.features(entity_id) & DATED)
    return not TIME_ATTRIBUTES.isdisjoint(statements.entity(entity_id).values)


def may_say_ended(statements: Statements, entity_id: str) -> bool:
    """Return whether an entity has an attribute that may say that it has ended."""
    columns: Columns | None = statements.once_for_all(compiled_columns)
    if columns is not None:
        return bool(columns.features(entity_id) & ENDING)
    return not ENDINGS.isdisjoint(statements.entity(entity_id).values)


def own_features(entity: Entity) -> int:
    """Return the features that the record of an entity shows."""
    values, evidence = entity.values, entity.evidence
    found = 0 if evidence.citations else UNSOURCED
    if evidence.inferred:
        found |= INFERRED_ITSELF
    if evidence.note:
        found |= NOTED
    if not TIME_ATTRIBUTES.isdisjoint(values):
        found |= DATED if ENDINGS.isdisjoint(values) else DATED | ENDING
    if "order" in values:
        found |= ORDERED
    for value in values.values():
        if type(value) is str:
            if value in OPEN:
                found |= OPEN_VALUE
        elif isinstance(value, tuple):
            found |= _features_of_claims(value)
    return found


def _features_of_claims(claims: Iterable[object]) -> int:
    found = 0
    for claim in claims:
        if isinstance(claim, Claim):
            if not claim.evidence.citations:
                found |= UNSOURCED
            if _is_open(claim.value) or any(map(_is_open, claim.details.values())):
                found |= OPEN_VALUE
    return found


def features_of_relation(relation: Relation) -> int:
    """Return the features that a relation gives its subject; `OPEN_DETAIL` it also gives its object."""
    found = 0 if relation.evidence.citations else UNSOURCED
    if relation.details and any(map(_is_open, relation.details.values())):
        found |= OPEN_DETAIL
    return found


def _is_open(value: object) -> bool:
    if isinstance(value, tuple):
        return any(each in OPEN for each in value)
    return isinstance(value, str) and value in OPEN
