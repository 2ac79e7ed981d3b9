"""`tiers check --coverage`: what the statements of each file rest on, in whole tables."""

import json

import pytest

from tests.conftest import Write

from .borough import ALDERMERE
from .conftest import Answer, Tiers

BOARDS = """\
[file]
sources = ["minutes#p2"]
allow = [{ code = "undated-source", reason = "The letter has no date." }]

[[source]]
id = "minutes"
name = "Minutes"
presented = "2024-03-05"
locators = { p2 = "Page 2" }

[[source]]
id = "letter"
name = "Letter"
publisher = "Town"

[[body]]
id = "board"
name = "Board"
summary = "Our own words are no statement of a document."
topics = ["care"]

[[body]]
id = "forum"
name = [{ value = "Forum", sources = ["letter"] }]
part_of = [{ to = "board", sources = ["letter"] }, { to = "panel", basis = "inferred" }]
sources = ["minutes#p2"]
"""
PANEL = """\
[file]
allow = [{ code = "no-source", reason = "What has no source is counted here." }]

[[body]]
id = "panel"
name = "Panel"
decides = "not_stated"
members = [{ id = "forum", as_at = "2024", sources = [] }]
"""

TABLE = """\
statements  place  no place  no source  undated  file's only  file
         6      4         2          0        2            2  {}/a.toml
         4      0         0          4        3            0  {}/b.toml
        10      4         2          4        5            2  in all
"""


def test_each_statement_is_counted_by_what_it_rests_on(write: Write, tiers: Tiers) -> None:
    """Existence, values and relations count, each by its own place, else its document, else none; our words do not."""
    directory = write(a=BOARDS, b=PANEL)
    plain = tiers("check", str(directory))
    warned = f"{plain.out}\n" if plain.out else ""
    table = TABLE.replace("{}", str(directory))
    assert tiers("check", "--coverage", str(directory)) == Answer(0, warned + table, plain.err)


def test_programs_get_mistakes_and_counts(write: Write, tiers: Tiers) -> None:
    """JSON has the mistakes as `check` has them, the counts of each file, and those of all."""
    directory = write(a=BOARDS, b=PANEL)
    answer = tiers("check", "--coverage", "--format", "json", str(directory))
    names = ("statements", "with_place", "without_place", "without_source", "undated", "file_wide")
    first, second, both = (
        dict(zip(names, numbers, strict=True))
        for numbers in ((6, 4, 2, 0, 2, 2), (4, 0, 0, 4, 3, 0), (10, 4, 2, 4, 5, 2))
    )
    assert (answer.status, json.loads(answer.out)) == (
        0,
        {
            "mistakes": json.loads(tiers("check", "--format", "json", str(directory)).out),
            "coverage": {
                "all": both,
                "files": [
                    {"file": f"{directory}/a.toml", **first},
                    {"file": f"{directory}/b.toml", **second},
                ],
            },
        },
    )


def test_a_wrong_model_is_told_its_mistakes_and_not_counted(write: Write, tiers: Tiers) -> None:
    """The mistakes stand where they always do, the exit status is theirs, and no count speaks of half a model."""
    directory = write(a=BOARDS.replace("summary", "sumary"), b=PANEL)
    plain = tiers("check", str(directory))
    assert tiers("check", "--coverage", str(directory)) == Answer(
        1, plain.out, f"the statements are not counted while there are mistakes\n{plain.err}"
    )
    programs = json.loads(tiers("check", "--coverage", "--format", "json", str(directory)).out)
    assert programs == {
        "mistakes": json.loads(tiers("check", "--format", "json", str(directory)).out),
        "coverage": None,
    }


def test_warnings_leave_the_counts_and_the_exit_status_as_they_are(write: Write, tiers: Tiers) -> None:
    """With warnings alone the table follows them after a blank line; `--strict` decides the status as always."""
    directory = write(a=BOARDS, b=PANEL.replace("members = [", 'members = ["forum", '))
    warned = tiers("check", "--coverage", str(directory))
    assert (
        warned.status,
        warned.out.startswith(tiers("check", str(directory)).out + "\nstatements  place"),
    ) == (0, True)
    assert tiers("check", "--coverage", "--strict", str(directory)).status == 1


def test_annotations_have_no_place_for_counts(tiers: Tiers) -> None:
    """`--format github` and `--coverage` are refused together before anything is read."""
    assert tiers("check", "--coverage", "--format", "github") == Answer(
        2, "", "error: annotations have no place for `--coverage`\n\nhint: leave `--format github` out\n"
    )


@pytest.mark.parametrize("paths", [(), (str(ALDERMERE),)], ids=["bundled", "aldermere"])
def test_every_statement_of_the_models_names_its_place(
    paths: tuple[str, ...], tiers: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the bundled model and in Aldermere each statement names a place in a dated document, none the file's alone."""
    monkeypatch.delenv("TIERS_MODEL")
    answer = tiers("check", "--coverage", "--format", "json", *paths)
    counted = json.loads(answer.out)["coverage"]["all"]
    assert counted["statements"] > 300
    assert counted == {
        "statements": counted["statements"],
        "with_place": counted["statements"],
        "without_place": 0,
        "without_source": 0,
        "undated": 0,
        "file_wide": 0,
    }
