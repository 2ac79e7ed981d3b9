"""The pictures that fill the screen, walked by keys: the decision layers (`b`), the timeline as a strip (`T`)."""

from unittest.mock import patch

import pytest

from tiers.model import Entity, Evidence, Graph, load
from tiers.model.answers.periods import lasting, periods
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS
from tiers.model.views.part import whole_part
from tiers.tui.exploring.pictures.layers import LayersPicture
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.answers.strip import strip
from tiers.tui.screens.actions import pictures
from tiers.tui.screens.picture_screen import PictureScreen

from .driving import Driver, exploring


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """Return the bundled model."""
    return load()


def picture(driver: Driver) -> PictureScreen:
    """Return the screen of the picture."""
    screen = driver.app.screen
    assert isinstance(screen, PictureScreen)
    return screen


def name(driver: Driver) -> str:
    """Return the name in the box of the cursor."""
    spot = picture(driver).walk.spot
    assert spot is not None
    return spot.node.name


async def test_b_draws_the_layers_and_arrows_walk_from_box_to_box(bundled: Graph) -> None:
    """At 80 columns the executive stands in its layer; up goes to the border of the layer, then to the board, right to the next box."""
    async with exploring(bundled, node="harrow-hce") as driver:
        await driver.press("b")
        shown = driver.lines()
        walked = [name(driver)]
        for keys in (
            ("up",),
            ("up",),
            ("up", "up"),
            ("down",),
            ("home", "down", "down"),
            ("right",),
            ("left",),
            ("end",),
        ):
            await driver.press(*keys)
            walked.append(name(driver))
        await driver.press("x")
        last = driver.lines()[-1].strip()
    assert "Harrow Health and Care Executive" in "".join(shown)
    assert max(map(len, shown)) <= 80
    assert shown[0] == " Harrow Borough Based Partnership · latest"
    assert shown[-1] == " Harrow Health and Care Executive: body    ↵ open  r all or a part  esc close"
    assert walked == [
        "Harrow Health and Care Executive",
        "Executive",
        "Harrow Joint Management Board",
        "St Luke's Hospice",
        "Joint management",
        "Harrow Community Action",
        "Harrow Health Community Interest Company",
        "Harrow Community Action",
        "By whom is not stated",
    ]
    assert last == "the arrows move, esc closes    ↵ open  r all or a part  esc close"


async def test_enter_opens_the_entity_of_the_box_and_a_box_of_none_says_so(bundled: Graph) -> None:
    """The tree and the detail are at the board, and `[` goes back to where the picture was opened."""
    async with exploring(bundled, node="harrow-hce") as driver:
        await driver.press("b", "end", "enter")
        refused = driver.lines()[-1].strip()
        await driver.press("home", "escape", "b", "up", "up", "enter")
        opened = driver.state()
        await driver.press("left_square_bracket")
        back = driver.state()["subject"]
        await driver.press("b", "escape")
        left = driver.state()["subject"]
    assert refused.startswith("no entity: its name is all that is known")
    assert (opened["subject"], opened["pane"]) == ("harrow-jmb", "tree")
    assert (back, left) == ("harrow-hce", "harrow-hce")


async def test_r_shows_the_whole_view_with_the_cursor_on_the_same_box(bundled: Graph) -> None:
    """`r` changes between the partnership and the whole view, each as `tiers print --format boxes` writes it in that width."""
    async with exploring(bundled, node="harrow-hce", size=(100, 30)) as driver:
        await driver.press("b")
        part, title = picture(driver).walk.picture.lines, driver.lines()[0]
        await driver.press("r")
        whole = picture(driver).walk.picture.lines
        where, said = name(driver), driver.lines()[-1].strip()
        await driver.press("r")
        again = picture(driver).walk.picture.lines
    forest = forest_of(bundled, VIEWS["decisions"])
    row = forest.row_of("harrow")
    printed = "".join(written(Subtree(bundled, whole_part(forest, row), row, width=98), "boxes")).splitlines()
    assert part == again == printed
    assert title.split("   ")[-1].strip() == "tiers print harrow --view decisions --format boxes"
    assert whole == "".join(written(Subtree(bundled, forest, width=98), "boxes")).splitlines()
    assert where == "Harrow Health and Care Executive"
    assert said.startswith("the whole view; `r` shows the partnership alone")


async def test_a_click_chooses_a_box_and_a_second_opens_it(bundled: Graph) -> None:
    """The palette finds the picture by `diagram`; a click on the title of a layer chooses the layer, on a node the node."""
    async with exploring(bundled, node="harrow-jmb") as driver:
        await driver.press("colon", *"diagram", "enter")
        line = next(
            number for number, text in enumerate(driver.lines()) if "Harrow Joint Management Board" in text
        )
        await driver.press("up")
        layer = name(driver)
        line = next(
            number for number, text in enumerate(driver.lines()) if "│ Harrow Joint Management Board" in text
        )
        await driver.click("PicturePane", 12, line - 1)
        chosen = name(driver)
        await driver.click("PicturePane", 12, line - 1)
        opened = driver.state()["subject"]
    assert (layer, chosen, opened) == ("Joint management", "Harrow Joint Management Board", "harrow-jmb")


async def test_a_terminal_of_ascii_gets_the_picture_in_ascii(place: Graph) -> None:
    """No border or arrow of it is a question mark, and it has the same shape."""
    with patch.object(pictures, "_is_unicode", return_value=False):
        async with exploring(place, node="ex") as driver:
            await driver.press("b")
            lines = picture(driver).walk.picture.lines
    assert lines
    assert all(line.isascii() for line in lines)
    assert not [line for line in lines if "?" in line]


async def test_a_model_without_decisions_says_so_and_opens_nothing() -> None:
    """The key leaves a word in the last line."""
    graph = Graph.of({}, [])
    assert LayersPicture.of(graph, None) is None


async def test_a_narrow_terminal_moves_the_picture_sideways_to_the_box(bundled: Graph) -> None:
    """At 30 columns each line is cut to what fits, the box of the cursor in sight."""
    async with exploring(bundled, node="harrow-hce", size=(30, 20)) as driver:
        await driver.press("b")
        lines = driver.lines()
        selected = picture(driver).caret()[0]
    assert max(map(len, lines)) <= 30
    assert 0 < selected.y < 20


async def test_t_draws_the_timeline_as_a_strip_with_the_date_looked_at(bundled: Graph) -> None:
    """At a date the strip of Harrow has a line at it, its years stay in sight, and Enter opens the thing of the row."""
    then = bundled.as_of("2021-06-30")
    async with exploring(then, node="harrow") as driver:
        await driver.press("T")
        shown = driver.lines()
        await driver.press("end")
        last = driver.lines()
        await driver.press("home", "down", "enter")
        opened = driver.state()["subject"]
    printed = strip(then, lasting(periods(then, "harrow")), 78).lines
    assert [line[1:].rstrip("┃").rstrip() for line in shown[1:-1]] == printed[:22]
    assert shown[0] == " Harrow Integrated Care Partnership · timeline · as of 30 Jun 2021"
    assert last[1:3] == shown[1:3]
    assert opened == lasting(periods(then, "harrow"))[1].id


async def test_of_one_thing_alone_the_strip_is_that_of_its_place(bundled: Graph) -> None:
    """The cursor stands on it; `r` shows the whole model, and a model without dates says that it has none."""
    async with exploring(bundled, node="harrow-hce") as driver:
        await driver.press("T")
        first = name(driver), driver.lines()[0]
        await driver.press("r")
        whole = name(driver), driver.lines()[0]
    assert first[0] == whole[0] == "Harrow Health and Care Executive"
    assert first[1].startswith(" Harrow Borough Based Partnership · timeline · latest")
    assert whole[1].startswith(" The whole model · timeline · latest")
    undated = Graph.of({"a": Entity("a", "body", {"name": "A"}, Evidence())}, [])
    async with exploring(undated) as driver:
        await driver.press("T")
        said = driver.state()["last line"]
    assert said.startswith("no date is documented in this model")
