"""A body whose start and end a document only foretells: planned to begin and planned to end, until a later document shows that it began."""

import json
from collections.abc import Callable

import pytest

from tests.conftest import Write
from tiers.model import Graph

from .conftest import Answer, Tiers

MODEL = """
[file]
sources = ["plan"]
[[source]]
id = "plan"
name = "Plan"
presented = "2024-03-05"
[[source]]
id = "report"
name = "Report"
presented = "2026-06-01"
[[partnership]]
id = "elm"
name = "Elm Partnership"
tier = "place"
other_names = [{ name = "Elm", use = "short", sources = ["report"] }]
[[body]]
id = "pilot"
name = "Pilot Board"
part_of = "elm"
start_date = "2025-01-01"
end_date = "2025-12-31"
[[body]]
id = "team"
name = "Team"
part_of = "elm"
members = [{ id = "bea", capacity = "chair", start_date = "2025-02-01", end_date = "2025-05-31" }]
[[post]]
id = "clerk"
name = "Clerk"
post_in = "team"
held_by = [{ id = "bea", start_date = "2025-02-01", end_date = "2025-05-31" }]
[[person]]
id = "bea"
name = "Bea Birch"
"""
SEEN = 'other_names = [{ name = "PB", use = "short", sources = ["report"] }]\n'
"""A later document mentions the board."""

PLANNED = "planned: due 1 Jan 2025"
DATES = "Expected     1 Jan 2025, no document says it happened\nPlanned end  31 Dec 2025\n"


@pytest.fixture
def elm(tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command on the model."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    return tiers


@pytest.mark.parametrize(
    ("at", "head"),
    [
        ((), PLANNED),
        (("--as-of", "2024-06-01"), "not yet: planned for 1 Jan 2025"),
        (("--as-of", "2025-06-01"), PLANNED),
        (("--as-of", "2026-07-01"), PLANNED),
    ],
)
def test_show_says_at_each_date_that_both_days_are_planned(
    elm: Tiers, at: tuple[str, ...], head: str
) -> None:
    """`show` gives a planned begin and end at each date, also after both days and in the last known state."""
    said = elm("show", "pilot", *at).out
    assert said.splitlines()[1] == f"body · place · Elm Partnership · {head}"
    assert DATES in said
    assert "\nIs part of\n" in said


def test_a_later_document_that_mentions_it_confirms_both_days(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It began on the planned day, and by the planned end, which that document is later than, it is over."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL.replace('id = "pilot"\n', f'id = "pilot"\n{SEEN}'))))
    states = {
        day: json.loads(tiers("show", "pilot", "--as-of", day, "--format", "json").out)["standing"]["state"]
        for day in ("2024-06-01", "2025-06-01", "2026-01-15")
    }
    assert states == {"2024-06-01": "not yet", "2025-06-01": "documented", "2026-01-15": "ended"}
    said = tiers("show", "pilot").out
    assert "body · place · Elm Partnership · ended 31 Dec 2025" in said
    assert "\nBegan       1 Jan 2025\nEnded       31 Dec 2025\n" in said


def test_a_tree_has_it_as_planned(elm: Tiers) -> None:
    """Who is to sit or to hold a post only for a time that is over is told as planned too, and left no vacancy."""
    assert elm("print") == Answer(
        0,
        "Elm Partnership (partnership, place)\n"
        "└── Bodies (2)\n"
        "    ├── Pilot Board (body, planned: due 1 Jan 2025)\n"
        "    └── Team (body)\n"
        "        ├── Planned members (1)\n"
        "        │   └── Bea Birch (person, chair, until 31 May 2025, planned: due 1 Feb 2025, also 1)\n"
        "        └── Also recorded (1)\n"
        "            └── Posts (1)\n"
        "                └── Clerk (post)\n"
        "                    └── People (1)\n"
        "                        └── Bea Birch (person, until 31 May 2025, planned: due 1 Feb 2025, also 1)\n",
    )


def test_the_timeline_has_a_planned_end(elm: Tiers) -> None:
    """The timeline lists a planned end as planned; it says of neither the body nor a seat that it ended."""
    lines = elm("timeline").out.splitlines()
    assert lines[: lines.index("")] == [
        "2025",
        "  1 Jan 2025: Pilot Board · planned · body · Elm Partnership · no document says it happened [1]",
        "  1 Feb 2025: Bea Birch is to start holding the post Clerk · planned · person · no document says it happened [1]",
        "  1 Feb 2025: Bea Birch is to start being a member of Team · planned · person · no document says it happened [1]",
        "  31 May 2025: Bea Birch is to stop holding the post Clerk · planned · person · no document says it happened [1]",
        "  31 May 2025: Bea Birch is to stop being a member of Team · planned · person · no document says it happened [1]",
        "  31 Dec 2025: end of Pilot Board · planned · body · Elm Partnership · no document says it happened [1]",
    ]


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        ("2024-06-01", "2025-06-01", ["Pilot Board · body · planned for 1 Jan 2025"]),
        ("2025-06-01", "2026-07-01", ["end of Pilot Board · body · planned for 31 Dec 2025"]),
    ],
)
def test_between_two_dates_the_planned_days_come_due(elm: Tiers, old: str, new: str, due: list[str]) -> None:
    """Where all that passed is the planned day of an end, `diff` has one section, `Come due`, and nothing began or ended."""
    said = elm("diff", old, new, "--in", "pilot").out.splitlines()
    assert said[2:] == ["Come due (1)", *(f"  {each} · no document says it happened" for each in due)]


def test_json_has_no_start_and_no_end(elm: Tiers) -> None:
    """What is planned stands as planned; both days are among its claims."""
    said = json.loads(elm("show", "pilot", "--format", "json").out)
    assert said["standing"] == {"state": "planned", "date": "2025-01-01"}
    assert (said["start_date"], said["end_date"]) == (None, None)
    days = {each["attribute"]: each["value"] for each in said["claims"] if each["attribute"] != "name"}
    assert days == {"start_date": "2025-01-01", "end_date": "2025-12-31"}


def test_the_last_known_state_and_a_date_after_every_day_agree(graph_of: Callable[[str], Graph]) -> None:
    """Whatever begins, ends or is mentioned later, in whatever key it is written: both say ended, or both say planned."""
    bodies = [
        (key, start, end, status, seen)
        for key in ("start_date", "expected_date")
        for start in ("", "2023-01-01", "2025-01-01")
        for end in ("", "2024-01-01", "2025-12-31")
        for status in ("", "planned", "active", "closed")
        for seen in (False, True)
    ]
    text = MODEL
    for number, (key, start, end, status, seen) in enumerate(bodies):
        text += f'[[body]]\nid = "b{number}"\nname = "B{number}"\n{SEEN if seen else ""}'
        text += f'{key} = "{start}"\n' if start else ""
        text += f'end_date = "{end}"\n' if end else ""
        text += f'status = "{status}"\n' if status else ""
    graph = graph_of(text)
    then = graph.as_of("2030-01-01")
    for number, body in enumerate(bodies):
        states = {
            each.standing(f"b{number}").state.replace("last documented", "documented")
            for each in (graph, then)
        }
        assert len(states) == 1, body


def test_a_plan_for_a_range_of_days_comes_due(tiers: Tiers, write: Write) -> None:
    """It is planned for some time in the range, on screen as in a sentence: not for *between* two days."""
    path = write(
        MODEL.replace('start_date = "2025-01-01"\nend_date', 'start_date = "2025-01/2025-03"\nend_date')
    )
    said = tiers("--model", str(path), "diff", "2024-06-01", "2025-06-01", "--in", "pilot").out.splitlines()
    assert said[2:] == [
        "Come due (1)",
        "  Pilot Board · body · planned for some time between Jan and Mar 2025 · no document says it happened",
    ]
