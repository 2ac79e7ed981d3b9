"""What filters may be given, for who is typing one."""

from collections.abc import Sequence

import pytest

from tiers.model import Graph
from tiers.model.finding.filters.suggestions import fitting, values_of
from tiers.model.finding.index import Index
from tiers.model.finding.query import FILTERS, QueryError


def nobody(_: str, __: int) -> Sequence[str]:
    """Name nothing."""
    return ()


@pytest.mark.parametrize("name", FILTERS)
def test_every_value_told_is_allowed(graph: Graph, index: Index, name: str) -> None:
    """The filter takes each of them; what is not a list is not told as one."""
    values = values_of(name, graph)
    assert (values is None) == (name in {"in", "member", "as-of"})
    for value in values or ():
        index.matches(f"{name}:{value}")


@pytest.mark.parametrize(
    ("name", "begun", "found"),
    [
        ("tier", "n", ["national", "neighbourhood"]),
        ("kind", "P", ["partnership", "post", "person", "plan", "priority", "programme"]),
        ("kind", "plan", ["plan"]),
        ("source", "0", ["007"]),
        ("in", "barton", ["barton", "barton-board", "barton-dementia"]),
        ("in", "", []),
        ("as-of", "20", []),
        ("tier", "x", []),
    ],
)
def test_values_begin_as_typed(graph: Graph, name: str, begun: str, found: list[str]) -> None:
    """In the order in which they are told, ids in alphabetic order."""
    assert fitting(name, begun, graph, nobody) == found


def test_names_come_after_ids(graph: Graph) -> None:
    """What a text names or begins to name, as far as it is asked; of members only who sits somewhere."""
    named = ["trust", "ashby"]
    assert fitting("in", "ash", graph, lambda _, most: named[:most]) == [
        "ashby",
        "ashby-board",
        "ashby-council",
        "trust",
    ]
    assert fitting("member", "ash", graph, lambda _, most: named[:most]) == ["ashby-council"]


def test_before_a_letter_is_typed_members_are_told_by_name(graph: Graph, index: Index) -> None:
    """Each of them sits somewhere, so that the filter finds something for it."""
    found = fitting("member", "", graph, nobody)
    names = [graph.name(each) for each in found]
    assert names == sorted(names, key=str.casefold) != []
    assert all(len(index.matches(f'member:"{each}"')) for each in names)


def test_a_value_that_is_not_told_is_refused(index: Index) -> None:
    """A value of a filter that is not in its list of suggestions is refused, so that the list is complete."""
    with pytest.raises(QueryError, match="cannot be `x`"):
        index.matches("has:x")
