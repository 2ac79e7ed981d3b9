"""What a sheet of another document says stands beside what is there, and the earlier of the two ends: the lines that are written."""

import pytest

from tiers.model import load_texts
from tiers.model.format.dates import parse_date
from tiers.model.importing.documents import end_between

from .forms import HEADER, ROWS, model
from .sheets import imported

BETWEEN = "[2024-03-05..2025-01-09]"


def changed(
    seats: str, row: str, source: str | None = "minutes#present", held: str = "somebody"
) -> list[str]:
    """Return the lines of seats and holders after an import."""
    text = imported(HEADER + ROWS[row] + "\n", model(seats, held), source).text
    lines = text[text.index("[[post]]") :].splitlines()
    return [each.strip() for each in lines if each.strip().startswith(("{", "members", "held_by", '"'))]


@pytest.mark.parametrize(
    ("seats", "row", "source", "lines"),
    [
        pytest.param(
            "own sources",
            "another vote",
            "minutes#present",
            [
                f'members = [{{ id = "council", voting = true, sources = ["terms#members"], end_date = "{BETWEEN}" }}, "lead",',
                '{ id = "council", voting = false, sources = ["minutes#present"] },',
            ],
            id="a later document: the seat before ended between the two",
        ),
        pytest.param(
            "own sources",
            "another vote",
            "older",
            [
                'members = [{ id = "council", voting = true, sources = ["terms#members"] }, "lead",',
                '{ id = "council", voting = false, end_date = "[2020-06-01..2024-03-04]", sources = ["older"] },',
            ],
            id="an earlier document: what it says ended",
        ),
        pytest.param(
            "own sources",
            "another vote",
            "terms#members",
            ['members = [{ id = "council", voting = false, sources = ["terms#members"] }, "lead"]'],
            id="the same document: put right in its place",
        ),
        pytest.param(
            "own sources",
            "an end",
            "minutes#present",
            [
                'members = [{ id = "council", voting = true, sources = ["terms#members", "minutes#present"], end_date = "2024-11-30" }, "lead"]'
            ],
            id="an end: the seat has it, with the document that says so",
        ),
        pytest.param(
            "own sources",
            "a start",
            "minutes#present",
            [
                'members = [{ id = "council", voting = true, sources = ["terms#members"], end_date = "[2024-03-05..2024-05-31]" }, "lead",',
                '{ id = "council", start_date = "2024-06-01", sources = ["minutes#present"] },',
            ],
            id="a start after the document: another time of sitting there",
        ),
        pytest.param(
            "an id",
            "another vote",
            "minutes#present",
            ['members = [{ id = "council", voting = false, sources = ["terms", "minutes#present"] }]'],
            id="more than was said: an addition, with both documents",
        ),
        pytest.param(
            "none",
            "a new member",
            "minutes#present",
            [
                "members = [",
                f'{{ id = "none", end_date = "{BETWEEN}" }},',
                '{ id = "elm-hospice", capacity = "observer", voting = false, sources = ["minutes#present"] },',
            ],
            id="no members before: it stays, with its end",
        ),
        pytest.param(
            "nobody with a role",
            "somebody for nobody",
            "minutes#present",
            [
                f'members = [{{ id = "none", role = "Adviser", voting = true, end_date = "{BETWEEN}" }}, "council", "lead",',
                '{ id = "al", role = "Adviser", voting = true, sources = ["minutes#present"] },',
            ],
            id="a vacant seat before: it stays, with its end",
        ),
    ],
)
def test_what_another_document_says_stands_beside(
    seats: str, row: str, source: str, lines: list[str]
) -> None:
    """The statement before keeps its source and its day; the earlier of the two ends between the documents."""
    assert [each for each in changed(seats, row, source) if not each.startswith("held_by")] == lines


@pytest.mark.parametrize(
    ("held", "row", "lines"),
    [
        (
            "none",
            "another holder",
            ["held_by = [", '"none",', '{ id = "al", sources = ["minutes#present"] },'],
        ),
        (
            "none with a source",
            "another holder",
            [
                'held_by = [{ id = "none", sources = ["terms#members"], note = "To be filled." },',
                '{ id = "al", sources = ["minutes#present"] },',
            ],
        ),
        (
            "somebody",
            "a vacant post",
            ["held_by = [", '"jo",', '{ id = "none", sources = ["minutes#present"] },'],
        ),
        (
            "not stated with a note",
            "another holder",
            [
                f'held_by = [{{ id = "not_stated", note = "The page is cut.", end_date = "{BETWEEN}" }}, {{ id = "al", sources = ["minutes#present"] }}]',
            ],
        ),
        ("not stated", "another holder", ["held_by = [", '{ id = "al", sources = ["minutes#present"] },']),
    ],
)
def test_who_holds_a_post_stands_beside_who_held_it(held: str, row: str, lines: list[str]) -> None:
    """A vacancy stays when somebody comes, and somebody when it falls vacant: each with its document, the earlier one over."""
    found = changed("ids", row, held=held)
    assert found[: len(lines)] == lines
    graph = load_texts(
        {"m.toml": imported(HEADER + ROWS[row] + "\n", model("ids", held), "minutes#present").text.encode()}
    )
    ends = [each.end_date is not None for each in graph.incoming("lead", "holds")]
    assert ends.count(False) == 1


def test_what_the_sheet_does_not_say_of_a_seat_is_told() -> None:
    """The new statement has what its document says and no more; the warning names the rest, and where the order is not known."""
    result = imported(HEADER + ROWS["a deputy more"] + "\n", model("tables", "somebody"), "minutes#present")
    begins = "row 2: beside the seat of `council` on `board` in line 49, what the sheet says is written"
    assert result.warnings == (
        f"{begins}, which says nothing of `voting` and `term_ends`: write what still holds into the new one",
    )
    undated = imported(HEADER + ROWS["another vote"] + "\n", model("own sources", "somebody"), "undated")
    assert undated.warnings == (
        f"{begins}: which of the documents is later is not known. Write `end_date` where the seat has ended",
    )


@pytest.mark.parametrize(
    ("told", "later", "start", "end"),
    [
        ("2024-03-05", "2025-01-10", None, "[2024-03-05..2025-01-09]"),
        ("2024-03", "2025", None, "[2024-03-31..2024-12-31]"),
        ("2024-03-05", "2024-03-06", None, "2024-03-05"),
        ("2024-03-05", "2025-01-10", "2024-12-01", "[2024-03-05..2024-11-30]"),
        ("2024-03-05", "2025-01-10", "2020", "[2024-03-05..2025-01-09]"),
        ("2024-03-05", "2024-03-05", None, ""),
        ("2024", "2024-06-01", None, ""),
    ],
)
def test_the_end_is_between_the_two_documents(told: str, later: str, start: str | None, end: str) -> None:
    """From the last day of the one to the day before the other, or before what that says began; none where the order is not sure."""
    assert end_between((parse_date(told),), (parse_date(later),), start) == end
