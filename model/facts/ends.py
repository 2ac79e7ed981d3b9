"""Whether an end has come at a date.

In the last known state an end later than every document of the model has not come.
"""

from collections.abc import Iterator
from datetime import date

from ..format.dates import Date
from .statements import Statements


def is_over(statements: Statements, end: Date | None, at: Date | None) -> bool:
    """Return whether an end has passed at a date; without a date, whether some document is at least as late as the end.

    So a term of office until 2026 in a paper of 2024 has not run out in the last known state of that paper.
    In a model without dated documents every stated end has passed. Where documents disagree about the day,
    the latest of their days must have passed.
    """
    if end is None:
        return False
    if at is not None:
        return at.last > end.last
    last = last_document(statements)
    return last is None or max((each.first for each in end.sides), default=end.first) <= last


def has_passed(statements: Statements, day: Date, at: Date | None) -> bool:
    """Return whether a day has passed at a date; without a date, whether some document is at least as late."""
    return (at is not None or last_document(statements) is not None) and is_over(statements, day, at)


def last_document(statements: Statements) -> date | None:
    """Return the last day of the model's latest document; `None` where none is dated."""
    return next(iter(statements.once_for_all(last_documents)), None)


def last_documents(statements: Statements) -> tuple[date, ...]:
    """Return the last day of the model's latest document as a tuple of one; an empty tuple where none is dated."""
    return tuple(sorted(_days(statements))[-1:])


def _days(statements: Statements) -> Iterator[date]:
    for source in statements.entities_of_kind("source"):
        day = statements.source_date(source.id)
        if day is not None:
            yield day.last
