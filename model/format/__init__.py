"""The TOML format: entity kinds, relation kinds, keys and dates as an author writes them, and the records made from them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .attributes import COMMON, TIERS
from .keys import INFERRED, NONE, NOT_STATED, OPEN, PROVENANCE, STATED, UNKNOWN, Key
from .kind import Kind
from .kinds import KINDS
from .relation_kind import RelationKind
from .relations import INVERSES, RELATIONS

__all__ = [
    "COMMON",
    "INFERRED",
    "INVERSES",
    "KINDS",
    "NONE",
    "NOT_STATED",
    "OPEN",
    "PROVENANCE",
    "RELATIONS",
    "STATED",
    "TIERS",
    "UNKNOWN",
    "Key",
    "Kind",
    "RelationKey",
    "RelationKind",
    "every_key",
    "in_detail",
    "keys_of",
    "relations_of",
]


@cache
def keys_of(kind: str) -> Mapping[str, Key]:
    """Return the keys that an entity of a kind may have in TOML, by name, without relations."""
    return {key.name: key for key in (*COMMON, *KINDS[kind].keys)}


@cache
def in_detail(kind: str) -> tuple[Key, ...]:
    """Return the keys of `keys_of` in the order in which `tiers show` and the detail pane print them."""
    return tuple(sorted(keys_of(kind).values(), key=lambda key: key.place))


@cache
def every_key() -> Mapping[str, Key]:
    """Return the keys of all kinds by name, without relations; a key that several kinds share is taken from the first."""
    found: dict[str, Key] = {}
    for kind in KINDS:
        for name, key in keys_of(kind).items():
            found.setdefault(name, key)
    return found


class RelationKey(NamedTuple):
    """A TOML key that writes a relation, such as `part_of` or its inverse form `members`.

    Attributes:
        relation: The kind of relation.
        inverse: Whether the table with the key is the relation's object instead of its subject.
    """

    relation: RelationKind
    inverse: bool = False

    @property
    def end(self) -> str:
        """The key of the inline table that names the other entity: `to`, or `id` for an inverse."""
        return "id" if self.inverse else "to"

    @property
    def targets(self) -> tuple[str, ...]:
        """The kinds that the other entity may have; empty for every kind."""
        return self.relation.subjects if self.inverse else self.relation.objects


@cache
def relations_of(kind: str) -> Mapping[str, RelationKey]:
    """Return the relation keys that an entity of a kind may have in TOML, by name."""
    written = {
        name: RelationKey(relation)
        for name, relation in RELATIONS.items()
        if not relation.subjects or kind in relation.subjects
    }
    for name, relation in INVERSES.items():
        if not relation.objects or kind in relation.objects:
            written[name] = RelationKey(relation, inverse=True)
    return written
