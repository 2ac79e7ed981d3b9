"""Gaps and matters in numbers: what is listed of them is what is listed of those that were all made, and few are made."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from benchmarks.generator import write_model
from tests.model.cache.test_records_made import made
from tests.model.compiled import compiled_model
from tests.model.dated_models import dated_models, days
from tests.model.governance import graph_of as governed
from tiers.model import Date, Entity, Evidence, Graph, Relation, bundled, load
from tiers.model.answers.gaps import gaps
from tiers.model.answers.gaps.counted import KeptGaps, ListedGaps, counted_gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.matters_by_state import KeptMatters, ListedMatters, matters_by_state
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.tui.wording.description import Line
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.matters import describe_matters

__all__ = ["made"]

MODELS = Path(__file__).parents[1] / "models"
SOME = (None, 1, 3)
"""How many of each sort are listed."""


def lists(graph: Graph, *, counted: bool) -> Iterator[Sequence[Line]]:
    """Yield the lists of the gaps and matters of a model: of those in numbers, or of those that were all made."""
    for most in SOME:
        yield describe_matters(graph, matters_by_state(graph) if counted else matters(graph), most)
        for questions in (True, False):
            found = counted_gaps(graph) if counted else gaps(graph)
            yield describe_gaps(graph, found, most, questions=questions)


def assert_same(graph: Graph) -> None:
    """Compare the lists, the counts, and every gap and matter of an entity."""
    assert list(lists(graph, counted=True)) == list(lists(graph, counted=False))
    found, expected = counted_gaps(graph), ListedGaps(graph, gaps(graph))
    assert (len(found), list(found.bodies)) == (len(expected), expected.bodies)
    assert [list(each) for each in found.of_bodies(found.bodies)] == list(expected.of_bodies(expected.bodies))
    by_state, whole = matters_by_state(graph), ListedMatters(graph, matters(graph))
    assert list(by_state.counts.items()) == list(whole.counts.items())
    assert by_state.unreported == whole.unreported


def assert_same_from_the_cache(graph: Graph) -> None:
    """Compare the lists as they are found and stored, then as they are read."""
    with tempfile.TemporaryDirectory() as directory:
        for _ in range(2):
            opened = compiled_model(graph)
            note_entry(opened, CacheEntry(f"{directory}/model", b"token"))
            assert isinstance(counted_gaps(opened), KeptGaps)
            assert isinstance(matters_by_state(opened), KeptMatters)
            assert_same(opened)
        assert {each.suffix for each in Path(directory).iterdir()} >= {".gaps", ".matters"}


_TOWN = governed(
    [
        Entity("town", "partnership", {"name": "Town"}, Evidence()),
        Entity("top", "layer", {"name": "Top"}, Evidence()),
        Entity("one", "organisation", {"name": "One"}, Evidence()),
        Entity("other", "organisation", {"name": "Óther", "legal_form": "unknown"}, Evidence()),
        Entity("asked", "issue", {"name": "Asked", "state": "open"}, Evidence()),
        Entity("names", "disagreement", {"name": "Names", "follows": "undecided"}, Evidence()),
        Entity("do", "commitment", {"name": "Do it"}, Evidence()),
    ],
    [
        Relation("member_of", "one", "town", Evidence()),
        Relation("member_of", "other", "town", Evidence()),
        Relation("of", "top", "town", Evidence()),
        Relation("in_layer", "other", "top", Evidence()),
        Relation("raised_by", "asked", "one", Evidence()),
    ],
)
"""A town with a member in no layer: its gap is found at the town."""


@settings(max_examples=40)
@given(dated_models)
@example(_TOWN)
def test_gaps_and_matters_from_the_cache_are_those_that_are_made(drawn: Graph) -> None:
    """Of any model: all of them, the first of each sort, with and without the questions to ask."""
    assert_same_from_the_cache(drawn.as_of(None))


@settings(max_examples=15)
@given(dated_models, days)
def test_at_a_date_they_are_made(drawn: Graph, day: Date | str | None) -> None:
    """What is kept is of the last known state, and is never listed of another date."""
    dated = compiled_model(drawn.as_of(None)).as_of(day)
    with tempfile.TemporaryDirectory() as directory:
        note_entry(dated, CacheEntry(f"{directory}/model", b"token"))
        assert len(counted_gaps(dated.as_of(None))) == len(gaps(dated.as_of(None)))
        assert_same(dated)


@pytest.mark.parametrize("path", [Path(bundled()), *sorted(MODELS.iterdir())], ids=lambda path: path.stem)
def test_those_of_the_models_there_are_come_from_the_cache_too(path: Path) -> None:
    """The bundled model, and the models of the tests."""
    assert_same_from_the_cache(load(path))


def test_a_gap_found_at_another_entity_is_listed_with_its_own() -> None:
    """A member without a layer has its gap, though the partnership is where it was found."""
    with tempfile.TemporaryDirectory() as directory:
        opened = compiled_model(_TOWN)
        note_entry(opened, CacheEntry(f"{directory}/model", b"token"))
        (found,) = counted_gaps(opened).of_bodies(["one"])
        assert "member-without-layer" in [each.code for each in found]


def test_a_page_makes_the_records_of_what_it_lists(home: Path, tmp_path: Path, made: list[str]) -> None:
    """Of a model with thousands of gaps and matters, tens of records for the first three of each sort."""
    write_model(tmp_path / "large", 3_000)
    first = load(tmp_path / "large")
    expected = list(lists(first, counted=True))[3:6]
    assert len(counted_gaps(first)) > 1_000
    assert any(home.iterdir())
    opened = load(tmp_path / "large")
    made.clear()
    found = [
        describe_matters(opened, matters_by_state(opened), 1),
        *(describe_gaps(opened, counted_gaps(opened), 1, questions=each) for each in (True, False)),
    ]
    assert found == expected
    assert 0 < len(made) < 100
