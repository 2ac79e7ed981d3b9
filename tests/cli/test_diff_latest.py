"""`latest`, the word of the screen for the last known state, wherever the command line takes a date."""

import pytest

from tests.conftest import Write

from .conftest import Tiers
from .test_diff_back import MODEL


def test_a_date_is_compared_with_the_latest_state(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the explorer calls `latest` may be typed as a side, in capitals too; what is last documented is no change."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    told = tiers("diff", "2022", "latest")
    assert (told.status, told.out.splitlines()[0]) == (0, "2022 to latest (the last day of 2022)")
    assert "Began (1)\n  New Team · body · began 1 Jan 2024\n" in told.out
    assert "Last documented" not in told.out
    assert tiers("diff", "2022", "Latest").out == told.out
    back = tiers("diff", "latest", "2022").out
    assert back.startswith("latest back to 2022 (the last day of 2022)\n")
    assert "Not there yet (1)\n  New Team · body · not yet: begins 1 Jan 2024\n" in back
    assert tiers("diff", "latest", "latest").out == "latest to latest\n\nNo differences.\n"
    assert tiers("diff", "2022", "latest", "--in", "elm").out.splitlines()[0] == told.out.splitlines()[0]
    assert '"new":"latest"' in tiers("diff", "2022", "latest", "--format", "json").out


def test_latest_is_no_date_for_as_of(tiers: Tiers) -> None:
    """`--as-of latest` is the same as no date; `compare` takes it for one side."""
    assert tiers("--as-of", "latest", "show", "ex") == tiers("show", "ex")
    assert tiers("compare", "ex", "ex", "--as-of", "2021-06,latest").status == 0
    assert tiers("--as-of", "2021", "diff", "2021", "latest").status == 2


def test_a_model_named_latest_is_given_by_its_path(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`path:` says that a file is meant."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    assert "latest: cannot be read" in tiers("diff", "2022", "path:latest").err


def test_today_is_said_to_be_latest(tiers: Tiers) -> None:
    """Who types `today` for a date learns the word of the last known state, since the clock is not read."""
    said = tiers("diff", "2022", "today")
    assert (
        said.err
        == "error: `today` is not a date, a path or a git revision\n\nhint: `latest` is the last known state\n"
    )
    said = tiers("--as-of", "Now", "show", "ex")
    assert (
        said.err
        == "error: `--as-of` cannot be `Now`: the clock is not read\n\nhint: `latest` is the last known state\n"
    )


IN_DOUBT = """\
[file]
sources = ["list"]

[[source]]
id = "list"
name = "List"
presented = "2020-09-01"

[[source]]
id = "later"
name = "Later list"
presented = "2026-08-01"

[[partnership]]
id = "elm"
name = "Elm"
tier = "place"

[[partnership]]
id = "oak"
name = "Oak"
tier = "place"

[[organisation]]
id = "practice"
name = "Practice"
part_of = [
    { to = "elm", sources = ["list", "later"] },
    { to = "oak", start_date = "2025-01-01", sources = ["later"] },
]

[[organisation]]
id = "closed"
name = "Closed Practice"
part_of = "elm"
end_date = "[2021-01-01..2026-07-31]"
"""


def test_that_no_document_shows_a_difference_is_not_that_there_is_none(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two days within an uncertain end nothing is documented: the answer says that, not that nothing changed."""
    monkeypatch.setenv("TIERS_MODEL", str(write(IN_DOUBT)))
    said = "No document shows a difference between these dates.\n"
    assert tiers("diff", "2022", "2024").out == f"2022 to 2024 (the last day of each)\n\n{said}"
    assert tiers("diff", "2022", "2024", "--format", "markdown").out.endswith(f"\n{said}")


def test_a_move_names_the_places_that_stay(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entity that gets a second place is shown with the first one on both sides, so that nothing seems to have left."""
    monkeypatch.setenv("TIERS_MODEL", str(write(IN_DOUBT)))
    assert (
        "Moved (1)\n  Practice: is part of\n    was Elm\n    is  Elm\n    is  Oak · since 1 Jan 2025\n"
    ) in tiers("diff", "2024", "2025").out
    assert (
        "Moved (1)\n  Practice: is part of\n    was Oak · since 1 Jan 2025\n    was Elm\n    is  Elm\n"
    ) in tiers("diff", "2025", "2024").out


def test_a_place_that_stays_under_another_name_is_said_to_be_the_same(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place that was renamed meanwhile has two names on the two sides of a move: nothing moved from one to the other."""
    names = (
        'name = [{ value = "Elm", end_date = "2024-12-31" }, { value = "Ash", start_date = "2025-01-01" }]'
    )
    monkeypatch.setenv("TIERS_MODEL", str(write(IN_DOUBT.replace('name = "Elm"', names))))
    assert (
        "  Practice: is part of\n    was Elm\n    is  Ash · the same under another name\n    is  Oak · since 1 Jan 2025\n"
    ) in tiers("diff", "2024", "2025").out
    assert "    was Ash\n    is  Elm · the same under another name\n" in tiers("diff", "2025", "2024").out
