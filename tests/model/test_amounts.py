"""Amounts in words: money as people read it, and the forms in which a search finds an amount."""

import pytest

from tiers.model import load_texts
from tiers.model.finding.index import Index
from tiers.model.format.amounts import amount, written_forms


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (75000, "£ a year", "£75,000 a year"),
        (41200000, "£", "£41.2 million"),
        (41.2, "£ million", "£41.2 million"),
        (41.2, "£m a year", "£41.2 million a year"),
        (0.5, "£ million", "£500,000"),
        (250, "£k", "£250,000"),
        (1234567, "£", "£1,234,567"),
        (2.5e9, "£", "£2.5 billion"),
        (75000.5, "£", "£75,000.50"),
        (12, "beds", "12 beds"),
        (72, "% of residents", "72% of residents"),
        (3, "", "3"),
    ],
)
def test_an_amount_is_said_as_people_read_it(number: float, unit: str, said: str) -> None:
    """A round sum in millions is said so, any other with all its digits; what is no money keeps its unit after it."""
    assert amount(number, unit) == said


def test_an_amount_has_the_forms_by_which_it_is_looked_for() -> None:
    """In words, in digits and in short, where the short form is exact."""
    assert list(written_forms(41200000, "£")) == ["£41.2 million", "41200000", "41.2m"]
    assert list(written_forms(250, "£k")) == ["£250,000", "250000", "250k"]
    assert list(written_forms(1234567, "£")) == ["£1,234,567", "1234567"]
    assert list(written_forms(12, "beds")) == ["12 beds"]


_MODEL = b"""
[[body]]
id = "board"
name = "Board"
note = "Sits where the almoner sat."
delegates_to = [{ to = "group", function = "beds", limit = { up_to = 250000, unit = "\xc2\xa3" } }]
[[body]]
id = "group"
name = "Ward Group"
part_of = [{ to = "board", note = "By the sealing of 1974." }]
[[function]]
id = "beds"
name = "Beds"
[[term]]
id = "virement"
name = "Virement"
meanings = [{ text = "Moving money; over \xc2\xa360,000 the board agrees." }]
[[metric]]
id = "pool"
name = "Pool"
measures = "board"
values = [{ value = 41200000, unit = "\xc2\xa3" }]
"""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("£250,000", {"board", "group", "beds"}),
        ("250000", {"board", "group", "beds"}),
        ("250k", {"board", "group", "beds"}),
        ("60,000", {"virement"}),
        ("£41.2 million", {"pool"}),
        ("41.2m", {"pool"}),
        ("almoner", {"board"}),
        ("sealing", {"group"}),
        ("250001", set()),
    ],
)
def test_amounts_and_notes_are_found(query: str, found: set[str]) -> None:
    """The amount of a limit, of a metric, in the meaning of a term; the words of a note. A figure is never taken for another."""
    index = Index(load_texts({"a.toml": _MODEL}))
    assert {each.id for each in index.search(query, 9)} == found
