"""The citation of a line of the detail."""

import pytest

from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.who import who_has
from tiers.tui.exploring.detail.citing import cited_line, nearest_citation
from tiers.tui.wording.description import Line, describe
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.line import BLANK
from tiers.tui.wording.description.matters import describe_matters
from tiers.tui.wording.description.provenance import provenance
from tiers.tui.wording.description.who import describe_who

SLIDES = "Slides on the partnership, Slide: structure, 22 Feb 2022"


def cited(graph: Graph, lines: tuple[Line, ...], text: str) -> str:
    """Return the citation of the first line with a text."""
    return cited_line(graph, lines, next(at for at, line in enumerate(lines) if text in line.text))


def test_a_row_is_cited_with_the_entity_and_the_heading_above_it(place: Graph) -> None:
    """So that what is copied says the same alone; the sources are those of the row."""
    lines = describe(place, "ex-frailty", ways=False)
    assert cited(place, lines, "Ex Joint Board") == (
        f"Frailty & café mornings: Is accountable to, inferred: Ex Joint Board: {SLIDES}"
    )


def test_a_field_is_cited_with_its_name(place: Graph) -> None:
    """And a note below a row with the row."""
    lines = describe(place, "ex", ways=False)
    fields = [at for at, line in enumerate(lines) if line.role == "field" and line.notes]
    for at in fields:
        assert f": {lines[at].label}: {lines[at].text}: " in cited_line(place, lines, at)
    assert fields


def test_a_statement_is_cited_from_its_own_line_and_from_where_it_is_written(place: Graph) -> None:
    """The line of a document gives that document only."""
    lines = (*describe(place, "ex", ways=False)[:2], *provenance(place, "ex"))
    at = next(number for number, line in enumerate(lines) if line.text.startswith("Name: "))
    whole, one = cited_line(place, lines, at), cited_line(place, lines, at + 1)
    assert whole.startswith(f"Ex Borough Partnership: {lines[at].text}: Minutes")
    assert one.startswith(f"Ex Borough Partnership: {lines[at].text}: Minutes")
    assert whole.count("; ") >= one.count("; ") == 0


def test_a_source_is_cited_as_such(place: Graph) -> None:
    """Its whole name, the place in it, the date."""
    lines = describe(place, "ex-board", ways=False)
    assert cited(place, lines, "Slide: structure") == SLIDES


@pytest.mark.parametrize("page", ["who", "matters", "gaps", "entity", "statements"])
def test_every_line_with_a_source_can_be_cited(place: Graph, page: str) -> None:
    """In the detail and in every answer: the citation has the words of the line and a document."""
    lines = {
        "who": describe_who(place, who_has(place, "ex-frailty")),
        "matters": describe_matters(place, matters(place)),
        "gaps": describe_gaps(place, gaps(place)),
        "entity": describe(place, "ex", ways=False),
        "statements": provenance(place, "ex"),
    }[page]
    sourced = [at for at, line in enumerate(lines) if line.notes or (line.citation and line.role == "text")]
    assert sourced
    for at in sourced:
        said = cited_line(place, lines, at)
        assert lines[at].text in said
        assert "Slides" in said or "Minutes" in said or "Register" in said, said


def test_a_line_without_a_source_is_not_cited(place: Graph) -> None:
    """A heading is no statement; a row that leads to an entity is cited as that this exists."""
    assert cited_line(place, (Line("heading", "Members"),), 0) == ""
    row = (Line("relation", "Ex Joint Board", target="ex-board"),)
    assert cited_line(place, row, 0).startswith("Ex Joint Board: Slides on the partnership, Slide: structure")
    kind = (Line("relation", "Ex Joint Board · body · first documented 2021", target="ex-board"),)
    assert cited_line(place, kind, 0) == cited_line(place, row, 0)


@pytest.mark.parametrize("text", ["Ex Joint Board: is a member of", "Who sits on Ex Joint Board?"])
def test_what_is_said_without_a_source_is_not_cited_as_something_else(place: Graph, text: str) -> None:
    """That a body exists may stand in another document than that it changed."""
    assert cited_line(place, (Line("relation", text, target="ex-board"),), 0) == ""


def test_a_line_without_a_source_is_cited_by_the_first_below_it(place: Graph) -> None:
    """A heading by the first row of its section that has a source; where none has, nothing is cited."""
    lines = (
        Line("heading", "Is a member of"),
        Line("text", "of each it is said:", indent=1),
        Line("relation", "Ex Borough Partnership", notes=(1,), indent=2),
        BLANK,
        Line("heading", "Sources"),
        Line("source", "Slides", label="1", citation="Slides, page 1", indent=1),
    )
    statement = "Is a member of: of each it is said: Ex Borough Partnership"
    assert [nearest_citation(place, lines, at) for at in (0, 1, 2)] == [f"{statement}: Slides, page 1"] * 3
    assert nearest_citation(place, lines[:2], 0) == ""
