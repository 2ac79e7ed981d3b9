"""How many cells of a terminal a text takes, by which tables, boxes, wrapped lines and marks below mistakes are aligned."""

import pytest

from tiers.tui.printing.parts.table import columns
from tiers.tui.printing.parts.wrapping import cells


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Board", 5),
        ("Café", 4),
        ("Cafe\u0301", 4),
        ("健康", 4),
        ("\u0e01\u0e31\u0e1a", 2),
        ("\u0915\u0941", 1),
        ("a\u20dd", 1),
    ],
    ids=["ASCII", "a letter with an accent", "an accent of its own", "wide", "Thai", "Hindi", "a circle around a letter"],
)  # fmt: skip
def test_a_mark_takes_no_cell_of_its_own(text: str, width: int) -> None:
    """Not only accents that Unicode orders: vowels of Thai and Hindi stand above or below a letter too."""
    assert cells(text) == width


def test_the_columns_of_a_table_are_aligned_whatever_the_script() -> None:
    """Each cell of a column begins below the one above it."""
    rows = list(columns([("name", "kind"), ("\u0e01\u0e31\u0e1a\u0e1a", "body"), ("健康", "person")]))
    assert {
        cells(row[: row.index(kind)]) for row, kind in zip(rows, ("kind", "body", "person"), strict=True)
    } == {6}
