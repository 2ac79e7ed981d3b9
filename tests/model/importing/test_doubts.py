"""What a sheet says beside the model is told: names that are nearly known, bodies that had ended, holders of another time."""

import pytest

from tests.model.importing.sheets import counts, imported

HEADER = "Committee,Name,Post,Organisation,Role,Voting,Since,Until\n"
MODEL = """\
[file]
sources = ["terms"]

[[source]]
id = "terms"
name = "Terms"
presented = "2022-11-08"

[[source]]
id = "report"
name = "Report"
presented = "2024-06-25"

[[source]]
id = "minutes"
name = "Minutes"
presented = "2025-06-24"

[[organisation]]
id = "icb"
name = "NHS Wash Integrated Care Board"
other_names = [{ name = "Wash ICB" }]

[[organisation]]
id = "trust"
name = "East Trust"
end_date = [{ value = "2024-09-30", sources = ["minutes"] }]

[[body]]
id = "joint"
name = "Joint Commissioning Committee"
members = [{ id = "director", capacity = "chair" }]

[[body]]
id = "old"
name = "Primary Care Committee"
end_date = [{ value = "2025-03-31", sources = ["minutes"] }]

[[post]]
id = "director"
name = "Place Director"
post_in = "icb"
held_by = [
    { id = "ruth", end_date = "2023-12", sources = ["report"] },
    { id = "none", sources = ["report"] },
    { id = "sam", start_date = "2025-09-01", sources = ["minutes"] },
]

[[person]]
id = "ruth"
name = "Ruth Gale"

[[organisation]]
id = "rescue"
name = "Eastern Rescue Team"

[[person]]
id = "sam"
name = "Sam Lund"
"""


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        (
            "Joint Comissioning Committee,Bo Till,,,Member,yes,,",
            (
                "`Joint Comissioning Committee` is new, and the model has `Joint Commissioning Committee` (`joint`): "
                "if it is that one, write its name or id in the sheet, and import into the file as it was"
            ),
        ),
        (
            "Joint Commissioning Committee,,,NHS Wash ICB,Member,yes,,",
            (
                "`NHS Wash ICB` is new, and the model has `NHS Wash Integrated Care Board` (`icb`): "
                "if it is that one, write its name or id in the sheet, and import into the file as it was"
            ),
        ),
        (
            "Joint Commissioning Committee,,,Eastern,Member,yes,,",
            (
                "`Eastern` is new, and the model has `Eastern Rescue Team` (`rescue`): "
                "if it is that one, write its name or id in the sheet, and import into the file as it was"
            ),
        ),
        (
            "Primary Care Committee,Bo Till,,,Member,yes,,",
            (
                "row 2: `Primary Care Committee` ended 31 Mar 2025, before the day of the document that the sheet "
                "cites: is it the one that followed, or is it `Until` when?"
            ),
        ),
        (
            "Joint Commissioning Committee,,,East Trust,Member,yes,,",
            (
                "row 2: `East Trust` ended 30 Sep 2024, before the day of the document that the sheet cites: "
                "is it the one that followed, or is it `Until` when?"
            ),
        ),
    ],
    ids=["slip", "longer form", "one word of it", "ended body", "ended member"],
)
def test_what_is_odd_beside_the_model_is_told(row: str, warning: str) -> None:
    """It is written and told; a second import changes nothing and has nothing to tell."""
    first = imported(HEADER + row + "\n", MODEL, "minutes")
    assert (counts(first), first.warnings) == ((1, 0, 0), (warning,))
    again = imported(HEADER + row + "\n", first.text, "minutes")
    assert (counts(again), again.warnings, again.text) == ((0, 0, 1), (), first.text)


@pytest.mark.parametrize(
    "row", ["Place Committee,Bo Till,,,Member,yes,,", "Joint Board,Sam Lunt,,Elm Council,,yes,,"]
)
def test_another_name_is_no_slip(row: str) -> None:
    """A name that shares a word with a known one, or a title of another kind, is new and nothing is told of it."""
    told = imported(HEADER + row + "\n", MODEL, "minutes").warnings
    assert [each for each in told if "Committee" in each or "Board" in each or "Council" in each] == []


def test_a_seat_until_its_body_ended_is_not_told() -> None:
    """A row that says until when speaks of the time before."""
    row = "Primary Care Committee,Bo Till,,,Member,yes,,31/3/2025\n"
    assert imported(HEADER + row, MODEL, "minutes").warnings == ()


def test_an_earlier_list_names_who_held_the_post_then() -> None:
    """Of the same person with a later end nothing is written, and later documents are not held against it."""
    result = imported(
        HEADER + "Joint Commissioning Committee,Ruth Gale,Place Director,,Chair,,,\n", MODEL, "terms"
    )
    assert (result.text, counts(result), result.warnings) == (MODEL, (0, 0, 1), ())


def test_who_is_only_to_hold_a_post_does_not_hold_it_yet() -> None:
    """Another holder in a later list is no second one beside a planned one, nor is a vacancy before it."""
    result = imported(
        HEADER + "Joint Commissioning Committee,Al Ash,Place Director,,Chair,,,\n", MODEL, "minutes"
    )
    assert result.warnings == ()
    assert '    { id = "al-ash", sources = ["minutes"] },\n]\n' in result.text
