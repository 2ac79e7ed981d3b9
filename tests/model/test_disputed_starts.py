"""Starts on which documents disagree without a decision, and starts that no later document confirms."""

from collections.abc import Callable

import pytest

from tests.model.fragments import detail_lines, disagreement, documents, named, who_lines
from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.timeline import timeline
from tiers.model.answers.who import who
from tiers.model.views import VIEWS
from tiers.tui.wording.description.diff import sections
from tiers.tui.wording.description.diff_sides import Sides
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.labels import row_label

GraphOf = Callable[[str], Graph]

MODEL = (
    documents("terms", terms=("Terms", "2022-02-22"), report=("Report", "2023-03-01"))
    + """
[[partnership]]
id = "part"
name = "Part"
tier = "place"
[[body]]
id = "board"
name = "Board"
part_of = "part"
start_date = "2022-04-01"
responsible_for = [{ to = "beds", mode = "decides" }]
members = ["later"]
"""
    + disagreement(
        "when",
        "When it began",
        '{ text = "In April.", value = "2022-04-01" }',
        '{ text = "In September.", value = "2022-09-01", sources = ["report"] }',
        about="board",
        attribute="start_date",
    )
    + named("function", beds="Beds", chairs="Chairs")
    + """
[[body]]
id = "later"
name = "Later Forum"
start_date = "2027-04-01"
responsible_for = [{ to = "chairs", mode = "decides" }]
sources = ["report"]
[[body]]
id = "seen"
name = "Seen Panel"
start_date = "2022-07-01"
other_names = [{ name = "SP", use = "acronym", sources = ["report"] }]
"""
)
EITHER = "1 Apr 2022 or 1 Sep 2022 (the documents disagree)"


@pytest.mark.parametrize(
    ("at", "standing", "verdict"),
    [
        (
            "2022-03-01",
            f"not yet: begins {EITHER}",
            (
                f"The documents do not say who decides about Beds; Board is to decide about it, planned for {EITHER}; "
                "no document says that it happened."
            ),
        ),
        (
            "2022-06-30",
            f"unknown whether it had begun: it began {EITHER}",
            f"The documents say that Board decides about Beds, unknown whether it had begun: it began {EITHER}.",
        ),
        ("2022-09-01", "last documented 22 Feb 2022", "The documents say that Board decides about Beds."),
        (None, "documented 22 Feb 2022", "The documents say that Board decides about Beds."),
    ],
)
def test_a_disputed_start_is_one_of_its_days(
    at: str | None, standing: str, verdict: str, graph_of: GraphOf
) -> None:
    """Before the first day it is to come, between the two it is unknown whether it had begun, after the last it is there."""
    graph = graph_of(MODEL).as_of(at)
    assert (graph.standing("board").words(), who(graph, "beds").verdict) == (standing, verdict)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "2022-03-01",
            "2022-06-30",
            [
                f"In doubt: Board: body, disputed, unknown whether it had begun: it began {EITHER}",
            ],
        ),
        (
            "2022-06-30",
            "2022-09-01",
            ["Began: Seen Panel: body, began 1 Jul 2022", f"Began: Board: body, began {EITHER}"],
        ),
        (
            "2022-03-01",
            "2022-09-01",
            [f"Began: Board: body, disputed, began {EITHER}", "Began: Seen Panel: body, began 1 Jul 2022"],
        ),
        (
            "2023-04-01",
            "2027-05-01",
            ["Come due: Later Forum: body, planned for 1 Apr 2027, no document says it happened"],
        ),
    ],
)
def test_diff_names_both_days(old: str, new: str, told: list[str], graph_of: GraphOf) -> None:
    """Between the two days a disputed start is in doubt, after both it began on one of them; a foretold one comes due."""
    graph = graph_of(MODEL)
    sides = Sides(graph.as_of(old), graph.as_of(new), (old, new), dated=True)
    found = sections(sides, diff_between_dates(sides.old, sides.new))
    assert [f"{heading}: {row.name}: {', '.join(row.words)}" for heading, rows in found[:2] for row in rows][
        : len(told)
    ] == told


def test_the_timeline_has_each_side(graph_of: GraphOf) -> None:
    """Each day that a side gives stands there in doubt, with both; a start that is only foretold is planned."""
    graph = graph_of(MODEL)
    assert [
        (str(item.date), item.id, item.state, item.note, [each.source for each in item.evidence.citations])
        for item in timeline(graph)
    ] == [
        ("2022-04-01", "board", "unknown whether began", f"began {EITHER}", ["terms"]),
        ("2022-07-01", "seen", "began", "", ["terms"]),
        ("2022-09-01", "board", "unknown whether began", f"began {EITHER}", ["report"]),
        ("2027-04-01", "later", "planned", "no document says it happened", ["report"]),
    ]
    assert [(str(item.date), item.state) for item in timeline(graph.as_of("2022-03-01"))] == [
        ("2022-04-01", "planned"),
        ("2022-07-01", "planned"),
    ]


def test_a_start_that_is_only_foretold_is_planned(graph_of: GraphOf) -> None:
    """It is planned at every date until another document shows it, in `show` and in `who`."""
    graph = graph_of(MODEL)
    assert detail_lines(graph, "later")[1:4] == [
        "body · planned: due 1 Apr 2027",
        "",
        "1 Apr 2027, no document says it happened",
    ]
    assert (
        graph.as_of("2028").standing("later").words()
        == "planned: due 1 Apr 2027, no document says it happened"
    )
    assert graph.as_of("2024").standing("later").words() == "not yet: planned for 1 Apr 2027"
    assert who(graph, "chairs").verdict == (
        "The documents do not say who decides about Chairs; Later Forum is to decide about it, planned for 1 Apr 2027; "
        "no document says that it happened."
    )
    assert (
        who(graph, "later").verdict
        == "Later Forum is planned for 1 Apr 2027; no document says that it happened."
    )
    assert graph.standing("seen").words() == "documented 1 Mar 2023"


TRIAL = (
    documents("scheme", scheme=("Scheme", "2022-07-05"), review=("Review", "2024-06-20"))
    + """
[[organisation]]
id = "north"
name = "North Trust"
end_date = "2022-03-31"
sources = ["review"]
[[organisation]]
id = "south"
name = "South Trust"
end_date = "2022-03-31"
sources = ["review"]
"""
    + disagreement(
        "south-end",
        "When South Trust ended",
        '{ text = "March", value = "2022-03-31" }',
        '{ text = "June", value = "2022-06-30", sources = ["review"] }',
        about="south",
        attribute="end_date",
    )
    + """
[[event]]
id = "merger"
name = "Merger"
date = "2022-04-01"
originals = "north"
sources = ["review"]
[[body]]
id = "board"
name = "Board"
start_date = "2022-05-01"
delegates_to = [{ to = "exec", function = "budget" }]
decides = [{ value = "advises", sources = ["scheme"] }, { value = "decides", start_date = "2025-04-01", sources = ["review"] }]
sources = ["scheme", "review"]
"""
    + disagreement(
        "board-start",
        "When the Board began",
        '{ text = "May", value = "2022-05-01" }',
        '{ text = "October", value = "2022-10-01", sources = ["review"] }',
        about="board",
        attribute="start_date",
    )
    + """
[[body]]
id = "exec"
name = "Executive"
status = [{ value = "shadow" }, { value = "closed", sources = ["review"] }]
responsible_for = [{ to = "budget", mode = "delegated" }]
members = ["lead", { id = "council", sources = ["review"] }]
sources = ["scheme", "review"]
[[organisation]]
id = "council"
name = "Council"
[[post]]
id = "lead"
name = "Lead"
[[function]]
id = "budget"
name = "Budget"
[[body]]
id = "joint"
name = "Joint Committee"
start_date = "2025-04-01"
delegates_to = [{ to = "panel", function = "grants" }]
members = ["lead"]
sources = ["review"]
[[body]]
id = "panel"
name = "Panel"
members = [{ id = "lead", start_date = "2025-01-01", sources = ["review"] }]
sources = ["scheme", "review"]
[[function]]
id = "grants"
name = "Grants"
"""
)


def _told(graph: Graph, old: str, new: str) -> dict[str, list[str]]:
    sides = Sides(graph.as_of(old), graph.as_of(new), (old, new), dated=True)
    return {
        heading: [": ".join((row.name, *row.words, *row.new)) for row in rows]
        for heading, rows in sections(sides, diff_between_dates(sides.old, sides.new))
    }


def test_bodies_that_ended_before_their_first_document_end_in_diff(graph_of: GraphOf) -> None:
    """They are there at every date up to their end; one whose end is disputed is in doubt between its days, then ended on one."""
    graph = graph_of(TRIAL)
    assert [graph.as_of("2020").shown(each) for each in ("north", "south")] == [True, True]
    found = _told(graph, "2022-03-01", "2022-04-30")
    assert found["Ended"] == ["North Trust: organisation: ended 31 Mar 2022"]
    assert found["Happened"] == ["Merger: event: happened 1 Apr 2022"]
    either = "31 Mar 2022 or 30 Jun 2022 (the documents disagree)"
    assert found["In doubt"] == [
        f"South Trust: organisation: unknown whether it had ended: it ended {either}"
    ]
    assert _told(graph, "2022-04-30", "2022-07-31")["Ended"] == [
        f"South Trust: organisation: disputed: ended {either}"
    ]


def test_what_a_planned_or_doubtful_body_gives_is_told_with_that(graph_of: GraphOf) -> None:
    """A role given by a planned body is planned in every row; one given by a body that may have begun holds, and the chain says so."""
    graph = graph_of(TRIAL)
    then = graph.as_of("2022-07-31")
    assert (
        who(then, "budget").verdict == "The documents say that Executive (shadow) holds Budget by delegation."
    )
    assert who_lines(then, "budget")[2] == ("Executive > Board (unknown whether begun)")
    assert who(then, "Executive").verdict == (
        "Executive is in shadow form. The documents say that Executive holds Budget by delegation."
    )
    forest = VIEWS["functions"].make(graph)
    labels = [row_label(graph, forest, row) for row in range(len(forest))]
    assert [label.words for label in labels if label.name == "Panel"] == [("body", "delegated", "planned")]
    assert (graph.text("board", "decides"), graph.as_of("2026").text("board", "decides")) == (
        "advises",
        "advises",
    )


def test_what_has_ended_is_told_in_the_past(graph_of: GraphOf) -> None:
    """The page of a closed body says who was a member and what it was responsible for, that of a member what it was a member of."""
    graph = graph_of(TRIAL)
    headings = [line.text for line in describe(graph, "exec") if line.role == "heading"]
    assert [each.split(",", maxsplit=1)[0] for each in headings[:3]] == [
        "Former members",
        "Was responsible for",
        "Had authority delegated by",
    ]
    told = detail_lines(graph, "lead")
    assert told[told.index("Was a member of") + 1] == "Executive · ended"
    assert told[told.index("Is a member of") + 1 :][:2] == [
        "Joint Committee · planned: due 1 Apr 2025",
        "Panel · planned: due 1 Jan 2025",
    ]
    assert _told(graph, "2024-07-01", "2025-06-01")["Changed"] == ["Lead: Panel · planned: due 1 Jan 2025"]


def test_seats_of_which_no_document_tells_yet(graph_of: GraphOf) -> None:
    """Before its first document a seat is not yet documented; it is no member yet where a document of the time says from when."""
    graph = graph_of(TRIAL).as_of("2022-08-01")
    told = detail_lines(graph, "exec")
    assert told[told.index("Members not yet documented") + 1] == (
        "Council · not yet documented: first documented 20 Jun 2024"
    )
    assert "Not members yet" not in told


def test_a_planned_day_that_is_disputed_names_both(graph_of: GraphOf) -> None:
    """What is planned for one of two days is planned from the first, and each stands in the timeline as planned."""
    text = MODEL.replace('attribute = "start_date"', 'attribute = "expected_date"')
    graph = graph_of(text.replace('part_of = "part"\nstart_date', 'part_of = "part"\nexpected_date', 1))
    assert graph.standing("board").words() == f"planned: due {EITHER}, no document says it happened"
    found = [(str(item.date), item.state, item.note) for item in timeline(graph) if item.id == "board"]
    assert found == [
        ("2022-04-01", "planned", f"{EITHER}, no document says it happened"),
        ("2022-09-01", "planned", f"{EITHER}, no document says it happened"),
    ]
    due = diff_between_dates(graph.as_of("2022-08-01"), graph.as_of("2022-10-01")).due
    assert [(str(item.date), item.id) for item in due] == [("2022-09-01", "board")]
    due = diff_between_dates(graph.as_of("2023-04-01"), graph.as_of("2028")).due
    assert [(str(item.date), item.id) for item in due] == [("2027-04-01", "later")]
    due = diff_between_dates(graph.as_of("2022-03-01"), graph.as_of("2023-04-01")).due
    assert [(str(item.date), item.id) for item in due] == [("2022-04-01", "board"), ("2022-09-01", "board")]


def test_a_report_that_something_is_planned_is_no_day_for_which_it_is_planned(graph_of: GraphOf) -> None:
    """The day of a report is that of its document: only the promised day comes due."""
    graph = graph_of(
        '[[source]]\nid = "minutes"\nname = "Minutes"\npresented = "2022-02-22"\n[file]\nsources = ["minutes"]\n'
        '[[commitment]]\nid = "meet"\nname = "Meet"\ndue = "2022-02-24"\nreports = [{ state = "planned" }]\n'
    )
    due = diff_between_dates(graph.as_of("2021-12-31"), graph.as_of("2022-12-31")).due
    assert [(str(item.date), item.id, item.state) for item in due] == [("2022-02-24", "meet", "due")]
