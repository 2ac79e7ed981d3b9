"""Searching in the explorer, driven by keys."""

from collections.abc import Callable

import pytest

from tests.model.afresh import afresh
from tiers.model import Graph
from tiers.model.finding.index import Index
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.screens.explorer_screen import ExplorerScreen

from .driving import Driver, exploring

GoOn = Callable[[ExplorerScreen], None]

OPENED = [" - Wessex Integrated Care System", ">  + Ex Borough Partnership"]


def unasked(graph: Graph) -> Graph:
    """Return a graph without an index, whatever was asked of it before."""
    return afresh(graph)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> GoOn:
    """Stop a screen from indexing by itself; the returned function lets it index on, as it does while idle."""
    read_on = ExplorerScreen.index
    monkeypatch.setattr(ExplorerScreen, "index", lambda _: None)
    return read_on


def beside(driver: Driver) -> list[str]:
    """Return the lines of the detail that are not blank."""
    lines = (line[53:].strip(" ┃│") for line in driver.lines()[2:-1])
    return [line for line in lines if line]


async def test_the_best_match_is_under_the_cursor_and_its_reason_is_said(place: Graph) -> None:
    """Not the first in the tree; a name is no reason to be told."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("slash", *"ebp")
        acronym = driver.state()["subject"], " ".join(driver.state()["last line"].split())
        await driver.press("ctrl+u", *"cou")
        name = driver.state()["subject"], driver.state()["last line"].split()
    assert acronym == ("ex", "/ebp 1 of 1 · acronym: EBP (22 Feb 2022)")
    assert name == ("council", ["/cou", "1", "of", "1"])


async def test_a_filter_is_explained_completed_and_kept(place: Graph) -> None:
    """Tab completes its name, then its value; Enter completes the value and keeps what was found."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("slash")
        listed = beside(driver)[:3]
        await driver.press("k", "i")
        begun = driver.state()["last line"]
        await driver.press("tab", "w")
        explained = beside(driver)
        await driver.press("enter")
        kept = driver.state()
    assert listed == ["Search", "name, old name, acronym, code", "kind:    workstream, body …"]
    assert begun.split()[0] == "/kind:"
    assert explained == ["kind:", "a kind of entity, such as `workstream`", "Completions", "workstream"]
    assert kept["last line"].startswith("/kind:workstream   1 of 2")
    assert [row.strip("> +-") for row in kept["rows"]] == [
        "Wessex Integrated Care System",
        "Ex Borough Partnership",
        "Delivery workstreams",
        "Frailty & café mornings",
        "Enabling workstreams",
        "Digital",
    ]


async def test_narrow_what_is_said_of_a_query_covers_the_tree(place: Graph) -> None:
    """Only while there is something to say."""
    async with exploring(place, size=(50, 16)) as driver:
        seen = []
        for keys in ("slash", "b", "qqqqqq", ("enter",)):
            await driver.press(*([keys] if keys == "slash" else keys))
            seen.append(driver.lines()[2].strip(" ┃│"))
    assert [each.split("  ")[0] for each in seen] == [
        "Search",
        "▾ ● Wessex Integrated Care System",
        "Nothing found",
        "▾ ● Wessex Integrated Care System",
    ]


async def test_a_filter_that_is_right_as_it_is_typed_is_kept_so(place: Graph) -> None:
    """Enter completes only what would be wrong: `member:council` asks for a word, and stays that."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("slash", *"member:coun", "enter")
        assert driver.state()["last line"].startswith("/member:coun  1 of 1")
        await driver.press("slash", *"sta", "enter")
        assert driver.screen.exploration.walk.found is not None
        assert driver.screen.exploration.walk.found.query == "sta"


async def test_tab_writes_the_name_of_a_member_in_quotes(place: Graph) -> None:
    """In the place of what was typed of it, whatever its case; what it finds is shown at once."""
    async with exploring(place, size=(100, 24)) as driver:
        for typed in ("member:cou", 'member:"EX C'):
            await driver.press("slash", *typed, "tab")
            assert driver.state()["last line"].split() == ['/member:"Ex', 'Council"', "1", "of", "1"]
            await driver.press("escape")


async def test_a_wrong_filter_is_explained_and_can_be_mended(place: Graph) -> None:
    """The tree is untouched, Enter leaves the line as it is."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("slash", *"tier:plce", "enter")
        assert (driver.state()["rows"], beside(driver)) == (
            OPENED,
            [
                "This filter is wrong",
                "`tier:` cannot be `plce`",
                "did you mean `place`? it is one of",
                "`national`, `region`, `system`, `place`,",
                "`neighbourhood`",
            ],
        )
        assert driver.state()["last line"].endswith("`tier:` cannot be `plce`")
        await driver.press(*["backspace"] * 3, "tab")
        assert driver.state()["last line"].split()[:2] == ["/tier:place", "1"]


async def test_arrows_bring_earlier_queries_back_and_go_to_matches(place: Graph) -> None:
    """Up to what was looked for before, down again; where there is none, and with Ctrl, to the next match."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("slash", *"board", "down")
        moved = driver.state()["last line"].split()[:4]
        await driver.press("up", "enter", "slash", *"digital", "enter", "slash", *"x")
        lines = []
        for key in ("up", "up", "up", "down", "down"):
            await driver.press(key)
            lines.append(driver.state()["last line"].split()[0])
        await driver.press("ctrl+u", *"board", "ctrl+n")
        stepped = driver.state()["last line"].split()[:4]
        await driver.press("ctrl+p")
        back = driver.state()["last line"].split()[:4]
    assert moved == ["/board", "2", "of", "2"]
    assert lines == ["/digital", "/board", "/board", "/digital", "/x"]
    assert (stepped, back) == (["/board", "2", "of", "2"], ["/board", "1", "of", "2"])


async def test_what_is_below_a_match_can_be_opened(place: Graph) -> None:
    """It is closed at first, and the rest stays filtered."""
    async with exploring(place) as driver:
        await driver.press("slash", *"frail", "enter")
        closed = driver.state()["rows"][-1]
        await driver.press("right", "right")
        assert (closed, driver.state()["rows"][-2:]) == (
            ">      + Frailty & café mornings",
            ["       - Frailty & café mornings", ">        Care homes sub-group"],
        )
        await driver.press("escape")
        assert "Frailty & café mornings" in str(driver.state()["rows"])


async def test_the_query_goes_along_to_another_view_and_another_date(place: Graph) -> None:
    """It is said where it finds nothing, and found again where it does."""
    async with exploring(place) as driver:
        await driver.press("slash", *"digital", "enter", "2")
        decisions = driver.state()
        await driver.press("4")
        seats = driver.state()["last line"]
        await driver.press("1", "at", *"2022-03", "enter")
        dated = driver.state()
    assert (decisions["subject"], decisions["last line"].split("   ")[0]) == (
        "ex-digital",
        "/digital  1 of 1",
    )
    assert seats.startswith("Digital is not in this view")
    assert (dated["subject"], dated["last line"].split("   ")[0]) == ("ex-digital", "/digital  1 of 1")


async def test_more_is_found_when_more_is_indexed(place: Graph, unread: GoOn) -> None:
    """Of a large model the names answer at once; what is typed is looked for again when the rest is there."""
    async with exploring(unasked(place), size=(100, 24)) as driver:
        driver.screen.exploration.like.at_once = 0.0
        await driver.press("slash", *"working together")
        before = driver.state()["rows"], driver.screen.exploration.like.whole
        while driver.screen.exploration.like.work(1):
            pass
        driver.screen.indexed()
        await driver.pilot.pause()
        after = driver.state()
    assert before == (OPENED, False)
    assert (after["subject"], after["last line"].split("· ")[-1]) == ("ex", "summary")


async def test_indexing_goes_on_in_slices_until_it_is_done(
    place: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most five thousandths of a second at a time, then time for a key; once all is indexed nothing is done."""
    slices: list[float] = []
    waits: list[float] = []
    left = [True, True, False]

    def work(_: Exploration, seconds: float) -> bool:
        slices.append(seconds)
        return left[len(slices) - 1]

    async with exploring(place) as driver:
        screen = driver.screen
        monkeypatch.setattr(Exploration, "work", work)
        monkeypatch.setattr(screen, "set_timer", lambda wait, _: waits.append(wait))
        for _ in left:
            screen.index()
        monkeypatch.setattr(Exploration, "is_prepared", True)
        screen.show()
        prepared = list(waits)
        monkeypatch.setattr(Exploration, "is_prepared", False)
        screen.show()
        screen.show()
    assert (slices, prepared, waits) == ([0.005] * 3, [0.002] * 2, [0.002, 0.002, 0.1])


async def test_what_something_else_asked_the_index_for_counts_too(place: Graph, unread: GoOn) -> None:
    """Where help or palette had the rest of it read, what is kept is still looked for again."""
    async with exploring(unasked(place), size=(100, 24)) as driver:
        driver.screen.exploration.like.at_once = 0.0
        screen = driver.screen
        while screen.exploration.walk.finder.work(1):
            pass
        await driver.press("slash", *"frail", "enter")
        before = driver.state()["last line"].split("   ")[0]
        while screen.exploration.like.work(1):
            pass
        for _ in range(100):
            unread(screen)
        await driver.pilot.pause()
        after = driver.state()["last line"].split("   ")[0]
    assert (before, after) == ("/frail  1 of 1 so far", "/frail  1 of 1")


async def test_nothing_is_said_to_be_missing_while_names_are_read(
    place: Graph, unread: GoOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found by then is shown as such, the rest when it is there; Enter waits for something to keep."""
    work, held = Index.work, [True]
    monkeypatch.setattr(Index, "work", lambda index, seconds: held[0] or work(index, seconds))
    seen: list[tuple[int, str]] = []
    async with exploring(unasked(place), size=(100, 24)) as driver:
        exploration = driver.screen.exploration
        exploration.like.few = 0

        async def see(stage: int) -> None:
            held[0] = False
            while exploration.stage < stage:
                exploration.work(0)
            held[0] = True
            driver.screen.indexed()
            await driver.pilot.pause()
            line = driver.state()["last line"].partition("  /")[0]
            seen.append((exploration.stage, " ".join(line.split()).removesuffix(" search")))

        held[0] = False
        while exploration.walk.finder.work(0):
            pass
        held[0] = True
        await driver.press("slash", *"frail", "enter")
        rows, told = driver.state()["rows"], driver.told()
        for stage in range(4):
            await see(stage)
        kept = driver.screen.mode
    assert (rows, "Nothing found" in told) == (OPENED, False)
    assert seen == [
        (0, "/frail no match so far, still indexing"),
        (1, "/frail 1 of 1 so far"),
        (2, "/frail 1 of 1 so far"),
        (3, "/frail 1 of 1"),
    ]
    assert kept is None


async def test_an_index_is_gone_on_with_at_another_date(place: Graph, unread: GoOn) -> None:
    """What is kept is looked for there by name at once, and again when all of that date is indexed."""
    async with exploring(unasked(place), size=(100, 24)) as driver:
        driver.screen.exploration.like.at_once = 0.0
        exploration = driver.screen.exploration
        while exploration.work(1):
            pass
        await driver.press("slash", *"digital", "enter", "at", *"2022-03", "enter")
        at_once = exploration.like.stage, driver.state()["subject"]
        while exploration.work(1):
            pass
        driver.screen.indexed()
        await driver.pilot.pause()
        after = driver.state()
    assert (at_once, after["subject"]) == ((2, "ex-digital"), "ex-digital")
    assert after["last line"].split("   ")[0] == "/digital  1 of 1"


async def test_enter_goes_to_what_only_another_view_shows(place: Graph) -> None:
    """The match that the help names is one key away; the way back leads to the place before the search."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("4", "slash", *"digital", "enter")
        found = driver.state()
        await driver.press("left_square_bracket")
        assert (found["subject"], found["view"]) == ("ex-digital", "tiers")
        assert driver.state()["view"] == "seats"


async def test_after_a_search_without_a_match_the_cursor_is_in_sight(place: Graph) -> None:
    """Also where the search before had opened the rows above the cursor, which are closed without its matches."""
    async with exploring(place, size=(100, 24)) as driver:
        await driver.press("slash", *"digital", "enter")
        before = driver.state()["subject"]
        for end in ("enter", "escape"):
            await driver.press("slash", *"qqqqqq", end)
            now = driver.state()
            assert now["subject"] == before
            assert [row for row in now["rows"] if row.startswith(">")] == [">      Digital"]


async def test_the_cursor_is_in_sight_where_the_lines_were_others_before_the_search(place: Graph) -> None:
    """Escape goes back to the line at the top before, which may be far below the cursor once fewer lines are shown."""
    async with exploring(place, size=(80, 8)) as driver:
        await driver.press("L", "slash", *"ex", "enter", "end", "slash", *"council", "escape")
        tree = driver.screen.structure
        line = tree.cursor_line(tree.walk)
        assert line is not None
        assert tree.top <= line < tree.top + tree.size.height
