"""The chain upward: never down, each step above all that lead to it, one line a branch, and what was above until it ended."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.fragments import VALE
from tests.model.governance import Parts, parts
from tests.model.governance import graph_of as graph_of_parts
from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.tour import questions
from tiers.model.answers.who import climb, who
from tiers.tui.printing.answers.tour import FIRST, answer
from tiers.tui.wording.description.who import describe_who

GraphOf = Callable[[str], Graph]

_VALE = (
    VALE
    + """
[[function]]
id = "skin"
name = "Skin"
in_hands_of = [{ id = "side", mode = "MODE" }]
[[body]]
id = "side"
name = "Side Board"
part_of = "vale"
"""
)


def _body(name: str, *lines: str) -> str:
    return "\n".join((f'[[body]]\nid = "{name.split(maxsplit=1)[0].lower()}"\nname = "{name}"', *lines, ""))


def _lines(graph: Graph, topic: str) -> list[str]:
    texts = [line.text for line in describe_who(graph, who(graph, topic))]
    return texts[1 : texts.index("")]


@pytest.mark.parametrize(
    ("mode", "bodies", "chain"),
    [
        pytest.param(
            "oversees",
            _body("Advisory Group", 'part_of = "vale"', 'in_layer = "l2"', 'decides = "none"'),
            "Side Board > Vale",
            id="a layer of a body that decides nothing",
        ),
        pytest.param(
            "decides",
            _body("Low Group", 'part_of = "vale"', 'in_layer = "l2"'),
            "Side Board > Vale",
            id="a layer above one that decides",
        ),
        pytest.param(
            "oversees",
            _body("Low Group", 'part_of = "side"', 'in_layer = "l2"'),
            "Side Board > Vale",
            id="a layer of a part of it",
        ),
        pytest.param(
            "oversees",
            _body("Low Group", 'part_of = "side"')
            + _body("Top Board", 'part_of = "vale"', 'in_layer = "l1"', 'reports_to = "low"'),
            "Side Board > Vale",
            id="reports to a part of it",
        ),
        pytest.param(
            "oversees",
            _body("Low Group", 'part_of = "mid"')
            + _body("Mid Board", 'reports_to = "side"')
            + _body("Top Board", 'in_layer = "l1"', 'accountable_to = "low"'),
            "Side Board > Vale",
            id="answers to a part of what reports to it",
        ),
        pytest.param(
            "oversees",
            _body("Low Group", 'part_of = "vale"', 'in_layer = "l2"')
            + _body("Top Board", 'part_of = "vale"', 'in_layer = "l1"'),
            "Side Board > Vale > Low Group (inferred) > Top Board (inferred)",
            id="layers that lead up",
        ),
    ],
)
def test_no_step_leads_down(graph_of: GraphOf, mode: str, bodies: str, chain: str) -> None:
    """Past a partnership no step leads to what is part of, reports to, or is in a layer below what was passed, or decides nothing."""
    graph = graph_of(_VALE.replace("MODE", mode) + bodies)
    assert _lines(graph, "skin")[1] == chain


def test_what_reports_to_it_is_not_above(graph_of: GraphOf) -> None:
    """A body that reports to a part of itself goes on to what it is part of."""
    text = _VALE.replace("MODE", "decides").replace(
        'name = "Side Board"', 'name = "Side Board"\nreports_to = "low"'
    )
    graph = graph_of(text + _body("Low Group", 'part_of = "side"', 'decides = "none"'))
    assert _lines(graph, "skin")[1] == "Side Board > Vale"


_AT = st.sampled_from((None, "2020", "2021-12-31", "2022-02-22"))


@given(drawn=parts(), at=_AT)
def test_nothing_passed_has_what_is_above_it_as_a_part(drawn: Parts, at: str | None) -> None:
    """In any model, what a step leads to is neither part of nor reports to a step below that, directly or through others."""
    graph = graph_of_parts(*drawn, at)
    for start in graph:
        steps = {each.id: each for each in climb(graph, [start])}
        for step in steps.values():
            for below in step.below:
                passed = _passed(steps, below) - {below}
                opened = {each for each in passed if graph.kind(each) == "partnership"}
                assert _parts_of(graph, step.id, opened | {below}).isdisjoint(passed - opened)


def _passed(steps: object, entity_id: str) -> set[str]:
    assert isinstance(steps, dict)
    found, waiting = {entity_id}, [entity_id]
    while waiting:
        new = [each for each in steps[waiting.pop()].below if each not in found]
        found.update(new)
        waiting.extend(new)
    return found


def _parts_of(graph: Graph, entity_id: str, apart: set[str]) -> set[str]:
    """Return what an entity is part of or reports to, directly or through others."""
    found: set[str] = set()
    waiting = [entity_id]
    while waiting:
        each = waiting.pop()
        ends = {
            one.object
            for kind in ("part_of", "reports_to")
            for one in graph.relations(each, kind, "out")
            if one.object in graph and graph.shown(one.object)
        }
        waiting.extend(ends - found - apart)
        found |= ends - apart
    return found


BEDS = """
[[partnership]]
id = "elmsea"
name = "Elmsea"
tier = "place"
[[function]]
id = "beds"
name = "Beds"
part_of = "elmsea"
in_hands_of = [{ id = "first", mode = "decides" }, { id = "second", mode = "decides" }]
[[workstream]]
id = "ward-work"
name = "Beds and wards"
part_of = "elmsea"
accountable_to = "first"
[[body]]
id = "first"
name = "First Board"
part_of = "elmsea"
[[body]]
id = "second"
name = "Second Board"
part_of = "elmsea"
"""


def test_two_who_decide_and_a_workstream_of_the_topic(graph_of: GraphOf) -> None:
    """Beside who decides it is not said that nobody is stated to, and each branch of the chain has its own line."""
    assert _lines(graph_of(BEDS), "beds") == [
        "The documents say that First Board and Second Board decide about Beds. Beds and wards leads on beds.",
        "Beds and wards > First Board > Elmsea",
        "also: Second Board > Elmsea",
        "Who decides: First Board and Second Board",
        "Who sits on First Board: nobody is named",
        "Who sits on Second Board: nobody is named",
    ]


@pytest.mark.parametrize(
    ("mode", "verdict"),
    [
        (
            "oversees",
            (
                "The documents say that First Board and Second Board decide about Beds. Beds and wards leads on beds. "
                "The documents do not say who decides about Winter beds; Second Board oversees it."
            ),
        ),
        (
            "decides",
            (
                "The documents say that First Board and Second Board decide about Beds. "
                "The documents say that Second Board decides about Winter beds. Beds and wards leads on beds."
            ),
        ),
    ],
)
def test_of_another_function_of_the_topic_it_is_said_by_its_name(
    graph_of: GraphOf, mode: str, verdict: str
) -> None:
    """That nobody is stated to decide is said of the function of which that is so, not of the topic."""
    extra = (
        '[[function]]\nid = "winter"\nname = "Winter beds"\npart_of = "elmsea"\n'
        f'in_hands_of = [{{ id = "second", mode = "{mode}" }}]\n'
    )
    assert who(graph_of(BEDS + extra), "beds").verdict == verdict


def test_nobody_who_decides_beside_a_workstream(graph_of: GraphOf) -> None:
    """Where a source states that nobody decides, it is not also said that the documents do not say who does."""
    held = 'in_hands_of = [{ id = "first", mode = "decides" }, { id = "second", mode = "decides" }]'
    text = BEDS.replace(
        held,
        'in_hands_of = [{ id = "none", mode = "decides" }, { id = "second", mode = "oversees" }]',
    )
    assert who(graph_of(text), "beds").verdict == (
        "The documents say that Second Board oversees Beds. Beds and wards leads on beds. "
        "The documents say that nobody decides about Beds."
    )


def test_elsewhere_somebody_decides(graph_of: GraphOf) -> None:
    """In a place of which nothing is stated, where something is of another, it says that it is not stated here."""
    text = BEDS.replace(
        'name = "Beds and wards"\npart_of = "elmsea"', 'name = "Beds and wards"\npart_of = "oak"'
    )
    graph = graph_of(f'{text}[[partnership]]\nid = "oak"\nname = "Oakhill"\ntier = "place"\n')
    lines = [line.text for line in describe_who(graph, who(graph, "beds"))]
    assert [each for each in lines if each.startswith("Who decides")] == [
        "Who decides: First Board and Second Board",
        "Who decides: not stated here",
    ]


def test_who_stands_above_by_another_branch_stands_higher(graph_of: GraphOf) -> None:
    """A step stands above all that lead to it, by the longest way, with each reason."""
    graph = graph_of(
        BEDS.replace(
            'name = "Second Board"\npart_of = "elmsea"', 'name = "Second Board"\nreports_to = "elmsea"'
        )
    )
    assert [(each.rank, each.id, each.below) for each in climb(graph, ["ward-work", "second"])] == [
        (0, "ward-work", ()),
        (0, "second", ()),
        (1, "first", ("ward-work",)),
        (2, "elmsea", ("second", "first")),
    ]


MANY = "".join(
    f'[[body]]\nid = "b{number}"\nname = "Board {number}"\naccountable_to = "t{number}"\n'
    f'[[body]]\nid = "t{number}"\nname = "Top {number}"\n'
    for number in range(5)
) + '[[function]]\nid = "beds"\nname = "Beds"\nin_hands_of = [{}]\n'.format(
    ", ".join(f'{{ id = "b{number}", mode = "delivers" }}' for number in range(5))
)


def test_of_many_branches_only_that_they_are_there_is_told(graph_of: GraphOf) -> None:
    """More than four branches are not told in a line each."""
    assert _lines(graph_of(MANY), "beds")[1] == "5 on the same level; above it the chain branches: see below"


def test_the_tour_tells_the_branches_too(graph_of: GraphOf) -> None:
    """The first question of the tour opens with the branches as the answer does."""
    graph = graph_of(BEDS)
    first = questions(graph)[0]
    lines = [line.strip() for line in answer(graph, first) if line.strip()]
    assert lines[:FIRST] == [
        "Beds",
        "The documents say that First Board and Second Board decide about Beds. Beds and wards leads on Beds.",
        "Beds and wards > First Board > Elmsea",
        "also: Second Board > Elmsea",
    ]


SITTING = """
[[partnership]]
id = "elmsea"
name = "Elmsea"
tier = "place"
members = ["trust"]
[[organisation]]
id = "trust"
name = "Elmsea Trust"
[[function]]
id = "beds"
name = "Beds"
part_of = "elmsea"
in_hands_of = [{ id = "first", mode = "decides" }, { id = "group", mode = "delivers" }]
[[body]]
id = "first"
name = "First Board"
part_of = "elmsea"
[[body]]
id = "group"
name = "Ward Group"
accountable_to = "first"
members = ["trust"]
"""


def test_who_sits_higher_up_is_of_a_body_above(graph_of: GraphOf) -> None:
    """Of bodies whose members are named instead, only those above the one asked for are called higher up."""
    assert _lines(graph_of(SITTING), "beds")[3] == (
        "Who sits on First Board: nobody is named; higher up, members of Elmsea: Elmsea Trust"
    )
    below = SITTING.replace('tier = "place"\nmembers = ["trust"]', 'tier = "place"')
    assert _lines(graph_of(below), "beds")[3] == "Who sits on First Board: nobody is named"


ENDED = """
[[source]]
id = "scheme"
name = "Scheme"
presented = "2021-05-01"
[[source]]
id = "paper"
name = "Paper"
presented = "2023-05-01"
[file]
sources = ["scheme"]
[[partnership]]
id = "elmsea"
name = "Elmsea"
tier = "place"
[[organisation]]
id = "group"
name = "Elmsea Commissioning Group"
end_date = "2022-06-30"
[[organisation]]
id = "board"
name = "Downs Board"
succeeds = "group"
sources = ["paper"]
[[body]]
id = "committee"
name = "Beds Committee"
part_of = "group"
[[function]]
id = "beds"
name = "Beds"
part_of = "elmsea"
in_hands_of = [{ id = "committee", mode = "decides" }]
"""


@pytest.mark.parametrize(
    ("change", "was", "after"),
    [
        (("", ""), "was part of", "Downs Board followed it"),
        (('part_of = "group"', 'accountable_to = "group"'), "was accountable to", "Downs Board followed it"),
        (('succeeds = "group"\n', ""), "was part of", "what followed it is not stated"),
        (
            ('part_of = "group"', 'part_of = [{ to = "group", end_date = "2022-06-30" }]'),
            "was part of",
            "Downs Board followed it",
        ),
    ],
)
def test_what_was_above_it_has_ended(
    graph_of: GraphOf, change: tuple[str, str], was: str, after: str
) -> None:
    """Who decides still decides; that the one above ended, when, and what followed it is told, and `gaps` asks who took over."""
    graph = graph_of(ENDED.replace(*change))
    ended = f"ended on 30 Jun 2022; {after}"
    lines = [line.text for line in describe_who(graph, who(graph, "beds")) if line.text]
    assert lines[1 : lines.index("Sources")] == [
        f"The documents say that Beds Committee decides about Beds. Elmsea Commissioning Group above it {ended}.",
        f"Beds Committee; above it: Elmsea Commissioning Group {ended}",
        "Who decides: Beds Committee",
        "Who sits on Beds Committee: nobody is named",
        "Elmsea",
        "1. Beds Committee · body",
        "decides about Beds",
        f"{was} Elmsea Commissioning Group, which {ended}",
    ]
    asked = [(each.question, each.note) for each in gaps(graph) if each.code == "above-ended"]
    assert asked == [
        (
            "Who took over Beds Committee from Elmsea Commissioning Group, which ended on 30 Jun 2022?",
            f"{after[0].upper()}{after[1:]}.",
        )
    ]


def test_while_it_was_there_it_was_above(graph_of: GraphOf) -> None:
    """At a date before its end the one above stands in the chain, and nobody has taken over."""
    graph = graph_of(ENDED).as_of("2022-01-01")
    assert _lines(graph, "beds")[:2] == [
        "The documents say that Beds Committee decides about Beds.",
        "Beds Committee > Commissioning Group",
    ]
    assert [each for each in gaps(graph) if each.code == "above-ended"] == []
