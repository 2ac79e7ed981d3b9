"""How little of a model an answer reads, after everything was indexed once."""

from tests.model.counting import counted, country
from tiers.model.answers.gaps import gaps
from tiers.model.answers.who import climb, who
from tiers.model.structure.inside import below

_COUNTRY = country(10, 10, 20)


def test_a_chain_looks_at_what_is_near_it() -> None:
    """From a workstream upward only its own place is looked at, however large the country."""
    graph, looked_at = counted(_COUNTRY)
    assert [step.id for step in climb(graph, ["s3p4frailty"])] == ["s3p4frailty", "s3p4b", "s3p4o", "s3"]
    assert len(graph) > 2_500
    assert len(looked_at.asked) < 15


def test_a_topic_in_every_place_climbs_no_chain_that_is_not_asked_for() -> None:
    """Of a topic that a hundred places have, only the chain that is read is climbed."""
    answer = who(_COUNTRY, "frailty")
    assert (
        answer.verdict == "The documents do not say who decides about frailty; 100 lead on it, in 100 places."
    )
    assert len(answer.chains) == 100
    assert [step.id for step in answer.chains[0].steps] == ["s0p0frailty", "s0p0b", "s0p0o", "s0"]


def test_a_topic_of_one_place_looks_at_one_place() -> None:
    """Once the index is there, a topic of one place looks at few entities."""
    graph, looked_at = counted(_COUNTRY)
    who(graph, "frailty")
    looked_at.asked.clear()
    answer = who(graph, '"frailty 3 3"')
    assert [chain.place for chain in answer.chains] == ["s3p3"]
    assert len(answer.chains[0].steps) == 4
    assert len(looked_at.asked) < 30


def test_gaps_of_a_place_look_at_that_place() -> None:
    """Once it is known what is below what, the gaps of one place look at no other."""
    graph, looked_at = counted(_COUNTRY)
    inside = below(graph, "s3p4")
    looked_at.asked.clear()
    assert gaps(graph, "s3p4")
    assert len(looked_at.asked) < 3 * len(inside)
