"""Relations that are written more than once."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from tiers.model import Graph, Mistake, load
from tiers.model.format import RELATIONS

GraphOf = Callable[[str], Graph]
MistakesOf = Callable[..., list[Mistake]]

SOURCES = """
[[source]]
id = "minutes"
name = "Minutes"
presented = "2021-03-01"
locators = { p1 = "Page 1" }
[[source]]
id = "terms"
name = "Terms of reference"
presented = "2023-05-02"
locators = { p4 = "Page 4" }
"""

TRUST = """
[[organisation]]
id = "trust"
name = "Trust"
member_of = [{ to = "board", role = "chair", sources = ["minutes#p1"] }]
"""

BOARD = """
[[body]]
id = "board"
name = "Board"
members = [{ id = "trust", voting = true, sources = ["terms#p4"] }]
"""


def _told(graph: Graph, kind: str) -> list[tuple[object, ...]]:
    """Return what the relations of a kind say, with their evidence."""
    return [
        (
            each.subject,
            each.object,
            dict(each.details),
            each.evidence.basis,
            [str(one) for one in each.evidence.citations],
            [day.text for day in graph.dates_of(each.evidence)],
        )
        for found in graph.relations_by_subject()
        for each in found
        if each.kind == kind
    ]


@pytest.mark.parametrize("order", [*permutations((SOURCES, TRUST, BOARD))])
def test_said_from_both_ends(order: tuple[str, ...], graph_of: GraphOf) -> None:
    """A seat written at its holder and at its body is one seat, with what either tells and the evidence of both."""
    ((who, where, details, basis, citations, days),) = _told(graph_of("".join(order)), "member_of")
    assert (who, where, details, basis) == ("trust", "board", {"role": "chair", "voting": True}, "stated")
    assert sorted(citations) == ["minutes#p1", "terms#p4"]  # type: ignore[call-overload]
    assert sorted(days) == ["2021-03-01", "2023-05-02"]  # type: ignore[call-overload]


def test_said_twice_is_a_warning(mistakes_of: MistakesOf) -> None:
    """`check` warns of a relation that is written from both ends, with both places and what to write."""
    assert [each for each in mistakes_of(SOURCES + TRUST + BOARD) if each.code != "no-source"] == [
        Mistake(
            "said-twice",
            "that `trust` is a member of `board` is written at model.toml:16 too",
            "model.toml",
            21,
            19,
            "they count as one; write it once, with the sources of both: as `member_of` or as `members`, not as both",
            "warning",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('role = "chair"', 'role = "secretary"'),
        ('end_date = "2020"', 'start_date = "2022"'),
        ('end_date = "2020"', 'role = "chair"'),
        ('start_date = "2020"', 'start_date = "2021"'),
        ("voting = true", "voting = false"),
    ],
)
def test_what_differs_stays_apart(one: str, other: str, graph_of: GraphOf) -> None:
    """Two seats of one holder that differ in role, vote or time are two."""
    both = f'members = [{{ id = "trust", {one} }}, {{ id = "trust", {other} }}]'
    graph = graph_of(f'[[body]]\nid = "b"\nname = "B"\n{both}\n[[organisation]]\nid = "trust"\nname = "T"')
    assert len(_told(graph, "member_of")) == 2


def test_of_two_functions_two_delegations(graph_of: GraphOf) -> None:
    """A delegation of one function is not one of another, nor one of which no function is said."""
    given = '[{ to = "b", function = "f" }, { to = "b", function = "g" }, { to = "b" }, { to = "b", function = "f" }]'
    graph = graph_of(
        f'[[body]]\nid = "a"\nname = "A"\ndelegates_to = {given}\n[[body]]\nid = "b"\nname = "B"\n'
        '[[function]]\nid = "f"\nname = "F"\n[[function]]\nid = "g"\nname = "G"'
    )
    assert [details for _, _, details, *_ in _told(graph, "delegates_to")] == [
        {"function": "f"},
        {"function": "g"},
        {},
    ]


def test_stated_and_inferred(graph_of: GraphOf) -> None:
    """What one place states and another infers is stated."""
    graph = graph_of(
        '[[body]]\nid = "a"\nname = "A"\n'
        'accountable_to = [{ to = "b", basis = "inferred" }, { to = "b", basis = "stated" }]\n'
        '[[body]]\nid = "b"\nname = "B"'
    )
    assert [basis for _, _, _, basis, *_ in _told(graph, "accountable_to")] == ["stated"]


def test_alike_from_both_ends(graph_of: GraphOf) -> None:
    """That two may be the same is one relation, at whichever of them it is written."""
    graph = graph_of(
        '[[body]]\nid = "b"\nname = "B"\npossibly_same_as = "a"\n[[body]]\nid = "a"\nname = "A"\npossibly_same_as = "b"'
    )
    assert len(_told(graph, "possibly_same_as")) == 1


def test_days_from_the_cache(write: Callable[..., Path], home: Path) -> None:
    """A model from the cache has every day of a statement that two places make of different days."""
    path = write(
        '[[body]]\nid = "a"\nname = "A"\nreports_to = [{ to = "b", as_at = "2020" }, { to = "b", as_at = "2022" }]\n'
        '[[body]]\nid = "b"\nname = "B"'
    )
    fresh, kept = load(path), load(path)
    assert any(home.rglob("*"))
    assert [days for *_, days in _told(fresh, "reports_to")] == [["2020", "2022"]]
    assert _told(kept, "reports_to") == _told(fresh, "reports_to")


@pytest.mark.parametrize("name", [name for name, kind in RELATIONS.items() if kind.words])
def test_each_kind_of_relation(name: str, graph_of: GraphOf) -> None:
    """Whatever the kind, a relation that is written twice is one."""
    kind = RELATIONS[name]
    end = (
        '{ to = "not_stated", mode = "decides" }'
        if any(part.required for part in kind.parts)
        else '"not_stated"'
    )
    bearer = kind.subjects[0] if kind.subjects else "body"
    graph = graph_of(f'[[{bearer}]]\nid = "a"\nname = "A"\n{name} = [{end}, {end}]')
    assert [(one, other) for one, other, *_ in _told(graph, name)] == [("a", "not_stated")]
