"""A delegation that has ended beside one of the same function that has not."""

from itertools import permutations

import pytest

from tiers.model.answers.who import who
from tiers.model.loading import load_texts
from tiers.tui.wording.description.who import describe_who

_MODEL = """
[[source]]
id = "scheme"
name = "Scheme"
presented = "2023-05-01"
[file]
sources = ["scheme"]
[[function]]
id = "beds"
name = "Beds"
[[organisation]]
id = "old"
name = "Old Board"
[[organisation]]
id = "new"
name = "New Board"
[[body]]
id = "group"
name = "Ward Group"
"""
_ENDED = '{ id = "old", function = "beds", end_date = "2022-03-31" }'
_HOLDS = '{ id = "new", function = "beds", limit = { up_to = 5, unit = "£" } }'
_WRITTEN = 'in_hands_of = [{ id = "group", mode = "delegated" }]\n'


@pytest.mark.parametrize("order", permutations((_ENDED, _HOLDS)))
@pytest.mark.parametrize("written", ["", _WRITTEN], ids=["named in delegations", "written as well"])
def test_what_ended_hides_nothing_that_holds(order: tuple[str, str], written: str) -> None:
    """Of two delegations of one function to one body, the one that has ended is told beside the one that holds."""
    text = _MODEL.replace('name = "Beds"\n', f'name = "Beds"\n{written}')
    graph = load_texts({"a.toml": f"{text}delegated_by = [{', '.join(order)}]\n".encode()})
    answer = who(graph, "beds")
    assert answer.verdict == (
        "The documents say that Ward Group holds Beds by delegation (up to £5); "
        "Ward Group held it by delegation until 31 Mar 2022."
    )
    lines = [line.text for line in describe_who(graph, answer)]
    assert lines[1 : lines.index("Sources") - 1] == [
        answer.verdict,
        "Ward Group > New Board",
        "Who decides: Ward Group by delegation, up to £5",
        "Who sits on Ward Group: nobody is named",
        "",
        "In no documented place",
        "",
        "1. Ward Group · body",
        "held Beds by delegation until 31 Mar 2022",
        "has authority delegated by New Board",
        "limit: up to £5",
        "what is delegated: Beds",
        "",
        "2. New Board · organisation",
    ]
