"""The words of headings, kept for each large view: they find the rows that the headings themselves find, without folding one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.generator import write_model
from tiers.model import Graph, load
from tiers.model.cache import heading_words
from tiers.model.cache.ahead import MADE
from tiers.model.cache.heading_words import HeadingWords, heading_words_in, words_ending_of
from tiers.model.cache.views import forest_of
from tiers.model.format.text import fold
from tiers.model.views import VIEWS, Forest
from tiers.tui.exploring.search import row_places
from tiers.tui.exploring.search.finding import Finder
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.exploring.search.row_places import RowPlaces


@pytest.fixture
def graph(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """Return a made-up model of which the views and the words of their headings are kept, though the views are small."""
    assert home
    monkeypatch.setattr(heading_words, "LARGE", 1)
    write_model(tmp_path / "model", 300)
    graph = load(tmp_path / "model")
    for each in ("index", *VIEWS, *map(words_ending_of, VIEWS)):
        MADE[each](graph)
    return load(tmp_path / "model")


def kept(graph: Graph, view: str) -> HeadingWords:
    """Return the kept words of a view."""
    found = heading_words_in(graph, forest_of(graph, VIEWS[view]))
    assert found is not None
    return found


def indexed(forest: Forest) -> RowPlaces:
    """Return the headings of a view as they are folded where no words are kept."""
    places = RowPlaces(forest)
    while places.work(1, None):
        pass
    return places


def asked(places: RowPlaces) -> Iterator[list[str]]:
    """Yield words that headings have, begun or whole, alone and together, and words that none has."""
    headings = [heading.split() for heading in list(places.headings)[::7]]
    for number, words in enumerate(headings):
        yield [words[0][:1]]
        yield [words[-1][: 1 + number % 5]]
        yield words
        yield [words[-1], words[0][:2]]
        yield [words[0], headings[number - 1][-1]]
    yield from (["zzz"], ["zzz", "a"], ["1"], ["2", "2"], ["\N{LATIN SMALL LETTER Z WITH CARON}"])


def test_kept_words_find_the_rows_that_the_headings_find(graph: Graph) -> None:
    """In each view, for one word and for several, however much of each is typed."""
    many = 0
    for view in VIEWS:
        forest = forest_of(graph, VIEWS[view])
        if len(forest):
            places, words = indexed(forest), kept(graph, view)
            for each in asked(places):
                rows = places.bits_of_words(each)
                assert words.rows(each) == rows, (view, each)
                many += rows.bit_count() * 64 > len(forest)
    assert many > len(VIEWS)


def test_a_search_folds_no_heading_of_which_the_words_are_kept(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timeline has a heading for each item; none is read or kept in memory to search it."""
    folded: list[str] = []

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(row_places, "fold", counted)
    finder = Finder(forest_of(graph, VIEWS["timeline"]), QueryMeanings(graph))
    finder.is_wanted = True
    while finder.work(1) or finder.like.work(1) or not finder.is_ready:
        pass
    assert len(finder.find("meeting").rows) > 10
    assert folded == []
    assert len(indexed(finder.forest).headings) == len(folded) > 100


def test_damaged_words_are_made_again(graph: Graph, home: Path) -> None:
    """The rows found are those of the headings, whatever happened to the file."""
    forest = forest_of(graph, VIEWS["timeline"])
    places, (path,) = indexed(forest), home.glob(f"*.{words_ending_of('timeline')}")
    data = path.read_bytes()
    half = len(data) // 2
    path.write_bytes(data[:half] + bytes(len(data) - half))
    words = kept(graph, "timeline")
    for each in asked(places):
        assert words.rows(each) == places.bits_of_words(each)


def test_no_words_are_kept_of_a_small_view_or_of_one_at_a_date(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """Its few headings are folded faster than a file is read; a view at a date is in no file."""
    at = graph.as_of("2021")
    assert heading_words_in(at, VIEWS["timeline"].make(at)) is None
    monkeypatch.setattr(heading_words, "LARGE", 50_000)
    assert heading_words_in(graph, forest_of(graph, VIEWS["timeline"])) is None
    made: Callable[[Graph], object] = MADE[words_ending_of("timeline")]
    made(graph)
    (path,) = home.glob(f"*.{words_ending_of('timeline')}")
    assert path.stat().st_size < 1024
