"""The disagreements of documents in which no side is followed, and what each side says."""

from collections.abc import Mapping, Sequence

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
    """Return the ids of the undecided disagreements about an entity, or about one of its attributes.

    They are the same at every date. A disagreement that follows a value which no statement gives counts as
    undecided.
    """
    about = disagreements_of(statements, entity_id, attribute)
    return [each for each in about if not followed(statements, each)]


def sides_of(statements: Statements, entity_id: str, attribute: str) -> Sequence[Claim]:
    """Return the positions in undecided disagreements about an attribute; empty where nothing is undecided."""
    return [
        side
        for each in undecided(statements, entity_id, attribute)
        for side in statements.entity(each).claims("positions")
    ]


def is_disputed(statements: Statements, entity_id: str, attribute: str = "") -> bool:
    """Whether documents disagree, decided or not, about an entity or one of its attributes."""
    return bool(disagreements_of(statements, entity_id, attribute))


class DisputedDay(Value):
    """A start, an end or a planned day on which documents disagree without a decision.

    Attributes:
        day: One of the days that the sides give, as a date that holds all of them.
        sides: The position of each side: a claim with its day and its evidence, the earliest day first.
    """

    day: Date
    sides: tuple[Claim, ...]


def disputed_day(statements: Statements, entity_id: str, attribute: str) -> DisputedDay | None:
    """Return the disputed day of an entity for an attribute; `None` where the sides give fewer than two days."""
    return statements.once_for_all(_disputed_days).get((entity_id, attribute))


def is_unconfirmed(statements: Statements, disputed: DisputedDay) -> bool:
    """Whether every side of a disputed day gives one that is later than all of the side's own documents."""
    return all(is_foretold(statements, each) for each in disputed.sides)


def _disputed_days(statements: Statements) -> Mapping[tuple[str, str], DisputedDay]:
    """Return the disputed days by entity and attribute; computed once, since every start and end asks for them."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for entity in all_disagreements(statements):
        if followed(statements, entity.id):
            continue
        attribute = str(entity.plain("attribute"))
        for about in statements.outgoing(entity.id, "about"):
            sides = [
                each.but(attribute=attribute, value=day)
                for each in entity.claims("positions")
                if (day := _day_of(each)) is not None
            ]
            bearer = statements.find(about.object)
            own = () if bearer is None else bearer.claims(attribute)
            if len({each.value for each in sides}) == 1:  # the entity itself says the other side
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
