"""Where the terminal's own cursor is, which screen readers, magnifiers and input methods follow."""

from tiers.model import Graph

from .driving import Driver, exploring


def caret(driver: Driver) -> tuple[int, int, bool]:
    """Return the column and the line of the cursor, and whether it is shown."""
    at, shown = driver.app.caret()
    return at.x, at.y, shown


async def test_it_is_on_the_row_that_is_chosen(place: Graph) -> None:
    """Not shown there; in the tree, then in the detail, and it follows the wheel."""
    async with exploring(place) as driver:
        assert caret(driver) == (0, 3, False)
        await driver.press("e", "j", "j")
        assert caret(driver) == (0, 4, False)
        await driver.press("enter")
        x, y, shown = caret(driver)
        assert driver.lines()[y][x] == "┃"
        assert (x > 42, shown) == (True, False)


async def test_it_is_shown_where_one_types(place: Graph) -> None:
    """In a query, a date, the palette and the help; before the letter that is typed next."""
    async with exploring(place) as driver:
        await driver.press("slash", "a", "é", "b", "left")
        assert caret(driver) == (4, 23, True)
        await driver.press("escape")
        assert caret(driver)[2] is False
        await driver.press("at", "2", "0")
        x, y, shown = caret(driver)
        assert (driver.lines()[y][:x][-2:], shown) == ("20", True)
        await driver.press("escape", "colon", "o", "p")
        x, y, shown = caret(driver)
        assert (driver.lines()[y][:x][-2:], shown) == ("op", True)
        await driver.press("escape", "question_mark", "p", "r")
        x, y, shown = caret(driver)
        assert (driver.lines()[y][:x][-4:], shown) == ("› pr", True)  # noqa: RUF001 - it points
        await driver.press("escape", "P")
        assert caret(driver)[2] is False
        await driver.press("down", "down", "down", "down", "down", "down", "down", "down")
        assert driver.lines()[caret(driver)[1]].strip().startswith("┃")
