"""What the documents disagree about without a side that anything follows, and who says what."""

from collections.abc import Sequence

from ..format.records import Claim
from .claims import disagreements_of
from .statements import Statements

UNDECIDED = "undecided"


def undecided(statements: Statements, entity_id: str, attribute: str = "") -> list[str]:
    """Return the ids of the undecided disagreements about an entity, about one attribute of it when that is named.

    No date makes one go away: that documents disagree is so at every date.
    """
    about = disagreements_of(statements, entity_id, attribute)
    return [each for each in about if statements.entity(each).plain("follows") == UNDECIDED]


def sides_of(statements: Statements, entity_id: str, attribute: str) -> Sequence[Claim]:
    """Return what each side of the undecided disagreements about an attribute says; empty where nothing is undecided."""
    return [
        side
        for each in undecided(statements, entity_id, attribute)
        for side in statements.entity(each).claims("positions")
    ]


def is_disputed(statements: Statements, entity_id: str, attribute: str = "") -> bool:
    """Whether documents disagree about an entity, or one attribute of it, decided or not: what marks it as disputed."""
    return bool(disagreements_of(statements, entity_id, attribute))
