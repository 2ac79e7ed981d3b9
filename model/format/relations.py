"""Every kind of relation by name; each is defined in one entry of `structure` or `happenings`."""

from collections.abc import Mapping
from types import MappingProxyType

from .happenings import HAPPENING_RELATIONS
from .relation_kind import RelationKind
from .structure import STRUCTURE_RELATIONS

_TABLE = (*STRUCTURE_RELATIONS, *HAPPENING_RELATIONS)

RELATIONS: Mapping[str, RelationKind] = MappingProxyType({kind.name: kind for kind in _TABLE})
"""Every kind of relation by name, in the order in which a reader wants them."""

INVERSES: Mapping[str, RelationKind] = MappingProxyType(
    {kind.inverse: kind for kind in _TABLE if kind.inverse}
)
"""The kinds that the object may write, by that key."""
