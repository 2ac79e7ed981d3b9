"""Documents that disagree about who has a function, or about the role of a body above."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.model.fragments import disagreement, documents, named, who_lines
from tests.model.shapes import outline
from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.who import who
from tiers.model.views import VIEWS
from tiers.tui.printing.answers.who import write

GraphOf = Callable[[str], Graph]

MODEL = (
    documents("a", a=("Scheme", "2023-05-01"), b=("Minutes", "2023-06-01"))
    + """
[[body]]
id = "one"
name = "First Board"
accountable_to = "two"
responsible_for = [{ to = "beds", mode = "decides" }]
[[body]]
id = "two"
name = "Second Board"
decides = "decides"
responsible_for = [{ to = "beds", mode = "delegated", sources = ["b"] }, { to = "lamps", mode = "oversees" }]
[[body]]
id = "three"
name = "Third Board"
responsible_for = [{ to = "lamps", mode = "decides" }, { to = "beds", mode = "delivers" }]
"""
    + named("function", beds="Beds", lamps="Lamps")
    + disagreement(
        "about-beds",
        "Who has beds",
        '{ text = "The scheme gives them to the first.", value = "one", sources = ["a"] }',
        '{ text = "The minutes give them to the second.", value = "two", sources = ["b"] }',
        about="beds",
        attribute="responsible_for",
    )
    + disagreement(
        "about-two",
        "Whether the Second Board decides",
        '{ text = "It does.", value = "decides" }',
        '{ text = "It recommends.", value = "recommends", sources = ["b"] }',
        about="two",
        attribute="decides",
    )
    + disagreement(
        "about-three",
        "What the Third Board does about lamps",
        '{ text = "It decides.", value = "decides" }',
        '{ text = "It recommends.", value = "recommends", sources = ["b"] }',
        about="three",
        attribute="responsible_for",
    )
)


def _lines(graph: Graph, topic: str) -> list[str]:
    return who_lines(graph, topic)


@pytest.mark.parametrize(
    ("topic", "verdict", "deciding"),
    [
        (
            "beds",
            (
                "The documents disagree on Beds, undecided: First Board decides about it; "
                "or Second Board holds it by delegation. The documents say that Third Board delivers Beds."
            ),
            "Who decides: undecided, the documents disagree: First Board; or Second Board",
        ),
        (
            "lamps",
            (
                "The documents disagree on Lamps, undecided: Third Board decides about Lamps; "
                "or Third Board recommends on Lamps. The documents say that Second Board oversees Lamps."
            ),
            (
                "Who decides: undecided, the documents disagree: Third Board decides about Lamps; "
                "or Third Board recommends on Lamps"
            ),
        ),
    ],
)
def test_neither_side_decides(graph_of: GraphOf, topic: str, verdict: str, deciding: str) -> None:
    """Where documents disagree about who has a function, what each says is the answer, and nobody is said to decide."""
    lines = _lines(graph_of(MODEL), topic)
    assert lines[1] == verdict
    assert deciding in lines


def test_each_statement_in_dispute_is_marked(graph_of: GraphOf) -> None:
    """Below a role, and below what a body may decide, stands the disagreement about it, and the value is both sides."""
    lines = _lines(graph_of(MODEL), "beds")
    start = lines.index("1. 2 on the same level")
    assert lines[start : lines.index("Sources") - 1] == [
        "1. 2 on the same level",
        "- First Board · body",
        "decides about Beds",
        "the documents disagree, undecided: Who has beds",
        "- Third Board · body",
        "delivers Beds",
        "",
        "2. Second Board · body",
        "First Board is accountable to it",
        "holds Beds by delegation",
        "the documents disagree, undecided: Who has beds",
        "decides: undecided, the documents disagree: decides; or recommends",
        "the documents disagree, undecided: Whether the Second Board decides",
    ]


def test_the_side_that_is_followed_is_the_answer(graph_of: GraphOf) -> None:
    """Where a disagreement says which side is followed, that side is told as what the documents say, and marked."""
    text = MODEL.replace('follows = "undecided"', 'follows = "one"', 1)
    lines = _lines(graph_of(text), "beds")
    assert lines[1] == "The documents say that First Board decides about Beds; Third Board delivers it."
    assert "Who decides: First Board" in lines
    assert lines.count("the documents disagree, First Board is followed: Who has beds") == 2


def test_a_body_asked_for_by_name(graph_of: GraphOf) -> None:
    """The power of a body that documents disagree about is told as that, and is no gap."""
    graph = graph_of(MODEL)
    assert who(graph, "Third Board").verdict == (
        "The documents disagree on Lamps, undecided: Third Board decides about Lamps; "
        "or Third Board recommends on Lamps."
    )
    assert [each.id for each in gaps(graph) if each.code == "decides"] == []


def test_the_functions_view_says_so(graph_of: GraphOf) -> None:
    """The view of functions has a row for what is undecided."""
    assert outline(VIEWS["functions"].make(graph_of(MODEL)))[:6] == [
        "function: Beds",
        "  body: First Board",
        "  body: Second Board",
        "  body: Third Board",
        "  group: the documents disagree, undecided: Who has beds",
        "function: Lamps",
    ]


def test_other_programs_are_told(graph_of: GraphOf) -> None:
    """In JSON a disputed role and a disputed power say `disputed`, the power with what each side says."""
    graph = graph_of(MODEL)
    answer: Any = json.loads("".join(write(graph, who(graph, "beds"), unicode=True)))
    (chain,) = answer["chains"]
    assert [(each["holder"], each["disputed"], each["disagreements"]) for each in chain["functions"]] == [
        ("one", True, ["about-beds"]),
        ("two", True, ["about-beds"]),
        ("three", False, []),
    ]
    assert [(each["id"], each["disputed"]) for each in chain["steps"]] == [
        ("one", False),
        ("three", False),
        ("two", True),
    ]
    sides = {each["id"]: each.get("sides") for each in chain["steps"]}["two"]
    assert [(each["text"], each["value"], each["sources"][0]["id"]) for each in sides] == [
        ("It does.", "decides", "a"),
        ("It recommends.", "recommends", "b"),
    ]
