"""Views 5 and 6: the timeline and the sources as trees."""

from collections.abc import Callable

from tiers.model import Graph
from tiers.model.views import VIEWS

from .shapes import outline

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "late"
name = "Late slides"
presented = "2022-02-22"
[[source]]
id = "early"
name = "Early minutes"
presented = "2020-12-02"
[[source]]
id = "undated"
name = "A letter"
[[body]]
id = "x"
name = "X"
sources = ["early"]
expected_date = "2021-04"
decides = [{ value = "none", sources = ["late"] }]
[[organisation]]
id = "a"
name = "A"
sources = ["early"]
end_date = "[2021-12-31..2022-01-31]"
member_of = [{ to = "x", start_date = "2020-12-01" }]
[[commitment]]
id = "c"
name = "Promise"
sources = ["late"]
due = "not_stated"
reports = [{ state = "on track" }]
[[disagreement]]
id = "k"
name = "Does X decide?"
attribute = "decides"
about = "x"
positions = [{ text = "No" }, { text = "Yes" }]
follows = "undecided"
sources = ["late"]
"""


def test_the_timeline_by_year_and_day(graph_of: GraphOf) -> None:
    """View 5 has a row for each year, below it each day with what is said, and the name of the one thing if it is one; below that the entities; no day last."""
    assert outline(VIEWS["timeline"].make(graph_of(MODEL))) == [
        "group: 2020",
        "  group: 1 Dec 2020: A started being a member of X",
        "    organisation: A",
        "group: 2021",
        "  group: Apr 2021, planned: X",
        "    body: X",
        "group: 2021 to 2022",
        "  group: between 31 Dec 2021 and 31 Jan 2022, ended: A",
        "    organisation: A again",
        "group: 2022",
        "  group: 22 Feb 2022, reported on track: Promise",
        "    commitment: Promise",
        "group: No date is documented",
        "  group: Due: Promise",
        "    commitment: Promise again",
    ]


def test_the_sources_and_what_they_support(graph_of: GraphOf) -> None:
    """View 6 has the documents, the earliest first, what each supports by kind, and at the end the disagreements."""
    assert outline(VIEWS["sources"].make(graph_of(MODEL))) == [
        "source: Early minutes",
        "  group: Organisations",
        "    organisation: A",
        "  group: Bodies",
        "    body: X",
        "source: Late slides",
        "  group: Bodies",
        "    body: X again",
        "  group: Commitments",
        "    commitment: Promise",
        "  group: Disagreements",
        "    disagreement: Does X decide?",
        "      body: X again",
        "source: A letter",
        "group: Disagreements",
        "  disagreement: Does X decide? again",
    ]


def test_documents_of_later_days_are_not_there_yet(graph_of: GraphOf) -> None:
    """At a date view 6 has the documents of that day and before, and those without a day."""
    rows = outline(VIEWS["sources"].make(graph_of(MODEL).as_of("2021")))

    assert [row for row in rows if row.startswith("source")] == ["source: Early minutes", "source: A letter"]
