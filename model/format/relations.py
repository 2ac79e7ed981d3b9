"""The table of relation kinds by name and by inverse key; each is defined in an entry of `structure` or `happenings`."""

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

ANSWERING = tuple(kind.name for kind in _TABLE if kind.answers)
"""The relation kinds by which the subject answers to the object, in display order."""

TOLD_OF_OBJECT = frozenset(kind.name for kind in _TABLE if kind.told_of_object)
"""The relation kinds that tell something of their object too, see `RelationKind.told_of_object`."""


def wrong_relation(name: str) -> ValueError:
    """Return the error for a name of no relation kind, with the right one or all that exist."""
    if name in INVERSES:
        said = f"it is how {INVERSES[name].name!r} is written at its other end; ask for that with the direction 'in'"
    else:
        from .text import nearest  # noqa: PLC0415 - only a mistake pays for it

        found = nearest(name, RELATIONS)
        said = f"did you mean {found[0]!r}?" if found else f"there are {', '.join(RELATIONS)}"
    return ValueError(f"there is no kind of relation {name!r}: {said}")


def wrong_direction(name: object) -> ValueError:
    """Return the error for a word that is no direction."""
    return ValueError(
        f"there is no direction {name!r}: it is 'out' (from the entity), 'in' (to it), or None for both"
    )
