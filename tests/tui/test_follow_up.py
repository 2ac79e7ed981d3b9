"""How the list to follow up says when something was promised, and when a document only reports on it."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.matters import matters
from tiers.tui.wording.description.matters import describe_matters, when_words

MODEL = """
[[source]]
id = "paper"
name = "Paper"
{dated}
[[commitment]]
id = "clinic"
name = "Open the clinic"
sources = ["paper"]
{promised}
"""


@pytest.mark.parametrize(
    ("dated", "promised", "said"),
    [
        ('presented = "2022-02-22"', "", "reported on 22 Feb 2022"),
        ('presented = "2022-02"', "", "reported in Feb 2022"),
        ('presented = "2021-06~"', "", "reported about Jun 2021"),
        ('presented = "2021-07/2021-12"', "", "reported between Jul and Dec 2021"),
        ('presented = "2022-02-22"', 'promised_on = "2021-12-01"', "promised: 1 Dec 2021"),
        ('presented = "2022-02-22"', 'promised_on = "not_stated"', "reported on 22 Feb 2022"),
    ],
)
def test_a_report_is_no_promise(
    dated: str, promised: str, said: str, graph_of: Callable[[str], Graph]
) -> None:
    """The date of a document is when it reports on a promise; only a stated day is when it was promised."""
    graph = graph_of(MODEL.format(dated=dated, promised=promised))
    lines = [line.text for line in describe_matters(graph, matters(graph))]
    assert lines[1] == said


def test_without_a_date_nothing_is_said_of_when(graph_of: Callable[[str], Graph]) -> None:
    """A promise of which no document has a date has no line for it, and an empty cell in the table."""
    graph = graph_of(MODEL.format(dated="", promised=""))
    (matter,) = matters(graph)
    assert (when_words(graph, matter), matter.promised_on) == ("", None)
    assert [line.text for line in describe_matters(graph, [matter])][
        1
    ] == "seen since: nothing in these documents"
