"""The pages of the detail that answer what the command line answers, driven by keys."""

import pytest

from tiers.model import Date, Graph, load, parse_date
from tiers.model.answers.diff import diff_within
from tiers.model.answers.glossary import look_up
from tiers.model.answers.matters import matters
from tiers.model.answers.paths import paths
from tiers.model.answers.who import who
from tiers.model.answers.who.raising import raise_about, raise_concern
from tiers.model.format.plain_dates import FORMS
from tiers.tui.exploring.pages.changes import between
from tiers.tui.exploring.pages.page import ENTITY
from tiers.tui.exploring.pages.who import WhoPage
from tiers.tui.wording.description import Line
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides
from tiers.tui.wording.description.glossary import describe_glossary
from tiers.tui.wording.description.matters import describe_matters
from tiers.tui.wording.description.path import describe_paths
from tiers.tui.wording.description.raising import describe_raising
from tiers.tui.wording.description.who import describe_who

from .driving import Driver, exploring


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """Return the bundled model."""
    return load()


def description(driver: Driver) -> tuple[Line, ...]:
    """Return the lines of the detail, not wrapped."""
    return tuple(driver.screen.detail.description)


async def typed(driver: Driver, key: str, text: str) -> None:
    """Press a key, paste a text, which takes one step, and press Enter."""
    await driver.press(key)
    driver.screen.pastes(text)
    await driver.press("enter")


async def test_what_was_promised_is_a_page_of_rows_to_follow(place: Graph) -> None:
    """`p` shows the answer of `tiers matters`; Enter goes to a promise, `[` back to the list, `p` again to the entity."""
    async with exploring(place, node="ex", size=(120, 60)) as driver:
        await driver.press("p")
        listed = description(driver)
        first = driver.state()["link"]
        await driver.press("enter")
        followed = driver.state()["subject"]
        await driver.press("left_square_bracket")
        back = description(driver), driver.state()["link"]
        await driver.press("p")
        again = driver.screen.exploration.page
    assert listed[3:] == describe_matters(place, matters(place, "ex"))
    assert listed[:2] == (
        Line("title", "What was promised and asked"),
        Line("subtitle", "Ex Borough Partnership"),
    )
    assert followed == first == matters(place, "ex")[0].id
    assert back == (listed, first)
    assert again == ENTITY


async def test_who_decides_about_a_topic_is_typed_on_its_page(bundled: Graph) -> None:
    """`w`, a topic and Enter give the answer of `tiers who`; while it is typed no letter is a command."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("w", *"frailty")
        assert driver.state()["last line"].startswith("who decides about frailty")
        await driver.press("enter")
        title, _, _, *lines = description(driver)
        link = driver.state()["link"]
        await driver.press("escape")
        left = driver.screen.exploration.page, driver.state()["pane"]
    assert (title, *lines) == describe_who(bundled, who(bundled, "frailty"))
    assert link is not None
    assert left == (ENTITY, "tree")


async def test_a_topic_of_no_document_is_said_not_to_be_there(place: Graph) -> None:
    """On the page of who decides and on that of concerns; a filter that does not exist is explained."""
    async with exploring(place, node="ex") as driver:
        said = []
        for key, topic in (("w", "zzzz"), ("escape", ""), ("c", "zzzz"), ("escape", ""), ("w", "has:zz x")):
            await (typed(driver, key, topic) if topic else driver.press(key))
            said.append([line.text for line in description(driver) if line.role == "text"])
    assert said[0][0] == said[2][0] == "No document in this model mentions `zzzz`."
    assert said[4] == ["`has:` cannot be `zz`"]


async def test_an_unknown_word_of_a_topic_is_named(bundled: Graph) -> None:
    """The other words are answered, as on the command line."""
    async with exploring(bundled, node="harrow") as driver:
        await typed(driver, "w", "frailty qqqq")
        lines = description(driver)
    unknown = "No document in this model has `qqqq`; this is the answer for the other words."
    assert lines[2] == Line("note", unknown)
    assert any("Frailty and care settings leads on it" in line.text for line in lines)


@pytest.mark.parametrize("key", ["w", "c"])
async def test_a_misspelt_topic_is_asked_about_and_answered_in_the_right_word(
    bundled: Graph, key: str
) -> None:
    """Above the answer, on the page of who decides and on that of concerns; the answer is that of the right word."""
    async with exploring(bundled, node="harrow") as driver:
        await typed(driver, key, "frality")
        title, subtitle, asked, *answer = description(driver)
        await typed(driver, key, "frailty")
        right = description(driver)
    said = "did you mean `frailty`? This is the answer for it."
    assert asked == Line("note", f"No document in this model mentions `frality`; {said}")
    assert [title, subtitle, *answer] == list(right)


async def test_words_that_no_one_thing_has_are_told_apart(bundled: Graph) -> None:
    """No word is said to be missing that the model has: each part has its own answer, with the place it is about."""
    async with exploring(bundled, node="harrow") as driver:
        await typed(driver, "w", "frailty in Hammersmith")
        lines = description(driver)
    assert [line.text for line in lines[3:7]] == [
        "No document in this model names a body for frailty in Hammersmith.",
        "",
        "About parts of it",
        (
            "frailty (Harrow Borough Based Partnership): The documents do not say who decides about frailty; "
            "Frailty and care settings leads on it."
        ),
    ]


async def test_where_to_take_a_concern_is_told(bundled: Graph) -> None:
    """`c` tells it of the entity of the cursor; with a topic it is the answer of `tiers who --raise`."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("c", "enter")
        own = description(driver)
        await driver.press("escape")
        await typed(driver, "c", "services")
        about = description(driver)
    assert (own[0], *own[3:]) == describe_raising(bundled, raise_about(bundled, "harrow"))
    assert (about[0], *about[3:]) == describe_raising(
        bundled, raise_concern(bundled, "services", here="harrow")
    )


async def test_where_the_reader_stands_is_answered_first(bundled: Graph) -> None:
    """`c` and `w` at Harrow, with a topic of another system, say first that nothing is stated here, then what is elsewhere."""
    async with exploring(bundled, node="harrow-frailty") as driver:
        await typed(driver, "c", "GP appointments")
        concern = [line.text for line in description(driver)]
        await driver.press("escape")
        await typed(driver, "w", "patient flow")
        decides = [line.text for line in description(driver)]
    system = "Herefordshire and Worcestershire Integrated Care System"
    assert concern[3:7] == [
        (
            "The documents do not say where to take a concern about GP appointments in Harrow Borough Based Partnership; "
            f"they do in {system}."
        ),
        "",
        "Harrow Borough Based Partnership",
        "No document in this model says where to take it.",
    ]
    assert concern.index(system) > concern.index("Harrow Borough Based Partnership")
    assert (
        decides[3]
        == "Harrow Borough Based Partnership: no document names a body for patient flow. Elsewhere:"
    )
    assert decides[4].startswith("The documents do not say who decides about Patient flow; NHS Herefordshire")
    assert decides[5].startswith("Harrow Borough Based Partnership: the nearest: ")


@pytest.mark.parametrize("node", ["england", "nwl-ics"])
async def test_a_reader_above_a_place_stands_there_too(bundled: Graph, node: str) -> None:
    """From a system the answer of a place below it is no answer from elsewhere."""
    async with exploring(bundled, node=node) as driver:
        await typed(driver, "w", "frailty")
        lines = [line.text for line in description(driver)]
    assert lines[3].startswith(
        "The documents do not say who decides about frailty; Frailty and care settings leads"
    )


async def test_an_acronym_is_explained(bundled: Graph) -> None:
    """`t`, an acronym and Enter give the answer of `tiers glossary`; of an unknown word the nearest terms, to follow."""
    async with exploring(bundled, node="harrow") as driver:
        await typed(driver, "t", "icp")
        explained = description(driver)
        await driver.press("escape")
        await typed(driver, "t", "icpp")
        unknown = description(driver)
    assert explained == describe_glossary(bundled, look_up(bundled, "icp"))
    assert unknown[2].text == "No document uses `icpp` as a term of the glossary."
    assert any(line.text == "ICP" and line.target is not None for line in unknown)


async def test_the_words_in_sight_are_explained(bundled: Graph) -> None:
    """`t` lists the terms of the tree and the detail, each leading to its entry."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("t", "enter")
        lines = description(driver)
        state = driver.state()
        await driver.press("enter")
        followed = driver.state()["subject"]
    terms = [line for line in lines if line.role == "relation"]
    count = f"{len(terms)} terms of the glossary in the tree and the detail"
    assert lines[:2] == (Line("title", "Words on this page"), Line("subtitle", count))
    assert len(terms) > 3
    assert state["link"] == followed == terms[0].target


async def test_how_two_are_connected_is_a_page(place: Graph) -> None:
    """`C` lists the marked entity first, then those of the tree; the chosen one gives the answer of `tiers path`."""
    async with exploring(place, node="ex-board", size=(100, 40)) as driver:
        await driver.press("x")
        driver.screen.exploration.go("council")
        await driver.press("C", "enter")
        shown = description(driver)
        await driver.press("escape", "C", *"ex joint", "enter")
        searched = description(driver)
        await driver.press("escape", "C", "escape")
        left = driver.screen.exploration.page
    names = place.name("council"), place.name("ex-board")
    assert shown[0] == Line("title", f"{names[0]} to {names[1]}")
    assert shown[3:] == describe_paths(place, paths(place, "council", "ex-board"))
    assert searched == shown
    assert left == ENTITY


async def test_what_changed_between_two_dates_is_a_list(bundled: Graph) -> None:
    """`D` and two dates give the answer of `tiers diff --in`; what was understood stands beside what is typed."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("D")
        driver.screen.pastes("2 Dec 2020 to 2022")
        note = driver.lines()[-1]
        await driver.press("enter")
        lines = description(driver)
    old, new = (bundled.as_of(each) for each in ("2020-12-02", "2022"))
    sides = Sides(old, new, ("", ""), dated=True)
    assert between(*_dates("2020-12-02", "2022")).dates in note
    assert lines[1] == Line("subtitle", "what changed here, 2 Dec 2020 to 2022 (the last day of 2022)")
    assert lines[2:] == describe_diff(sides, diff_within(old, new, "harrow"))[1:]


async def test_two_dates_are_asked_for(bundled: Graph) -> None:
    """At 80 columns the prompt says what to type, the page that a year means its last day; `latest` may be the second."""
    async with exploring(bundled, node="harrow") as driver:
        await driver.press("D")
        asked = driver.lines()[-1]
        told = description(driver)[2]
        driver.screen.pastes("2021 to latest")
        understood = driver.lines()[-1]
        await driver.press("enter")
        subtitle = description(driver)[1].text
    assert asked.endswith(" type two dates, as 2021 to 2022  ↵ show  esc back")
    assert told == Line(
        "note",
        "Other dates: type two, such as 2021 to 2022, or 2 Dec 2020 to latest; a year or month means its last day.",
    )
    assert "2021 to latest  ↵ show  esc back" in understood
    assert subtitle == "what changed here, 2021 to latest (the last day of 2021)"


def _dates(*texts: str) -> tuple[Date, Date]:
    one, other = map(parse_date, texts)
    return one, other


async def test_what_is_no_date_is_said_on_the_page(place: Graph) -> None:
    """With the forms that can be read; nothing is taken for another date."""
    async with exploring(place, node="ex") as driver:
        await typed(driver, "D", "when we met")
        lines = description(driver)
    assert [line.text for line in lines if line.role == "text"] == [f"`when we met` is not a date: {FORMS}"]


def test_dates_in_the_wrong_order_are_put_in_order() -> None:
    """The earlier is the old one."""
    assert between(*_dates("2022", "2021")).dates == "2021 to 2022"


async def test_the_key_of_an_answer_asks_anew_and_esc_goes_back_to_the_answer(place: Graph) -> None:
    """What is typed next is text, no command; an answer that is not replaced is still there."""
    async with exploring(place, node="ex") as driver:
        await driver.press("w", *"board", "enter")
        answer = driver.screen.exploration.page
        await driver.press("w", *"q")
        asking = driver.state()["last line"].split("  ")[0]
        await driver.press("escape")
        back = driver.screen.exploration.page
        await driver.press("w", *"joint", "enter")
        other = driver.screen.exploration.page
        await driver.press("escape", "t", *"ab", "enter", "t")
        word = driver.state()["last line"].split("  ")[0]
    assert (answer, asking, back) == (WhoPage("board", "ex"), "who decides about q", answer)
    assert other == WhoPage("joint", "ex")
    assert word == "explain"


async def test_a_page_that_asks_is_left_by_keys_that_are_no_text(place: Graph) -> None:
    """Esc goes back to where the reader was; Tab keeps the page and goes to the tree; the palette opens over it."""
    async with exploring(place, node="ex") as driver:
        before = driver.lines()
        await driver.press("w", "escape")
        assert driver.lines() == before
        await driver.press("w", "tab")
        assert (driver.screen.mode, driver.state()["pane"]) == (None, "tree")
        pages = [driver.screen.exploration.page]
        await driver.press("w")
        pages.append(driver.screen.exploration.page)
        assert pages == [WhoPage(stood="ex"), WhoPage(stood="ex")]
        await driver.press("question_mark")
        assert driver.app.screen is not driver.screen
