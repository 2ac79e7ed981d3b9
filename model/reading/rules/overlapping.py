"""Which of several relations hold at one time, as two holders of a post do."""

from collections.abc import Iterable, Sequence
from datetime import date

from ...format.records import Relation
from ..report import Place
from .written import Period, may_be_apart

Seat = tuple[Relation, Place]
"""A relation with its place."""


def overlapping(seats: Sequence[Seat]) -> Iterable[tuple[Seat, Seat]]:
    """Yield each of some relations that surely holds at one time with an earlier one, and that earlier one.

    By their starts, each is compared with the one before it that ends last, so that ten thousand take no ten thousand squared.
    """
    ordered = sorted(seats, key=lambda each: _first(each[0]))
    kept = ordered[0]
    for seat in ordered[1:]:
        if not may_be_apart(period_of(kept[0]), period_of(seat[0])):
            yield seat, kept
        if _last(seat[0]) >= _last(kept[0]):
            kept = seat


def period_of(relation: Relation) -> Period:
    """Return since when and until when a relation holds."""
    return relation.start_date, relation.end_date


def _first(relation: Relation) -> date:
    return relation.start_date.first if relation.start_date is not None else date.min


def _last(relation: Relation) -> date:
    return relation.end_date.last if relation.end_date is not None else date.max
