"""The explorer driven by the mouse."""

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from tiers.model import Graph
from tiers.tui.exploring.pages.who import WhoPage
from tiers.tui.screens.keyed_screen import KeyedScreen

from .driving import Driver, exploring


async def wheel(driver: Driver, event: type[MouseScrollDown | MouseScrollUp], widget: str) -> None:
    """Turn the wheel a notch over a widget."""
    await driver.pilot._post_mouse_events([event], widget, offset=(3, 3))
    await driver.pilot.pause()


async def test_a_click_chooses_a_row_and_its_mark_folds_it(place: Graph) -> None:
    """The cursor goes where it is clicked; the mark opens and closes; a second click on a row does too."""
    async with exploring(place) as driver:
        await driver.click("StructureTree", 12, 0)
        assert driver.state()["rows"] == [">- Wessex Integrated Care System", "   + Ex Borough Partnership"]
        await driver.click("StructureTree", 1, 0)
        assert driver.state()["rows"] == [">+ Wessex Integrated Care System"]
        await driver.pilot.click("StructureTree", offset=(12, 0), times=2)
        await driver.pilot.pause()
        assert driver.state()["rows"][0] == ">- Wessex Integrated Care System"
        await driver.click("StructureTree", 12, 15)
        assert driver.state()["subject"] == "wessex"


async def test_a_click_on_a_relation_follows_it(place: Graph) -> None:
    """A click on a relation shows its other end, and `[` comes back; a line with only a source is chosen."""
    async with exploring(place, node="ex-board", size=(100, 60)) as driver:
        detail = driver.screen.detail
        await driver.click("DetailPane", 6, 0)
        assert (driver.state()["subject"], detail.link, detail.target) == ("ex-board", 0, None)
        line = next(link.first for link in detail.setting.links if link.target is not None)
        await driver.click("DetailPane", 6, line)
        assert driver.state()["subject"] == detail_target(driver)
        await driver.press("left_square_bracket")
        assert driver.state()["subject"] == "ex-board"


async def test_a_click_on_a_relation_leaves_what_is_being_typed(place: Graph) -> None:
    """What was found so far is kept; the next key is a command, there where the link led."""
    async with exploring(place, node="ex-board", size=(100, 60)) as driver:
        await driver.press("slash", *"ex joint board")
        links = driver.screen.detail.setting.links
        line = next(link.first for link in links if link.target is not None)
        await driver.click("DetailPane", 6, line)
        assert driver.screen.mode is None
        subject = detail_target(driver)
        await driver.press("w")
        assert driver.screen.exploration.page == WhoPage(stood=subject)
        assert driver.state()["subject"] == subject


def detail_target(driver: Driver) -> str:
    """Return the entity the cursor is on, which is where the first link led."""
    subject = driver.screen.exploration.subject
    assert subject is not None
    assert subject != "ex-board"
    return subject


async def test_path_views_and_keys_can_be_clicked(place: Graph) -> None:
    """What stands above and below does what it says."""
    async with exploring(place) as driver:
        await driver.click("Masthead", 3, 0)
        assert driver.state()["subject"] == "wessex"
        await driver.click("Masthead", 12, 1)
        assert driver.state()["view"] == "decisions"
        await driver.press("g")
        await driver.click("KeyLine", 3, 0)
        assert driver.state()["last line"] == "/"
        await driver.click("KeyLine", 3, 0)
        await driver.press("escape")
        column = driver.lines()[-1].index("help")
        await driver.click("KeyLine", column, 0)
        assert driver.app.screen is not driver.screen


async def test_the_wheel_scrolls_without_moving_the_cursor(place: Graph) -> None:
    """Rows come into sight and go; the cursor is where it was."""
    async with exploring(place, size=(80, 10)) as driver:
        await driver.press("e", "g")
        before = driver.state()
        tops = []
        for event in (MouseScrollDown, MouseScrollDown, MouseScrollUp, MouseScrollUp, MouseScrollUp):
            await wheel(driver, event, "StructureTree")
            tops.append(driver.screen.structure.top)
        await wheel(driver, MouseScrollDown, "DetailPane")
        assert tops == [3, 6, 3, 0, 0]
        assert driver.screen.detail.top == 3
        assert driver.state() == before


async def test_choices_can_be_clicked(place: Graph) -> None:
    """A click on one chooses it, a click beside leaves."""
    async with exploring(place) as driver:
        await driver.press("v")
        await driver.click("Choices", 10, 5)
        assert driver.state()["view"] == "decisions"
        await driver.press("v")
        await driver.pilot.click(offset=(0, 0))
        await driver.pilot.pause()
        assert driver.app.screen is driver.screen


@pytest.mark.parametrize("key", ["P", "question_mark", "b", "ctrl+p"])
async def test_a_second_click_beside_a_dialogue_closes_nothing_more(place: Graph, key: str) -> None:
    """Two clicks, or a click and Esc, may be read before the first has closed it."""
    async with exploring(place) as driver:
        explorer = driver.pilot.app.screen
        await driver.press(key)
        dialogue = driver.pilot.app.screen
        assert isinstance(dialogue, KeyedScreen)
        assert dialogue is not explorer
        for _ in range(3):
            dialogue.dismiss(None)
        await driver.pilot.pause()
        assert driver.pilot.app.screen is explorer
        await driver.press("e")
        assert driver.state()["rows"] != []
