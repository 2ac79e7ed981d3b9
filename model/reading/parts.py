"""The keys that an inline table may have: the table of a claim, and that of a relation."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ..format import PROVENANCE, RELATIONS, Key, keys_of
from ..format.keys import EXPECTED_DATE, PERIOD


@cache
def claim_parts(kind: str, name: str) -> Mapping[str, Key]:
    """Return the keys of the inline table of a claim of an attribute."""
    key = keys_of(kind)[name]
    required = key.type != "number"
    main = key.but(name=key.main, claims="no", required=required, parts=())
    return MappingProxyType({part.name: part for part in (main, *key.parts, *PERIOD, *PROVENANCE)})


@cache
def relation_parts(name: str, end: str) -> Mapping[str, Key]:
    """Return the keys of the inline table of a relation; the key `end` names its other end."""
    relation = RELATIONS[name]
    target = Key(end, "reference", "The other end.", required=True, words=relation.words)
    expected = EXPECTED_DATE.but(claims="no")
    return MappingProxyType(
        {part.name: part for part in (target, *relation.parts, *PERIOD, expected, *PROVENANCE)}
    )
