"""Which rows stand for what was typed."""

from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Graph, load
from tiers.model.views import VIEWS
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.search.finding import Finder, Found, spans
from tiers.tui.exploring.search.meaning import QueryMeanings

from .shapes import finder_of, forest_of


@pytest.fixture
def finder(place: Graph) -> Finder:
    """Return a finder in the view of the tiers."""
    return Finder(VIEWS["tiers"].make(place), QueryMeanings(place))


def names(finder: Finder, query: str) -> tuple[list[str], bool]:
    """Return the names of the rows found, and whether they are only alike."""
    found = finder.find(query)
    return [finder.forest.names[row] for row in found.rows], found.alike


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("frail", (["Frailty & café mornings"], False)),
        ("CAFE frail", (["Frailty & café mornings"], False)),
        ("and gap", (["Questions and gaps"], False)),
        ("and mor", (["Frailty & café mornings"], False)),
        ("EBP", (["Ex Borough Partnership"], False)),
        ("orough", (["Ex Borough Partnership"], False)),
        ("fraility", (["Frailty & café mornings"], True)),
        ("kind:workstream", (["Frailty & café mornings", "Digital"], False)),
        ("kind:workstream -frailty", (["Digital"], False)),
        ("kind:workstream tier:nati", (["Frailty & café mornings", "Digital"], False)),
        ("zzzz", ([], False)),
        ("", ([], False)),
        (" .", ([], False)),
    ],
)
def test_one_engine_finds_names_codes_filters_and_slips(
    finder: Finder, query: str, expected: tuple[list[str], bool]
) -> None:
    """The explorer finds names, codes, filters and slips as `tiers search` does, and names only alike where no name has the words."""
    assert names(finder, query) == expected


def test_a_row_at_every_place_is_found(finder: Finder) -> None:
    """An entity that stands in several places is found in each."""
    assert names(finder, "wessex trust") == (["Wessex NHS Trust", "Wessex NHS Trust"], False)


def test_the_likeliest_row_is_that_of_the_best_hit(finder: Finder) -> None:
    """Not the first in the tree; of several places the one that bears what is below."""
    found = finder.find("ex")
    row = finder.likeliest(found)
    assert row is not None
    assert (finder.forest.names[row], found.meant.why(finder.forest.ids[row] or "")) == (
        "Ex Borough Partnership",
        "id: ex",
    )
    assert finder.likeliest(finder.find("zzzz")) is None


def test_a_wrong_filter_finds_nothing_and_says_what_is_allowed(finder: Finder) -> None:
    """In the words of `tiers search`."""
    found = finder.find("has:nonsense frailty")
    assert (found.rows, found.meant.wrong) == ((), "`has:` cannot be `nonsense`")
    assert found.meant.hint.endswith(
        "it is one of `gap`, `question`, `disagreement`, `unknown`, `member`, `code`, `summary`"
    )


def test_many_hits_are_found_as_few_are(place: Graph) -> None:
    """Whether entities are looked up one by one or the rows are gone through makes no difference."""
    few = Finder(VIEWS["tiers"].make(place), QueryMeanings(place)).find("e")
    many = Finder(VIEWS["tiers"].make(place), QueryMeanings(place), few=0).find("e")
    assert many.rows == few.rows != ()


@given(
    st.lists(
        st.sampled_from(["f", "fr", "fra", "frail", "frail c", "frail caf", "x", "", "ex b"]), max_size=6
    )
)
def test_what_was_asked_before_makes_no_difference(queries: list[str]) -> None:
    """A finder that was asked other things finds what a fresh one finds."""
    forest = forest_of("Frailty cafe\nFrail folk\nEx board\nOther")
    used = finder_of(forest)
    for query in queries:
        assert list(used.find(query).rows) == list(finder_of(forest).find(query).rows)


def test_steps_go_round() -> None:
    """After the last comes the first; a row that is none of those found has no number."""
    found = Found("x", (3, 5, 9))
    assert [found.next(row) for row in (0, 3, 9)] == [3, 5, 3]
    assert [found.next(row, back=True) for row in (0, 3, 6)] == [9, 9, 5]
    assert [found.number(row) for row in (3, 4, 9)] == [1, 0, 3]
    assert Found("x").next(1) is None


def test_what_leads_to_a_row_is_kept() -> None:
    """The rows found and all above them, no others."""
    finder = finder_of(forest_of("A\n  B\n    C\n  D\nE"))
    assert finder.filtered([2]).shown == 0b11100


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Frailty and frail care", ["frail"], ["Frail"]),
        ("Frailty and care", ["care", "frail"], ["Frail", "care"]),
        ("Frailty & care", ["and"], ["&"]),
        ("Scare about care", ["care"], ["care"]),
        ("Neighbourhood", ["hood"], ["hood"]),
        ("Café mornings", ["cafe"], ["Café"]),
        ("İstanbul care", ["care"], ["care"]),
        ("Ex Board", ["ebp"], []),
    ],
)
def test_what_was_typed_is_marked_in_the_name(name: str, words: list[str], expected: list[str]) -> None:
    """Where a word begins so, else wherever it stands; a word alike only without accents is marked whole."""
    assert [name[slice(*span)] for span in spans(name, words)] == expected


def test_a_name_without_the_words_is_marked_whole(finder: Finder) -> None:
    """A name found by another name or by a filter is marked whole, so that a match is seen by more than colour."""
    assert finder.find("EBP").spans("Ex Borough Partnership") == [(0, 22)]
    assert finder.find("kind:workstream").spans("Digital") == [(0, 7)]


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=8), max_size=3))
def test_marks_are_in_order_and_inside(name: str, words: list[str]) -> None:
    """Whatever is typed, marks never overlap nor leave the name."""
    at = 0
    for start, end in spans(name, words):
        assert at <= start < end <= len(name)
        at = end


QUERIES = ("harrow", "chair", "icp", "hwbs", "zzzz", "kind:body board", '"joint board"', "kind:x", "?!")
"""A name, a word that many bear, short forms, nothing, a filter, a phrase, a wrong filter, no word."""


def test_what_is_said_to_be_all_is_all_whenever_it_is_asked(home: Path) -> None:
    """While a model is read, an answer either says that more may come or is the one that stands in the end."""
    assert not home.exists(), "with a kept index there would be no moments between"
    graph = load()
    exploration = Exploration(graph, VIEWS, QueryMeanings(graph, at_once=0.0, few=0), "tiers")
    finder = exploration.walk.finder
    finder.at_once = 0
    exploration.walk.begin_finding()
    moments: list[tuple[int, str, Found]] = []
    queries = cycle(QUERIES)
    while all(exploration.work(0) for _ in range(5)):
        query = next(queries)
        moments.append((exploration.stage, query, finder.find(query)))
    final = {query: finder.find(query) for query in QUERIES}
    assert {stage for stage, _, _ in moments} >= {-1, 0, 1, 2}
    assert {query for _, query, found in moments if not found.meant.reading} == {"kind:x", "?!"}
    assert not any(found.meant.reading for found in final.values())
    for _, query, found in moments:
        if not found.meant.reading:
            assert (found.rows, found.meant.wrong) == (final[query].rows, final[query].meant.wrong)
