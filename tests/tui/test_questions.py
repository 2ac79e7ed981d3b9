"""Questions in people's words, in the palette and in the search: the command that answers them stands first."""

import pytest

from tiers.model import Graph, load
from tiers.model.format.dates import parse_date
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.pages.changes import ChangesPage
from tiers.tui.exploring.pages.following_up import PromisesPage
from tiers.tui.exploring.pages.page import Seen
from tiers.tui.exploring.pages.pairs import ComparePage
from tiers.tui.exploring.pages.who import ConcernPage, WhoPage
from tiers.tui.exploring.pages.words import WordsPage
from tiers.tui.screens.keys import EXPLORER_KEYS
from tiers.tui.screens.print_screen import PrintScreen
from tiers.tui.screens.questions import asked

from .driving import Driver, exploring


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """Return the bundled model."""
    return load()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("who decides about frailty", [("w", "frailty")]),
        ("Who decides about children and young people?", [("w", "children and young people")]),
        ("what does ICP mean", [("t", "ICP")]),
        ("what does ICP stand for", [("t", "ICP")]),
        ("what is ICP", [("t", "ICP")]),
        ("promised not seen", [("p", "")]),
        ("what has changed since 2021", [("D", "2021")]),
        ("what changed in April 2021?", [("D", "in April 2021")]),
        ("what changed in Harrow", [("D", "Harrow")]),
        ("who answers for hospital discharge", [("w", "hospital discharge")]),
        ("what do the documents disagree about?", [("6", "")]),
        ("where do documents disagree", [("6", "")]),
        ("where can I complain about parking", [("c", "parking")]),
        ("who is responsible for frailty", [("w", "frailty")]),
        ("compare Harrow with Hammersmith", [("x", "Harrow with Hammersmith")]),
        ("Harrow beside Hammersmith", [("x", "Harrow beside Hammersmith")]),
        ("all that Harrow Council sits on", [("4", "Harrow Council")]),
        ("what does Harrow Council sit on?", [("4", "Harrow Council")]),
        ("who sits on the executive", [("4", "executive")]),
        ("2 Dec 2020", [("at", "2 Dec 2020")]),
        ("2020-12-02", [("at", "2020-12-02")]),
        ("Harrow on 2 Dec 2020", [("at", "2 Dec 2020")]),
        ("Harrow Borough Based Partnership", []),
        ("decides", []),
    ],
)
def test_a_question_is_answered_by_one_key(typed: str, found: list[tuple[str, str]]) -> None:
    """The words of a question lead to its key, and the rest is its topic; a name alone is no question."""
    assert [(key.keys, topic) for key, topic in asked(EXPLORER_KEYS, typed)] == found


async def test_choosing_a_question_answers_it(bundled: Graph) -> None:
    """With its topic, where the page takes one."""
    pages = []
    async with exploring(bundled, node="harrow") as driver:
        for typed in (
            "who decides about frailty",
            "what does ICP mean",
            "promised not seen",
            "what changed",
            "complain about frailty",
        ):
            await driver.press("colon", *("space" if each == " " else each for each in typed))
            await driver.press("enter")
            pages.append(driver.screen.exploration.page)
            await driver.press("escape", "escape")
    assert pages[:3] == [WhoPage("frailty", "harrow"), WordsPage("ICP"), PromisesPage()]
    assert isinstance(pages[3], ChangesPage)
    assert pages[4] == ConcernPage("frailty", "harrow")


async def ask(driver: Driver, typed: str) -> Exploration:
    """Choose the first offer of the palette for a question."""
    await driver.press("colon", *("space" if each == " " else each for each in typed), "enter")
    return driver.screen.exploration


async def test_a_question_that_names_things_goes_to_them(bundled: Graph) -> None:
    """Two stand side by side, in whatever words; one is shown with its seats, open; a day is that of the model."""
    two = (Seen("harrow", None), Seen("hf-icp", None))
    async with exploring(bundled, node="harrow") as driver:
        for typed in ("compare harrow with hammersmith", "harrow beside H&F ICP", "compare with hammersmith"):
            page = (await ask(driver, typed)).page
            assert isinstance(page, ComparePage)
            assert (page.one, page.other) == two
            await driver.press("escape", "escape")
        seats = await ask(driver, "all that harrow council sits on")
        row = seats.walk.cursor
        assert (seats.view, seats.subject) == ("seats", "harrow-council")
        assert seats.walk.outline.is_open(row)
        dated = await ask(driver, "2 Dec 2020")
        assert dated.graph.at == parse_date("2020-12-02")
        assert driver.screen.mode is None


async def test_a_question_that_names_nothing_says_so(bundled: Graph) -> None:
    """The words that no name was found in, and the way by keys."""
    async with exploring(bundled, node="harrow", size=(100, 24)) as driver:
        await ask(driver, "compare zzzz with qqqq")
        compared = driver.state()["last line"]
        await ask(driver, "seats of zzzz")
        seats = driver.state()["last line"]
    assert compared.startswith("no two names in `zzzz with qqqq`; `x` marks one, on another it compares both")
    assert seats.startswith("nothing is called `zzzz`")


async def test_an_acronym_is_told_with_its_meaning_before_what_bears_it(bundled: Graph) -> None:
    """In the palette; in the search the key that explains it is named, and explains it."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("colon", *"ICP")
        first = next(line for line in driver.lines() if "┃" in line and "term" in line)
        await driver.press("escape", "slash", *"ICP")
        note = driver.lines()[-1]
        await driver.press("enter", "t")
        page = driver.screen.exploration.page
    assert "ICP = " in first
    assert "`t` explains it" in note
    assert page == WordsPage("ICP")


async def test_a_search_without_match_names_the_key_that_lists_what_is_looked_for(place: Graph) -> None:
    """Promises and changes are no rows of a tree."""
    said = []
    async with exploring(place, node="ex", size=(100, 24)) as driver:
        for typed in ("promised", "changed"):
            await driver.press("slash", *typed)
            said.append(driver.lines()[-1].strip().split("  ")[-1])
            await driver.press("escape")
    assert said == ["no match in this view · `p` shows promises", "no match in this view · `D` shows changes"]


async def test_a_format_is_a_command_of_the_palette(place: Graph) -> None:
    """It opens the print form with that format, whose row says how many there are."""
    async with exploring(place, node="ex") as driver:
        await driver.press("colon", *"markdown", "enter")
        form = driver.app.screen
        assert isinstance(form, PrintScreen)
        chosen = form.printout.format, form.printout.file
        await driver.press("down")
        row = next(line for line in driver.lines() if "Format" in line)
    assert chosen == ("markdown", "ex-tiers.md")
    assert row.rstrip(" │┃").endswith("4 of 13 \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")


async def test_a_question_about_another_entity_is_answered_for_that(bundled: Graph) -> None:
    """What changed, was promised or is not stated is that of the named entity, not of the row of the cursor."""
    asked_of = []
    async with exploring(bundled, node="harrow") as driver:
        for typed in (
            "what was promised in hammersmith",
            "gaps of H&F ICP",
            "what changed in Hammersmith and Fulham since 2020",
            "what changed in Harrow in April 2021",
            "what changed",
        ):
            exploration = await ask(driver, typed)
            asked_of.append((type(exploration.page).__name__, exploration.concerned))
            await driver.press("escape", "escape")
    assert asked_of == [
        ("PromisesPage", "hf-icp"),
        ("GapsPage", "hf-icp"),
        ("ChangesPage", "hf-borough"),
        ("ChangesPage", "harrow"),
        ("ChangesPage", "harrow"),
    ]


async def test_a_question_about_what_is_not_there_says_whose_answer_it_shows(bundled: Graph) -> None:
    """The page is that of the cursor, and the last line says that the name was not found."""
    async with exploring(bundled, node="harrow", size=(100, 24)) as driver:
        exploration = await ask(driver, "what changed in zzzz")
        said = driver.state()["last line"]
    assert exploration.concerned == "harrow"
    assert said.startswith("nothing is called `zzzz`; this is about the row of the cursor")
