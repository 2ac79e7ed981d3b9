"""What is told at a date: what was documented by then first, what later documents say after it."""

from collections.abc import Callable

from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.tui.wording.description import describe
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "early"
name = "Early paper"
presented = "2020-05-01"
[[source]]
id = "late"
name = "Late paper"
presented = "2022-05-01"
[file]
sources = ["early"]
[[body]]
id = "board"
name = "Board"
summary = "It meets monthly."
members = [{ id = "trust", sources = ["late"] }, "group"]
[[organisation]]
id = "trust"
name = "Trust"
[[organisation]]
id = "group"
name = "Group"
end_date = "2021-03-31"
[[disagreement]]
id = "how"
name = "How it began"
about = "board"
attribute = "start_date"
positions = [
    { text = "As a forum.", sources = ["late"] },
    { text = "As a committee.", sources = ["late"] },
]
follows = "undecided"
reason = "Both papers are of one day."
sources = ["late"]
"""


def _texts(graph: Graph) -> list[str]:
    texts = [line.text for line in describe(graph, "board")]
    return [each for each in texts[: texts.index("Sources")] if each]


def test_disagreements_of_later_documents_come_last(graph_of: GraphOf) -> None:
    """A page opens with what documents disagree about by its date; what only later ones disagree about has a section below."""
    graph = graph_of(MODEL)
    said = ["As a forum.", "As a committee.", "Both papers are of one day."]
    assert _texts(graph)[2:6] == ["The documents disagree, undecided: How it began", *said]
    early = _texts(graph.as_of("2020-12-31"))
    assert early[2] == "It meets monthly."
    later = early.index("Disagreements of later documents")
    assert early[later + 1 : later + 5] == [
        "Later documents disagree, undecided: How it began",
        *(f"{each} · not yet documented: first documented 1 May 2022" for each in said[:2]),
        said[2],
    ]


def test_members_that_have_ended_are_counted_apart(graph_of: GraphOf) -> None:
    """The number of members says how many more have ended, so that it adds up to what a document counts."""
    assert "Members: 1, voting not stated; 1 more has ended" in _texts(graph_of(MODEL))


def test_what_is_first_documented_was_not_documented(graph_of: GraphOf) -> None:
    """Between two dates what only the later one has was not documented at the earlier one, and the other way round."""
    graph = graph_of(MODEL)
    early, late = graph.as_of("2020-12-31"), graph.as_of("2022-12-31")
    for old, new, said in (
        (early, late, ["was not documented", "is  Board"]),
        (late, early, ["was Board", "is  not documented"]),
    ):
        sides = Sides(old, new, ("one", "other"), dated=True)
        texts = [line.text for line in describe_diff(sides, diff_between_dates(old, new))]
        at = texts.index("Trust: is a member of")
        assert texts[at + 1 : at + 3] == said
