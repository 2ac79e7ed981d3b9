"""Rows and lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.tui.exploring.tree.shown_rows import ShownRows


def rows_of(flags: list[bool]) -> ShownRows:
    """Return shown rows with these flags."""
    rows = ShownRows(len(flags))
    rows.fill(0, len(flags), bytes(flags))
    return rows


@given(st.lists(st.booleans(), min_size=1, max_size=3000))
def test_every_shown_row_has_a_line_and_every_line_its_row(flags: list[bool]) -> None:
    """Row to line and line to row are inverse for any flags, across the blocks they are counted in."""
    rows = rows_of(flags)
    expected = [row for row, flag in enumerate(flags) if flag]
    assert len(rows) == len(expected)
    assert [rows.row_at(line) for line in range(len(rows))] == expected
    assert [rows.line_of(row) for row in expected] == list(range(len(expected)))
    assert [row for row in range(len(flags)) if row in rows] == expected


@given(st.lists(st.booleans(), min_size=1, max_size=200), st.data())
def test_a_window_is_a_slice_of_the_rows(flags: list[bool], data: st.DataObject) -> None:
    """The rows from a line on are the shown rows from there, as many as there are."""
    rows = rows_of(flags)
    line, count = data.draw(st.integers(0, len(flags))), data.draw(st.integers(1, 50))
    assert rows.rows(line, count) == [row for row, flag in enumerate(flags) if flag][line : line + count]


def test_after_and_before_pass_over_hidden_rows() -> None:
    """The next row and the one before are shown ones; -1 says that there is none."""
    rows = rows_of([True, False, False, True])
    assert (rows.after(0), rows.after(3), rows.before(3), rows.before(0)) == (3, -1, 0, -1)


def test_a_row_beyond_is_not_shown() -> None:
    """No row outside the tree is in it."""
    rows = rows_of([True])
    assert (-1 in rows, 0 in rows, 1 in rows) == (False, True, False)


@pytest.mark.parametrize("line", [-1, 1])
def test_there_is_no_line_outside(line: int) -> None:
    """Asking for a line that is not there is a mistake of the program, and said."""
    with pytest.raises(IndexError, match=f"no line {line}"):
        rows_of([True]).row_at(line)


@given(
    st.lists(
        st.tuples(st.integers(0, 40_000), st.integers(0, 40_000), st.booleans()), min_size=1, max_size=12
    ),
    st.lists(st.integers(0, 40_000), max_size=8),
)
def test_lines_are_counted_again_where_rows_change(
    changes: list[tuple[int, int, bool]], asked: list[int]
) -> None:
    """Whichever rows are shown and hidden in turn, a line is the number of shown rows above one."""
    rows, flags = ShownRows(40_000), bytearray(40_000)
    for one, other, is_shown in changes:
        first, end = sorted((one, other))
        flags[first:end] = bytes([is_shown]) * (end - first)
        (rows.show if is_shown else rows.hide)(first, end)
        assert len(rows) == flags.count(1)
        for row in asked:
            line = flags.count(1, 0, row)
            assert rows.line_of(row) == line
            if line < len(rows):
                assert rows.row_at(line) == flags.find(1, row)
