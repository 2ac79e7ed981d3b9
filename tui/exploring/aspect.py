"""What the detail tells: of the entity itself, who decides there, what is not said, what two of them have."""

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


@attrs.frozen
class Aspect:
    """What the detail tells.

    Attributes:
        name: `entity`, `statements`, `chain`, `gaps` of what is looked at, `all gaps`, or `comparison`.
        pair: For a comparison the two.
    """

    name: str
    pair: tuple[Seen, ...] = ()


ENTITY = Aspect("entity")
STATEMENTS, CHAIN, GAPS, ALL_GAPS = "statements", "chain", "gaps", "all gaps"
COMPARISON = "comparison"
