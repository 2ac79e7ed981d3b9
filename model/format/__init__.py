"""All that a line of TOML may say: kinds, keys, attributes, relations, ids, dates, and the records that are read from them."""

from collections.abc import Mapping
from functools import cache

import attrs

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
    "RelationKind",
    "Written",
    "every_key",
    "in_detail",
    "keys_of",
    "relations_of",
]


@cache
def keys_of(kind: str) -> Mapping[str, Key]:
    """Return the keys a kind may bear, relations apart, by name."""
    return {key.name: key for key in (*COMMON, *KINDS[kind].keys)}


@cache
def in_detail(kind: str) -> tuple[Key, ...]:
    """Return the keys a kind may bear, relations apart, in the order in which the detail shows them."""
    return tuple(sorted(keys_of(kind).values(), key=lambda key: key.place))


@cache
def every_key() -> Mapping[str, Key]:
    """Return the keys of all kinds, relations apart, by name; one that several bear is taken from the first."""
    found: dict[str, Key] = {}
    for kind in KINDS:
        for name, key in keys_of(kind).items():
            found.setdefault(name, key)
    return found


@attrs.frozen(eq=False, repr=False)
class Written:
    """How a TOML key writes a relation.

    Attributes:
        relation: The kind of relation.
        inverse: Whether the table that bears the key is the object and not the subject.
    """

    relation: RelationKind
    inverse: bool = False

    @property
    def end(self) -> str:
        """The key of the inline table that names the other end."""
        return "id" if self.inverse else "to"

    @property
    def targets(self) -> tuple[str, ...]:
        """The kinds the other end may be; empty for every kind."""
        return self.relation.subjects if self.inverse else self.relation.objects


@cache
def relations_of(kind: str) -> Mapping[str, Written]:
    """Return the relations a kind may write, by TOML key."""
    written = {
        name: Written(relation)
        for name, relation in RELATIONS.items()
        if not relation.subjects or kind in relation.subjects
    }
    for name, relation in INVERSES.items():
        if not relation.objects or kind in relation.objects:
            written[name] = Written(relation, inverse=True)
    return written
