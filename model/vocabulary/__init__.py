"""The words of the model: tiers, kinds, relations and keys. Data, no behaviour but look-up."""

from collections.abc import Mapping
from functools import cache

from .keys import INFERRED, NONE, PROVENANCE, STATED, UNKNOWN, Key
from .kinds import COMMON, KINDS, Kind
from .relations import INVERSES, RELATIONS, RelationKind
from .tiers import TIERS

__all__ = [
    "COMMON",
    "INFERRED",
    "INVERSES",
    "KINDS",
    "NONE",
    "PROVENANCE",
    "RELATIONS",
    "STATED",
    "TIERS",
    "UNKNOWN",
    "Key",
    "Kind",
    "RelationKind",
    "keys_of",
    "relations_of",
]


@cache
def keys_of(kind: str) -> Mapping[str, Key]:
    """Return the keys a kind may bear, relations apart, by name."""
    return {key.name: key for key in (*COMMON, *KINDS[kind].keys)}


@cache
def relations_of(kind: str) -> Mapping[str, tuple[RelationKind, bool]]:
    """Return the relations a kind may write, by TOML key, with whether it writes them as the object."""
    written: dict[str, tuple[RelationKind, bool]] = {
        name: (relation, False)
        for name, relation in RELATIONS.items()
        if not relation.subjects or kind in relation.subjects
    }
    for name, relation in INVERSES.items():
        if not relation.objects or kind in relation.objects:
            written[name] = (relation, True)
    return written
