"""The rows found, and a view filtered by them: the same for few, row by row, as for many, all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model.views.forest import Forest
from tiers.model.views.row_bits import bits_of_flags, bits_of_rows, flags_of_bits
from tiers.tui.exploring.search import filtering
from tiers.tui.exploring.search.filtering import Filtering
from tiers.tui.exploring.search.finding import Found
from tiers.tui.exploring.search.found_rows import ManyRows, within

from .shapes import forest_from, forests

ROWS = st.sets(st.integers(0, 39), min_size=1)


def many_of(rows: set[int], size: int) -> ManyRows:
    """Return rows as bits."""
    return ManyRows(bits_of_rows(rows, size), size)


@given(forests(), ROWS)
def test_rows_filtered_at_once_and_one_by_one_agree(forest: Forest, rows: set[int]) -> None:
    """What is shown is what is found and all above it; what is found and has nothing found below it is closed."""
    found = many_of({row % len(forest) for row in rows}, len(forest))
    shown, closed = Filtering(forest).by(found)
    above = {each for row in found for each in forest.ancestors(row)}
    assert list(ManyRows(shown, len(forest))) == sorted({*found, *above})
    assert list(ManyRows(closed, len(forest))) == [
        row for row in found if row not in above and forest.ends[row] > row + 1
    ]
    assert Filtering(forest).one_by_one(found) == (shown, closed)


def test_the_rows_of_a_view_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their depths are turned into bits for the first letter, one number for each digit of the deepest; for further ones nothing is."""
    made: list[int] = []

    def counted(flags: bytes) -> int:
        made.append(len(flags))
        return bits_of_flags(flags)

    monkeypatch.setattr(filtering, "bits_of_flags", counted)
    depths = [0, 1, 2, 3, 4, 5] * 50
    filters = Filtering(forest_from([f"Row {number}" for number in range(300)], depths))
    for row in range(20):
        filters.by(many_of({row, row + 100}, 300))
    assert made == [300] * 3


def test_a_view_deeper_than_any_is_filtered_all_the_same() -> None:
    """Where all rows at once would take a step for each of hundreds of depths."""
    size = 300
    forest = forest_from([f"Row {number}" for number in range(size)], list(range(size)))
    shown, closed = Filtering(forest).by(many_of(set(range(10, 100)), size))
    assert list(ManyRows(shown, size)) == list(range(100))
    assert list(ManyRows(closed, size)) == [99]


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_many_rows_found_are_asked_as_few_are(flags: list[bool], one: int, other: int) -> None:
    """Their number, the next and the previous, the position of each, and those of a part of the view."""
    few = tuple(row for row, flag in enumerate(flags) if flag)
    many = many_of(set(few), len(flags))
    first, end = sorted((one % (len(flags) + 1), other % (len(flags) + 1)))
    assert (list(many), len(many), many[:2]) == (list(few), len(few), list(few[:2]))
    assert many == few
    assert tuple(within(many, first, end)) == within(few, first, end)
    for row in range(len(flags)):
        by_bits, by_rows = Found("x", many), Found("x", few)
        assert (row in by_bits, by_bits.number(row)) == (row in by_rows, by_rows.number(row))
        assert by_bits.next(row) == by_rows.next(row)
        assert by_bits.next(row, back=True) == by_rows.next(row, back=True)
    assert bits_of_flags(bytes(flags)) == many.bits
    assert flags_of_bits(many.bits, len(flags)) == bytes(flags)
