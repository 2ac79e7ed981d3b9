"""The quick way to the words of a row and the whole one say the same."""

import pytest
from hypothesis import given

from tests.model.shapes import graph, parts
from tests.printing.golden import SMALL
from tiers.model import Entity, Graph, Relation, bundled, load
from tiers.model.views import VIEWS
from tiers.tui.labels import _words, words_of_rows


def assert_same(model: Graph) -> None:
    for view in VIEWS.values():
        forest = view.make(model)
        quick = words_of_rows(model, forest)
        assert [quick(row) for row in range(len(forest))] == [
            _words(model, forest, row) for row in range(len(forest))
        ]


@pytest.mark.parametrize("path", [SMALL, bundled()], ids=["small", "bundled"])
def test_what_is_told_from_little_is_what_is_told_from_all(path: str) -> None:
    """Every row of every view of the models there are reads the same both ways."""
    assert_same(load(path))


@given(parts())
def test_the_quick_words_of_any_model_are_the_whole_ones(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Rings, several parents, no parents: the words are the same."""
    assert_same(graph(*drawn))
