"""Answers about terms of reference that somebody described with the help alone: `thornbury.toml` beside it."""

from pathlib import Path

import pytest

from tests.model.fragments import detail_lines, who_lines
from tiers.model import Graph, load, parse_date
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.timeline import timeline
from tiers.model.answers.who import who
from tiers.model.views import VIEWS
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.matters import describe_matters
from tiers.tui.wording.description.who import describe_who
from tiers.tui.wording.labels import row_label
from tiers.tui.wording.roles import roles_words


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the model in its last known state."""
    return load(Path(__file__).parent / "thornbury.toml")


def _section(graph: Graph, entity_id: str, heading: str) -> list[str]:
    """Return the lines below a heading of the detail of an entity."""
    lines = detail_lines(graph, entity_id)
    start = lines.index(heading) + 1
    return lines[start : lines.index("", start)]


def test_one_count_of_seats(graph: Graph) -> None:
    """The detail and `who` say the same: seats by their number, of them the vacant one; nobody named is not nobody."""
    said = "10 voting seats, 1 of them vacant; 1 in attendance; 1 deputy"
    assert f"Members: {said}" in detail_lines(graph, "place-board")
    told = who_lines(graph, "winter plan")
    assert [line for line in told if line.startswith("members: ")] == [
        "members: 1, vacant, voting not stated; others not stated",
        f"members: {said}",
    ]


def test_who_is_in_the_chair_comes_first_and_is_named(graph: Graph) -> None:
    """The first line names the chair, the vice-chair, then who votes; a post by who holds it."""
    (line,) = [
        line.text for line in describe_who(graph, who(graph, "contracts")) if line.text.startswith("Who sits")
    ]
    assert line == (
        "Who sits on Thornbury and Ash Valley Place Board: Dr Helena Marsh (chair), "
        "Director of Adult Services (vice-chair), Ash primary care network, Chief officer and 5 more"
    )


def test_a_person_sits_through_a_post(graph: Graph) -> None:
    """A term that runs out later than the latest document has not run out: the person is in the view of seats."""
    forest = VIEWS["seats"].make(graph)
    row = forest.row_of("helena-marsh")
    assert [forest.names[each] for each in range(row, forest.ends[row])] == [
        "Dr Helena Marsh",
        "Through the post Chair of the Place Board",
        "Thornbury and Ash Valley Place Board",
    ]


@pytest.mark.parametrize(
    ("at", "heading", "line", "missing"),
    [
        (None, "Is held by", "Dr Helena Marsh · until 30 Jun 2026", False),
        ("2026-06-30", "Is held by", "Dr Helena Marsh · until 30 Jun 2026", False),
        ("2026-07-01", "Was held by", "Dr Helena Marsh · until 30 Jun 2026", True),
    ],
)
def test_a_holder_who_has_left(
    graph: Graph, at: str | None, heading: str, line: str, *, missing: bool
) -> None:
    """Who held a post until a day held it after that day; then its holder is a gap, and the row of the seat says so."""
    dated = graph.as_of(at)
    assert _section(dated, "place-board-chair", heading) == [line]
    assert ("post-holder" in {gap.code for gap in gaps(dated) if gap.id == "place-board-chair"}) is missing
    forest = VIEWS["seats"].make(dated)
    words = row_label(dated, forest, forest.row_of("place-board-chair")).words
    assert ("holder not stated since 1 Jul 2026" in words) is missing


def test_who_answers_to_another_stands_below_it(graph: Graph) -> None:
    """Of two that have a function, in whatever roles, the one that answers to the other is the lower step."""
    lines = who_lines(graph, "winter plan")
    assert lines[2] == (
        "Delivery Group > Thornbury and Ash Valley Place Board > Ashfield Integrated Care Board"
    )


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("winter-plan", "by delegation"),
        ("contracts", "by delegation"),
        ("estates-plan", "Ashfield Integrated Care Board"),
    ],
)
def test_the_view_of_functions_says_who_decides_as_who_does(graph: Graph, function: str, said: str) -> None:
    """Who holds a function by delegation decides about it in both, whatever the limit."""
    words = dict(each.split(": ", 1) for each in roles_words(graph, function) if ": " in each)
    assert words["decides"] == said


def test_gaps_ask_for_what_matters(graph: Graph) -> None:
    """What is something in law is asked of what decides or delegates only; who fills a seat that is listed, of that seat."""
    found = [(gap.id, gap.question) for gap in gaps(graph)]
    assert [question for _, question in found if "in law" in question] == []
    assert [question for each, question in found if each == "delivery-group" and "Who" in question] == [
        "Who are operational leads on Delivery Group?"
    ]
    assert not {"north-network", "south-network", "ash-network"} & {each for each, _ in found}


def test_who_asked_is_told_where_a_note_says_it(graph: Graph) -> None:
    """Of somebody who is not named the note says who it was, and a promise says its day, in `gaps`, `matters` and `show`."""
    asked = "A member, at the meeting of 14 May 2024 (not named)"
    told = [line.text for line in describe_gaps(graph, gaps(graph))]
    assert (f"raised by: {asked}" in told, "an answer is due: Jul 2024" in told) == (True, True)
    told = [line.text for line in describe_matters(graph, matters(graph))]
    assert (f"asked by: {asked}" in told, "due: Jul 2024" in told) == (True, True)
    assert _section(graph, "place-board", "Questions and gaps")[-2:] == [
        "promised: A paper by the ICB's company secretary",
        "due: Jul 2024",
    ]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (
            None,
            [
                "May 2025 | due | review of Thornbury and Ash Valley Place Board",
                "30 Jun 2026 | planned | Dr Helena Marsh is to stop holding the post Chair of the Place Board",
                "30 Jun 2026 | due | term of Chair of the Place Board on Thornbury and Ash Valley Place Board runs out",
            ],
        ),
        (
            "2026-07-01",
            [
                "May 2025 | due | review of Thornbury and Ash Valley Place Board",
                "30 Jun 2026 |  | Dr Helena Marsh stopped holding the post Chair of the Place Board",
                "30 Jun 2026 | due | term of Chair of the Place Board on Thornbury and Ash Valley Place Board ran out",
            ],
        ),
        ("2024-01-01", []),
    ],
)
def test_terms_and_reviews_are_in_the_timeline(graph: Graph, at: str | None, told: list[str]) -> None:
    """The day by which terms are reviewed, and that on which a term of office runs out, are due; an end is told in a sentence."""
    dated = graph.as_of(at)
    items = [each for each in timeline(dated, since=parse_date("2025")) if each.date is not None]
    assert [f"{each.date.words()} | {each.said} | {each.name(dated)}" for each in items if each.date] == told
