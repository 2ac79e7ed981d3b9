"""A planned delegation, or one with a planned end or function: marked in every picture, never drawn as made."""

import pytest

from tests.conftest import Write
from tiers.tui.cli import main

MODEL = """
[file]
sources = ["plan"]
[[source]]
id = "plan"
name = "Plan"
presented = "2024-03-05"
[[partnership]]
id = "elm"
name = "Elm Partnership"
[[body]]
id = "board"
name = "Board"
part_of = "elm"
delegates_to = [
    { to = "panel", function = "beds" },
    { to = "team", function = "buses", start_date = "2025-01-01" },
    { to = "team", function = "fares" },
    { to = "team", function = "rest" },
]
[[body]]
id = "panel"
name = "Panel"
part_of = "elm"
status = "proposed"
delegates_to = [{ to = "team", function = "beds" }]
[[body]]
id = "team"
name = "Team"
part_of = "elm"
[[function]]
id = "beds"
name = "Beds"
[[function]]
id = "buses"
name = "Buses"
[[function]]
id = "fares"
name = "Fares"
status = "planned"
[[function]]
id = "rest"
name = "Rest"
"""

TREE = """\
Elm Partnership (partnership)
└── In no layer, as none is documented (3)
    ├── Board (body)
    │   ├── delegates Beds to Panel (proposed), extent not recorded (proposed)
    │   ├── delegates Buses to Team, extent not recorded (planned: due 1 Jan 2025)
    │   ├── delegates Fares to Team, extent not recorded (planned)
    │   └── delegates Rest to Team, extent not recorded
    ├── Panel (body, proposed)
    │   └── delegates Beds to Team, extent not recorded (proposed)
    └── Team (body)
"""
MERMAID = [
    '  n2 -.->|"delegates Beds, extent not recorded, proposed"| n7',
    '  n2 -.->|"delegates Buses, extent not recorded, planned#58; due 1 Jan 2025"| n9',
    '  n2 -.->|"delegates Fares, extent not recorded, planned"| n9',
    '  n2 -->|"delegates Rest, extent not recorded"| n9',
    '  n7 -.->|"delegates Beds, extent not recorded, proposed"| n9',
]
DOT = [
    '  n2 -> n7 [style=dashed, arrowhead=normal, label="delegates Beds, extent not recorded,\\nproposed"];',
    '  n2 -> n9 [style=dashed, arrowhead=normal, label="delegates Buses, extent not\\nrecorded, planned: due 1 Jan 2025"];',
    '  n2 -> n9 [style=dashed, arrowhead=normal, label="delegates Fares, extent not\\nrecorded, planned"];',
    '  n2 -> n9 [arrowhead=normal, label="delegates Rest, extent not recorded"];',
    '  n7 -> n9 [style=dashed, arrowhead=normal, label="delegates Beds, extent not recorded,\\nproposed"];',
]


def printed(write: Write, capsys: pytest.CaptureFixture[str], form: str) -> str:
    """Return the view of decisions in a format."""
    assert main(["print", "--view", "decisions", "--format", form, "--model", str(write(MODEL))]) == 0
    return capsys.readouterr().out


def test_a_tree_says_so_at_the_row(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where it is not the delegation that the document calls planned but its giver, its taker or the function."""
    assert printed(write, capsys, "text") == TREE


@pytest.mark.parametrize(
    ("form", "arrows", "sign"), [("mermaid", MERMAID, '"| n'), ("dot", DOT, "arrowhead=normal")]
)
def test_a_drawn_arrow_says_so_and_is_broken(
    write: Write, capsys: pytest.CaptureFixture[str], form: str, arrows: list[str], sign: str
) -> None:
    """Only the delegation that is made has a whole line."""
    assert [each for each in printed(write, capsys, form).splitlines() if sign in each] == arrows


def test_a_picture_of_boxes_says_so_beside_a_broken_arrow(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """The head of each planned arrow is broken, that of the delegation that is made is whole."""
    lines = [each for each in printed(write, capsys, "boxes").splitlines() if "delegates" in each]
    assert ["┉" in each for each in lines] == ["Rest" not in each for each in lines]
    said = [each.partition("delegates ")[2] for each in lines]
    assert said == [
        "Beds, extent not recorded, proposed",
        "Buses, extent not recorded, planned: due 1 Jan",
        "Fares, extent not recorded, planned",
        "Rest, extent not recorded",
        "Beds, extent not recorded, proposed",
    ]


def test_csv_has_its_standing(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """`planned` of each but the one that is made."""
    rows = [each.split(",") for each in printed(write, capsys, "csv").splitlines() if ",delegation," in each]
    assert [each[-13] for each in rows] == ["planned", "planned", "planned", "documented", "planned"]
