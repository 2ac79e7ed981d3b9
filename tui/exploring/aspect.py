"""The pages of the detail: the entity, its statements, who decides, gaps, two entities compared."""

from enum import Enum, auto

import attrs

from tiers.model import Date


@attrs.frozen
class Seen:
    """An entity at a date.

    Attributes:
        id: The entity.
        at: The date; `None` for the last known state.
    """

    id: str
    at: Date | None


class AspectKind(Enum):
    """The kinds of page that the detail can show; `ALL_GAPS` has those of the whole model."""

    ENTITY = auto()
    STATEMENTS = auto()
    WHO = auto()
    GAPS = auto()
    ALL_GAPS = auto()
    COMPARE = auto()


@attrs.frozen
class Aspect:
    """The page that the detail shows.

    Attributes:
        kind: The kind of page.
        pair: The two entities that are compared; empty where none are.
    """

    kind: AspectKind
    pair: tuple[Seen, ...] = ()


ENTITY = Aspect(AspectKind.ENTITY)
