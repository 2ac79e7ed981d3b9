"""Whole answers about a merger, committees in common and documents that disagree: `wash.toml` beside it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tiers


@pytest.fixture
def wash(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    monkeypatch.setenv("TIERS_MODEL", str(Path(__file__).parent / "wash.toml"))
    return tiers


def test_who_sat_on_what_ended_and_who_joined_are_told(wash: Tiers) -> None:
    """What ends with a body, and what a new or gone body is to one that stays, is told of those that stay."""
    assert wash("diff", "2024-09-30", "2024-10-08").out == (
        "30 Sep 2024 to 8 Oct 2024\n"
        "\n"
        "Began (1)\n"
        "  Wash Trust · organisation · began 1 Oct 2024\n"
        "\n"
        "Ended (3)\n"
        "  East Trust · organisation · ended 30 Sep 2024 · followed by Wash Trust\n"
        "  West Trust · organisation · ended 30 Sep 2024 · followed by Wash Trust\n"
        "  Committee in common of East Trust · body · ended 30 Sep 2024\n"
        "\n"
        "Changed (5)\n"
        "  Ada Moss: is a member of\n"
        "    was Committee in common of East Trust · member\n"
        "  Joint Committee: has as member\n"
        "    was East Trust\n"
        "  Rhys Bell: is a member of\n"
        "    was Committee in common of East Trust · chair\n"
        "  Stroke unit: is in the hands of\n"
        "    was East Trust · delivers\n"
        "    was Committee in common of East Trust · delegated\n"
        "    is  Wash Trust · delivers\n"
        "  Laboratory tests: is in the hands of\n"
        "    was East Trust · decides\n"
    )


def test_a_diff_within_a_part_says_the_same(wash: Tiers) -> None:
    """What the whole answer tells of a part stands word for word in the answer about the part."""
    whole = wash("diff", "2024-09-30", "2024-10-08").out
    part = wash("diff", "2024-09-30", "2024-10-08", "--in", "wash").out
    assert part == whole


def test_a_diff_of_two_models_tells_what_the_new_ones_are(wash: Tiers, tmp_path: Path) -> None:
    """Who was added to a body is told of the body, in words and in JSON."""
    text = (Path(__file__).parent / "wash.toml").read_text()
    text = text.replace('{ id = "ada", capacity = "chair" },', '{ id = "ada", capacity = "chair" }, "lee",')
    (tmp_path / "new.toml").write_text(f'{text}\n[[person]]\nid = "lee"\nname = "Lee Ode"\n')
    old = str(Path(__file__).parent / "wash.toml")
    assert wash("diff", old, str(tmp_path / "new.toml")).out.splitlines()[1:] == [
        "",
        "Added (1)",
        "  Lee Ode · person",
        "",
        "Changed (1)",
        "  Finance Committee: has as member",
        "    is  Lee Ode",
    ]
    changed = json.loads(wash("diff", old, str(tmp_path / "new.toml"), "--json").out)["changed"]
    assert [(each["id"], each["attribute"], each["old"], each["new"]) for each in changed] == [
        ("finance", "~member_of", None, [{"id": "lee"}])
    ]


def test_that_another_side_is_followed_is_a_change_of_the_one_that_was(wash: Tiers) -> None:
    """From the document of the followed side on, `diff` and `compare` tell that the other one does not decide."""
    lines = wash("diff", "2024-10-08", "2025-06-24").out.splitlines()
    at = lines.index("  Finance Committee: is responsible for")
    assert lines[at + 1 : at + 3] == [
        "    was Buildings · decides",
        "    is  Buildings · not followed where the documents disagree · decides",
    ]
    lines = wash("compare", "finance", "finance", "--as-of", "2024-10-08,2025-06-24").out.splitlines()
    at = lines.index("  is responsible for:")
    assert lines[at + 1 : at + 3] == [
        "    at 8 Oct 2024: Buildings · decides",
        "    at 24 Jun 2025: Buildings · not followed where the documents disagree · decides",
    ]


def test_programs_get_that_another_side_is_followed(wash: Tiers) -> None:
    """Of a role that is not followed `show`, `path`, `compare` and `diff` say so in JSON, and `path` in CSV."""
    shown = json.loads(wash("show", "finance", "--json").out)["relations"]
    step = json.loads(wash("path", "finance", "buildings", "--json").out)[0][1]
    facts = json.loads(wash("compare", "finance", "joint", "--json").out)["facts"]
    (compared,) = next(each["a"] for each in facts if each["attribute"] == "is responsible for")
    changed = json.loads(wash("diff", "2024-10-08", "2025-06-24", "--json").out)["changed"]
    (after,) = next(each["new"] for each in changed if each["id"] == "finance")
    told = [next(each for each in shown if each["id"] == "buildings"), step, compared, after]
    assert [each.get("followed") for each in told] == [False] * 4
    followed = json.loads(wash("show", "board", "--json").out)["relations"]
    assert [each.get("followed") for each in followed if each["id"] == "buildings"] == [None]
    rows = csv.DictReader(io.StringIO(wash("path", "finance", "buildings", "--format", "csv").out))
    assert [(each["id"], each["not_followed"]) for each in rows][:2] == [
        ("finance", ""),
        ("buildings", "yes"),
    ]


def test_what_a_member_delegates_is_compared(wash: Tiers) -> None:
    """That a section lists a member does not leave out what else it is to the body."""
    lines = wash("compare", "joint", "finance").out.splitlines()
    at = lines.index("  has authority delegated by:")
    assert lines[at + 1 : at + 3] == [
        (
            "    in Joint Committee: Wash Board · Continuing care · up to £250,000; above that Wash Board; "
            "Wash Council · Continuing care · up to £75,000"
        ),
        "    in Finance Committee: not recorded",
    ]


def test_progress_is_told_from_report_to_report(wash: Tiers) -> None:
    """Between two dates progress was what the last report of then says, not undocumented."""
    lines = wash("diff", "2024-10-08", "2025-06-24").out.splitlines()
    at = lines.index("  Falls prevention: reported progress")
    assert lines[at + 1 : at + 3] == ["    was on track", "    is  stood down"]


def test_a_planned_delegation_is_told_as_a_plan(wash: Tiers) -> None:
    """The timeline and what comes due do not tell it as if it held."""
    said = "Wash Board is to delegate authority to Carers Panel for Respite"
    assert (
        f"  1 Oct 2025: {said} · planned · organisation · Wash Partnership · no document says it happened [1]"
        in (wash("timeline", "--from", "2025").out.splitlines())
    )
    assert f"  {said} · organisation · planned for 1 Oct 2025 · no document says it happened" in (
        wash("diff", "2025-06-24", "2025-12-31").out.splitlines()
    )


def test_what_followed_is_known_from_the_day_of_a_merger(wash: Tiers) -> None:
    """The notice of a merger is later than the merger: that one followed counts from the day on which the other ended."""
    assert wash("--as-of", "2024-10-01", "who", "stroke unit").out.splitlines()[1] == (
        "The documents do not say who decides about Stroke unit; Committee in common of East Trust held it by "
        "delegation until 30 Sep 2024; East Trust delivered it until 30 Sep 2024. "
        "East Trust above it ended on 30 Sep 2024; Wash Trust followed it."
    )
    assert "  followed by Wash Trust · since 1 Oct 2024 · which follows West Trust too [2]" in (
        wash("--as-of", "2024-10-01", "show", "east").out.splitlines()
    )
    assert "What became of it" not in wash("--as-of", "2024-09-30", "show", "east").out.splitlines()


@pytest.mark.parametrize(
    ("sum_", "found"),
    [
        ("£75,000", ["care", "council", "joint"]),
        ("£250k", ["care", "board", "joint"]),
        ("£25,000", []),
        ("£50k", []),
    ],
)
def test_a_sum_of_money_is_no_other_sum(wash: Tiers, sum_: str, found: list[str]) -> None:
    """£25,000 is neither the beginning of £250,000 nor a slip for it."""
    answer = wash("search", sum_, "--json")
    assert sorted(each["id"] for each in json.loads(answer.out)) == sorted(found)


@pytest.mark.parametrize("sum_", ["£1.5m", "£1.5 million", "1500000"])
def test_a_million_and_a_half_is_found_in_each_form(wash: Tiers, tmp_path: Path, sum_: str) -> None:
    """`search` and `who` find a limit in words, in short and in digits, and take no other limit for it."""
    text = (Path(__file__).parent / "wash.toml").read_text()
    text = text.replace("up_to = 250000", "up_to = 1500000").replace("up_to = 75000", "up_to = 5000000")
    (tmp_path / "large.toml").write_text(text)
    model = ("--model", str(tmp_path / "large.toml"))
    found = json.loads(wash(*model, "search", sum_, "--json").out)
    assert sorted(each["id"] for each in found) == ["board", "care", "joint"]
    assert (
        wash(*model, "who", sum_)
        .out.splitlines()[1]
        .startswith("The documents say that Joint Committee holds Continuing care by delegation")
    )


@pytest.mark.parametrize(
    ("topic", "verdict"),
    [
        (
            "laboratory tests",
            (
                "The documents do not say who decides about Laboratory tests; East Trust decided about it until "
                "30 Sep 2024. East Trust ended on 30 Sep 2024; Wash Trust followed it."
            ),
        ),
        (
            "respite",
            (
                "The documents do not say who decides about Respite; Carers Panel oversees it; Carers Panel is to "
                "hold it by delegation, planned for 1 Oct 2025; no document says that it happened; above it, "
                "inferred, Wash Board decides."
            ),
        ),
    ],
    ids=["ended", "inferred"],
)
def test_the_verdict_says_what_followed_and_what_is_inferred(wash: Tiers, topic: str, verdict: str) -> None:
    """What followed the one that decided is told, and a body that is above by our reading alone says so."""
    assert wash("who", topic).out.splitlines()[1] == verdict


def test_a_promise_of_one_that_ended_says_what_followed(wash: Tiers) -> None:
    """Who is to carry out a promise may have ended: `matters` says so in words, in JSON and in CSV."""
    assert wash("matters", "--in", "hub").out.splitlines()[2:9] == [
        "On hold (1)",
        "  A frailty hub · on hold · Wash Partnership [1]",
        "    made by: West Trust",
        "    to be done by: West Trust; West Trust ended on 30 Sep 2024; Wash Trust followed it",
        "    promised: 21 Mar 2023",
        "    due: Dec 2025",
        "    seen since: on hold · 24 Jun 2025 [2]",
    ]
    (promise,) = json.loads(wash("matters", "--in", "hub", "--json").out)
    assert promise["doers_ended"] == ["west"]
    (row,) = csv.DictReader(io.StringIO(wash("matters", "--in", "hub", "--format", "csv").out))
    assert row["doers_ended"] == "West Trust"
    (then,) = json.loads(wash("--as-of", "2024-09-30", "matters", "--in", "hub", "--json").out)
    assert then["doers_ended"] == []


def test_work_that_is_stood_down_is_not_told_as_going_on(wash: Tiers) -> None:
    """From the day of the report on the row of a tree, the chain of `who` and its step say so, and JSON does."""
    row = "Falls prevention (workstream, reported stood down 24 Jun 2025)"
    assert row in wash("print", "falls").out
    assert "stood down" not in wash("--as-of", "2025-06-23", "print", "falls").out
    lines = wash("who", "falls").out.splitlines()
    assert (
        lines[2] == "Falls prevention (stood down) > Carers Panel > Wash Board (inferred) > Wash Partnership"
    )
    assert "  1. Falls prevention · workstream · place · reported stood down 24 Jun 2025 [1]" in lines
    steps = json.loads(wash("who", "falls", "--json").out)["chains"][0]["steps"]
    assert [(each["id"], each["stood_down"]) for each in steps][:2] == [
        ("falls", "2025-06-24"),
        ("panel", None),
    ]


def test_a_table_of_functions_has_the_roles_that_nobody_has_now(wash: Tiers) -> None:
    """Planned roles and those that are not followed are in columns of their own, the last ones."""
    text = wash("print", "--view", "functions", "--format", "csv").out
    rows = {each["id"]: each for each in csv.DictReader(io.StringIO(text)) if each["kind"] == "function"}
    told = {each: (row["planned_roles"], row["not_followed_roles"]) for each, row in rows.items()}
    assert {each: said for each, said in told.items() if any(said)} == {
        "respite": ("delegated: panel", ""),
        "buildings": ("", "decides: finance"),
    }
    assert text.splitlines()[0].endswith(",planned_roles,not_followed_roles")


def test_that_only_later_documents_name_a_body_is_said(wash: Tiers, tmp_path: Path) -> None:
    """At a date, that no document names one is said of the documents up to then alone."""
    text = (Path(__file__).parent / "wash.toml").read_text()
    text = text.replace(
        'in_hands_of = [{ id = "panel", mode = "oversees" }]',
        'in_hands_of = [{ id = "hospice", mode = "decides", start_date = "2023", sources = ["report"] }]',
    )
    (tmp_path / "later.toml").write_text(text.replace('function = "respite", ', ""))
    model = ("--model", str(tmp_path / "later.toml"))
    said = [wash(*at, *model, "who", "respite").out.splitlines()[1] for at in (("--as-of", "2023-12"), ())]
    assert said == [
        "No document up to Dec 2023 names a body for respite; later ones name Hospice.",
        "The documents say that Hospice decides about Respite.",
    ]
