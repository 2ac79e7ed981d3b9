"""Which rows bear what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.tui.exploring.finding import Finder, Found, spans
from tiers.tui.exploring.likeness import Likeness

from .shapes import forest_of


@pytest.fixture
def finder(place: Graph) -> Finder:
    """Return a finder in the view of the tiers."""
    return Finder(place, VIEWS["tiers"].make(place), Likeness(place))


def names(finder: Finder, query: str) -> tuple[list[str], bool]:
    """Return the names of the rows found, and whether they are only alike."""
    found = finder.find(query)
    return [finder._forest.names[row] for row in found.rows], found.alike


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("frail", (["Frailty & café mornings"], False)),
        ("CAFE frail", (["Frailty & café mornings"], False)),
        ("and gap", (["Questions and gaps"], False)),
        ("and mor", (["Frailty & café mornings"], False)),
        ("EBP", (["Ex Borough Partnership"], False)),
        ("deleg", ([], False)),
        ("workstreams", (["Delivery workstreams", "Enabling workstreams"], False)),
        ("fraility", (["Frailty & café mornings"], True)),
        ("", ([], False)),
        (" .", ([], False)),
    ],
)
def test_names_other_names_and_slips_are_found(
    finder: Finder, query: str, expected: tuple[list[str], bool]
) -> None:
    """Every word counts, accents and case do not; what is mistyped finds what is alike and says so."""
    assert names(finder, query) == expected


def test_a_row_at_every_place_is_found(finder: Finder) -> None:
    """An entity that stands in several places is found in each."""
    assert names(finder, "trust") == (["Wessex NHS Trust", "Wessex NHS Trust"], False)


@given(
    st.lists(
        st.sampled_from(["f", "fr", "fra", "frail", "frail c", "frail caf", "x", "", "ex b"]), max_size=6
    )
)
def test_what_was_asked_before_makes_no_difference(queries: list[str]) -> None:
    """Narrowing what was found before finds what a fresh search finds."""
    forest = forest_of("Frailty cafe\nFrail folk\nEx board\nOther")
    graph = Graph.of({}, ())
    texts = [name.lower() for name in forest.names]
    used = Finder(graph, forest, lambda _, __: [])
    used._texts = texts
    for query in queries:
        fresh = Finder(graph, forest, lambda _, __: [])
        fresh._texts = texts
        assert list(used.find(query).rows) == list(fresh.find(query).rows)


def test_steps_go_round() -> None:
    """After the last comes the first; a row that is none of those found has no number."""
    found = Found("x", (3, 5, 9))
    assert [found.next(row) for row in (0, 3, 9)] == [3, 5, 3]
    assert [found.next(row, back=True) for row in (0, 3, 6)] == [9, 9, 5]
    assert [found.number(row) for row in (3, 4, 9)] == [1, 0, 3]
    assert Found("x").next(1) is None


def test_what_leads_to_a_row_is_kept() -> None:
    """The rows found and all above them, no others."""
    forest = forest_of("A\n  B\n    C\n  D\nE")
    finder = Finder(Graph.of({}, ()), forest, lambda _, __: [])
    assert bytes(finder.leading_to([2])) == bytes([1, 1, 1, 0, 0])


@pytest.mark.parametrize(
    ("name", "query", "expected"),
    [
        ("Frailty and frail care", "frail", ["Frail"]),
        ("Frailty and care", "care frail", ["Frail", "care"]),
        ("Frailty & care", "and", ["&"]),
        ("Café mornings", "cafe", ["Café"]),
        ("İstanbul care", "care", ["care"]),
        ("Ex Board", "ebp", []),
    ],
)
def test_what_was_typed_is_marked_in_the_name(name: str, query: str, expected: list[str]) -> None:
    """The words are marked where they stand; a word alike only without accents is marked whole."""
    assert [name[slice(*span)] for span in spans(name, query)] == expected


@given(st.text(max_size=20), st.text(max_size=8))
def test_marks_are_in_order_and_inside(name: str, query: str) -> None:
    """Whatever is typed, marks never overlap nor leave the name."""
    at = 0
    for start, end in spans(name, query):
        assert at <= start < end <= len(name)
        at = end
