"""One seat that documents give to different holders: counted once, and remarked at each holder that is not followed."""

import pytest

from tests.model.fragments import detail_lines, who_lines
from tiers.model.loading import load_texts

_MODEL = """
[file]
sources = ["paper"]
[[source]]
id = "paper"
name = "Paper"
presented = "2022-01-10"
[[body]]
id = "board"
name = "Board"
members = [
 { id = "jo", capacity = "chair", voting = true },
 { id = "di", capacity = "chair", voting = true },
 { id = "al", capacity = "member", voting = true },
]
[[person]]
id = "jo"
name = "Jo Ash"
[[person]]
id = "di"
name = "Di Elm"
[[person]]
id = "al"
name = "Al Fry"
[[disagreement]]
id = "chair"
name = "Who is in the chair"
about = "board"
positions = [{ text = "Jo Ash is", value = "jo" }, { text = "Di Elm is", value = "di" }]
"""
_SIDES = "undecided, the documents disagree: Jo Ash; or Di Elm"


@pytest.mark.parametrize("attribute", ["members", "member_of"])
@pytest.mark.parametrize(
    ("follows", "rows", "sits"),
    [
        (
            "di",
            [
                "Al Fry · member · votes",
                "Di Elm · chair · votes",
                "Jo Ash · the documents disagree, Di Elm is followed · chair · votes",
            ],
            "Who sits on Board: Di Elm (chair) and Al Fry",
        ),
        (
            "undecided",
            ["Al Fry · member · votes", f"Di Elm · {_SIDES} · chair · votes", f"Jo Ash · {_SIDES} · chair · votes"],
            "Who sits on Board: Di Elm (chair, disputed), Jo Ash (chair, disputed) and Al Fry",
        ),
    ],
)  # fmt: skip
def test_a_disputed_seat_is_one_seat(attribute: str, follows: str, rows: list[str], sits: str) -> None:
    """Two are named for one chair: it is one voting seat, of whom another is followed that is said, and only the other sits there."""
    graph = load_texts({"a.toml": f'{_MODEL}attribute = "{attribute}"\nfollows = "{follows}"\n'.encode()})
    lines = detail_lines(graph, "board")
    start = lines.index("Members: 2 voting seats")
    assert lines[start + 1 : start + 4] == rows
    assert sits in who_lines(graph, "board")
