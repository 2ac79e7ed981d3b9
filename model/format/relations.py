"""The table of relation kinds by name, and by inverse key; each is defined in one entry of `structure` or `happenings`."""

from collections.abc import Mapping
from types import MappingProxyType

from .happenings import HAPPENING_RELATIONS
from .relation_kind import RelationKind
from .structure import STRUCTURE_RELATIONS

_TABLE = (*STRUCTURE_RELATIONS, *HAPPENING_RELATIONS)

RELATIONS: Mapping[str, RelationKind] = MappingProxyType({kind.name: kind for kind in _TABLE})
"""Every relation kind by name, in display order."""

INVERSES: Mapping[str, RelationKind] = MappingProxyType(
    {kind.inverse: kind for kind in _TABLE if kind.inverse}
)
"""The relation kinds that the object's table may write too, by the inverse key."""
