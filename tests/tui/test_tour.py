"""The tour in the explorer: questions one by one above the last line, with the keys that answer them."""

import pytest

from tiers.model import Graph, load
from tiers.tui.app import Explorer
from tiers.tui.exploring.pages.following_up import PromisesPage
from tiers.tui.exploring.pages.page import ENTITY

from .driving import Driver, exploring


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """Return the bundled model."""
    return load()


def strip(driver: Driver) -> list[str]:
    """Return the lines of the tour."""
    lines = driver.lines()
    first = next((at for at, line in enumerate(lines) if line.startswith(" Question ")), len(lines) - 1)
    return [line.strip() for line in lines[first:-1]]


async def test_the_palette_begins_the_tour_and_its_keys_answer_the_questions(bundled: Graph) -> None:
    """The cursor is on what each question is about; the key that is told shows the answer; the question stays beside it."""
    async with exploring(bundled, node="harrow-hce", size=(100, 30)) as driver:
        await driver.press("colon", *"tour", "enter")
        begun = strip(driver), driver.state()["subject"]
        await driver.press("greater_than_sign")
        second = strip(driver), driver.state()["subject"]
        await driver.press("p")
        page, beside = driver.screen.exploration.page, strip(driver)
        await driver.press(
            "escape", "greater_than_sign", "less_than_sign", "less_than_sign", "less_than_sign"
        )
        first = strip(driver), driver.state()["last line"]
    assert begun == (
        [
            "Question 1 of 5: Who decides about Frailty and care settings?",
            "Press w. The answer comes first, then the chain upward, step by step, each with its source.",
            "> next question   < the one before   esc ends the tour",
        ],
        "harrow-frailty",
    )
    assert second == (
        [
            "Question 2 of 5: What was promised and asked in Harrow Borough Based Partnership, and what came of",
            "it?",
            "Press p. What no later document shows comes first.",
            "> next question   < the one before   esc ends the tour",
        ],
        "harrow",
    )
    assert (page, beside) == (
        PromisesPage(),
        [*second[0][:-1], "> next question   < the one before   esc goes back"],
    )
    assert first[0] == begun[0]
    assert first[1].startswith("this is the first question")


async def test_the_tour_goes_on_from_a_prompt_and_from_a_picture(bundled: Graph) -> None:
    """While nothing is typed `>` and `<` are keys of the tour; the lines say what to press where something is, and a picture too."""
    async with exploring(bundled, node="harrow-hce", size=(80, 24)) as driver:
        await driver.press("colon", *"tour", "enter", "w")
        how = [strip(driver)[-1]]
        await driver.press("a")
        how.append(strip(driver)[-1])
        await driver.press("backspace", "greater_than_sign")
        asked = [strip(driver)[0]]
        modes = [driver.screen.mode]
        await driver.press("slash", "less_than_sign")
        asked.append(strip(driver)[0])
        modes.append(driver.screen.mode)
        await driver.press(*["greater_than_sign"] * 4)
        last = strip(driver)
        await driver.press("b")
        over = driver.lines()[-1]
        await driver.press("less_than_sign")
        before = driver.app.screen is driver.screen, strip(driver)[0]
        await driver.press("greater_than_sign", "b", "greater_than_sign")
        ended = driver.app.screen is driver.screen, driver.state()["last line"]
        await driver.press("b", "greater_than_sign")
        idle = driver.lines()[-1]
    assert how == [
        "> next question   < the one before   esc goes back",
        "↵ shows the answer, then > goes on   esc goes back",
    ]
    assert modes == [None, None]
    assert asked[0].startswith("Question 2 of 5: ")
    assert asked[1].startswith("Question 1 of 5: ")
    assert (last[0].split(":")[0], last[-1]) == (
        "Question 5 of 5",
        "> end of the tour   < the one before   esc ends the tour",
    )
    assert over.endswith(" > next question  esc close")
    assert (before[0], before[1].split(":")[0]) == (True, "Question 4 of 5")
    assert ended[0]
    assert ended[1].startswith("that was the tour")
    assert idle.startswith(" the arrows move, esc closes")


async def test_the_tour_ends_after_its_last_question_or_with_esc(bundled: Graph) -> None:
    """The lines go, the message says where to go on, and the keys of the tour do nothing any more."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("colon", *"tour", "enter", *["greater_than_sign"] * 5)
        ended = driver.state()["last line"], strip(driver)
        await driver.press("greater_than_sign")
        idle = driver.state()["last line"]
        await driver.press("colon", *"tour", "enter", "w", "escape", "escape")
        left = strip(driver), driver.screen.exploration.page
    assert ended[0].startswith("that was the tour; `?` has every key, `:` every command")
    assert ended[1] == []
    assert idle.startswith("no tour is on; `:` and `tour` begin one")
    assert left == ([], ENTITY)


async def test_tiers_tour_opens_the_explorer_with_the_first_question(place: Graph) -> None:
    """At 80 columns and 24 lines tree, detail and last line are in sight above and below it."""
    app = Explorer(place, tours=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        driver = Driver(app, pilot)
        lines = driver.lines()
        told = strip(driver)
    assert told[0].startswith("Question 1 of 5: Who decides about ")
    assert lines[-1].strip().startswith("/ search")
    assert any(line.startswith("┃") for line in lines)


async def test_a_model_without_anything_to_ask_has_no_tour() -> None:
    """Without anything to ask about, `:tour` opens nothing, and the last line says why."""
    async with exploring(Graph.of({}, [])) as driver:
        await driver.press("colon", *"tour", "enter")
        said = driver.state()["last line"]
    assert said.startswith("nothing is recorded that a question could be about")
