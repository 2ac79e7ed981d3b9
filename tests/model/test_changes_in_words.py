"""Small promises of `diff`, `glossary` and `who`: each fact is told once, and marked if over or stated."""

from collections.abc import Callable

import pytest

from tests.model.fragments import documents
from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.glossary import glossary
from tiers.model.answers.who.verbs import agreeing
from tiers.model.views import VIEWS
from tiers.tui.printing import FORMATS
from tiers.tui.printing.python import print_view
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides
from tiers.tui.wording.description.glossary import entry_words

_MODEL = (
    documents("early", place="a", early=("Early", "2022-01-10"), late=("Late", "2024-01-10"))
    + """
[[organisation]]
id = "trust"
name = "Trust"
expected_date = [{ value = "2023-07-01" }, { value = "2023-10-01", sources = ["early#a"] }]
start_date = [{ value = "2023-10-01", sources = ["late#a"] }]
[[body]]
id = "board"
name = "Board"
members = [{ id = "none", capacity = "observer", sources = ["late#a"] }]
[[organisation]]
id = "homes"
name = "Tarnbeck Homes"
[[collective]]
id = "all"
name = "Sovereign organisations"
[[term]]
id = "jc"
name = "JC"
meanings = [
  { text = "The old one.", expansion = "Joint Commissioning", end_date = "2022-03-31" },
  { text = "The new one.", expansion = "Joint Committee" },
]
"""
)

GraphOf = Callable[[str], Graph]


def test_what_came_on_its_day_is_told_once(graph_of: GraphOf) -> None:
    """A plan that slipped has come due; the day on which it came stands below what began alone."""
    graph = graph_of(_MODEL)
    old, new = graph.as_of("2023-01-01"), graph.as_of("2024-05-01")
    lines = [
        line.text
        for line in describe_diff(Sides(old, new, ("a", "b"), dated=True), diff_between_dates(old, new))
    ]
    assert [each for each in lines if each.startswith("Trust")] == [
        "Trust · organisation · began 1 Oct 2023",
        "Trust · organisation · planned for 1 Jul 2023 · also given as 1 Oct 2023, began 1 Oct 2023",
    ]
    assert "is  none (stated) · observer" in lines


def test_an_ended_meaning_comes_last(graph_of: GraphOf) -> None:
    """In the list of the glossary what a term means now comes first, and what it meant has its last day."""
    assert [entry_words(each) for each in glossary(graph_of(_MODEL))] == [
        (
            "JC = Joint Committee; Joint Commissioning (until 31 Mar 2022) (2 meanings)",
            "The new one.; The old one. (until 31 Mar 2022)",
        )
    ]


def test_an_organisation_takes_the_verb_of_one(graph_of: GraphOf) -> None:
    """Whatever its name ends in; a label for several takes that of several."""
    graph = graph_of(_MODEL)
    assert [agreeing(graph, [each], "recommends", "recommend") for each in ("homes", "all")] == [
        "recommends",
        "recommend",
    ]


@pytest.mark.parametrize("form", [name for name, each in FORMATS.items() if each.is_text])
def test_an_empty_view_can_be_printed(graph_of: GraphOf, form: str) -> None:
    """No format fails where a view shows nothing."""
    graph = graph_of('[[organisation]]\nid = "a"\nname = "A"\n')
    assert not len(VIEWS["seats"].make(graph).ids)
    assert isinstance(print_view(graph, view="seats", format=form), str)
