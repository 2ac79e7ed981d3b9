"""The place of the cursor in another view, and rows whose children stand at another place, driven by keys."""

import pytest

from tiers.model import Graph, load

from .driving import exploring


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """Return the bundled model."""
    return load()


async def test_a_view_lands_on_the_row_of_the_entity_with_what_is_below_it(bundled: Graph) -> None:
    """Not on the first of the rows where it only stands below another; what is open below the row is in sight."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("4")
        walk = driver.screen.exploration.walk
        landed = driver.state()["rows"]
        lines = driver.lines()
    assert walk.forest.parents[walk.cursor] == -1
    assert walk.forest.ids[walk.cursor] == "harrow"
    assert landed
    assert lines[-2].split("│")[0].split() == ["▸", "Members", "8"]


async def test_what_is_below_a_further_place_is_one_key_away(bundled: Graph) -> None:
    """`→` on a row whose children stand at another place goes there and opens it; `[` goes back; a row without any says so."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("4")
        walk = driver.screen.exploration.walk
        main = walk.cursor
        await driver.press("o")
        further = walk.cursor
        await driver.press("right")
        there, said = walk.cursor, driver.lines()[-1].split("  ")[0].strip()
        await driver.press("left_square_bracket")
        back = walk.cursor
    assert further != main
    assert (there, walk.outline.is_open(main), back) == (main, True, further)
    assert said == "what is below it stands here; `[` goes back"


async def test_a_row_without_anything_below_it_says_so(place: Graph) -> None:
    """Where nothing is below a row, `→` says so in the last line, and which key goes on."""
    async with exploring(place, node="trust") as driver:
        await driver.press("right")
        walk = driver.screen.exploration.walk
        while walk.outline.has_children(walk.cursor):
            await driver.press("right", "right")
        said = driver.lines()[-1].split("   ")[0].strip()
    assert said == "nothing is below it; `↵` goes into the detail"


async def test_opening_a_row_opens_the_one_group_in_it(bundled: Graph) -> None:
    """The practices of a network are in sight after three keys; what is also recorded stays closed."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("right", "right", "right")
        walk = driver.screen.exploration.walk
        names = [walk.forest.names[row] for row in walk.outline.shown.rows(0, 100)]
        (also,) = [
            row for row in walk.forest.children(walk.cursor) if walk.forest.names[row] == "Also recorded"
        ]
    assert names.index("First Choice Medical Care") == names.index("Organisations") + 1
    assert not walk.outline.is_open(also)
