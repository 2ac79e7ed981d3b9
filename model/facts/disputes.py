"""What the documents disagree about without a side that anything follows, and who says what."""

from collections.abc import Mapping, Sequence

import attrs

from ..format.dates import Date, either, parse_date
from ..format.records import Claim
from ..format.unchanging import Value
from .claims import all_disagreements, disagreements_of, is_foretold
from .followed import UNDECIDED, followed
from .statements import Statements

__all__ = [
    "UNDECIDED",
    "DisputedDay",
    "disputed_day",
    "is_disputed",
    "is_unconfirmed",
    "sides_of",
    "undecided",
]


def undecided(statements: Statements, entity_id: str, attribute: str = "") -> list[str]:
    """Return the ids of the undecided disagreements about an entity, about one attribute of it when that is named.

    No date makes one go away: that documents disagree is so at every date. One that follows what no statement says is undecided.
    """
    about = disagreements_of(statements, entity_id, attribute)
    return [each for each in about if not followed(statements, each)]


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


class DisputedDay(Value):
    """A start, an end or a planned day on which documents disagree without a decision.

    Attributes:
        day: One of the days that the sides give, as a date that names them all.
        sides: What each side says: a claim with its day and its evidence, the earliest day first.
    """

    day: Date
    sides: tuple[Claim, ...]


def disputed_day(statements: Statements, entity_id: str, attribute: str) -> DisputedDay | None:
    """Return the days that the sides of an undecided disagreement give for a date of an entity; `None` where they give fewer than two."""
    return statements.once_for_all(_disputed_days).get((entity_id, attribute))


def is_unconfirmed(statements: Statements, disputed: DisputedDay) -> bool:
    """Whether every side of a disagreement about a day gives one later than all its own documents."""
    return all(is_foretold(statements, each) for each in disputed.sides)


def _disputed_days(statements: Statements) -> Mapping[tuple[str, str], DisputedDay]:
    """Return the disputed days by entity and attribute; found once, since every start and end asks for them."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for entity in all_disagreements(statements):
        if followed(statements, entity.id):
            continue
        attribute = str(entity.plain("attribute"))
        for about in statements.outgoing(entity.id, "about"):
            sides = [
                attrs.evolve(each, attribute=attribute, value=day)
                for each in entity.claims("positions")
                if (day := _day_of(each)) is not None
            ]
            bearer = statements.find(about.object)
            own = () if bearer is None else bearer.claims(attribute)
            if len({each.value for each in sides}) == 1:  # the other side is said by the entity itself
                sides += [each for each in own if isinstance(each.value, Date)]
            found.setdefault((about.object, attribute), []).extend(sides)
    days = {key: _disputed(sides) for key, sides in found.items()}
    return {key: disputed for key, disputed in days.items() if disputed is not None}


def _disputed(sides: list[Claim]) -> DisputedDay | None:
    days = {each.value for each in sides if isinstance(each.value, Date)}
    if len(days) < 2:  # noqa: PLR2004 - the fewest that differ
        return None
    day = either(days)
    return DisputedDay(day, tuple(sorted(sides, key=lambda each: str(each.value))))


def _day_of(side: Claim) -> Date | None:
    """Return the day that a side of a disagreement gives; `None` where its value is no date."""
    try:
        return parse_date(str(side.details.get("value", "")))
    except ValueError:
        return None
