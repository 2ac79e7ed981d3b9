"""A delegation that has ended, and another one of the same function that has not."""

from itertools import permutations

import pytest

from tests.model.fragments import detail_lines
from tests.model.shapes import outline
from tiers.model.answers.who import who
from tiers.model.loading import load_texts
from tiers.model.views import VIEWS
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


_GIVERS = """
[[source]]
id = "early"
name = "Early scheme"
presented = "2020-05-01"
[[source]]
id = "late"
name = "Late scheme"
presented = "2023-05-01"
[file]
sources = ["early"]
[[organisation]]
id = "old"
name = "Old Board"
end_date = "2022-06-30"
delegates_to = [
    { to = "group", function = "beds" },
    { to = "group", function = "lamps", limit = { up_to = 9, unit = "£" } },
    { to = "group", function = "rugs" },
]
[[organisation]]
id = "new"
name = "New Board"
start_date = "2022-07-01"
delegates_to = [{ to = "group", function = "lamps", limit = { up_to = 5, unit = "£" }, sources = ["late"] }]
[[organisation]]
id = "to-be"
name = "Merged Board"
status = "proposed"
delegates_to = [{ to = "group", function = "mats" }]
[[body]]
id = "group"
name = "Ward Group"
responsible_for = [{ to = "rugs", mode = "delegated", sources = ["late"] }]
""" + "".join(
    f'[[function]]\nid = "{each.casefold()}"\nname = "{each}"\n' for each in ("Beds", "Lamps", "Mats", "Rugs")
)


@pytest.mark.parametrize(
    ("topic", "at", "verdict"),
    [
        (
            "beds",
            None,
            "The documents do not say who decides about Beds; Ward Group held it by delegation until 30 Jun 2022.",
        ),
        ("beds", "2021-01-01", "The documents say that Ward Group holds Beds by delegation."),
        ("lamps", None, "The documents say that Ward Group holds Lamps by delegation (up to £5)."),
        ("rugs", None, "The documents say that Ward Group holds Rugs by delegation."),
        (
            "mats",
            None,
            (
                "The documents do not say who decides about Mats; Ward Group is to hold it by delegation, planned; "
                "no document says that it happened."
            ),
        ),
    ],
)
def test_a_delegation_lasts_as_long_as_who_gives_it(topic: str, at: str | None, verdict: str) -> None:
    """What an organisation delegated that is no more was held until it ended, unless a later document says otherwise."""
    graph = load_texts({"a.toml": _GIVERS.encode()}).as_of(at)
    assert who(graph, topic).verdict == verdict


def test_views_and_details_leave_the_ended_giver_out() -> None:
    """The view of functions names no ended giver, and `show` says until when the function was held."""
    graph = load_texts({"a.toml": _GIVERS.encode()})
    assert outline(VIEWS["functions"].make(graph))[:5] == [
        "function: Beds",
        "function: Lamps",
        "  body: Ward Group",
        "  delegation: delegated to Ward Group, up to £5, by New Board",
        "function: Mats",
    ]
    lines = detail_lines(graph, "group")
    start = lines.index("Is responsible for")
    assert lines[start : start + 7] == [
        "Is responsible for",
        "Lamps · delegated",
        "Mats · delegated · planned",
        "Rugs · delegated",
        "",
        "Was responsible for",
        "Beds · delegated · until 30 Jun 2022",
    ]
