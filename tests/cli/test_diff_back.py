"""`tiers diff` with the earlier date second: it goes back, and says so."""

from pathlib import Path

import pytest

from tests.conftest import Write
from tiers.model import load, parse_date
from tiers.model.answers.diff import diff_between_dates

from .conftest import Answer, Tiers

MODEL = """
[file]
sources = ["terms"]
[[source]]
id = "terms"
name = "Terms"
presented = "2020-01-01"
[[source]]
id = "report"
name = "Report"
presented = "2026-01-01"
[[partnership]]
id = "elm"
name = "Elm Partnership"
tier = "place"
[[body]]
id = "old"
name = "Old Team"
part_of = "elm"
end_date = "2023-06-30"
[[body]]
id = "new"
name = "New Team"
part_of = "elm"
start_date = "2024-01-01"
sources = ["report"]
[[body]]
id = "plan"
name = "Planned Team"
part_of = "elm"
expected_date = "2023-09-01"
"""


def test_what_has_not_ended_yet_is_still_there(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands at the earlier date again has not come due; what is not there yet says from when it is."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    assert tiers("diff", "2025-01-01", "2023-01-01") == Answer(
        0,
        "1 Jan 2025 back to 1 Jan 2023\n"
        "\n"
        "Still there (1)\n"
        "  Old Team · body · ended 30 Jun 2023\n"
        "\n"
        "Not there yet (1)\n"
        "  New Team · body · not yet: begins 1 Jan 2024\n"
        "\n"
        "Changed (1)\n"
        "  Planned Team: expected\n"
        "    was planned: due 1 Sep 2023, no document says it happened\n"
        "    is  not yet: planned for 1 Sep 2023\n",
    )
    assert tiers("diff", "2025-01-01", "2023-01-01", "--format", "markdown").out.startswith(
        "## 1 Jan 2025 back to 1 Jan 2023\n\n### Still there (1)\n\n- Old Team (body, ended 30 Jun 2023)\n"
    )
    assert tiers("diff", "2023-01-01", "2025-01-01").out.startswith("1 Jan 2023 to 1 Jan 2025\n")


def test_back_is_the_mirror_of_forth(write: Write) -> None:
    """What is new one way is gone the other way, and nothing comes due."""
    graph = load(Path(write(MODEL)))
    days = [graph.as_of(parse_date(each)) for each in ("2019", "2022", "2023-08", "2024-06", "2026-06")]
    for number, early in enumerate(days):
        for late in days[number:]:
            forth, back = diff_between_dates(early, late), diff_between_dates(late, early)
            assert (set(forth.added), set(forth.removed)) == (set(back.removed), set(back.added))
            assert back.due == ()
