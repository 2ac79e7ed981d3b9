"""Names of people and titles of offices are distinguished, and text that may be either is unsure."""

import pytest

from tiers.model.importing.titles import NAME, TITLE, UNSURE, is_office, name_or_title


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((each, TITLE) for each in ("Director of Finance", "Medical director", "Chief Executive", "The Company Secretary")),
        *((each, TITLE) for each in ("Head of Place", "Finance lead", "Monitoring Officer", "GP lead")),
        *((each, NAME) for each in ("Jane Doe", "Dr Helena Marsh", "Cllr Ada Quill", "J. R. O'Brien", "Łukasz van der Berg")),
        *((each, UNSURE) for each in ("Finance", "Smith", "Ann Head", "Dr Ann Head", "Finance team", "Any GP", "北京", "")),
        *((each, UNSURE) for each in ("Named deputy", "x@y", "Elm Council", "someone else")),
    ],
)  # fmt: skip
def test_a_name_is_told_from_a_title(text: str, meant: str) -> None:
    """A title has a word of offices, a name only words with capitals; what may be both is unsure."""
    assert name_or_title(text) == meant


def test_a_capacity_is_no_office() -> None:
    """Chair and vice-chair are capacities on a body, and `councillors` are several."""
    assert [is_office(each) for each in ("Chair", "Vice-chair", "councillors", "Place Director")] == [
        False,
        False,
        False,
        True,
    ]
