"""Finds relations that hold at the same time, such as those of two holders of a post."""

from collections.abc import Iterable, Sequence
from datetime import date

from ...format.records import Relation
from ..report import Place
from .written import Period, may_be_apart

Seat = tuple[Relation, Place]
"""A relation with its place."""


def overlapping(seats: Sequence[Seat]) -> Iterable[tuple[Seat, Seat]]:
    """Yield pairs of relations that surely hold at the same time, each later one with an earlier one.

    In the order of their starts, each is compared with the earlier one that ends last, so that ten thousand
    relations do not take ten thousand squared comparisons.
    """
    ordered = sorted(seats, key=lambda each: _first(each[0]))
    kept = ordered[0]
    for seat in ordered[1:]:
        if not may_be_apart(period_of(kept[0]), period_of(seat[0])):
            yield seat, kept
        if _last(seat[0]) >= _last(kept[0]):
            kept = seat


def period_of(relation: Relation) -> Period:
    """Return the start and the end of a relation."""
    return relation.start_date, relation.end_date


def _first(relation: Relation) -> date:
    return relation.start_date.first if relation.start_date is not None else date.min


def _last(relation: Relation) -> date:
    return relation.end_date.last if relation.end_date is not None else date.max
