"""`P` prints the screen as it is seen."""

from tiers.model import Graph
from tiers.tui.exploring.print.printout import Printout
from tiers.tui.exploring.print.seen import seen_of

from .driving import Driver, exploring


def printout(driver: Driver) -> Printout:
    """Return the choices of the print form, as `P` begins with them."""
    exploration = driver.screen.exploration
    walk = exploration.walk
    return Printout.of(exploration.graph, walk.forest, walk.cursor, (), seen_of(walk))


async def test_what_was_found_is_printed_as_it_is_seen(place: Graph) -> None:
    """The matches with the rows above them, and no command prints just that."""
    async with exploring(place) as driver:
        await driver.press("slash", *"joint", "enter")
        found = printout(driver)
    assert (
        found.fields[0].values[found.fields[0].at] == "what is seen: 3 found with /joint, and the rows above"
    )
    assert [str(each.values[each.at]) for each in found.fields[2:3]] == ["as it is open"]
    assert "".join(found.pieces()) == (
        "Wessex Integrated Care System (partnership, system)\n"
        "└── Ex Borough Partnership (partnership, place, inferred)\n"
        "    ├── Layers (2)\n"
        "    │   └── Joint management (layer 2)\n"
        "    │       └── Ex Joint Board (body, disputed, also 1)\n"
        "    └── Bodies (2)\n"
        "        └── Ex Joint Board (body, disputed, also 1)\n"
    )
    assert (found.command, found.path.text) == ("", "tiers-seen.txt")


async def test_the_way_to_one_entity_has_a_command(place: Graph) -> None:
    """A tree that shows only the way to one entity is printed by a command of its own, `--path-to`."""
    async with exploring(place) as driver:
        await driver.press("slash", *"care homes", "enter")
        found = printout(driver)
    assert found.command == "tiers print --path-to ex-frailty-homes -o tiers-seen.txt"


async def test_the_open_rows_are_printed_as_they_are_open(place: Graph) -> None:
    """On choice, where nothing is sought: a closed row says how many rows are below it."""
    async with exploring(place) as driver:
        await driver.press("l", "P", "left")
        lines = driver.lines()
        seen = driver.screen.exploration.walk
        chosen = printout(driver)
        chosen.change(-1)
    assert any("the 8 rows that are seen" in line for line in lines)
    assert any("no command prints just what is seen" in line for line in lines)
    assert "Members (2, 2 rows below not shown)" in "".join(chosen.pieces())
    assert len("".join(chosen.pieces()).splitlines()) == len(seen.outline.shown)
    chosen.change(1)
    assert chosen.command.startswith("tiers print ex ")
