"""Bodies asked for by their own names: what the verdict says that they decide, and what nobody need ask then."""

from collections.abc import Sequence

import pytest

from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.who import who
from tiers.model.loading import load_texts

_CARE = ("Beds", "Care", "Drugs", "Eyes", "Falls", "Gums", "Hips")
_DISPUTE = """
[[disagreement]]
id = "dispute"
name = "Whether it decides"
about = "board"
attribute = "decides"
positions = [{ text = "It does.", value = "decides" }, { text = "It advises.", value = "advises" }]
follows = "undecided"
"""
_SILENT = "The documents do not say what Care Board may decide."
_ADVISES = "The documents say that Care Board advises; they do not say who decides."


def graph_of(held: Sequence[str], body: str = "", more: str = "") -> Graph:
    """Return a model of a board that holds functions, each written as a table after the name of the function."""
    functions = "".join(f'[[function]]\nid = "{each.lower()}"\nname = "{each}"\n' for each in _CARE)
    text = f'[[body]]\nid = "board"\nname = "Care Board"\nresponsible_for = [{", ".join(held)}]\n{body}\n{functions}{more}'
    return load_texts({"a.toml": text.encode()})


def has(function: str, mode: str, more: str = "") -> str:
    """Return a table that says in which mode the board has a function in hand."""
    return f'{{ to = "{function}", mode = "{mode}"{more} }}'


@pytest.mark.parametrize(
    ("graph", "verdict", "asked"),
    [
        (
            graph_of([has("beds", "decides"), has("care", "decides"), has("drugs", "delegated")]),
            "The documents say that Care Board decides about Beds and Care, and holds Drugs by delegation.",
            False,
        ),
        (
            graph_of([has("beds", "decides"), has("care", "reserves")], 'decides = "advises"'),
            "The documents say that Care Board reserves the decision about Care, and decides about Beds.",
            False,
        ),
        (
            graph_of([has(each.lower(), "decides") for each in _CARE]),
            "The documents say that Care Board decides about Beds, Care, Drugs, Eyes, Falls and 2 more functions.",
            False,
        ),
        (
            graph_of([has("beds", "delegated")], more=_DISPUTE),
            (
                "The documents disagree on whether Care Board decides. "
                "The documents say that Care Board holds Beds by delegation."
            ),
            False,
        ),
        (
            graph_of([has("beds", "delegated")], 'decides = "not_stated"'),
            "The documents say that Care Board holds Beds by delegation.",
            False,
        ),
        (graph_of([has("beds", "delivers"), has("care", "oversees")]), _SILENT, True),
        (graph_of([has("beds", "decides", ', basis = "inferred"')]), _SILENT, True),
        (graph_of([has("beds", "decides", ', end_date = "2020"')]), _SILENT, True),
        (graph_of([has("beds", "decides", ', expected_date = "2030"')]), _SILENT, True),
        (graph_of([has("beds", "delivers")], 'decides = "advises"'), _ADVISES, False),
    ],
)
def test_the_verdict_of_a_body_tells_what_it_decides(graph: Graph, verdict: str, *, asked: bool) -> None:
    """What it decides about, reserves or holds by delegation now comes before its power, and settles what it may decide."""
    assert who(graph, "Care Board").verdict == verdict
    questions = [each.question for each in gaps(graph) if each.code == "decides"]
    assert questions == (["What may Care Board decide?"] if asked else [])
