"""The values of keys: what is told of a value of another type, and what is kept of a list with one."""

from collections.abc import Callable

import pytest

from tests.model.fragments import named
from tiers.model import Mistake
from tiers.model.format import Key
from tiers.model.reading.report import Report
from tiers.model.reading.values import read_value

Mistakes = Callable[..., list[Mistake]]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("id = 3", (2, 6, "`id` wants an id in quotes, not the number 3")),
        (
            'id = "x"\nmembers = [{ id = "o", on_behalf_of = 3 }]',
            (3, 39, "`on_behalf_of` wants an id or a list of ids, not the number 3"),
        ),
        (
            'id = "x"\nmembers = [{ id = "o", on_behalf_of = ["o", 3] }]',
            (3, 45, "`on_behalf_of` wants an id or a list of ids, not the number 3"),
        ),
        (
            'id = "x"\ndelegates_to = [{ to = "o", function = true }]',
            (3, 40, "`function` wants an id in quotes, not `true`"),
        ),
    ],
)
def test_a_value_of_another_type_is_told_at_its_place(
    mistakes_of: Mistakes, written: str, told: tuple[int, int, str]
) -> None:
    """With what is wanted in its stead."""
    found = mistakes_of(f'[[body]]\n{written}\nname = "X"\n{named("organisation", o="O")}')
    assert [(each.code, each.line, each.column, each.message) for each in found] == [("wrong-type", *told)]


@pytest.mark.parametrize(
    ("sort", "raw", "read"),
    [
        ("texts", ["beds", 3, "lamps"], ("beds", "lamps")),
        ("texts", [3], ()),
        ("references", ["beds", 3, "lamps"], ("beds", "lamps")),
        ("references", "beds", ("beds",)),
        ("references", 3, None),
    ],
)
def test_what_is_right_in_a_list_is_kept(sort: str, raw: object, read: tuple[str, ...] | None) -> None:
    """So that the rest of the model is read with it."""
    assert read_value(Key("key", sort, "A key."), raw, (None, "key"), Report()) == read
