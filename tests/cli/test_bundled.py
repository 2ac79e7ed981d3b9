"""What the command line shows of the model that comes with tiers: the promises made to its first readers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tiers.tui.cli import main

from .conftest import Answer, Tiers


@pytest.fixture
def bundled(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command on the model that comes with tiers."""
    monkeypatch.delenv("TIERS_MODEL")
    return tiers


DECISIONS = """\
Sovereign Organisational Governance and Decision Making
delegates to Harrow Joint Management Board, extent not stated
Joint management
Harrow Joint Management Board
delegation from Harrow Joint Management Board to Harrow Health and Care Executive, extent not stated
Executive
Harrow Health and Care Executive
ICP Transformational Workstreams
Delivery
Population health management & Tackling Health Inequalities
Prevention, self-care and social prescribing sub-group
Tackling health inequalities sub-group
Population health management working group
Long term conditions
Mental Health
Learning Disability and Autism (all age)
Frailty and care settings
Children and Young People
Carers
Enabling
Workforce and OD integration
Access to care and COVID recovery
Strategic Estates Group
Digital transformation
Communication and engagement
Integration Operational Leads
"""


def rows(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a tree from JSON in preorder."""
    for row in tree:
        yield row
        yield from rows(row["children"])


def test_the_layers_of_harrow_stand_in_order(bundled: Tiers) -> None:
    """Sovereign organisations, Board, Executive, thirteen workstreams with three sub-groups, and the delegation twice.

    What is delegated to the borough team, outside the layers, follows.
    """
    answer = bundled("print", "harrow", "--view", "decisions", "--format", "json")
    names = [row["name"] for row in rows(json.loads(answer.out))]
    wanted = DECISIONS.splitlines()
    assert [name for name in names if name in wanted] == wanted
    extents = [
        row["relation"]["extent"] for row in rows(json.loads(answer.out)) if row["kind"] == "delegation"
    ]
    assert (
        extents
        == [{"agreed": True, "text": "not_stated"}] * 2 + [{"agreed": "not_stated", "text": "not_stated"}] * 2
    )


def test_text_and_json_are_the_same_tree(bundled: Tiers) -> None:
    """Every row of the text is a row of the JSON, in the same order and at the same level."""
    answer = bundled("print", "harrow", "--format", "plain")
    tree = json.loads(bundled("print", "harrow", "--format", "json").out)
    names = [row["name"] for row in rows(tree)]
    lines = [line.lstrip() for line in answer.out.splitlines()]
    assert len(lines) == len(names)
    assert [name for line, name in zip(lines, names, strict=True) if name not in line] == []


def test_the_executive_has_relations_both_ways_each_with_a_source(bundled: Tiers) -> None:
    """Every relation of the Executive says where it is written."""
    answer = bundled("show", "Harrow Health and Care Executive", "--format", "json")
    relations = json.loads(answer.out)["relations"]
    assert {each["direction"] for each in relations} == {"in", "out"}
    assert [each for each in relations if not each["sources"]] == []


def test_every_icp_is_listed_with_tier_and_place(bundled: Tiers) -> None:
    """`ICP` names several: each stands in the table, told apart, and the status is 2."""
    answer = bundled("show", "ICP")
    assert (answer.status, answer.out) == (2, "")
    listed = {line.split("  ")[0] for line in answer.err.splitlines()}
    assert listed >= {"harrow", "hf-icp", "hw-icp", "nwl-icp"}
    found = [each["id"] for each in json.loads(bundled("search", "ICP", "--format", "json").out)]
    assert {"harrow", "hf-icp", "hw-icp", "nwl-icp"} <= set(found)


def test_half_a_name_shows_what_was_meant(bundled: Tiers) -> None:
    """A name cut short leads to the entity it begins."""
    answer = bundled("show", "frailty-and-car")
    assert answer.status == 2
    assert "\nharrow-frailty " in answer.err


def test_the_partnership_bears_the_name_of_the_day(bundled: Tiers) -> None:
    """At a date the name of that date is printed."""
    assert bundled("print", "harrow", "--depth", "0", "--as-of", "2022-02-22").out.startswith(
        "Harrow Borough Based Partnership ("
    )
    assert bundled("print", "harrow", "--depth", "0", "--as-of", "2021-06-30").out.startswith(
        "Harrow Integrated Care Partnership ("
    )


def test_the_bundled_model_has_no_mistakes(bundled: Tiers) -> None:
    """`tiers check` finds nothing, not even a warning."""
    answer = bundled("check", "--strict")
    assert (answer.status, answer.out) == (0, "")


def test_main_reads_the_words_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The installed command takes its words from the process."""
    monkeypatch.setattr("sys.argv", ["tiers", "nonsense"])
    assert main() == 2
    assert Answer(2, *capsys.readouterr()) == Answer(
        2, "", "error: there is no command `nonsense`\n\nhint: `tiers --help` lists the commands\n"
    )
