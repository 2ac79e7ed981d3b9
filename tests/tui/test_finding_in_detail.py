"""`/` in the detail finds in it."""

from tiers.model import Graph

from .driving import exploring


async def test_what_is_typed_is_found_in_the_detail(place: Graph) -> None:
    """At each letter the next line that has it comes into sight; arrows step, Enter keeps, Esc goes back."""
    async with exploring(place, node="ex", size=(80, 12)) as driver:
        await driver.press("enter", "slash", *"SLIDES")
        detail = driver.screen.detail
        count = sum("slides" in line.lower() for line in driver.told())
        typed = driver.state()["last line"]
        assert count > 1
        assert typed.startswith("/SLIDES ")
        assert f"1 of {count}" in typed
        shown = driver.lines()[2:-1]
        assert any("slides" in line[42:].lower() for line in shown)
        await driver.press("down")
        assert f"2 of {count}" in driver.state()["last line"]
        await driver.press("up", "up")
        assert f"{count} of {count}" in driver.state()["last line"]
        await driver.press("enter")
        assert (driver.state()["pane"], detail.needle) == ("detail", "slides")
        await driver.press("home", "slash", *"xyz")
        assert "not in the detail" in driver.state()["last line"]
        await driver.press("escape")
        assert (detail.needle, detail.top) == ("", 0)


async def test_in_the_tree_it_still_searches_the_tree(place: Graph) -> None:
    """After a search within a description, `/` in the tree searches the tree, and no word is marked in the next description."""
    async with exploring(place, node="ex") as driver:
        await driver.press("enter", "slash", *"the", "enter", "tab", "slash", *"boa", "enter")
        assert driver.state()["last line"].startswith("/boa  1 of 2")
        assert driver.screen.detail.needle == ""
