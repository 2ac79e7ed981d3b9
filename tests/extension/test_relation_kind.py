"""A relation kind is one entry: it shows wherever relations show."""

import csv
import json
from pathlib import Path

import pytest

from .conftest import Run


def test_a_model_with_it_has_no_mistake(run: Run) -> None:
    """The reader takes the relation, its details and `unknown` in place of its object."""
    assert run("check") == ""


def test_both_ends_show_it(run: Run) -> None:
    """`show` reads it in both directions, with the name it gives its object and a detail that only it has."""
    assert "\nMentors\n  Young Board · named The Apprentice here · meets: weekly [1]\n" in run("show", "old")
    young = run("show", "young")
    assert "\nMentors\n  not stated [1]\n" in young
    assert "\nIs mentored by\n  Old Board · as The Apprentice · meets: weekly [1]\n" in young


def test_every_statement_of_it_has_its_sources(run: Run) -> None:
    """`show --sources` says where each is written, the unknown one too."""
    assert (
        "  Mentors: not stated\n    not stated in Paper, as at 22 Feb 2021\n"
        "  Is mentored by: Old Board\n    stated in Paper, as at 22 Feb 2021\n"
    ) in run("show", "young", "--sources")


def test_other_programs_get_it(run: Run) -> None:
    """The JSON of `show` has it with its details."""
    relations = json.loads(run("show", "old", "--format", "json"))["relations"]
    assert {key: relations[1][key] for key in ("relation", "direction", "label", "id", "details")} == {
        "relation": "mentors",
        "direction": "out",
        "label": "mentors",
        "id": "young",
        "details": {"as_named": "The Apprentice", "meets": "weekly"},
    }


def test_search_finds_by_it(run: Run) -> None:
    """Its object is found by the name it has there, its subject by the name of its object."""
    table = run("search", "apprentice").splitlines()
    assert [line.split()[0] for line in table] == ["id", "young"]
    assert table[1].endswith("named: The Apprentice (22 Feb 2021)")
    assert "mentor of: Young Board" in run("search", "young board")


def test_a_path_goes_over_it(run: Run) -> None:
    """`path --via` takes it, and help on a misspelt one names it."""
    assert run("path", "old", "young", "--via", "mentors").startswith(
        "1 relation\n  Old Board (body)\n    Old Board mentors Young Board (body) · named The Apprentice here · meets: weekly [1]\n"
    )
    refused = run("path", "old", "young", "--via", "mentrs", status=2)
    assert "`mentors`, `hosted_by`, `succeeds`" in refused
    assert refused.endswith("hint: did you mean `mentors`?\n")


def test_its_gap_is_asked(run: Run) -> None:
    """Where its object is written to be unknown, `gaps` asks its question under its heading."""
    told = run("gaps", "--questions")
    assert "\nYoung Board: " in told
    assert "mentor of nobody that is stated" in told
    assert "\n  Whom does Young Board mentor? [1]\n" in told


def test_two_are_compared_by_it(run: Run) -> None:
    """`compare` has a line for it."""
    assert "mentors:\n    in Old Board: Young Board\n    in Young Board: not stated\n" in run(
        "compare", "old", "young"
    )


def test_one_that_places_makes_the_tree(run: Run) -> None:
    """What a relation with a rank places stands below its object, and has its place and tier."""
    assert run("print", "whole", "--format", "plain") == (
        "Whole Partnership: partnership, place\n"
        "  Bodies: 3\n    Guest Forum: body\n    Old Board: body\n    Young Board: body\n"
    )
    assert run("show", "guest").startswith("Guest Forum [1]\nbody · place · Whole Partnership · ")


def test_one_that_moves_is_a_move(run: Run, extended: Path) -> None:
    """`diff` tells a change of what something belongs to by the relation as a move."""
    other = extended / "moved.toml"
    text = (extended / "model.toml").read_text(encoding="utf-8")
    other.write_text(text.replace('hosted_by = "whole"', 'hosted_by = "old"'), encoding="utf-8")
    assert run("diff", "model.toml", "moved.toml") == (
        "model.toml to moved.toml\n\nMoved (1)\n  Guest Forum: is hosted by\n"
        "    was Whole Partnership\n    is  Old Board\n"
    )


def test_a_change_of_it_is_a_difference(run: Run, extended: Path) -> None:
    """`diff` of two versions names it and says what changed."""
    other = extended / "other.toml"
    text = (extended / "model.toml").read_text(encoding="utf-8")
    other.write_text(text.replace("weekly", "daily"), encoding="utf-8")
    assert run("diff", "model.toml", "other.toml") == (
        "model.toml to other.toml\n\nChanged (1)\n  Old Board: mentors\n"
        "    was Young Board · named The Apprentice here · meets: weekly\n"
        "    is  Young Board · named The Apprentice here · meets: daily\n"
    )


def test_the_exports_hold_it(run: Run, extended: Path) -> None:
    """Tables, GraphML and ORG have it with its details; ORG says it by the property of its definition too."""
    run("export", "tables", "out")
    with (extended / "out" / "statements.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["predicate"] == "mentors"]
    assert [(row["subject"], row["value"], row["details"]) for row in rows] == [
        ("old", "young", '{"as_named":"The Apprentice","meets":"weekly"}'),
        ("young", "not_stated", ""),
    ]
    graphml = run("export", "graphml")
    assert '<key id="l-meets" for="edge" attr.name="meets" attr.type="string"/>' in graphml
    assert (
        '<data key="l-relation">mentors</data><data key="l-label">mentors</data>'
        '<data key="l-as_named">The Apprentice</data><data key="l-meets">weekly</data>'
    ) in graphml
    nodes = {node["@id"]: node for node in json.loads(run("export", "org"))["@graph"]}
    assert nodes["urn:tiers:old"]["org:linkedTo"] == [{"@id": "urn:tiers:young"}]
    assert nodes["urn:tiers:old/mentors/young"]["rdf:predicate"] == {"@id": "tiers:mentors"}
    assert nodes["urn:tiers:old/mentors/young"]["tiers:meets"] == "weekly"


@pytest.mark.parametrize("key", ["mentors", "catchment", "mottoes"])
def test_the_page_of_the_format_tells_of_it(page: list[str], key: str) -> None:
    """`docs/generate.py` writes a row for it."""
    rows = {
        "mentors": "| `mentors` | mentors | is mentored by | any | any |  | Helps it to learn. Also in its inline "
        "table: `as_named`, `meets`. `as_named` is the word for the object. |",
        "catchment": "| `catchment` | text in quotes; or claims with `value` |  | Whom it is for, in plain words. "
        '| `catchment = "In plain words"` |',
        "mottoes": "| `mottoes` | claims with `text`: text in quotes |  | What it says of itself. "
        '| `mottoes = [{ text = "In plain words" }]` |',
    }
    assert [line for line in page if line.startswith(f"| `{key}`")] == [rows[key]]
