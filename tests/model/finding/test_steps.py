"""Building the index in steps."""

import gc
import weakref
from collections.abc import Generator, Sequence
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.afresh import afresh
from tiers.model import Graph, load
from tiers.model.finding.index import Index
from tiers.model.finding.words import names_in_order as reading_module
from tiers.model.finding.words.bits import Numbers
from tiers.model.finding.words.every_date import SharedIndex, latest_shared_index
from tiers.model.finding.words.table import STEP, in_order, ordered, parts
from tiers.model.format.text import fold

T = TypeVar("T")

DATES = (None, "2019", "2021-06", "2022-02-22")


def done(steps: Generator[None, None, T]) -> T:
    """Take all steps; return what came of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return] # of a generator


class Counting(list[str]):
    """A list that counts how often something is taken from it."""

    taken = 0

    def __getitem__(self, at: Any) -> Any:
        """Return what is at a place."""
        self.taken += 1
        return super().__getitem__(at)


@given(st.lists(st.text("ab", max_size=3), max_size=60))
def test_sorting_in_steps_is_sorting(texts: list[str]) -> None:
    """Whatever is equal stays as it comes, or goes by what ties are sorted by."""
    many = [f"{text}{number % 7}" for number in range(30) for text in texts]
    ties = [f"{-number:05}" for number in range(len(many))]
    places = range(len(many))
    assert list(done(ordered(places, many))) == sorted(places, key=many.__getitem__)
    assert list(done(ordered(places, many, ties))) == sorted(places, key=lambda at: (many[at], ties[at]))


@pytest.mark.parametrize("texts", [[f"{n * 7919 % 20_000:05}" for n in range(20_000)], ["same"] * 20_000])
def test_no_step_of_sorting_looks_at_all_texts(texts: Sequence[str]) -> None:
    """Not even where all are the same; of 20,000 texts a step looks at 2,600 at most."""
    counting, ties = Counting(texts), Counting(f"{n:05}" for n in range(20_000))
    steps, most, before = ordered(range(20_000), counting, ties), 0, 0
    for _ in steps:
        most, before = max(most, counting.taken + ties.taken - before), counting.taken + ties.taken
    assert 0 < most <= 2_600


def test_parts() -> None:
    """Everything in order, so many at a time."""
    assert list(parts(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]


def test_a_table_finds_whole_texts_and_beginnings() -> None:
    """The bearers of equal texts come in their order."""
    table = done(in_order(["b", "ab", "a", "b"], [4, 5, 6, 7]))
    assert [list(table.equal("b")), list(table.beginning("a")), list(table.equal("c"))] == [
        [4, 7],
        [6, 5],
        [],
    ]


def test_numbers_are_a_mapping() -> None:
    """Like a dictionary of as many ids."""
    numbers = Numbers()
    for number in range(300):
        numbers.put(f"id-{number}", number)
    numbers.put_each([f"id-{number}" for number in range(300, 500)], 300)
    assert (len(numbers), dict(numbers)) == (500, {f"id-{number}": number for number in range(500)})
    assert ("id-7" in numbers, "id-x" in numbers, numbers.get("id-x"), numbers["id-9"]) == (
        True,
        False,
        None,
        9,
    )
    assert numbers.of(["id-7", "id-x", "id-7"], -1) == [7, -1, 7]


def test_no_slice_goes_through_all_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slice of no time folds the names of one step, and a question for what is read by then folds its own words."""
    folded: list[str] = []

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(reading_module, "fold", counted)
    graph = load()
    index, slices = Index(graph), []
    while index.stage < 1:
        before = len(folded)
        index.work(0)
        slices.append(len(folded) - before)
    read = len(folded)
    assert (max(slices), read) == (STEP, len(graph))
    assert index.so_far("harrow joint") == ["harrow-jmb"]
    assert (len(folded), index.named) == (read, False)


def test_so_far_names_are_found_by_how_their_words_begin(graph: Graph) -> None:
    """Those that begin with the query first; filters, quotes and exclusions wait, and once names are in order none."""
    index = Index(graph)
    assert index.so_far("ash") == []
    while index.stage < 1:
        index.work(0)
    found = [graph.name(each) for each in index.so_far("ash")]
    assert found == sorted(found, key=lambda name: not name.startswith("Ash"))
    assert {"Ashby Together"} <= set(found)
    assert [index.so_far(query) for query in ("", "ash kind:body", '"ash"', "ash -b", "shby")] == [[]] * 5
    while not index.named:
        index.work(0)
    while index.work(1):
        pass
    assert index.so_far("ash") == []


def test_another_date_reads_no_name_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every entity has the name it has, nothing but what a date can change is indexed."""
    graph = load().as_of("2022-02-22")
    Index(graph).search("a")
    shared = SharedIndex.of(graph)
    monkeypatch.setattr(reading_module, "fold", lambda _: pytest.fail("a name was read again"))
    later = graph.as_of("2022-02-23")
    assert SharedIndex.of(later) is shared
    index = Index(later)
    index.work(0)
    assert index.named
    assert index.search("harrow")[0].id == "harrow"


def test_a_date_with_other_names_has_its_own(graph: Graph) -> None:
    """A name that changes is found by what it is at the date."""
    Index(graph).search("a")
    earlier = graph.as_of("2018-06")
    assert SharedIndex.of(earlier) is not SharedIndex.of(graph)
    assert [graph.name("ashby"), earlier.name("ashby")] == ["Ashby Together", "Ashby Care Alliance"]
    assert Index(earlier).search("ashby care alliance", 1)[0].matched == "name"


@pytest.mark.parametrize("slices", [0, 1, 5, 25, 125, 625])
def test_what_is_read_no_further_is_let_go_of(graph: Graph, slices: int) -> None:
    """At once, wherever the reading was: nobody has to look for garbage."""
    graph = afresh(graph)
    gc.disable()
    try:
        index = Index(graph)
        for _ in range(slices):
            index.work(0)
        corpus = index._begun()
        left = [weakref.ref(each) for each in (corpus, corpus.at_date, corpus.shared)]
        del index, corpus
        graph.once_for_all(latest_shared_index).index = None
        assert [each() for each in left] == [None] * 3
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "query", ["harrow", "chair", "frailty", "kind:body board", "ended", "icp", "in:harrow care"]
)
def test_what_was_asked_before_at_other_dates_makes_no_difference(query: str) -> None:
    """An index finds the same after those of other dates as alone."""
    graph = load()
    for date in DATES:
        alone = afresh(graph).as_of(date)
        assert Index(graph.as_of(date)).search(query) == Index(alone).search(query)
