"""How many seats are planned is one number: in `show`, in the tree, in the view of seats and in `who`."""

import pytest

from tests.conftest import Write

from .conftest import Tiers

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
tier = "place"
[[body]]
id = "board"
name = "Board"
part_of = "elm"
members = [
    { id = "ann", role = "clinical lead" },
    { id = "ann", role = "public health lead" },
    { id = "bea", role = "nursing lead", expected_date = "2025-01-01" },
    { id = "bea", role = "quality lead", expected_date = "2025-01-01" },
    { id = "trust", seats = 2, start_date = "2025-01-01" },
    { id = "company" },
    { id = "not_stated", role = "lay member", start_date = "2025-01-01" },
    { id = "not_stated", role = "lay members", start_date = "2025-01-01" },
]
responsible_for = [{ to = "beds", mode = "decides" }]
[[function]]
id = "beds"
name = "Beds"
[[person]]
id = "ann"
name = "Ann"
[[person]]
id = "bea"
name = "Bea"
[[organisation]]
id = "trust"
name = "Trust"
[[organisation]]
id = "company"
name = "Company"
status = "planned"
"""


def test_planned_seats_are_counted_by_one_rule(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two seats of one person are two; what is said of several of no stated number is told apart, and counted nowhere."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    planned = "6 planned; others planned, number not stated"
    assert f"\nMembers: 2, voting not stated; {planned} [1]\n" in tiers("show", "board").out
    assert f"    members: 2, voting not stated; {planned}\n" in tiers("who", "beds").out
    assert f"├── Members (2; {planned})\n" in tiers("print", "board").out
    assert f"└── Members (2; {planned})\n" in tiers("print", "board", "--view", "seats").out


def test_who_names_a_planned_seat_of_nobody(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its role and for when it is planned."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    assert "      not stated · lay member · planned: due 1 Jan 2025 [1]\n" in tiers("who", "beds").out
