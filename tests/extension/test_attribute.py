"""An attribute is one entry: it shows wherever attributes show, with one value, with two, and with several at once."""

import csv
import io
import json
from pathlib import Path

import pytest

from tiers.tui.printing import FORMATS

from .conftest import Run


def test_the_detail_shows_it(run: Run) -> None:
    """`show` has a line for one value, and a section for values that hold side by side."""
    old = run("show", "old")
    assert "\nCatchment   Everybody in Harrow\n" in old
    assert "\nMottoes\n  Together we grow [1]\n  Never alone [2]\n" in old


def test_two_claims_of_it_are_shown(run: Run) -> None:
    """`show` has the value that holds, and both values with their dates."""
    young = run("show", "young")
    assert "\nCatchment   Yaks only [2]\n" in young
    assert (
        "\nValues given at different times\n"
        "  Catchment   Zebras only · as at 22 Feb 2021 [1]\n"
        "  Catchment   Yaks only · as at 1 Mar 2023 [2]\n"
    ) in young


def test_at_a_date_the_earlier_value_holds(run: Run) -> None:
    """`show --as-of` has the value that was documented by then."""
    assert "\nCatchment   Zebras only\n" in run("--as-of", "2022", "show", "young").replace(" [1]\n", "\n")


def test_every_statement_of_it_has_its_sources(run: Run) -> None:
    """`show --sources` says where each value is written."""
    assert (
        "  Catchment: Zebras only\n    stated in Paper, as at 22 Feb 2021\n"
        "  Catchment: Yaks only\n    stated in Later paper, as at 1 Mar 2023\n"
    ) in run("show", "young", "--sources")
    assert "  Mottoes: Never alone\n    stated in Later paper, as at 1 Mar 2023\n" in run(
        "show", "old", "--sources"
    )


def test_other_programs_get_it(run: Run) -> None:
    """The JSON of `show` has each value as a claim."""
    claims = [
        (claim["attribute"], claim["value"])
        for each in ("old", "young")
        for claim in json.loads(run("show", each, "--format", "json"))["claims"]
        if claim["attribute"] != "name"
    ]
    assert claims == [
        ("catchment", "Everybody in Harrow"),
        ("mottoes", "Together we grow"),
        ("mottoes", "Never alone"),
        ("catchment", "Zebras only"),
        ("catchment", "Yaks only"),
    ]


@pytest.mark.parametrize(("words", "found"), [("zebras", "young"), ("everybody", "old"), ("alone", "old")])
def test_search_finds_by_it(run: Run, words: str, found: str) -> None:
    """An entity is found by each of its values, and why is said by its name."""
    line = run("search", words).splitlines()[1]
    assert (line.split()[0], line.split()[-1]) == (found, "mottoes" if words == "alone" else "catchment")


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.is_text])
def test_every_format_of_print_holds_it(run: Run, name: str) -> None:
    """`print --fields` writes it in every format that is text."""
    said = run("print", "whole", "--fields", "catchment,mottoes", "--format", name)
    for words in ("Everybody", "Harrow", "Together", "Never", "Yaks"):
        assert words in said


def test_a_spreadsheet_has_a_column_for_it(run: Run) -> None:
    """In CSV it is a column, with several values after each other."""
    rows = csv.DictReader(
        io.StringIO(run("print", "whole", "--fields", "catchment,mottoes", "--format", "csv"))
    )
    assert [(row["id"], row["catchment"], row["mottoes"]) for row in rows] == [
        ("whole", "", ""),
        ("guest", "", ""),
        ("old", "Everybody in Harrow", "Together we grow; Never alone"),
        ("young", "Yaks only", ""),
    ]


def test_help_on_a_misspelt_one_names_it(run: Run) -> None:
    """`print --fields` lists it among the fields there are."""
    refused = run("print", "whole", "--fields", "motoes", status=2)
    assert "`described_as`, `catchment`, `mottoes`, `legal_form`" in refused
    assert refused.endswith("hint: did you mean `mottoes`?\n")


def test_two_are_compared_by_it(run: Run) -> None:
    """`compare` has a line for it."""
    assert "catchment:\n    in Old Board: Everybody in Harrow\n    in Young Board: Yaks only\n" in run(
        "compare", "old", "young"
    )


def test_a_change_of_it_is_a_difference(run: Run) -> None:
    """`diff` of two dates has the value it had and the value it has."""
    said = run("diff", "2021-06", "2023-03")
    assert "  Young Board: catchment\n    was Zebras only\n    is  Yaks only\n" in said
    assert "  Old Board: mottoes\n    is  Never alone\n" in said


def test_the_exports_hold_it(run: Run, extended: Path) -> None:
    """Tables have every value; GraphML has the one that holds."""
    run("export", "tables", "tables")
    with (extended / "tables" / "statements.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["predicate"] in {"catchment", "mottoes"}]
    assert [(row["subject"], row["value"], row["source"]) for row in rows] == [
        ("old", "Everybody in Harrow", "s"),
        ("old", "Together we grow", "s"),
        ("old", "Never alone", "t"),
        ("young", "Zebras only", "s"),
        ("young", "Yaks only", "t"),
    ]
    graphml = run("export", "graphml")
    assert '<key id="n-catchment" for="node" attr.name="catchment" attr.type="string"/>' in graphml
    assert '<data key="n-catchment">Yaks only</data>' in graphml
