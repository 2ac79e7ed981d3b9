"""The rows that first letters find, kept for each view: the same as found one by one, and found without going through rows."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase

import pytest

from benchmarks.generator import write_model
from tiers.model import Graph, load
from tiers.model.cache import heading_words, letters
from tiers.model.cache.ahead import MADE
from tiers.model.cache.disk.mapped import PAGE_BITS
from tiers.model.cache.heading_words import words_ending_of
from tiers.model.cache.letters import LetterRows, ending_of, letters_in
from tiers.model.cache.views import forest_of
from tiers.model.finding.index import Index
from tiers.model.finding.ranking.ranks import strongest
from tiers.model.views import VIEWS
from tiers.model.views.row_bits import bits_of_rows
from tiers.tui.exploring.search.finding import Finder
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.exploring.search.row_places import RowPlaces

QUERIES = (
    *ascii_lowercase,
    "bo",
    "me",
    "su",
    "sur",
    "mental h",
    "health b",
    "kind:body s",
    "-board h",
    "the",
)


@pytest.fixture
def folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Return a function that writes a made-up model of a size; letters are kept of small views too."""
    assert home
    monkeypatch.setattr(letters, "LARGE", 1)

    def written(size: int) -> Path:
        write_model(tmp_path / str(size), size)
        return tmp_path / str(size)

    return written


def prepared(folder: Path, *further: str) -> Graph:
    """Return a model of which the index and the views are kept, and what else is named."""
    graph = load(folder)
    for each in ("index", *VIEWS, *further):
        MADE[each](graph)
    return load(folder)


def finder_of(graph: Graph, view: str) -> Finder:
    """Return a finder for a view of which everything is indexed."""
    finder = Finder(forest_of(graph, VIEWS[view]), QueryMeanings(graph))
    finder.find("x")
    while finder.work(1) or finder.like.work(1) or not finder.is_ready:
        pass
    return finder


def kept(graph: Graph, view: str) -> LetterRows:
    """Return the kept letters of a view."""
    numbers = Index(graph)
    assert numbers.recall()
    assert numbers.numbers is not None
    found = letters_in(graph, forest_of(graph, VIEWS[view]), numbers.numbers)
    assert found is not None
    return found


def test_the_rows_of_letters_are_those_of_their_entities(folder: Callable[[int], Path]) -> None:
    """In each view the rows of every entity that the letter finds, and no others; of letters with few entities nothing."""
    graph = prepared(folder(300), *map(ending_of, VIEWS))
    index, many = Index(graph), 0
    for view in VIEWS:
        forest, found = forest_of(graph, VIEWS[view]), kept(graph, view)
        for letter in ascii_lowercase:
            matches = strongest(index.matches(letter))
            entities, rows = found.of(letter)
            expected = [row for each in matches for row in forest.rows_of(each)]
            if entities:
                many += 1
                assert (entities, rows) == (matches.bits, bits_of_rows(expected, len(forest)))
            else:
                assert rows == 0
                assert not len(forest) or len(matches) * 32 <= len(graph)
    assert many > len(VIEWS)


def test_a_search_finds_the_same_with_and_without_letters(
    folder: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows, their order and the likeliest of them, for words of any length, for several and for filters, wherever the cursor is."""
    monkeypatch.setattr(heading_words, "LARGE", 1)
    directory = folder(300)
    graph = prepared(directory)
    queries = (*QUERIES, *begun(graph))
    expected = {view: [*told(finder_of(graph, view), queries)] for view in VIEWS}
    graph = prepared(directory, *map(ending_of, VIEWS), *map(words_ending_of, VIEWS))
    assert {view: [*told(finder_of(graph, view), queries)] for view in VIEWS} == expected


def begun(graph: Graph) -> Iterator[str]:
    """Yield words of names and pairs of them, from all over the model, of each more letters than of the one before."""
    words = [word.lower() for each in graph for word in graph.name(each).split()]
    for number, (one, other) in enumerate(zip(words[::31], words[7::31], strict=False)):
        yield one[: 1 + number % len(one)]
        yield f"{one} {other[: 1 + number % len(other)]}"


def told(finder: Finder, queries: Sequence[str] = QUERIES) -> Iterator[object]:
    """Yield what is found by each query."""
    for query in queries:
        found = finder.find(query, "england-2")
        marked = [row in found for row in range(len(finder.forest))]
        around = [(found.number(row), found.next(row), found.next(row, back=True)) for row in found.rows[:5]]
        yield list(found.rows), finder.likeliest(found), marked, around, finder.filtered(found.rows)


def test_the_rows_of_a_letter_are_not_gone_through(
    folder: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a model four times as large no more entities are looked up one by one for a letter or word that finds many: none."""
    one_by_one = RowPlaces.bits_of_many
    looked_up: list[int] = []

    def counted(places: RowPlaces, wanted: int) -> int:
        looked_up.append(wanted.bit_count())
        return one_by_one(places, wanted)

    monkeypatch.setattr(RowPlaces, "bits_of_many", counted)
    for size in (300, 1200):
        graph = prepared(folder(size), ending_of("tiers"))
        finder, index = finder_of(graph, "tiers"), Index(graph)
        looked_up.clear()
        waiting, many = index.beginnings(), 0
        while waiting:
            word = waiting.pop()
            if len(strongest(index.matches(word))) * 32 > len(graph):
                many += 1
                waiting += index.beginnings(word)
                assert finder.find(word).rows
        assert many > 100
        assert looked_up == [0] * many


def test_what_nearly_a_letter_finds_needs_few_entities(folder: Callable[[int], Path]) -> None:
    """The rows of a set are those of the letter, changed where the sets differ."""
    graph = prepared(folder(300), ending_of("tiers"))
    finder = finder_of(graph, "tiers")
    places, (entities, rows) = RowPlaces(finder.forest), kept(graph, "tiers").of("s")
    while places.work(1, finder.like.numbers):
        pass
    for changed in (1, 0b1010111, entities, (1 << len(graph)) - 1):
        expected = places.bits_of_many(entities ^ changed)
        assert rows ^ places.bits_of_many(changed) == expected


def test_damaged_letters_are_not_used(folder: Callable[[int], Path], home: Path) -> None:
    """What is found is the same as without them."""
    directory = folder(300)
    graph = prepared(directory)
    expected = [*told(finder_of(graph, "tiers"))]
    graph = prepared(directory, ending_of("tiers"))
    (path,) = home.glob(f"*.{ending_of('tiers')}")
    data = path.read_bytes()
    path.write_bytes(
        data[:-8] + bytes(8) if len(data) < 1 << PAGE_BITS else data[:2048] + bytes(len(data) - 2048)
    )
    assert [*told(finder_of(graph, "tiers"))] == expected
