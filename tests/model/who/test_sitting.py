"""Who sits on a body: future members, and members that no longer exist, are neither named nor counted."""

from collections.abc import Callable

from tests.model.fragments import who_lines
from tiers.model import Graph

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "terms"
name = "Terms"
presented = "2022-03-05"
[file]
sources = ["terms"]
[[partnership]]
id = "part"
name = "Part"
tier = "place"
[[function]]
id = "money"
name = "Money"
[[body]]
id = "board"
name = "Board"
part_of = "part"
responsible_for = [{ to = "money", mode = "decides" }]
members = [
  { id = "gone", voting = true },
  { id = "here", voting = true, seats = 2 },
  { id = "planned", voting = true },
  { id = "later", voting = true, start_date = "2030-01-01" },
]
[[organisation]]
id = "gone"
name = "Gone Trust"
end_date = "2021-06-30"
[[organisation]]
id = "here"
name = "Here Trust"
[[organisation]]
id = "planned"
name = "Planned Trust"
status = "planned"
expected_date = "2027"
[[organisation]]
id = "later"
name = "Later Trust"
"""


def test_only_who_sits_there_now_is_named_and_counted(graph_of: GraphOf) -> None:
    """An ended organisation is no member and counted apart, a planned one and a seat that begins later are told as planned."""
    graph = graph_of(MODEL)
    lines = who_lines(graph, "money")
    assert "Who sits on Board: Here Trust (2 seats) and Later Trust (planned seat)" in lines
    start = lines.index("members: 2 voting seats; 2 planned; 1 more has ended")
    assert lines[start + 1 : start + 5] == [
        "Gone Trust · votes · ended 30 Jun 2021",
        "Here Trust · votes · seats: 2",
        "Later Trust · votes · planned: due 1 Jan 2030",
        "Planned Trust · votes · planned: due 2027",
    ]
