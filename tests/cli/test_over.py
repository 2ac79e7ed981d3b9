"""What is over is told as over: since when nobody is stated to hold a post, how two were connected, which day is disputed."""

import pytest

from tests.conftest import Write

from .conftest import Tiers

MODEL = """
[file]
sources = ["terms"]
[[source]]
id = "terms"
name = "Terms"
presented = "2022-03-01"
[[source]]
id = "minutes"
name = "Minutes"
presented = "2025-09-10"
[[partnership]]
id = "elm"
name = "Elm Partnership"
tier = "place"
other_names = [{ name = "Elm", use = "short", sources = ["minutes"] }]
[[body]]
id = "board"
name = "Board"
members = [
    { id = "ann", end_date = "2024-08-31" },
    { id = "cal", start_date = "2023-01-01", end_date = "2023-12-31" },
    { id = "dee", expected_date = "2026-01-01" },
]
[[body]]
id = "forum"
name = "Forum"
part_of = "elm"
expected_date = "2022-09-01"
start_date = [{ value = "2022-10-01", sources = ["minutes"] }]
decides = [{ value = "decides" }, { value = "advises", sources = ["minutes"] }]
[[disagreement]]
id = "dispute"
name = "What the Forum may do"
about = "forum"
attribute = "decides"
follows = "undecided"
positions = [{ text = "It decides", value = "decides" }, { text = "It advises", value = "advises", sources = ["minutes"] }]
[[person]]
id = "ann"
name = "Ann Ash"
[[person]]
id = "cal"
name = "Cal"
[[person]]
id = "dee"
name = "Dee"
[[post]]
id = "chair"
name = "Chair"
held_by = [{ id = "ann", end_date = "2024-08-31" }]
[[post]]
id = "clerk"
name = "Clerk"
held_by = [{ id = "dee", end_date = "2024-08" }]
"""


@pytest.fixture
def elm(tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command on the model."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    return tiers


def test_a_post_is_without_a_stated_holder_from_the_day_after(elm: Tiers) -> None:
    """Whoever held it until 31 August held it on that day; of a month it is after it."""
    assert "· holder not stated since 1 Sep 2024 ·" in elm("show", "chair").out
    assert "· holder not stated after Aug 2024 ·" in elm("show", "clerk").out


def test_a_path_speaks_of_the_past_as_past_and_of_plans_as_plans(elm: Tiers) -> None:
    """In text and in JSON: who was a member, and who is to be one; who was only to be one was never connected."""
    assert (
        "    Ann Ash was a member of Board (body) · until 31 Aug 2024 [1]\n"
        in elm("path", "ann", "board").out
    )
    assert '"label":"was a member of"' in elm("path", "ann", "board", "--format", "json").out
    said = elm("path", "dee", "board", "--as-of", "2026-02-01").out
    assert (
        "    Dee is to be a member of Board (body, last documented 1 Mar 2022) · planned: due 1 Jan 2026"
        in said
    )
    assert elm("path", "cal", "board").err.startswith("error: no path from Cal to Board\n")


def test_a_plan_is_disputed_only_where_its_day_is(elm: Tiers) -> None:
    """The documents agree when the Forum began, and disagree on what it may do."""
    (line,) = [each for each in elm("timeline").out.splitlines() if "Forum · planned" in each]
    assert line == "  1 Sep 2022: Forum · planned · body · Elm Partnership · began 1 Oct 2022 [1]"
