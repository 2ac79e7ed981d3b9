"""Relations that are written more than once."""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from pathlib import Path

import pytest

from tests.model.fragments import detail_lines
from tiers.model import Graph, Mistake, load
from tiers.model.format import RELATIONS
from tiers.model.structure.membership import members_words

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


_SEATS = """
[[body]]
id = "board"
name = "Board"
members = [
    { id = "trust", voting = true, seats = 2, sources = ["minutes"] },
    { id = "council", capacity = "chair", voting = true, seats = 2, sources = ["minutes"] },
    { id = "council", voting = false, sources = ["minutes"] },
    { id = "hospice", voting = true, basis = "inferred", sources = ["minutes"] },
]
"""
_HOLDERS = """
[[organisation]]
id = "trust"
name = "Trust"
member_of = [{ to = "board", voting = false, seats = 2, sources = ["terms"] }]
[[organisation]]
id = "council"
name = "Council"
member_of = [{ to = "board", capacity = "chair", voting = true, seats = 3, sources = ["terms"] }]
[[organisation]]
id = "hospice"
name = "Hospice"
member_of = [{ to = "board", voting = false, sources = ["terms"] }]
"""


def _flat(details: object) -> Iterator[tuple[str, object]]:
    """Yield the details of a relation, those in dispute by both names."""
    for key, value in dict(details).items():  # type: ignore[call-overload]
        if isinstance(value, Mapping):
            yield from ((f"{key} {inside}", each) for inside, each in value.items())
        else:
            yield key, value


@pytest.mark.parametrize("order", [*permutations((SOURCES, _SEATS, _HOLDERS))])
def test_ends_that_disagree(order: tuple[str, ...], graph_of: GraphOf) -> None:
    """A seat to which its two ends give another vote or number is one, with the values of both and neither as true."""
    graph = graph_of("".join(order))
    told = {
        (str(who), *sorted(f"{key}={value}" for key, value in _flat(details)), *sorted(map(str, cited)))  # type: ignore[call-overload]
        for who, _, details, _, cited, _ in _told(graph, "member_of")
    }
    assert told == {
        ("trust", "disputed voting=(True, False)", "seats=2", "minutes", "terms"),
        ("council", "capacity=chair", "disputed seats=(2, 3)", "voting=True", "minutes", "terms"),
        ("council", "voting=False", "minutes"),
        ("hospice", "voting=False", "minutes", "terms"),
    }
    assert members_words(graph, "board", graph.relations("board", "member_of", "in")) == (
        "6 to 7, of them 2 to 3 voting, voting of 2 disputed"
    )
    lines = detail_lines(graph, "trust")
    assert "Board · seats: 2 · the documents disagree: votes; or does not vote" in lines


def test_ends_that_disagree_are_a_warning(mistakes_of: MistakesOf) -> None:
    """`check` says which detail differs, and what to write where there are two seats."""
    found = mistakes_of(SOURCES + _SEATS + _HOLDERS)
    first = next(each for each in found if each.code == "ends-disagree")
    assert (first.code, first.severity, first.message) == (
        "ends-disagree",
        "warning",
        "that `trust` is a member of `board` is written at model.toml:17 too, with another `voting`",
    )
    assert first.hint == (
        "they count as one about which the documents disagree; give them different `capacity` or `role` where there are two"
    )


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
