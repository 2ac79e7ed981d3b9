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
