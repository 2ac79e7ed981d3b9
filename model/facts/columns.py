"""The name and the features of every entity, which a compiled model has in columns, so that they need no record.

A feature says what the record of an entity has, whatever the dates: that a day is stated of it, or that a
value is not stated.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from typing import Any, Protocol

from ..format import OPEN, RELATIONS
from ..format.records import NOTHING, Claim, Entity, Relation
from .statements import Statements

DATED = 1
"""The feature of an entity of which an attribute or a change event may say when it begins or ends."""

ENDING = 2
"""The feature of an entity of which an attribute or a change event may say that it has ended."""

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

CONCERNED = 256
"""The feature of an entity that a disagreement, a question, a plan or an event is about."""

PROMISED = 512
"""The feature of an entity of which an attribute says when something is due or to be reviewed."""

_EVERY = (1 << 16) - 1

TO_OBJECT = 16
"""The number of bits by which the features that a relation gives its object stand before those of its subject."""

CHANGING = frozenset(name for name, kind in RELATIONS.items() if kind.changes)
"""The relations from a change event to the entities that it ended and began."""

ENDINGS = frozenset(("end_date", "status"))
"""The attributes that may say that an entity has ended."""

TIME_ATTRIBUTES = ENDINGS | {"start_date", "date", "expected_date"}
"""The attributes that may say when an entity begins or ends."""

_PROMISES = frozenset(("due", "review_date"))
"""The attributes that say when something is due or to be reviewed."""

_TELLING = (
    dict.fromkeys(TIME_ATTRIBUTES, DATED)
    | dict.fromkeys(ENDINGS, DATED | ENDING)
    | dict.fromkeys(_PROMISES, PROMISED)
    | {"order": ORDERED}
)
"""The features that an attribute shows by being there."""

_ABOUT = "about"

_LONGEST = max(map(len, OPEN))
"""The length of the longest word for what is not stated; a longer text is not looked up among them."""


class Columns(Protocol):
    """The columns of a compiled model; for an id without an entity, name and kind are empty and there are no features."""

    def name(self, entity_id: str) -> str:
        """Return the name that an entity has at every date; empty if it depends on the date."""

    def feature(self, entity_id: str) -> int:
        """Return the features of an entity as a sum."""

    def features(self, ids: Iterable[str]) -> Sequence[int]:
        """Return the features of some entities, each as a sum."""

    def kinds(self, ids: Iterable[str]) -> Sequence[str]:
        """Return the kinds of some entities."""

    def rows(self, ids: Sequence[str]) -> Iterable[tuple[str, int, str]]:
        """Return the kind, the features and the name of some entities."""

    def with_feature(self, feature: int) -> Sequence[str]:
        """Return the entities with a feature, in the order of the model."""

    def with_kind(self, kinds: Collection[str]) -> Sequence[str]:
        """Return the entities of some kinds, in the order of the model."""


def open_columns(_: Statements) -> "Callable[[], Columns | None]":
    """Return a function that opens the columns of a compiled model; `None` is the result without any."""
    return lambda: None


def columns_of(statements: Statements) -> Columns | None:
    """Return the columns of a compiled model, opened when they are first asked for; `None` for any other model."""
    return statements.once_for_all(_opened_columns)


def _opened_columns(statements: Statements) -> Columns | None:
    return statements.once_for_all(open_columns)()


def features_of(statements: Statements, ids: Sequence[str]) -> Sequence[int]:
    """Return the features that entities may have, each as a sum; all features for those of a model without columns."""
    columns = columns_of(statements)
    return [_EVERY] * len(ids) if columns is None else columns.features(ids)


def features_of_values(values: Container[str]) -> int:
    """Return the features that an entity with some attributes may have, where the model has no columns: all but a place of its own."""
    return _EVERY if "order" in values else _EVERY & ~ORDERED


def may_say_when(statements: Statements, entity_id: str) -> bool:
    """Return whether an attribute or a change event may say when an entity begins or ends."""
    columns = columns_of(statements)
    if columns is not None:
        return bool(columns.feature(entity_id) & DATED)
    values = statements.entity(entity_id).values
    return not TIME_ATTRIBUTES.isdisjoint(values) or statements.is_end_of(entity_id, CHANGING, "in")


def may_say_ended(statements: Statements, entity_id: str) -> bool:
    """Return whether an attribute or a change event may say that an entity has ended."""
    columns = columns_of(statements)
    if columns is not None:
        return bool(columns.feature(entity_id) & ENDING)
    values = statements.entity(entity_id).values
    return not ENDINGS.isdisjoint(values) or statements.is_end_of(entity_id, CHANGING, "in")


def all_that_may_say_ended(statements: Statements) -> Collection[str]:
    """Return the entities for which `may_say_ended` is true, in one pass over the model."""
    columns = columns_of(statements)
    if columns is not None:
        return frozenset(columns.with_feature(ENDING))
    from .by_kind import of_kind, sort_by_kind  # noqa: PLC0415 - of a compiled model nothing is sorted

    found = {each for each, entity in statements.entities_by_id() if not ENDINGS.isdisjoint(entity.values)}
    sort_by_kind(statements, *CHANGING)
    return found.union(*(of_kind(statements, kind)[1] for kind in CHANGING))


def may_say_due(statements: Statements, entity_id: str) -> bool:
    """Return whether an attribute of an entity, or a disagreement about it, may say when something is due or planned."""
    columns = columns_of(statements)
    return columns is None or bool(columns.feature(entity_id) & (DATED | PROMISED | CONCERNED))


def is_inferred(statements: Statements, entity_id: str) -> bool:
    """Return whether an entity is itself inferred."""
    columns = columns_of(statements)
    if columns is not None:
        return bool(columns.feature(entity_id) & INFERRED_ITSELF)
    return statements.entity(entity_id).evidence.inferred


def with_feature(statements: Statements, feature: int) -> Sequence[str]:
    """Return the entities that may have a feature, in the order of the model; all those of a model without columns."""
    columns = columns_of(statements)
    return list(statements) if columns is None else columns.with_feature(feature)


def among_with_feature(statements: Statements, ids: Iterable[str], feature: int) -> list[str]:
    """Return the entities among some that may have a feature, in their order."""
    asked = list(ids)
    return [
        each for each, found in zip(asked, features_of(statements, asked), strict=True) if found & feature
    ]


def with_kind(statements: Statements, kinds: Collection[str]) -> Sequence[str]:
    """Return the entities of some kinds, in the order of the model."""
    columns = columns_of(statements)
    if columns is None:
        return [each for each in statements if statements.kind(each) in kinds]
    return columns.with_kind(kinds)


def kinds_of(statements: Statements, ids: Iterable[str]) -> Sequence[str]:
    """Return the kinds of entities."""
    columns = columns_of(statements)
    return list(map(statements.kind, ids)) if columns is None else columns.kinds(ids)


def own_features(entity: Entity) -> int:
    """Return the features that the record of an entity shows."""
    values, evidence = entity.values, entity.evidence
    found = 0 if evidence.citations else UNSOURCED
    if evidence.inferred:
        found |= INFERRED_ITSELF
    if evidence.note:
        found |= NOTED
    if not _TELLING.keys().isdisjoint(values):
        found |= _features_of_keys(values)
    for value in values.values():
        if type(value) is str:
            # the length first: a long text is not to be hashed for this
            if len(value) <= _LONGEST and value in OPEN:
                found |= OPEN_VALUE
        elif type(value) is tuple and value and type(value[0]) is Claim:
            found |= _features_of_claims(value)
    return found


def _features_of_keys(keys: Container[str]) -> int:
    found = 0
    for each, features in _TELLING.items():
        if each in keys:
            found |= features
    return found


def _features_of_claims(claims: Iterable[Any]) -> int:
    found = 0
    for claim in claims:
        if not claim.evidence.citations:
            found |= UNSOURCED
        if _is_open(claim.value) or (claim.details is not NOTHING and _has_open(claim.details)):
            found |= OPEN_VALUE
    return found


def relation_features(relation: Relation) -> int:
    """Return the features that a relation gives its subject; `TO_OBJECT` bits before them those that it gives its object."""
    to_subject = 0 if relation.evidence.citations else UNSOURCED
    to_object = DATED | ENDING if relation.kind in CHANGING else CONCERNED if relation.kind == _ABOUT else 0
    if relation.details is not NOTHING and _has_open(relation.details):
        to_subject |= OPEN_DETAIL
        to_object |= OPEN_DETAIL
    return to_object << TO_OBJECT | to_subject


def _has_open(details: Mapping[str, object]) -> bool:
    return any(map(_is_open, details.values()))


def _is_open(value: object) -> bool:
    if type(value) is str:
        return len(value) <= _LONGEST and value in OPEN
    return isinstance(value, tuple) and any(each in OPEN for each in value)
