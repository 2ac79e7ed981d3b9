"""Bodies that are planned or proposed for no stated day: told as such, and never as deciding now."""

from collections.abc import Callable

import pytest

from tests.model.fragments import who_lines
from tests.model.shapes import outline
from tiers.model import Graph
from tiers.model.views import VIEWS

GraphOf = Callable[[str], Graph]

MODEL = """
[[partnership]]
id = "part"
name = "Part"
tier = "place"
[[body]]
id = "one"
name = "Joint Board"
part_of = "part"
status = "proposed"
decides = "decides"
responsible_for = [{ to = "beds", mode = "decides" }]
members = ["trust", "merged"]
[[body]]
id = "two"
name = "Ward Group"
part_of = "part"
status = "planned"
accountable_to = "one"
responsible_for = [{ to = "lamps", mode = "delegated" }, { to = "beds", mode = "oversees" }]
[[organisation]]
id = "trust"
name = "Old Trust"
[[organisation]]
id = "merged"
name = "Merged Trust"
status = "proposed"
[[function]]
id = "beds"
name = "Beds"
part_of = "part"
[[function]]
id = "lamps"
name = "Lamps"
part_of = "part"
"""


@pytest.mark.parametrize(
    ("topic", "lines"),
    [
        (
            "beds",
            [
                (
                    "The documents do not say who decides about Beds; Joint Board would decide about it, proposed; "
                    "no document says that it happened; Ward Group is to oversee it, planned; "
                    "no document says that it happened."
                ),
                "Ward Group (planned) > Joint Board (proposed) > Part",
                "Who decides: not stated",
                "Who is to sit on Joint Board: Old Trust",
                "",
                "Part",
                "",
                "1. Ward Group · body · place · planned",
                "is to oversee Beds, planned; no document says that it happened",
                "",
                "2. Joint Board · body · place · proposed",
                "Ward Group is accountable to it",
                "would decide about Beds, proposed; no document says that it happened",
                "decides: decides",
                "members: 0; 2 planned",
                "Merged Trust · proposed",
                "Old Trust",
                "",
                "3. Part · partnership · place",
                "Joint Board is part of it",
            ],
        ),
        (
            "lamps",
            [
                (
                    "The documents do not say who decides about Lamps; Ward Group is to hold it by delegation, planned; "
                    "no document says that it happened."
                ),
                "Ward Group (planned) > Joint Board (proposed) > Part",
                "Who decides: not stated",
                "Who is to sit on Joint Board: Old Trust",
            ],
        ),
        (
            "Joint Board",
            [
                "Joint Board is proposed; no document says that it happened.",
                "Joint Board (proposed) > Part",
                "Who is to sit on Joint Board: Old Trust",
            ],
        ),
    ],
)
def test_what_is_proposed_is_told_as_proposed(graph_of: GraphOf, topic: str, lines: list[str]) -> None:
    """A body without a day is named with what it is to do, marked in the chain, and nobody is said to decide."""
    graph = graph_of(MODEL)
    assert who_lines(graph, topic)[1 : len(lines) + 1] == lines


def test_it_answers_no_question_in_the_view_of_functions(graph_of: GraphOf) -> None:
    """In the view of functions a body that is to come is a row, and that nobody is said to decide yet stays."""
    assert outline(VIEWS["functions"].make(graph_of(MODEL))) == [
        "partnership: Part",
        "  function: Beds",
        "    body: Joint Board",
        "    body: Ward Group",
        "  function: Lamps",
        "    body: Ward Group again",
    ]
