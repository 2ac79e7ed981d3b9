"""Whole numbers have 64 bits, as TOML promises."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tiers.model import Mistake, load
from tiers.model.reading.tokens import HIGHEST, LOWEST

Mistakes = Callable[..., list[Mistake]]
RANGE = f"a whole number is from {LOWEST:,} to {HIGHEST:,}"


@pytest.mark.parametrize(
    "number", ["9223372036854775808", "-9223372036854775809", "0x" + "f" * 5000, "0b1" + "0" * 64]
)
def test_a_number_beyond_64_bits_is_refused(mistakes_of: Mistakes, number: str) -> None:
    """A whole number that TOML does not promise to carry is told at its place with the range."""
    found = mistakes_of(f'[[body]]\nid = "b"\nname = "B"\norder = {number}\n')
    assert [(each.line, each.column, each.code, each.message) for each in found] == [
        (4, 9, "number-range", f"`order` is out of range: {RANGE}")
    ]


def test_the_ends_of_the_range_are_taken(write: Callable[..., Path]) -> None:
    """The lowest and the highest number of 64 bits are read as they are."""
    text = "".join(
        f'[[body]]\nid = "{name}"\nname = "{name}"\norder = {number}\n'
        for name, number in (("low", LOWEST), ("high", HIGHEST))
    )
    graph = load(write(text))
    assert [graph[name].entity.plain("order") for name in ("low", "high")] == [LOWEST, HIGHEST]


def test_a_number_out_of_range_where_text_is_wanted(mistakes_of: Mistakes) -> None:
    """A number too long to be written out is not written out in a message."""
    found = mistakes_of(f'[[body]]\nid = "b"\nname = 0x{"f" * 5000}\n')
    assert found[0].message == (
        "`name` wants text in quotes or a list of tables with `value`, not a number out of range"
    )
