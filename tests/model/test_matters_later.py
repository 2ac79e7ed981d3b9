"""What later documents say of a question or a promise: an answer, and another day for which it is due."""

import json
from collections.abc import Callable

from tiers.model import Graph
from tiers.model.answers.matters import matters
from tiers.tui.printing.answers.matters import write_json, write_markdown
from tiers.tui.wording.description.matters import describe_matters

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "early"
name = "Minutes"
presented = "2021-05-01"
[[source]]
id = "late"
name = "Report"
presented = "2022-05-01"
[file]
sources = ["early"]
[[issue]]
id = "annex"
name = "Where the budget is"
state = [{ value = "open" }, { value = "answered", sources = ["late"] }]
answers = [{ text = "In the annex.", sources = ["late"] }]
[[commitment]]
id = "beds"
name = "A plan for beds"
due = [{ value = "2021-09-01" }, { value = "2022-12-01", sources = ["late"] }]
[[commitment]]
id = "lamps"
name = "A plan for lamps"
due = [{ value = "2021-09-01" }, { value = "unknown", basis = "stated", sources = ["late"] }]
"""


def test_a_later_answer_and_a_slipped_day_are_told(graph_of: GraphOf) -> None:
    """What was answered in a later document is not told as nothing since, and a new day stands beside the old one."""
    graph = graph_of(MODEL)
    lines = [line.text for line in describe_matters(graph, matters(graph))]
    assert lines[: lines.index("Sources") - 1] == [
        "2 not stated, 1 answered; of 2 nothing is reported later in these documents",
        "",
        "Not stated (2)",
        "A plan for beds · progress not stated",
        "reported on 1 May 2021",
        "due: 1 Dec 2022; before that 1 Sep 2021",
        "seen since: nothing in these documents",
        "",
        "A plan for lamps · progress not stated",
        "reported on 1 May 2021",
        "due: unknown (stated in Report); before that 1 Sep 2021",
        "seen since: nothing in these documents",
        "",
        "Answered (1)",
        "Where the budget is · answered",
        "asked by: not recorded",
        "answered: In the annex.",
        "asked: 1 May 2021",
        "seen since: answered · 1 May 2022",
    ]
    row = next(each for each in write_markdown(graph, matters(graph)) if each.startswith("| A plan for beds"))
    assert row == (
        "| A plan for beds | reported on 1 May 2021 |  |  | 1 Dec 2022; before that 1 Sep 2021 "
        "| nothing in these documents | not stated | 1, 2 |\n"
    )
    records = json.loads("".join(write_json(graph, matters(graph), unicode=True)))
    assert [(each["id"], each["due"], each["due_before"]) for each in records] == [
        ("beds", "2022-12-01", ["2021-09-01"]),
        ("lamps", "unknown", ["2021-09-01"]),
        ("annex", None, []),
    ]


def test_before_the_later_document_nothing_had_slipped(graph_of: GraphOf) -> None:
    """At an earlier date the first day is the day, and the question is open."""
    graph = graph_of(MODEL).as_of("2021-12-31")
    lines = [line.text for line in describe_matters(graph, matters(graph))]
    assert [line for line in lines if line.startswith(("due", "seen"))] == [
        "seen since: nothing in these documents",
        "due: 1 Sep 2021",
        "seen since: nothing in these documents",
        "due: 1 Sep 2021",
        "seen since: nothing in these documents",
    ]


PROMISED = """
[file]
sources = ["early"]
[[source]]
id = "early"
name = "Early"
presented = "2022-01-10"
[[source]]
id = "late"
name = "Late"
presented = "2023-06-10"
[[partnership]]
id = "place"
name = "Wold Place"
[[organisation]]
id = "council"
name = "Wold Council"
part_of = "place"
sources = ["early"]
[[commitment]]
id = "map"
name = "Publish the map"
part_of = "place"
commits = "council"
reports = [{ state = "in progress", text = "Half is drawn", sources = ["late"] }]
sources = ["early"]
"""


def test_the_first_report_of_another_document_is_seen_since(graph_of: GraphOf) -> None:
    """A promise of one paper that a later paper reports on was seen since, though no report came before."""
    (matter,) = matters(graph_of(PROMISED))
    assert [each.details.get("text") or each.value for each in matter.seen_since] == ["Half is drawn"]


def test_what_somebody_promised_is_a_matter_of_theirs(graph_of: GraphOf) -> None:
    """`tiers matters council` has the promise that the council is to keep, which belongs to the place."""
    assert [each.id for each in matters(graph_of(PROMISED), "council")] == ["map"]
