"""Moving, folding and finding in one view."""

import pytest

from tiers.tui.exploring.tree.outline import Outline
from tiers.tui.exploring.tree.walk import Walk

from .shapes import finder_of, forest_of, walked

DRAWN = """
    England
      North
        Board
        Forum
      [Places]
        South
          Trust board
        West
    Wales
"""


@pytest.fixture
def walk() -> Walk:
    """Return a walk through a small view, opened down to the places, the cursor on the first row."""
    forest = forest_of(DRAWN)
    outline = Outline(forest)
    outline.open_rows([0, 4])
    return Walk(outline, finder_of(forest), 0)


def test_a_walk_begins_where_it_is_put(walk: Walk) -> None:
    """The rows as they are folded, the cursor among them."""
    assert walked(walk) == [
        ">- England",
        "   + North",
        "   - Places",
        "     + South",
        "     West",
        " Wales",
    ]


def name(walk: Walk) -> str:
    """Return the name of the row of the cursor."""
    return walk.forest.names[walk.cursor]


def test_lines_are_moved_by_and_to(walk: Walk) -> None:
    """A move ends at the ends."""
    names = []
    for step in (1, 1, 1, -2, 99, -99):
        walk.move(step)
        names.append(name(walk))
    walk.to_end()
    names.append(name(walk))
    walk.to_line(1)
    names.append(name(walk))
    assert names == ["North", "Places", "South", "North", "Wales", "England", "Wales", "North"]


def test_siblings_are_stepped_through_over_what_is_between(walk: Walk) -> None:
    """From one to the next on the same level, and no farther than the last."""
    walk.put(1)
    names = []
    for step in (1, 1, -1, -1):
        walk.to_sibling(step)
        names.append(name(walk))
    walk.cursor = 0
    walk.to_sibling(1)
    assert [*names, name(walk)] == ["Places", "Places", "North", "North", "Wales"]


def test_unfolding_opens_then_goes_down(walk: Walk) -> None:
    """The same key opens a row, goes to the first below it and stops where there is nothing below."""
    walk.put(1)
    walk.unfold()
    opened = walk.outline.is_open(1)
    walk.unfold()
    first = name(walk)
    walk.unfold()
    assert (opened, first, name(walk)) == (True, "Board", "Board")


def test_folding_closes_then_goes_up(walk: Walk) -> None:
    """The same key goes to the row above, closes it, and stops at a root."""
    walk.put(5)
    names = []
    for _ in range(5):
        walk.fold()
        names.append(name(walk))
    assert names == ["Places", "Places", "England", "England", "England"]
    assert walked(walk) == [">+ England", " Wales"]


def test_a_cursor_in_what_is_closed_moves_up_to_it(walk: Walk) -> None:
    """The cursor is always on a row that is shown."""
    walk.put(6)
    walk.toggle(4)
    assert name(walk) == "Places"
    walk.toggle(4)
    walk.put(6)
    walk.fold_below(everywhere=True)
    assert walked(walk) == [">+ England", " Wales"]


def test_toggling_opens_and_closes_the_row_of_the_cursor(walk: Walk) -> None:
    """A row without rows below it stays as it is."""
    walk.put(1)
    walk.toggle()
    opened = walk.outline.is_open(1)
    walk.toggle()
    closed = walk.outline.is_open(1)
    walk.put(8)
    walk.toggle()
    assert (opened, closed, name(walk)) == (True, False, "Wales")


def test_the_row_of_the_cursor_becomes_the_root_and_again_widens(walk: Walk) -> None:
    """Roots nest, and are left one after the other."""
    walk.put(4)
    first = walk.root_here(), walked(walk)
    walk.put(5)
    second = walk.root_here(), walked(walk)
    third = walk.root_here(), walked(walk)
    walk.put(4)
    fourth = walk.root_here(), len(walk.outline.shown)
    assert first == (True, [">- Places", "   + South", "   West"])
    assert second == (True, [">- South", "   Trust board"])
    assert third == (False, [" - Places", ">  - South", "     Trust board", "   West"])
    assert fourth == (False, 7)


def test_finding_shows_what_bears_the_words_and_what_leads_there(walk: Walk) -> None:
    """Matches keep their ancestors; the cursor goes to the likeliest, wherever it was."""
    walk.put(6)
    walk.begin_finding()
    walk.find_from_where_begun("board")
    assert walked(walk) == [
        " - England",
        "   - North",
        ">    Board",
        "   - Places",
        "     - South",
        "       Trust board",
    ]
    walk.to_found()
    assert name(walk) == "Trust board"
    walk.to_found()
    assert name(walk) == "Board"
    walk.to_found(back=True)
    assert name(walk) == "Trust board"


def test_giving_up_restores_tree_and_cursor(walk: Walk) -> None:
    """Everything is as it was before the first letter."""
    walk.put(5)
    before = walked(walk)
    walk.begin_finding()
    for text in ("b", "bo", "boa", "wal"):
        walk.find_from_where_begun(text)
    walk.give_up_finding()
    assert (walked(walk), walk.found) == (before, None)


def test_with_nothing_typed_everything_is_shown(walk: Walk) -> None:
    """The last letter removed, the tree and the cursor are back."""
    before = walked(walk)
    walk.begin_finding()
    walk.find_from_where_begun("b")
    walk.find_from_where_begun("")
    assert walked(walk) == before


def test_a_mistyped_word_finds_what_is_alike(walk: Walk) -> None:
    """Where nothing bears what was typed, what the index takes it for is found, and said to be only alike."""
    walk.begin_finding()
    walk.find_from_where_begun("fourm")
    assert walk.found is not None
    assert (list(walk.found.rows), walk.found.alike, name(walk)) == ([3], True, "Forum")


def test_nothing_found_leaves_the_tree_untouched(walk: Walk) -> None:
    """It is as it was before the first letter, also after others were found, and the cursor waits where it was."""
    walk.put(5)
    before = walked(walk)
    walk.begin_finding()
    for text in ("b", "bo", "boxyz"):
        walk.find_from_where_begun(text)
    assert walked(walk) == before
    walk.to_found()
    assert walked(walk) == before


def test_a_heading_is_found_and_what_is_below_it_can_be_opened(walk: Walk) -> None:
    """A match is closed where it leads to no other, and shows what is below it when it is opened."""
    walk.begin_finding()
    walk.find_from_where_begun("plac")
    assert walked(walk) == [" - England", ">  + Places"]
    walk.unfold()
    walk.unfold()
    assert walked(walk) == [" - England", "   - Places", ">    + South", "     West"]
    walk.give_up_finding()
    assert len(walked(walk)) == 6


def test_what_was_opened_stays_open_when_the_search_is_repeated(walk: Walk) -> None:
    """A row opened among the hits stays open when the search runs again, as it does when more has been indexed."""
    walk.begin_finding()
    walk.find_from_where_begun("north")
    walk.unfold()
    opened = walked(walk)
    walk.find_again()
    assert walked(walk) == opened
    assert "     Board" in opened


def test_a_match_opened_away_from_the_cursor_stays_open_too(walk: Walk) -> None:
    """When the search runs again, a hit stays open or closed as it was put by hand, also with the cursor on a row below it."""
    walk.begin_finding()
    walk.find_from_where_begun("north")
    walk.unfold()
    walk.move(1)
    opened = walked(walk)
    assert name(walk) == "Board"
    walk.find_again()
    assert walked(walk) == opened
    walk.to_line(0)
    walk.fold()
    closed = walked(walk)
    walk.find_again()
    assert walked(walk) == closed


def test_what_was_looked_for_is_looked_for_in_another_view(walk: Walk) -> None:
    """The cursor stays where that shows it, else goes to the likeliest; filtered or marked as before."""
    walk.put(2)
    walk.carry_on_finding("board", filtering=True)
    stayed = name(walk), len(walked(walk))
    walk.stop_finding()
    walk.put(3)
    walk.carry_on_finding("board", filtering=True)
    went = name(walk), len(walked(walk))
    walk.stop_finding()
    walk.put(3)
    walk.carry_on_finding("board", filtering=False)
    assert (stayed, went, name(walk)) == (("Board", 6), ("Board", 6), "Forum")


def test_marking_shows_everything_and_opens_what_leads_to_a_match(walk: Walk) -> None:
    """Without the filter the tree is whole; stepping to a match opens what hides it."""
    walk.begin_finding()
    walk.find_from_where_begun("board")
    walk.toggle_filtering()
    assert walked(walk) == [
        " - England",
        "   - North",
        ">    Board",
        "     Forum",
        "   - Places",
        "     + South",
        "     West",
        " Wales",
    ]
    walk.to_found()
    assert name(walk) == "Trust board"
    walk.toggle_filtering()
    assert len(walk.outline.shown) == 6


def test_going_to_a_row_the_filter_hides_drops_the_filter(walk: Walk) -> None:
    """Following a relation out of what was found leaves the search."""
    walk.begin_finding()
    walk.find_from_where_begun("wales")
    walk.put(7)
    assert (walk.found, walk.outline.is_filtered, name(walk)) == (None, False, "West")


def test_finding_stays_within_the_root(walk: Walk) -> None:
    """Rows outside what the view is narrowed to are neither shown nor counted."""
    walk.put(4)
    walk.root_here()
    walk.begin_finding()
    walk.find_from_where_begun("board")
    assert walk.found is not None
    assert list(walk.found.rows) == [6]


def test_an_empty_view_can_be_walked() -> None:
    """Where there are no rows every step stays nowhere."""
    forest = forest_of(DRAWN)
    empty = type(forest)(
        "empty", [], [], [], [], forest.parents[:0], forest.ends[:0], forest.depths[:0], bytearray()
    )
    walk = Walk(Outline(empty), finder_of(empty), -1)
    walk.begin_finding()
    for step in (
        walk.unfold,
        walk.fold,
        walk.toggle,
        walk.to_end,
        walk.fold_below,
        walk.unfold_below,
        walk.root_here,
    ):
        step()
    walk.move(1)
    walk.to_sibling(1)
    walk.find_from_where_begun("x")
    walk.give_up_finding()
    assert (walk.cursor, walk.path, walked(walk)) == (-1, [], [])
