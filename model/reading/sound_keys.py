"""The keys of a kind as `sound_entity` uses them: what each key of a table and of an inline table is for, with its converter."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..format import Key, RelationKey, keys_of, relations_of
from ..format.keys import END_DATE, EXPECTED_DATE, NO_ATTRIBUTES, PROVENANCE_NAMES, START_DATE
from .parts import claim_parts, relation_parts
from .sound_values import REFERRING, Converter, converter, unsure, words_of

MAIN, START, END, EXPECTED, EVIDENCE, DETAIL = range(6)
"""What a key of an inline table is for: the value or the other end, a date, the evidence, anything else."""

_PERIOD = {START_DATE.name: START, END_DATE.name: END, EXPECTED_DATE.name: EXPECTED}

Parts = Mapping[str, tuple[int, Converter | None, Key]]
"""By name: what a key of an inline table is for, its converter, and the key; without a converter it may name entities."""


class ClaimKeys(NamedTuple):
    """The keys of the inline table of a claim.

    Attributes:
        name: The attribute.
        parts: The keys by name.
        required: The names of those that must be there.
        from_text: The converter of a text in place of a table; it is unsure where there may be none.
    """

    name: str
    parts: Parts
    required: tuple[str, ...]
    from_text: Converter


class RelationKeys(NamedTuple):
    """A key that writes relations, and the keys of its inline table.

    Attributes:
        name: The key.
        kind: The name of the kind of relation.
        is_inverse: Whether the table with the key is the object.
        end: The key of the inline table that names the other entity.
        targets: The kinds that the other entity may have.
        words: The words allowed in place of its id, each with what it means without a source.
        parts: The keys of the inline table by name.
        required: The names of those that must be there.
    """

    name: str
    kind: str
    is_inverse: bool
    end: str
    targets: tuple[str, ...]
    words: Mapping[str, str]
    parts: Parts
    required: tuple[str, ...]


class AttributeKey(NamedTuple):
    """The key of an attribute.

    Attributes:
        key: The key.
        convert: Its converter; `None` if its value may name entities.
        claims: The keys of a claim; `None` where there are no claims.
    """

    key: Key
    convert: Converter | None
    claims: ClaimKeys | None


class KindKeys(NamedTuple):
    """The keys of a kind by name; `required` has the names of those that must be there."""

    attributes: Mapping[str, AttributeKey]
    relations: Mapping[str, RelationKeys]
    required: tuple[str, ...]


@cache
def keys_of_kind(kind: str) -> KindKeys:
    """Return the keys of a kind."""
    keys = keys_of(kind)
    return KindKeys(
        {
            name: AttributeKey(
                key,
                unsure if key.claims == "many" else _converter(key),
                None if key.claims == "no" else _claim_keys(kind, key),
            )
            for name, key in keys.items()
            if name not in NO_ATTRIBUTES
        },
        {name: _relation_keys(name, each) for name, each in relations_of(kind).items() if name not in keys},
        tuple(name for name in _required(keys.values()) if name != "id"),
    )


def _converter(key: Key) -> Converter | None:
    return None if key.type in REFERRING else converter(key)


def _claim_keys(kind: str, key: Key) -> ClaimKeys:
    parts = claim_parts(kind, key.name)
    required = _required(parts.values())
    is_text = key.claims == "many" and set(required) <= {key.main} and key.type not in REFERRING
    return ClaimKeys(
        key.name, _parts(parts, key.main), required, converter(parts[key.main]) if is_text else unsure
    )


def _relation_keys(name: str, written: RelationKey) -> RelationKeys:
    parts = relation_parts(written.relation.name, written.end)
    return RelationKeys(
        name,
        written.relation.name,
        written.inverse,
        written.end,
        written.targets,
        words_of(parts[written.end]),
        _parts(parts, written.end),
        _required(parts.values()),
    )


def _parts(parts: Mapping[str, Key], main: str) -> Parts:
    return {
        name: (
            MAIN if name == main else EVIDENCE if name in PROVENANCE_NAMES else _PERIOD.get(name, DETAIL),
            _converter(key),
            key,
        )
        for name, key in parts.items()
    }


def _required(keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(key.name for key in keys if key.required)
