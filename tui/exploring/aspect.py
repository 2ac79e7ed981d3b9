"""What the detail shows: the entity itself, who decides there, what is not said, two entities side by side."""

from enum import Enum, auto

import attrs

from tiers.model import Date


@attrs.frozen
class Seen:
    """An entity as it is seen at a date.

    Attributes:
        id: The entity.
        at: The date; `None` for the last known state.
    """

    id: str
    at: Date | None


class AspectKind(Enum):
    """What the detail can show of what is looked at; all gaps are those of the whole model."""

    ENTITY = auto()
    STATEMENTS = auto()
    WHO = auto()
    GAPS = auto()
    ALL_GAPS = auto()
    COMPARE = auto()


@attrs.frozen
class Aspect:
    """What the detail shows.

    Attributes:
        kind: What it is.
        pair: The two entities that are compared; empty where none are.
    """

    kind: AspectKind
    pair: tuple[Seen, ...] = ()


ENTITY = Aspect(AspectKind.ENTITY)
