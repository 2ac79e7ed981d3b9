"""Views, places and history."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.history import Place
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.exploring.tree.other_places import to_next_place

from .shapes import walked


@pytest.fixture
def exploration(place: Graph) -> Exploration:
    """Return an exploration of the small model."""
    views = {name: VIEWS[name] for name in ("tiers", "decisions", "workstreams", "seats")}
    return Exploration(place, views, QueryMeanings(place), "tiers")


def where(exploration: Exploration) -> tuple[str, str]:
    """Return the view and the name of the row of the cursor."""
    return exploration.view, exploration.walk.forest.names[exploration.walk.cursor]


def test_it_opens_with_the_places_in_sight(exploration: Exploration) -> None:
    """The tiers are open down to the places, the cursor is on the first."""
    assert walked(exploration.walk) == [" - Wessex Integrated Care System", ">  + Ex Borough Partnership"]


def test_other_views_open_as_far_as_is_easy_to_take_in(exploration: Exploration) -> None:
    """Level after level, as long as the rows are few; the cursor is on the entity it was on."""
    exploration.see("decisions")
    assert walked(exploration.walk) == [
        ">- Ex Borough Partnership",
        "   - Sovereign organisations",
        "     Local Authority",
        "   delegates to Ex Joint Board, extent not stated",
        "   - Joint management",
        "     Ex Joint Board",
        "   - In no documented layer",
        "     - Frailty & café mornings",
        "       Care homes sub-group",
        "     Digital",
        "     Ex statutory committee",
    ]


def test_the_cursor_stays_on_the_entity_when_the_view_changes(exploration: Exploration) -> None:
    """The same entity in every view that shows it."""
    exploration.go("ex-frailty")
    stations = []
    for view in ("decisions", "workstreams", "tiers"):
        assert exploration.see(view) is None
        stations.append(where(exploration))
    assert stations == [
        ("decisions", "Frailty & café mornings"),
        ("workstreams", "Frailty & café mornings"),
        ("tiers", "Frailty & café mornings"),
    ]


def test_else_it_goes_to_the_nearest_above_and_comes_back(exploration: Exploration) -> None:
    """What a view does not show is said; nothing is lost by looking at another view."""
    exploration.go("ex-frailty")
    assert exploration.see("seats") == "ex-frailty"
    assert where(exploration) == ("seats", "Ex Borough Partnership")
    assert exploration.see("workstreams") is None
    assert where(exploration) == ("workstreams", "Frailty & café mornings")


def test_once_moved_the_cursor_is_where_it_was_moved_to(exploration: Exploration) -> None:
    """The entity carried is the last one chosen."""
    exploration.go("ex-frailty")
    exploration.see("seats")
    exploration.go("council")
    exploration.see("tiers")
    assert where(exploration) == ("tiers", "Ex Council")


def test_folding_is_kept_with_the_view(exploration: Exploration) -> None:
    """Each view is found as it was left."""
    exploration.see("decisions")
    exploration.walk.fold_below()
    before = walked(exploration.walk)
    exploration.see("tiers")
    exploration.see("decisions")
    assert walked(exploration.walk) == before == [">+ Ex Borough Partnership"]


def test_what_is_looked_for_is_carried_to_other_views(exploration: Exploration) -> None:
    """The same query is asked there, and where it finds nothing the view is whole; left there, it is left."""
    exploration.walk.begin_finding()
    exploration.walk.find_from_where_begun("digital")
    exploration.see("decisions")
    decisions = where(exploration), walked(exploration.walk)
    exploration.see("seats")
    seats = exploration.walk.kept, len(walked(exploration.walk))
    exploration.see("tiers")
    tiers = exploration.walk.kept, where(exploration)
    exploration.walk.stop_finding()
    exploration.see("decisions")
    assert decisions == (
        ("decisions", "Digital"),
        [" - Ex Borough Partnership", "   - In no documented layer", ">    Digital"],
    )
    assert seats == ("", 15)
    assert tiers == ("digital", ("tiers", "Digital"))
    assert exploration.walk.found is None


def test_going_to_an_entity_finds_a_view_that_shows_it(exploration: Exploration) -> None:
    """In this view where it is shown, else in the first that shows it."""
    assert exploration.go("council") is True
    assert where(exploration) == ("tiers", "Ex Council")
    exploration.see("workstreams")
    assert exploration.go("ex-board") is True
    assert where(exploration) == ("tiers", "Ex Joint Board")


def test_what_no_view_shows_is_looked_at_alone(exploration: Exploration) -> None:
    """Looking at it ends when the cursor moves."""
    before = where(exploration)
    assert exploration.go("old-ccg") is False
    assert (exploration.subject, exploration.visiting, where(exploration)) == ("old-ccg", "old-ccg", before)
    exploration.walk.move(-1)
    assert exploration.subject == "wessex"


def test_the_places_of_an_entity_go_round(exploration: Exploration) -> None:
    """From one to the next, and from the last to the first."""
    exploration.go("trust")
    row = exploration.walk.cursor
    assert to_next_place(exploration.walk) == (2, 2)
    assert exploration.walk.cursor != row
    assert to_next_place(exploration.walk) == (1, 2)
    assert exploration.walk.cursor == row
    exploration.go("council")
    assert to_next_place(exploration.walk) is None


def test_back_and_forward(exploration: Exploration) -> None:
    """As in a browser: back through what was left, forward again, and a new step forgets what was ahead."""
    stations = []

    def leave(entity_id: str) -> None:
        exploration.history.leave(exploration.place())
        exploration.go(entity_id)

    def turn(place: Place | None) -> None:
        assert place is not None
        exploration.return_to(place)
        stations.append(where(exploration)[1])

    leave("council")
    leave("ex-board")
    turn(exploration.history.back(exploration.place()))
    turn(exploration.history.back(exploration.place()))
    turn(exploration.history.forward(exploration.place()))
    leave("trust")
    assert stations == ["Ex Council", "Ex Borough Partnership", "Ex Council"]
    assert exploration.history.forward(exploration.place()) is None
    assert [place.view for place in exploration.history.behind] == ["tiers", "tiers"]


def test_a_place_brings_its_filter_back(exploration: Exploration) -> None:
    """Back from a relation that led out of what was found, it is found again."""
    walk = exploration.walk
    walk.begin_finding()
    walk.find_from_where_begun("digital")
    place = exploration.place(link=2)
    exploration.go("council")
    assert walk.found is None
    exploration.return_to(place)
    assert (place.link, walk.kept, where(exploration)[1]) == (2, "digital", "Digital")


def test_a_part_is_whole_as_the_root(graph_of: Callable[[str], Graph]) -> None:
    """`r` shows what is shared with all its rows, wherever else it stands; again, the view is as it was."""
    graph = graph_of(
        '[[partnership]]\nid = "a"\nname = "A"\n[[partnership]]\nid = "b"\nname = "B"\n'
        '[[body]]\nid = "s"\nname = "Shared"\npart_of = ["a", "b"]\n[[body]]\nid = "kid"\nname = "Kid"\npart_of = "s"\n'
    )
    exploration = Exploration(graph, VIEWS, QueryMeanings(graph), "tiers")
    before = exploration.walk.forest
    exploration.walk.put(before.rows_of("b")[0])
    assert exploration.root_here()
    exploration.walk.unfold_below(everywhere=True)
    assert walked(exploration.walk) == [">- B", "   - Bodies", "     - Shared", "       Kid"]
    exploration.walk.to_end()
    here = exploration.place()
    exploration.walk.to_line(0)
    exploration.return_to(here)
    assert (exploration.subject, len(exploration.walk.roots)) == ("kid", 1)
    exploration.walk.to_line(0)
    assert not exploration.root_here()
    assert exploration.walk.forest is before
    assert where(exploration) == ("tiers", "B")
    exploration.return_to(here)
    assert where(exploration) == ("tiers", "Kid")
