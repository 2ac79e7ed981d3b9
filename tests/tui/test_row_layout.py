"""How a row of the tree shares its line."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.driving import exploring
from tiers.model import Graph
from tiers.model.format.attributes import TIERS
from tiers.tui.widgets.row_layout import columns_of, fitted, marks_of, tier_word
from tiers.tui.widgets.shortening import shortened
from tiers.tui.wording.relation_words import Weight
from tiers.tui.wording.row_marks import MARKS, SHORT_TIERS, row_marks


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Ex Borough Partnership", 22, "Ex Borough Partnership"),
        ("North West London Integrated Care System", 30, "North West London…Care System"),
        ("Hammersmith & Fulham Integrated Care Partnership", 20, "Hammersmith & Fulha…"),
        ("Report of the meeting of 22 February 2022", 25, "Report of the meeting of…"),
        ("22 Feb 2022: reported on something", 20, "22 Feb 2022: report…"),
        ("A budget of 465,000 pounds a year", 19, "A budget of…a year"),
        ("123456789", 5, "…"),
        ("whatever", 0, ""),
    ],
)
def test_a_name_is_cut_in_its_middle(text: str, width: int, shown: str) -> None:
    """At a word where one can, and never in a number or a date."""
    assert shortened(text, width) == shown


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=60), st.integers(0, 40))
def test_a_name_never_takes_more_than_its_room(text: str, width: int) -> None:
    """Whatever it is made of, wide characters too."""
    assert cell_len(shortened(text, width)) <= max(width, cell_len(text) if cell_len(text) <= width else 0)


def test_the_vote_stays_and_the_kind_goes_first() -> None:
    """A name gives way to how somebody sits there, and to a state; all else stands only beside a whole name."""
    words = [
        (Weight.KIND, "organisation"),
        (Weight.SEAT, "co-chair"),
        (Weight.VOTE, "votes"),
        (Weight.FURTHER, "also 2"),
    ]
    name = "Central and North West London Trust"
    assert fitted(name, words, 80) == (name, "organisation · co-chair · votes · also 2")
    assert fitted(name, words, 55) == (name, "co-chair · votes")
    assert fitted(name, words, 40) == ("Central and Nort…Trust", "co-chair · votes")
    assert fitted(name, words, 22) == ("Central…Trust", "votes")
    assert fitted(name, words, 10) == ("Central…", "")


def test_a_mark_always_stands_in_its_own_cell() -> None:
    """Each kind of mark has a cell of its own, so that marks line up, with and without the marks of the moment."""
    columns = columns_of(42, more_marks=2)
    assert marks_of(["inferred"], ["x", "+"], columns) == " °x+"
    assert marks_of(["disputed"], [" ", ""], columns) == "≠   "
    assert marks_of([], [], columns_of(20)) == ""


@pytest.mark.parametrize("tier", TIERS)
def test_every_tier_has_a_short_form_of_its_own_that_the_legend_tells(tier: str) -> None:
    """The whole word from 60 cells, the short form below; both fit their column."""
    whole, short = columns_of(60), columns_of(59)
    assert tier_word(tier, whole).strip() == tier
    assert tier_word(tier, short).strip() == SHORT_TIERS[tier]
    assert len(set(SHORT_TIERS.values())) == len(TIERS) == len(SHORT_TIERS)
    told = dict(row_marks())
    assert SHORT_TIERS[tier] == tier or told[SHORT_TIERS[tier]] == f"{tier} (tier)"
    assert all(sign in told for sign, _ in MARKS.values())


@pytest.mark.parametrize(("size", "words"), [((80, 24), ("syst", "place")), ((120, 24), ("system", "place"))])
async def test_every_row_with_a_tier_says_it_in_one_column(
    place: Graph, size: tuple[int, int], words: tuple[str, str]
) -> None:
    """Disputed, inferred, met again: the tier stands there, and in the same place on each row."""
    async with exploring(place, size=size) as driver:
        await driver.press("e")
        rows = [line[: driver.screen.structure.size.width] for line in driver.lines()[2:-1]]
    places = {row.rindex(f" {word}") for row in rows for word in words if f" {word}" in row[20:]}
    assert len(places) == 1
    assert [row for row in rows if "≠" in row]
    assert all(any(word in row for word in words) for row in rows if "≠" in row)


async def test_a_match_is_in_sight_with_what_it_is_below(place: Graph) -> None:
    """However small the screen, as many of the rows above it as there is room for."""
    async with exploring(place, size=(80, 9)) as driver:
        await driver.press("e", "slash", *"care homes", "enter", "backslash")
        rows = [line[:42] for line in driver.lines()[2:-1]]
    assert "Frailty" in rows[-2]
    assert "Care homes" in rows[-1]
    assert "Delivery" in rows[-3]


HELD = """
[[partnership]]
id = "place"
name = "Place"
tier = "place"
[[body]]
id = "board"
name = "Joint board"
part_of = "place"
[[function]]
id = "budget"
name = "The joint budget"
part_of = "place"
in_hands_of = [{ id = "board", mode = "delegated", basis = "inferred" }]
"""


async def test_roles_in_a_function_are_columns_where_there_is_room(graph_of: Callable[[str], Graph]) -> None:
    """Else the roles that somebody has, after the name in the same order; in a column what is not stated is a dash."""
    graph = graph_of(HELD)
    async with exploring(graph, view="functions", size=(120, 12)) as driver:
        lines = driver.lines()[2:5]
        assert "The joint budget" in lines[1]
        assert "  delegated  " in lines[1]
        assert "Joint board" in lines[2]
        await driver.press("z", "z")
        headings, function = (" ".join(line.split()) for line in driver.lines()[2:4])
    assert "decides delegated oversees delivers" in headings
    assert "The joint budget" in function
    assert "– Joint board° – –" in function  # noqa: RUF001 - dashes


async def test_a_key_sets_the_widths_of_the_panes(place: Graph) -> None:
    """A wider tree, the tree alone with the detail in its place, a wider detail, as before; each is named."""
    async with exploring(place, size=(100, 24)) as driver:
        seen = []
        for _ in range(4):
            await driver.press("z")
            sizes = [
                pane.size.width if pane.display else 0
                for pane in (driver.screen.structure, driver.screen.detail)
            ]
            seen.append((sizes, driver.state()["last line"].split("   ")[0]))
        assert seen == [
            ([75, 25], "widths: a wider tree"),
            ([100, 0], "widths: the tree alone"),
            ([36, 64], "widths: a wider detail"),
            ([53, 47], "widths: even"),
        ]
        await driver.press("z", "z", "enter")
        assert (driver.screen.structure.display, driver.screen.detail.size.width) == (False, 100)
