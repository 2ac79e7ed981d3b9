"""The same row in another view or at another date."""

from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.model.views.forest import Forest
from tiers.model.views.patched import PatchedForest
from tiers.tui.exploring.tree.folding import Folding
from tiers.tui.exploring.tree.outline import Outline
from tiers.tui.exploring.tree.trail import row_nearest, trail_of

from ..model.dated_models import dated_models, days
from ..model.test_patching import again
from ..model.test_turning_days import models
from .shapes import forest_of, forests, shown

OLD = forest_of(
    """
    Place
      [Members]
        Council
        Trust
      [Bodies]
        Board
          Group
    """
)
NEW = forest_of(
    """
    System
      Place
        [Members]
          Trust
        Council
    """
)


def found(old: Forest, name: str, new: Forest) -> tuple[str, int]:
    """Return the name of the row that is nearest to one of another forest, and how many steps are missing."""
    row, left = row_nearest(new, trail_of(old, old.names.index(name)))
    return (new.names[row] if row >= 0 else "", left)


def test_an_entity_is_found_wherever_it_stands() -> None:
    """An entity is found again in another tree, also where it stands below something else there."""
    assert [found(OLD, name, NEW) for name in ("Place", "Trust", "Council")] == [
        ("Place", 0),
        ("Trust", 0),
        ("Council", 0),
    ]


def test_a_group_is_found_below_what_it_stood_below() -> None:
    """Where that has one of its name."""
    assert found(OLD, "Members", NEW) == ("Members", 0)


def test_else_the_nearest_above_is_found() -> None:
    """An entity that is not in the other view leads to the nearest one above, with the number of steps; there may be none."""
    assert found(OLD, "Group", NEW) == ("Place", 3)
    assert found(OLD, "Bodies", NEW) == ("Place", 1)
    assert found(NEW, "System", OLD) == ("", 1)
    assert row_nearest(OLD, ()) == (-1, 0)


def test_of_several_places_the_one_that_is_most_alike_is_found() -> None:
    """Of several rows of one entity, the row below the same parent is found."""
    forest = forest_of(
        """
        One
          Trust
        Two
          Trust
        """
    )
    assert [row_nearest(forest, trail_of(forest, row)) for row in (1, 3)] == [(1, 0), (3, 0)]


@given(forests(), st.data())
def test_every_row_is_found_in_its_own_forest(forest: Forest, data: st.DataObject) -> None:
    """In a tree of any shape, the trail of a row leads back to that row."""
    row = data.draw(st.integers(0, len(forest) - 1))
    assert row_nearest(forest, trail_of(forest, row)) == (row, 0)


@given(forests(), st.data())
def test_a_view_is_folded_as_it_was(forest: Forest, data: st.DataObject) -> None:
    """Kept and folded again it is the same, whatever it would open with."""
    rows = st.sets(st.integers(0, len(forest) - 1))
    outline, again, folding = Outline(forest), Outline(forest), Folding()
    outline.open_rows(data.draw(rows))
    folding.keep(outline)
    folding.fold(again, data.draw(rows))
    assert shown(again) == shown(outline)


def test_what_is_not_there_at_a_date_stays_as_it_was_folded() -> None:
    """Gone and there again, it is open as before; what is new opens as it would."""
    old, new, folding = Outline(OLD), Outline(NEW), Folding()
    old.open_below(-1)
    folding.keep(old)
    folding.fold(new, [0])
    assert shown(new) == ["- System", "  - Place", "    - Members", "      Trust", "    Council"]
    folding.keep(new)
    again = Outline(OLD)
    folding.fold(again, [])
    assert shown(again) == shown(old)


@given(model=models() | dated_models, dates=st.lists(days, min_size=2, max_size=4), data=st.data())
def test_folding_is_carried_to_rows_laid_out_in_part(
    model: Graph, dates: list[str | None], data: st.DataObject
) -> None:
    """What is open stays open at each date, as where all rows are compared by what they are."""
    top = VIEWS["tiers"].top()
    assert top is not None
    before = model.as_of(dates[0])
    outline, plain = (Outline(VIEWS["tiers"].make(before)) for _ in range(2))
    folding, known = Folding(), Folding()
    for date in dates[1:]:
        rows = range(len(outline.forest))
        for row in data.draw(st.sets(st.sampled_from(rows))) if rows else ():
            for each in (outline, plain):
                (each.close if each.is_open(row) else each.open)(row)
        graph = model.as_of(date)
        forest = again("tiers", outline.forest, before, graph) or VIEWS["tiers"].make(model.as_of(date))
        opened = [row for row in range(len(forest)) if row % 2]
        new, whole = Outline(forest), Outline(VIEWS["tiers"].make(model.as_of(date)))
        folding.carry(outline, new, opened)
        known.keep(plain)
        known.fold(whole, opened)
        assert new.folding == whole.folding
        outline, plain, before = new, whole, graph
    if isinstance(outline.forest, PatchedForest):  # back to the rows from which most of these are
        back, whole = Outline(outline.forest.earlier), Outline(outline.forest.earlier)
        folding.carry(outline, back, range(0, len(back.forest), 2))
        known.keep(plain)
        known.fold(whole, range(0, len(whole.forest), 2))
        assert back.folding == whole.folding
