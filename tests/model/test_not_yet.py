"""Entities and relations that begin after the date of a model: told as not yet begun, and in no tree."""

from collections.abc import Callable

from tests.model.fragments import detail_lines, documents, named, who_lines
from tests.model.shapes import outline
from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.views import VIEWS
from tiers.tui.wording.description.entity import describe

GraphOf = Callable[[str], Graph]

MODEL = (
    """
[[source]]
id = "terms"
name = "Terms"
presented = "2020-05-01"
[file]
sources = ["terms"]
[[partnership]]
id = "part"
name = "Part"
tier = "place"
[[body]]
id = "board"
name = "Board"
part_of = [{ to = "part", start_date = "2021-04-01" }]
responsible_for = [{ to = "beds", mode = "decides", start_date = "2021-04-01" }]
decides = [{ value = "decides", start_date = "2021-04-01" }]
quorum = [{ value = "Three members", end_date = "2019-12-31" }]
[[post]]
id = "lead"
name = "Lead"
post_in = "board"
held_by = [{ id = "ann", start_date = "2021-06-01" }, { id = "ben", end_date = "2021-05-31" }]
"""
    + named("person", ann="Ann", ben="Ben")
    + """
[[function]]
id = "beds"
name = "Beds"
part_of = "part"
"""
)


def test_what_begins_later_is_said_to(graph_of: GraphOf) -> None:
    """Who holds a post later, what a body is part of later and what it decides later say `not yet` at an earlier date."""
    graph = graph_of(MODEL).as_of("2020-12-02")
    lines = [f"{line.label}: {line.text}" if line.label else line.text for line in describe(graph, "board")]
    assert lines[lines.index("") : lines.index("Sources") - 1] == [
        "",
        "Decides: decides · not yet: planned for 1 Apr 2021",
        "Quorum, earlier: Three members · until 31 Dec 2019",
        "",
        "Is part of",
        "Part · not yet: planned for 1 Apr 2021",
        "",
        "Has the post",
        "Lead",
        "",
        "Is responsible for",
        "Beds · decides · not yet: planned for 1 Apr 2021",
    ]
    told = detail_lines(graph, "lead")
    assert told[told.index("Is held by") :][:3] == [
        "Is held by",
        "Ben · until 31 May 2021",
        "Ann · not yet: planned for 1 Jun 2021",
    ]


def test_it_stands_nowhere(graph_of: GraphOf) -> None:
    """Before its first day a relation places nobody, gives nobody a function and no value holds; nor does one that is only foretold."""
    graph = graph_of(MODEL)
    early = graph.as_of("2020-12-02")
    assert outline(VIEWS["tiers"].make(early)) == [
        "partnership: Part",
        "  group: Also recorded",
        "    group: Functions",
        "      function: Beds",
        "group: Not placed in this model",
        "  group: Bodies",
        "    body: Board",
        "      group: Posts",
        "        post: Lead",
        "          group: People",
        "            person: Ben",
        "  group: People",
        "    person: Ann",
    ]
    assert (early.value("board", "decides"), graph.value("board", "decides")) == (None, None)
    assert who(early, "Board").verdict == "The documents do not say what Board may decide."


def test_who_tells_what_a_document_announced_by_then(graph_of: GraphOf) -> None:
    """What a document of the time gives for a later day is planned at that date, in `who` as in the latest state."""
    early = graph_of(MODEL).as_of("2020-12-02")
    lines = who_lines(early, "beds")
    assert lines[1:4] == [
        (
            "The documents do not say who decides about Beds; Board is to decide about it, planned for 1 Apr 2021; "
            "no document says that it happened."
        ),
        "Board; above it: not stated",
        "Who decides: not stated",
    ]
    assert (
        who(early.as_of("2020-04-30"), "beds").verdict == "No document in this model names a body for beds."
    )


_FORETOLD = (
    documents("terms", terms=("Terms", "2021-04-01"), minutes=("Minutes", "2024-06-12"))
    + """
[[body]]
id = "board"
name = "Board"
review_date = [{ value = "2025-04-01", sources = ["minutes"] }]
delegates_to = [{ to = "lead", function = "beds", expected_date = "2025-04-01", sources = ["minutes"] }]
[[post]]
id = "lead"
name = "Lead"
held_by = [{ id = "sam", expected_date = "2024-10-01", sources = ["minutes"] }]
[[person]]
id = "sam"
name = "Sam"
[[function]]
id = "beds"
name = "Beds"
"""
)


def test_a_plan_of_a_later_document_is_not_yet_documented(graph_of: GraphOf) -> None:
    """Who is to hold a post, to whom is to be delegated and when a review is due says `not yet documented` before the document that plans it."""
    later = " · not yet documented: first documented 12 Jun 2024"
    planned = ["1 Apr 2025", "Lead · planned: due 1 Apr 2025", "Sam · planned: due 1 Oct 2024"]

    def said(at: str | None) -> list[str]:
        graph = graph_of(_FORETOLD).as_of(at)
        lines = [line for each in ("board", "lead") for line in describe(graph, each)]
        return [each.text for each in lines if each.text.startswith(tuple(planned))]

    assert said("2022-06-01") == [f"{each}{later}" for each in planned]
    assert said(None) == planned
