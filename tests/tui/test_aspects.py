"""The pages of the detail besides the entity itself, driven by keys."""

import pytest

from tiers.model import Entity, Evidence, Graph, load
from tiers.tui.wording.description.citing import citation_of

from .conftest import PLACE
from .driving import exploring


async def test_who_decides_is_told_beside_any_entity_and_each_step_can_be_followed(place: Graph) -> None:
    """`w` tells the chain upward from where the cursor is; a step leads to its entity, `[` back to the chain."""
    async with exploring(place, view="decisions", node="ex-frailty", size=(120, 60)) as driver:
        await driver.press("w", "enter")
        chain, state = driver.told(), driver.state()
        steps = [link.target for link in driver.screen.detail.setting.links]
        await driver.press(*("j",) * steps.index("ex-board"), "enter")
        followed = driver.state(), driver.told()[0]
        await driver.press("left_square_bracket")
        back = driver.state(), driver.told()
        await driver.press("escape")
        again = driver.state()["pane"], driver.told()[0]
    assert chain[:2] == ["Frailty & café mornings", "who decides, here and in the bodies above"]
    assert (state["pane"], state["subject"], state["link"]) == ("detail", "ex-frailty", steps[0])
    assert steps.index("ex-frailty") < steps.index("ex-board")
    assert followed[0]["subject"] == "ex-board"
    assert followed[1].startswith("Ex Joint Board")
    assert (back[0]["link"], back[1]) == ("ex-board", chain)
    assert again[0] == "tree"
    assert again[1].startswith("Frailty & café mornings\u00a0")


async def test_the_chain_follows_the_cursor(place: Graph) -> None:
    """It stays while the reader walks through the tree; of a group it is that of what the group is of."""
    async with exploring(place, node="ex-board", size=(120, 40)) as driver:
        await driver.press("o", "w", "tab")
        titles = [driver.told()[0]]
        for key in ("k", "k", "g"):
            await driver.press(key)
            titles.append(driver.told()[0])
    assert titles[:2] == ["Ex Joint Board", "Ex Borough Partnership"]
    assert titles[-1] == "Wessex Integrated Care System"


async def test_gaps_are_walked_through(place: Graph) -> None:
    """`u` lists what is not said of the entity, Enter goes to the entity of a gap, `[` back to the list."""
    async with exploring(place, node="ex", size=(120, 60)) as driver:
        await driver.press("u")
        listed = driver.told()
        await driver.press("j")
        gap = driver.state()["link"]
        await driver.press("enter")
        followed = driver.state()["subject"]
        await driver.press("left_square_bracket")
        assert (driver.told(), driver.state()["link"]) == (listed, gap)
        await driver.press("escape")
        assert driver.told()[0].startswith("Ex Borough Partnership")
    assert listed[0] == "What no document says"
    assert listed[1].startswith("Ex Borough Partnership · ")
    assert "Asked and not settled (1)" in listed
    assert followed == gap


async def test_gaps_of_all_of_the_model(place: Graph) -> None:
    """`U` lists them wherever the cursor is."""
    async with exploring(place, node="trust", size=(120, 60)) as driver:
        await driver.press("u")
        own = driver.told()[1]
        await driver.press("U")
        whole = driver.told()[1]
    assert own == "Wessex NHS Trust · no gaps found"
    assert whole.startswith("the whole model · ")


@pytest.mark.parametrize("size", [(44, 24), (80, 24), (120, 24)])
async def test_from_what_is_told_to_the_tree_and_back(place: Graph, size: tuple[int, int]) -> None:
    """Tab shows the tree beside two that are compared or in their place, then those again; nothing is blank."""
    async with exploring(place, node="ex", size=size) as driver:
        await driver.press("x", "k", "x")
        await driver.press("tab", "tab")
        compared = driver.lines()
        await driver.press("tab")
        tree = driver.lines()
        await driver.press("tab")
        again = driver.lines()
    assert any("= the same" in line for line in compared)
    assert not any("▾" in line for line in compared)
    assert any("▾" in line for line in tree)
    assert again == compared


async def test_what_is_told_out_of_sight_is_not_what_esc_leaves(place: Graph) -> None:
    """At 44 columns the tree covers it: Esc leaves what was found, and the key that told it shows it again."""
    async with exploring(place, node="ex", size=(44, 24)) as driver:
        await driver.press("slash", *"board", "enter", "u")
        listed = driver.lines()
        await driver.press("tab", "u")
        again = driver.lines()
        await driver.press("tab", "escape")
        left = driver.screen.exploration.walk.found, driver.state()["pane"]
        await driver.press("tab")
        told = driver.told()
    assert any("What no document says" in line for line in listed)
    assert again == listed
    assert left == (None, "tree")
    assert "What no document says" not in told


async def test_every_statement_with_where_it_is_written(place: Graph) -> None:
    """`s` tells of each its source, the place in it, the date, whether stated or inferred; the source can be followed."""
    async with exploring(place, node="ex", size=(160, 80)) as driver:
        await driver.press("s")
        lines = driver.told()
        await driver.press("enter")
        followed = driver.state()["subject"]
    text = " ".join(lines)
    assert (
        "Every statement, with its source That it exists, existed or is planned "
        "stated in Slides on the partnership, Slide: structure, as at 22 Feb 2022 "
        "stated in Scrutiny minutes, Item 1: names, as at about Jun 2021 "
        "Name: Ex Health and Care Partnership "
    ) in text
    assert "inferred from Slides on the partnership, Slide: structure, as at 22 Feb 2022" in text
    assert followed == "slides"


async def test_both_sides_of_a_disagreement_are_told(place: Graph) -> None:
    """In the detail of what it is about."""
    async with exploring(place, node="ex-board", size=(160, 80)) as driver:
        lines = driver.told()
    at = next(row for row, line in enumerate(lines) if line.startswith("The documents disagree, undecided"))
    sides = " ".join(lines[at : at + 6])
    assert "The minutes say the council" in sides
    assert "The slides name nobody" in sides


async def test_the_ways_down_are_not_told_beside_the_tree(place: Graph) -> None:
    """Beside the tree no line says within what an entity is, since the path above shows it."""
    async with exploring(place, node="ex-frailty-homes", size=(160, 80)) as driver:
        assert not any(line.startswith("Within") for line in driver.told())


@pytest.mark.parametrize("size", [(80, 24), (200, 40), (44, 24)])
async def test_two_are_compared_side_by_side(place: Graph, size: tuple[int, int]) -> None:
    """`x` marks one and on another shows both; a row of either leads to it, Esc leaves, `[` goes back."""
    async with exploring(place, node="ex", size=size) as driver:
        await driver.press("x")
        assert any("°x│" in line for line in driver.lines()[2:])
        assert driver.state()["last line"].startswith("marked: `x` on another compares both")
        await driver.press("k", "x")
        compared, state = driver.told(), driver.state()
        await driver.press("escape")
        left = driver.state()["pane"], driver.screen.exploration.marked
    assert (state["pane"], left) == ("detail", ("tree", None))
    text = "\n".join(compared)
    if size[0] > 44:
        assert compared[0].split("   ")[0].rstrip() == "Ex Borough Partnership"
        assert compared[0].endswith("Wessex Integrated Care System")
        assert compared[1].split() == ["latest", "latest"]
    else:
        assert compared[:2] == ["A  Ex Borough Partnership", "B  Wessex Integrated Care System"]
    assert "~ Tier" in text
    assert "Decision-making layers" in text


async def test_one_place_is_compared_at_two_dates(place: Graph) -> None:
    """Marked at one date and again at another; marked twice at the same, it is no longer marked."""
    async with exploring(place, node="ex", size=(120, 60)) as driver:
        await driver.press("x", "x")
        assert driver.state()["last line"].startswith("the mark for comparison is removed")
        await driver.press("x", "at", "home", "enter", "x")
        compared = driver.told()
    assert [part.strip() for part in compared[1].split("   ") if part.strip()] == [
        "latest",
        "as of Jun 2021",
    ]
    assert "~ Name" in compared


async def test_a_comparison_is_gone_back_to(place: Graph) -> None:
    """After a row of it was followed."""
    async with exploring(place, node="ex", size=(120, 60)) as driver:
        await driver.press("x", "k", "x", "j", "enter")
        assert driver.state()["pane"] == "detail"
        followed = driver.told()
        await driver.press("left_square_bracket")
        assert "~ Tier" in driver.told()
        assert "~ Tier" not in followed


async def test_a_group_cannot_be_compared_but_has_gaps(place: Graph) -> None:
    """Those of what it is of."""
    async with exploring(place, node="ex-board", size=(120, 40)) as driver:
        await driver.press("o", "k", "x")
        assert driver.state()["last line"].startswith("this row is no entity to compare")
        await driver.press("u")
        assert driver.told()[1].startswith("Ex Borough Partnership · ")


async def test_an_empty_model_has_nothing_to_tell() -> None:
    """Every key does something all the same."""
    async with exploring(Graph.of({}, ())) as driver:
        await driver.press("w")
        assert driver.told()[0] == "Who decides"
        await driver.press("enter", "u", "U", "s", "x", "p", "t", "escape", "c", "escape", "C", "D")
        assert driver.state()["last line"].startswith("no document of this model has a date")
        await driver.press("y", "p")
        assert driver.state()["last line"].startswith("this row has nothing of that kind")
        await driver.press("y", "c")
        assert driver.state()["last line"].startswith("no source is named here; `s` lists every statement")


async def test_a_citation_is_copied(place: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Document, place in it in words, date, and whether inferred, told whole in the last line; also of the relation of a row."""
    sent: list[str] = []
    async with exploring(place, node="ex", size=(240, 24)) as driver:
        monkeypatch.setattr(driver.app, "copy_to_clipboard", sent.append)
        await driver.press("y", "c")
        await driver.press("y", "y", "y", "enter")
        said = driver.state()["last line"].split("   ")[0]
        await driver.press("2", "e", "g", *"jj")
        while driver.screen.exploration.subject is not None:
            await driver.press("j")
        await driver.press("y", "c")
    of_entity = (
        "Ex Borough Partnership: Slides on the partnership, Slide: structure, as at 22 Feb 2022; "
        "Minutes of the scrutiny committee of the borough of Ex, Item 1: names, as at about Jun 2021"
    )
    of_delegation = (
        "delegates to Ex Joint Board, extent not stated: inferred from "
        "Slides on the partnership, Slide: structure, as at 22 Feb 2022"
    )
    assert sent == [of_entity, of_entity, of_entity, of_delegation]
    assert said == f"sent to the clipboard: {sent[0]}"


async def test_of_a_long_citation_its_beginning_is_told(
    place: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In 80 columns the last line has as much as fits from the beginning of what was sent, and a sign that there is more."""
    sent: list[str] = []
    async with exploring(place, node="ex", size=(80, 24)) as driver:
        monkeypatch.setattr(driver.app, "copy_to_clipboard", sent.append)
        await driver.press("y", "c")
        said = driver.lines()[-1].strip()
    assert said == "sent to the clipboard: Ex Borough Partnership: Slides on the partnership, Sli…"
    assert f"sent to the clipboard: {sent[0]}".startswith(said.removesuffix("…"))


def test_a_citation_is_on_one_line_and_safe() -> None:
    """A citation has no line break and no control character, even where what is cited has."""
    graph = load(PLACE)
    assert citation_of(graph, graph.entity("ex-board").evidence, "a\nb\x1b[31m") == (
        "a\\u{a}b\\u{1b}[31m: Slides on the partnership, Slide: structure, as at 22 Feb 2022"
    )


async def test_of_a_sort_with_many_gaps_the_first_are_listed() -> None:
    """And how many more there are, so that a large model is not set in lines that nobody reads."""
    entities = [Entity(f"b{number}", "body", {"name": f"B{number:03}"}, Evidence()) for number in range(203)]
    async with exploring(Graph.of({each.id: each for each in entities}, ()), size=(120, 60)) as driver:
        await driver.press("U")
        told = driver.told()
    assert [line for line in told if line.startswith("Who sits on ")] == [
        f"Who sits on B{number:03}?" for number in range(200)
    ]
    assert told.count("and 3 more; press `u` at a place for its own gaps") == 1


async def test_of_a_state_with_many_promises_the_first_are_listed() -> None:
    """And how many more there are; the heading counts all of them."""
    entities = [
        Entity(f"c{number:04}", "commitment", {"name": f"C{number:04}"}, Evidence()) for number in range(1203)
    ]
    async with exploring(Graph.of({each.id: each for each in entities}, ()), size=(120, 60)) as driver:
        await driver.press("p")
        told = driver.told()
    assert [line for line in told if line.startswith("C")] == [
        f"C{number:04} · progress not stated" for number in range(200)
    ]
    said = " ".join(told)
    assert said.count("and 1,003 more; press `p` at a place for its own questions and promises") == 1
    assert "1,203 not stated; of 1,203 nothing is reported later in these documents" in said
    assert "Not stated (1,203)" in told
