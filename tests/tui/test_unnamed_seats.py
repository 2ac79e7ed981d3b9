"""A seat that names nobody in the explorer: a row of its own, with a detail that says what it is and that nobody is named."""

from pathlib import Path

from tiers.model import load

from .driving import exploring

MODEL = Path(__file__).parent.parent / "models" / "tarnbeck.toml"


async def test_a_seat_that_names_nobody_is_a_row_with_a_detail() -> None:
    """In the view of seats its row stands among the members; the detail says its role, where it is and what it rests on."""
    async with exploring(load(MODEL), view="seats", node="tarnbeck-board", size=(120, 40)) as driver:
        await driver.press("e")
        rows = driver.screen.exploration.walk.forest.names
        await driver.press("g", *("j",) * rows.index("not stated"))
        lines, told = "\n".join(driver.lines()), driver.told()
        await driver.press("tab", "enter")
        followed = driver.state()["subject"]
    assert "⊡ not stated" in lines
    assert told[:6] == ["Lay member for audit\xa0¹", "seat", "", "Who has it: not stated", "", "Seat on"]
    assert told[6].startswith("Tarnbeck Board")
    assert followed == "tarnbeck-board"
