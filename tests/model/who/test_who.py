"""From a topic to who has it in hand, rule by rule, on small models."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.who import climb, who, who_has
from tiers.model.finding.query import QueryError

GraphOf = Callable[[str], Graph]

SYSTEM = """
[[partnership]]
id = "system"
name = "System"
tier = "system"
[[partnership]]
id = "place"
name = "Place"
tier = "place"
part_of = "system"
"""

LAYERS = (
    SYSTEM
    + """
[[layer]]
id = "top"
of = "place"
order = 1
name = "Sovereign"
[[layer]]
id = "empty"
of = "place"
order = 2
name = "Nobody here"
[[layer]]
id = "bottom"
of = "place"
order = 3
name = "Strands"
[[organisation]]
id = "council"
name = "Council"
in_layer = "top"
[[organisation]]
id = "trust"
name = "Trust"
in_layer = "top"
[[workstream]]
id = "frailty"
name = "Frailty"
part_of = "place"
in_layer = "bottom"
[[body]]
id = "homes"
name = "Care homes group"
part_of = "frailty"
"""
)


def _steps(graph: Graph, *starts: str) -> list[tuple[int, str, list[str]]]:
    return [(each.rank, each.id, sorted({link.how for link in each.links})) for each in climb(graph, starts)]


def test_layers_lead_upward_where_no_relation_does(graph_of: GraphOf) -> None:
    """The next layer in which something stands is above, an empty one is passed; past the topmost comes the system."""
    assert _steps(graph_of(LAYERS), "homes") == [
        (0, "homes", []),
        (1, "frailty", ["part_of"]),
        (2, "council", ["layer"]),
        (2, "trust", ["layer"]),
        (3, "system", ["part_of"]),
    ]


def test_a_layer_is_inferred_authority(graph_of: GraphOf) -> None:
    """That one layer is above another is our reading, and every link of it says so."""
    links = [
        link for step in climb(graph_of(LAYERS), ["frailty"]) for link in step.links if link.how == "layer"
    ]
    assert [(link.inferred, link.layer) for link in links] == [(True, "top")] * 2


def test_a_partnership_leads_into_its_own_layers(graph_of: GraphOf) -> None:
    """From a partnership the lowest layer of more than workstreams is next."""
    assert _steps(graph_of(LAYERS), "place") == [
        (0, "place", []),
        (1, "council", ["layer"]),
        (1, "trust", ["layer"]),
        (2, "system", ["part_of"]),
    ]


def test_accountability_goes_before_reports_and_reports_before_layers(graph_of: GraphOf) -> None:
    """The strongest sort of relation leads upward alone."""
    extra = '[[body]]\nid = "board"\nname = "Board"\n[[body]]\nid = "forum"\nname = "Forum"\n'
    weak = LAYERS.replace('id = "frailty"\n', 'id = "frailty"\nreports_to = "forum"\n') + extra
    assert [each.id for each in climb(graph_of(weak), ["frailty"])] == ["frailty", "forum"]
    strong = weak.replace('reports_to = "forum"\n', 'reports_to = "forum"\naccountable_to = "board"\n')
    assert [each.id for each in climb(graph_of(strong), ["frailty"])] == ["frailty", "board"]


def test_what_is_unknown_is_kept_at_its_place(graph_of: GraphOf) -> None:
    """An unknown giver and an unknown account stand with the step, and the way goes on by what it is part of."""
    graph = graph_of(
        SYSTEM
        + """
[[body]]
id = "team"
name = "Team"
part_of = "place"
accountable_to = "not_stated"
delegated_by = "not_stated"
"""
    )
    first, second, third = climb(graph, ["team"])
    assert [each.kind for each in first.silent] == ["delegates_to", "accountable_to"]
    assert [each.subject for each in first.delegations] == ["not_stated"]
    assert (second.id, third.id) == ("place", "system")


def test_a_ring_of_authority_ends(graph_of: GraphOf) -> None:
    """Two that answer to one another are two steps."""
    graph = graph_of(
        '[[body]]\nid = "a"\nname = "A"\naccountable_to = "b"\n[[body]]\nid = "b"\nname = "B"\naccountable_to = "a"\n'
    )
    assert _steps(graph, "a") == [(0, "a", []), (1, "b", ["accountable_to"])]


def test_of_several_to_begin_with_those_that_others_answer_to_come_above(graph_of: GraphOf) -> None:
    """Also through a body that is no beginning; of two that answer to one another both begin, and what is over them follows."""
    graph = graph_of(
        "".join(
            f'[[body]]\nid = "{each}"\nname = "{each.upper()}"\naccountable_to = "{above}"\n'
            for each, above in ("ax", "xy", "yb", "cd", "dc")
        )
        + '[[body]]\nid = "b"\nname = "B"\n'
    )
    ranked = [(each.rank, each.id) for each in climb(graph, ["a", "b"])]
    assert ranked == [(0, "a"), (1, "x"), (2, "y"), (3, "b")]
    assert [(each.rank, each.id) for each in climb(graph, ["c", "d"])] == [(0, "c"), (0, "d")]


def test_who_decides_is_said_where_a_document_says_it(graph_of: GraphOf) -> None:
    """A function with one who decides has its answer; what is only delivered has not."""
    graph = graph_of(
        SYSTEM
        + """
[[body]]
id = "board"
name = "Board"
part_of = "place"
responsible_for = [{ to = "budget", mode = "decides" }, { to = "care", mode = "delivers" }]
[[function]]
id = "budget"
name = "Joint budget"
part_of = "place"
[[function]]
id = "care"
name = "Home care"
part_of = "place"
"""
    )
    assert who(graph, "budget").verdict == "The documents say that Board decides about Joint budget."
    assert who(graph, "home care").verdict == (
        "The documents do not say who decides about Home care; Board delivers it."
    )


def test_who_is_said_to_decide_above_is_told(graph_of: GraphOf) -> None:
    """That a body in the chain decides is told, and not that it decides about the topic."""
    graph = graph_of(LAYERS.replace('name = "Council"\n', 'name = "Council"\ndecides = "decides"\n'))
    assert who(graph, "frailty").verdict == (
        "The documents do not say who decides about frailty; Frailty leads on it; above it, inferred, Council decides."
    )


@pytest.mark.parametrize(
    ("power", "verdict"),
    [
        ("decides", "The documents say that Board decides."),
        ("recommends", "The documents say that Board recommends; they do not say who decides."),
        ("advises", "The documents say that Board advises; they do not say who decides."),
        ("none", "The documents say that Board makes no decisions; they do not say who does."),
        ("not_stated", "The documents do not say what Board may decide."),
    ],
)
def test_what_a_body_may_decide(graph_of: GraphOf, power: str, verdict: str) -> None:
    """Asked by its name, a body is answered with its own power."""
    graph = graph_of(f'[[body]]\nid = "board"\nname = "Board"\ndecides = "{power}"\n')
    assert who(graph, "Board").verdict == verdict
    assert who(graph, "board").verdict == verdict


def test_an_inference_names_nobody(graph_of: GraphOf) -> None:
    """Who is read to have a function in hand is the nearest, and not named as having it."""
    function = '[[function]]\nid = "care"\nname = "Home care"\npart_of = "place"\n'
    held = (
        '[[body]]\nid = "board"\nname = "Board"\nresponsible_for = [{{ to = "care", mode = "delivers"{} }}]\n'
    )
    stated = who(graph_of(SYSTEM + function + held.format("")), "home care")
    inferred = who(graph_of(SYSTEM + function + held.format(', basis = "inferred"')), "home care")
    assert [(each.id, each.named) for each in stated.chains[0].holders] == [("board", True)]
    assert [(each.id, each.named) for each in inferred.chains[0].holders] == [("board", False)]
    assert inferred.verdict == "No document states who decides about Home care; inferred: Board delivers it."


def test_what_is_planned_holds_nothing(graph_of: GraphOf) -> None:
    """A post in the making has nothing in hand, and its place says that no document shows it."""
    graph = graph_of(
        SYSTEM
        + """
[[post]]
id = "lead"
name = "Safeguarding lead"
status = "planned"
part_of = "place"
responsible_for = [{ to = "safety", mode = "not_stated" }]
[[function]]
id = "safety"
name = "Safeguarding"
part_of = "place"
"""
    )
    answer = who(graph, "safeguarding")
    assert answer.verdict == "No document in this model names a body for safeguarding."
    (chain,) = answer.chains
    assert [each.id for each in chain.holders] == ["place"]
    assert chain.remarks == ("Safeguarding lead was planned; no document here shows that it came about.",)


def test_how_a_topic_is_found_changes_nothing(graph_of: GraphOf) -> None:
    """By its name, by a word to look for or by its summary, of a workstream the same is said."""
    graph = graph_of(
        SYSTEM
        + '[[workstream]]\nid = "frailty"\nname = "Frailty"\ntopics = ["older people"]\npart_of = "place"\n'
        + 'summary = "Help after falls."\n'
    )
    for topic in ("frailty", "older people", "falls"):
        answer = who(graph, topic)
        assert answer.verdict == f"The documents do not say who decides about {topic}; Frailty leads on it."
        (chain,) = answer.chains
        assert [(each.id, each.named) for each in chain.holders] == [("frailty", True)]
        assert chain.remarks == ()


def test_a_filter_in_a_topic_is_told(graph_of: GraphOf) -> None:
    """A topic is a query, and a wrong filter in it is a mistake and no empty answer."""
    with pytest.raises(QueryError):
        who(graph_of(LAYERS), "kind:")


def test_every_entity_has_a_chain_of_its_own(graph_of: GraphOf) -> None:
    """Asked for an entity and not for words, the answer is about that entity, also where its id is a word."""
    graph = graph_of(LAYERS + '[[workstream]]\nid = "other"\nname = "Frailty too"\npart_of = "place"\n')
    assert {each.id for chain in who(graph, "frailty").chains for each in chain.holders} == {
        "frailty",
        "other",
    }
    answer = who_has(graph, "frailty")
    assert answer.topic == "Frailty"
    assert [step.id for step in answer.chains[0].steps] == ["frailty", "council", "trust", "system"]
    assert {each: len(who_has(graph, each).chains) for each in graph} == dict.fromkeys(graph, 1)
