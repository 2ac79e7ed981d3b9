"""Folding and unfolding."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model.views.forest import Forest
from tiers.model.views.row_bits import bits_of_flags, flags_of_bits
from tiers.tui.exploring.search.filtering import Filtered
from tiers.tui.exploring.tree import outline as outlines
from tiers.tui.exploring.tree.outline import Outline

from .shapes import forest_of, forests, shown

DRAWN = """
    England
      North
        Board
        Forum
      South
        Trust
    Wales
"""


@pytest.fixture
def outline() -> Outline:
    """Return an outline with everything closed."""
    return Outline(forest_of(DRAWN))


def filtered(shown: Sequence[int], closed: Sequence[int] = ()) -> Filtered:
    """Return a filter from a 1 for each row that it shows, and for each that it closes."""
    return Filtered(bits_of_flags(bytes(shown)), bits_of_flags(bytes(closed)))


def test_nothing_is_open_at_first(outline: Outline) -> None:
    """A view opens on its roots."""
    assert shown(outline) == ["+ England", "Wales"]


def test_opening_shows_the_rows_below_as_they_were(outline: Outline) -> None:
    """What was open below a row that is closed and opened again is still open."""
    outline.open(0)
    outline.open(1)
    outline.close(0)
    assert shown(outline) == ["+ England", "Wales"]
    outline.open(0)
    assert shown(outline) == ["- England", "  - North", "    Board", "    Forum", "  + South", "Wales"]


def test_a_row_can_be_opened_that_is_not_shown(outline: Outline) -> None:
    """Opening below what is closed shows nothing until that is opened."""
    outline.open(4)
    assert shown(outline) == ["+ England", "Wales"]
    outline.open(0)
    assert shown(outline) == ["- England", "  + North", "  - South", "    Trust", "Wales"]


def test_everything_opens_and_closes(outline: Outline) -> None:
    """All rows are shown, then the roots alone."""
    outline.open_below(-1)
    assert len(outline.shown) == 7
    outline.close_below(-1)
    assert shown(outline) == ["+ England", "Wales"]


def test_a_subtree_opens_and_closes(outline: Outline) -> None:
    """Only what is below the row is touched."""
    outline.open_below(0)
    outline.close_below(1)
    assert shown(outline) == ["- England", "  + North", "  - South", "    Trust", "Wales"]


def test_revealing_opens_what_is_above(outline: Outline) -> None:
    """A row deep down is brought to light, its neighbours stay folded."""
    outline.reveal(5)
    assert shown(outline) == ["- England", "  + North", "  - South", "    Trust", "Wales"]


def test_narrowing_shows_one_subtree_alone(outline: Outline) -> None:
    """The row narrowed to is the root, at depth 0; widened, the view is as it was."""
    outline.open(0)
    outline.narrow(1)
    assert shown(outline) == ["- North", "  Board", "  Forum"]
    outline.close_below(-1)
    assert shown(outline) == ["- North", "  Board", "  Forum"]
    outline.narrow(-1)
    assert shown(outline) == ["- England", "  - North", "    Board", "    Forum", "  + South", "Wales"]


def test_revealing_a_row_outside_the_root_widens(outline: Outline) -> None:
    """Whatever is asked for is shown."""
    outline.narrow(1)
    outline.reveal(6)
    assert (outline.root, 6 in outline.shown) == (-1, True)


def test_a_filter_shows_its_rows_unfolded_and_leaves_the_folding_alone(outline: Outline) -> None:
    """What was folded before the filter is folded again after it, whatever was done in between."""
    outline.filter(filtered([1, 0, 0, 0, 1, 1, 0]))
    assert shown(outline) == ["- England", "  - South", "    Trust"]
    outline.close(4)
    assert shown(outline) == ["- England", "  + South"]
    outline.unfilter()
    assert shown(outline) == ["+ England", "Wales"]


def test_a_filter_makes_no_byte_for_each_row_until_one_is_folded(
    outline: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter of a search sets a filter, which is drawn and replaced by that of the next letter as bits."""
    made: list[int] = []

    def counted(bits: int, size: int) -> bytearray:
        made.append(size)
        return flags_of_bits(bits, size)

    monkeypatch.setattr(outlines, "flags_of_bits", counted)
    for letter in ([1, 1, 0, 1, 0, 0, 0], [1, 1, 0, 0, 0, 0, 0]):
        outline.filter(filtered(letter, [0, 1, 0, 0, 0, 0, 0]))
        outline.reveal(1)
        assert (outline.is_open(0), outline.is_open(1), outline.folded_by_hand()) == (True, False, [])
    assert made == []
    outline.close(0)
    assert (made, outline.folded_by_hand()) == ([7, 7, 7], [(0, False)])


def test_what_is_below_a_row_found_can_be_opened(outline: Outline) -> None:
    """It is closed at first; opened it shows all below it, and what was not found elsewhere stays hidden."""
    outline.filter(filtered([1, 1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0]))
    assert shown(outline) == ["- England", "  + North"]
    outline.open(1)
    assert shown(outline) == ["- England", "  - North", "    Board", "    Forum"]
    outline.close(1)
    outline.close(0)
    outline.open(0)
    assert shown(outline) == ["- England", "  + North"]
    outline.unfilter()
    assert shown(outline) == ["+ England", "Wales"]


def test_everything_below_a_row_found_can_be_opened(outline: Outline) -> None:
    """Everything below a found row can be opened, also where that row leads to others that were found."""
    outline.filter(filtered([1, 1, 0, 1, 0, 0, 0]))
    assert shown(outline) == ["- England", "  - North", "    Forum"]
    outline.open_below(1)
    assert shown(outline) == ["- England", "  - North", "    Board", "    Forum"]


def test_revealing_a_row_that_a_filter_hides_drops_the_filter(outline: Outline) -> None:
    """Whatever is asked for is shown."""
    outline.filter(filtered([1, 0, 0, 0, 1, 1, 0]))
    outline.reveal(3)
    assert outline.is_filtered is False
    assert shown(outline) == ["- England", "  - North", "    Board", "    Forum", "  + South", "Wales"]


def test_closing_what_is_above_the_root_hides_nothing(outline: Outline) -> None:
    """Where only a part is shown, what is above it can be closed without the part going out of sight."""
    outline.narrow(1)
    outline.close(0)
    assert shown(outline) == ["- North", "  Board", "  Forum"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["open", "close", "open_below", "close_below", "reveal", "narrow"]),
        st.integers(0, 39),
    ),
    max_size=12,
)


@given(forests(), STEPS, st.data())
def test_slices_and_rules_agree(forest: Forest, steps: list[tuple[str, int]], data: st.DataObject) -> None:
    """After any steps a row is shown exactly when all above it within the root are shown and open, and the filter lets it."""
    outline = Outline(forest)
    mask = None
    for name, number in steps:
        getattr(outline, name)(number % len(forest))
    if data.draw(st.booleans()):
        mask = bytearray(len(forest))
        for row in data.draw(st.lists(st.integers(0, len(forest) - 1))):
            for each in (row, *forest.ancestors(row)):
                mask[each] = 1
        outline.filter(filtered(mask))
    expected = []
    for row in range(outline.first, outline.end):
        above = forest.parents[row]
        inside = (
            row == outline.root or above < outline.first or (above in expected and outline.is_open(above))
        )
        if inside and (mask is None or mask[row]):
            expected.append(row)
    assert outline.shown.rows(0, len(forest)) == expected


def test_opening_or_closing_everything_is_taken_back_by_the_same_again(outline: Outline) -> None:
    """Unless something was folded in between, or the other was done."""
    outline.open(0)
    before = shown(outline)
    for everything in (outline.open_below, outline.close_below):
        everything(-1)
        assert shown(outline) != before
        everything(-1)
        assert shown(outline) == before
    outline.open_below(-1)
    outline.close(1)
    outline.open_below(-1)
    assert shown(outline) == [
        "- England",
        "  - North",
        "    Board",
        "    Forum",
        "  - South",
        "    Trust",
        "Wales",
    ]
