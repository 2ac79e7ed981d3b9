"""The index as a whole: the same whatever the order, whatever the slices."""

import random
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.afresh import afresh
from tiers.model import Graph, load
from tiers.model.finding.index import Index
from tiers.model.finding.query import QueryError
from tiers.model.finding.ranking.hits import Hit

from .quality import expectations

QUERIES = (
    "board",
    "ashby",
    "joint plan",
    "dementia",
    "organisation",
    "care",
    "chair",
    "a",
    "hospjce",
    "who is on the board",
)


def shuffled(graph: Graph, seed: int) -> Graph:
    """Return the same graph with its entities and relations in another order."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated
    entities, relations = (
        list(graph.entities_by_id()),
        [one for each in graph.relations_by_subject() for one in each],
    )
    chance.shuffle(entities)
    chance.shuffle(relations)
    return Graph.of(dict(entities), relations)


def test_order_of_input() -> None:
    """The order in which a model is written makes no difference to what is found, in which order and why."""
    graph = load()
    queries = [each.query for each in expectations() if not each.national]
    index = Index(graph)
    expected = [index.search(query) for query in queries]
    for seed in (1, 2):
        other = Index(shuffled(graph, seed))
        assert [other.search(query) for query in queries] == expected


def test_scores_fall() -> None:
    """The score never rises from hit to hit, and no entity is found twice."""
    index = Index(load())
    for each in expectations():
        if not each.national:
            hits = index.search(each.query)
            assert hits == sorted(hits, key=lambda hit: -hit.score), each.query
            assert len({hit.id for hit in hits}) == len(hits), each.query
            assert all(hit.matched for hit in hits), each.query


def test_limit(index: Index) -> None:
    """A limit gives the best of all hits."""
    every = index.search("a")
    assert len(every) > 3
    assert index.search("a", 3) == every[:3]
    assert index.search("a", 0) == []
    assert index.search("a", 1000) == every


def test_matches(graph: Graph, index: Index) -> None:
    """All hits are known at once: how many, which, in order, and as the bits of their numbers."""
    matches = index.matches("dementia")
    assert len(matches) == 2
    assert list(matches) == ["dementia", "barton-dementia"]
    assert "dementia" in matches
    assert "ashby" not in matches
    assert "nowhere" not in matches
    assert sorted(matches.ids) == sorted(graph)
    assert [each for number, each in enumerate(matches.ids) if matches.bits >> number & 1] == sorted(
        matches, key=list(matches.ids).index
    )
    assert matches.best(1) == [Hit("dementia", 1.0, "id: dementia")]


def test_slices(graph: Graph) -> None:
    """In slices of no time names are found at once, summaries when their turn has come, and then all the same."""
    sliced, whole = Index(graph), Index(afresh(graph))
    assert [hit.id for hit in sliced.search("hospice", ready=True)] == ["st-annes"]
    assert sliced.search("memory", ready=True) == []
    slices = 1
    while sliced.work(0):
        slices += 1
    assert slices > 30
    for query in QUERIES:
        assert sliced.search(query, ready=True) == whole.search(query)


def test_as_letters_are_typed(index: Index) -> None:
    """A hit of the whole name is found from its first letter on, and stays from letter to letter."""
    for name, entity in (
        ("dementia and self care", "dementia"),
        ("ashby joint planning board", "ashby-board"),
    ):
        for end in range(1, len(name) + 1):
            assert entity in index.matches(name[:end]), name[:end]


def test_next_word(index: Index) -> None:
    """The first letter of a further word takes no hit away that its next letters may mean."""
    assert "dementia" in index.matches("dementia m")
    assert "dementia" in index.matches("dementia mem")


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("hospital", ["hospice"]),
        ("demented unicorn", ["dementia"]),
        ("dementia lists hospice", []),
        ("...", []),
    ],
)
def test_nearest(index: Index, query: str, nearest: list[str]) -> None:
    """What finds nothing gets the words that are nearest to those the model does not have."""
    assert index.search(query) == []
    assert index.nearest(query, len(nearest)) == nearest


def test_records_of_the_same_kind(graph_of: Callable[[str], Graph]) -> None:
    """Names that fold to the same text, or to nothing, are all kept."""
    graph = graph_of(
        '[[body]]\nid = "one"\nname = "★"\n[[body]]\nid = "two"\nname = "★"\n[[body]]\nid = "x"\nname = "É"'
    )
    index = Index(graph)
    assert index.search("★") == []
    assert [hit.id for hit in index.search("kind:body")] == ["one", "two", "x"]
    assert [hit.id for hit in index.search("e")] == ["x"]


@pytest.fixture(scope="module")
def bundled() -> Index:
    """Return the index of the bundled model, all of it."""
    index = Index(load())
    index.search("a")
    return index


@given(text=st.text(alphabet=st.sampled_from("abehiklmnorst ABR\"-:&'é★\u0661"), max_size=24))
def test_any_query(bundled: Index, text: str) -> None:
    """Whatever is typed finds something or nothing, and nothing else happens."""
    index = bundled
    try:
        hits = index.search(text)
    except QueryError:
        return
    assert len(hits) == len(index.matches(text))
    if not hits:
        assert len(index.nearest(text)) <= 3


def test_very_long_query(index: Index) -> None:
    """A word of thousands of letters and a query of 64 mistyped words are answered like any other."""
    assert index.search("dementia" * 1000) == []
    assert index.search("demntia " * 64) == index.search("demntia ")


def test_only_search_pays_for_rapidfuzz() -> None:
    """Importing the model does not import rapidfuzz, nor the search that uses it."""
    code = "import sys, tiers.model; print([n for n in sys.modules if 'rapidfuzz' in n or n == 'tiers.model.finding'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_words_in_the_midst_of_words_are_found_on_request(index: Index) -> None:
    """All of them, in one name, from three letters on."""
    assert index.inside("mentia") == ["barton-dementia", "dementia"]
    assert index.inside("mentia elf") == ["dementia"]
    assert index.inside("en") == index.inside("") == []


def test_every_hit_can_be_had_at_once_and_asked_for_its_reason(index: Index) -> None:
    """In no order of fitness; an entity that was not found has no reason."""
    found = index.matches("ashby")
    assert sorted(found.by_number()) == sorted(found)
    assert sorted(index.matches("a").by_number()) == sorted(index.matches("a"))
    assert [found.why(each) for each in ("ashby-board", "barton", "nobody")] == ["name", "", ""]


def test_it_says_when_everything_is_indexed(graph: Graph) -> None:
    """Before the first question nothing is."""
    index = Index(graph)
    before = index.whole
    index.search("ashby")
    assert (before, index.whole) == (False, True)


@pytest.mark.parametrize("name", ["Hammersmith & Fulham", "Hammersmith and Fulham"])
def test_a_part_of_a_query_is_spelt_as_the_query_has_it(name: str) -> None:
    """What nothing has together is taken apart into runs of words, in which a sign between two words stays."""
    parts = [part for part, _ in Index(load()).apart(f"frailty in {name}")]
    assert parts == ["frailty", name]
