"""The arrows inside the model: which module imports which, and who knows how the statements are stored."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import tiers.model
import tiers.tui

MODEL = "tiers.model"

_STORES = frozenset(("_entities", "_outgoing", "_incoming"))
_OF_THE_STORE = frozenset(("statements.py",))
"""The only file that knows the dictionaries under `Statements`."""


@pytest.fixture(scope="module")
def arrows() -> dict[str, set[str]]:
    """Return by module of the model those it imports, also inside functions and for type checkers only."""
    graph = grimp.build_graph("tiers", exclude_type_checking_imports=False, cache_dir=None)
    modules = {each for each in graph.modules if each == MODEL or each.startswith(f"{MODEL}.")}
    return {each: graph.find_modules_directly_imported_by(each) & modules for each in modules}


def ring(arrows: dict[str, set[str]]) -> list[str]:
    """Return modules that import each other in a ring; empty if there is none."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return [str(each) for each in error.args[1]]
    return []


def stores_read(code: str) -> list[str]:
    """Return the dictionaries of a graph that a piece of code reads."""
    return [
        node.attr
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Attribute) and node.attr in _STORES
    ]


def files() -> Iterator[Path]:
    """Yield every file of code of the model and the terminal."""
    for package in (tiers.model, tiers.tui):
        yield from Path(str(package.__file__)).parent.rglob("*.py")


def test_no_modules_of_the_model_import_each_other_in_a_ring(arrows: dict[str, set[str]]) -> None:
    """Whatever a module imports, now, later or for types only, does not lead back to it."""
    assert len(arrows) > 100
    assert ring(arrows) == []


def test_a_ring_would_be_seen(arrows: dict[str, set[str]]) -> None:
    """An import of the answers into the graph closes a ring that is told module by module."""
    closed = {**arrows, f"{MODEL}.facts.graph": arrows[f"{MODEL}.facts.graph"] | {f"{MODEL}.answers.who"}}
    assert {f"{MODEL}.facts.graph", f"{MODEL}.answers.who"} <= set(ring(closed))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("cache", "views"),
        ("views", "answers"),
        ("answers", "facts.graph"),
    ],
)
def test_what_is_below_knows_nothing_of_what_is_above(
    arrows: dict[str, set[str]], above: str, below: str
) -> None:
    """Views know no cache, answers import no views, and the graph knows no answers."""
    lower, upper = f"{MODEL}.{below}", f"{MODEL}.{above}"
    inside = [each for each in arrows if each == lower or each.startswith(f"{lower}.")]
    assert inside
    assert [
        (each, other)
        for each in inside
        for other in sorted(arrows[each])
        if other == upper or other.startswith(f"{upper}.")
    ] == []


def test_how_statements_are_stored_is_known_to_one_file() -> None:
    """All others ask by methods, so that a file mapped into memory can take the place of the dictionaries."""
    knowing = [each for each in files() if stores_read(each.read_text(encoding="utf-8"))]
    assert {each.name for each in knowing} == _OF_THE_STORE
    assert len(knowing) == 1


@pytest.mark.parametrize(
    "code", ["graph._entities[each]", "self.graph._outgoing.get(each, ())", "for each in old._incoming: pass"]
)
def test_a_look_into_the_store_would_be_seen(code: str) -> None:
    """A dictionary that is read by index, by `get` or in a loop is found."""
    assert len(stores_read(code)) == 1
