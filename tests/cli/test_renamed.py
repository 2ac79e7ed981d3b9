"""A renaming on a stated day, and the day of each row of the timeline in CSV."""

import csv
from io import StringIO

import pytest

from tests.conftest import Write

from .conftest import Answer, Tiers

MODEL = """
[file]
sources = ["plan"]
[[source]]
id = "plan"
name = "Plan"
presented = "2020-03-05"
[[source]]
id = "minutes"
name = "Minutes"
presented = "2024-06-05"
[[partnership]]
id = "elm"
name = [
    { value = "Elm Alliance", end_date = "2022-03-31" },
    { value = "Elm Partnership", start_date = "2022-04-01", sources = ["minutes"] },
]
tier = "place"
[[body]]
id = "team"
name = "Elm Team"
part_of = "elm"
other_names = [{ name = "Elm Crew", use = "former", start_date = "2020-01-01", end_date = "2022-03-31", sources = ["minutes"] }]
[[body]]
id = "board"
name = [{ value = "Elm Board" }, { value = "Elm Joint Board", sources = ["minutes"] }]
part_of = "elm"
start_date = "2019-05-01"
[[event]]
id = "launch"
name = "Launch"
date = "2020-02"
"""


@pytest.fixture
def elm(tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command on the model."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    return tiers


def test_a_renaming_has_the_days_of_both_names(elm: Tiers) -> None:
    """A former name with its last day is a renaming; what a later document only calls otherwise is also called so."""
    assert elm("diff", "2021-06-01", "2024-07-01") == Answer(
        0,
        "1 Jun 2021 to 1 Jul 2024\n"
        "\n"
        "Renamed (2)\n"
        "  Elm Partnership: name\n"
        "    was Elm Alliance · until 31 Mar 2022\n"
        "    is  Elm Partnership · since 1 Apr 2022\n"
        "  Elm Team: name\n"
        "    was Elm Crew · 1 Jan 2020 to 31 Mar 2022\n"
        "    is  Elm Team\n"
        "\n"
        "Also called (1)\n"
        "  Elm Joint Board: name\n"
        "    was Elm Board\n"
        "    is  Elm Joint Board\n"
        "\n"
        "Last documented before 1 Jul 2024 (3)\n",
    )
    back = elm("diff", "2024-07-01", "2021-06-01").out
    assert "  Elm Team: name\n    was Elm Team\n    is  Elm Crew · 1 Jan 2020 to 31 Mar 2022\n" in back


def test_every_row_of_the_timeline_in_csv_has_its_day(elm: Tiers) -> None:
    """Also where a day has one thing, whose name the row of the day has; what happened stands beside it without the name."""
    rows = csv.DictReader(StringIO(elm("print", "--view", "timeline", "--format", "csv").out))
    assert [(each["day"], each["id"], each["what"]) for each in rows] == [
        ("2019-05-01", "board", "began"),
        ("2020-02", "launch", "happened"),
        ("2022-03-31", "team", "renamed"),
        ("2022-04-01", "elm", "renamed"),
        ("2024-06-05", "board", "renamed"),
    ]
