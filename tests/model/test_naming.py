"""Finding the entity that a person means by what they type."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.finding.naming import Found, find, of_one_kind

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "minutes"
name = "Minutes"
aliases = ["000"]
presented = "2021-06"
[[partnership]]
id = "harrow"
sources = ["minutes"]
name = [
    { value = "Harrow Health and Care Partnership", as_at = "2020-02" },
    { value = "Harrow Borough Based Partnership" },
]
other_names = [{ name = "ICP", use = "acronym" }, { name = "Harrow Together", use = "former" }]
[[partnership]]
id = "hw-icp"
name = "Integrated Care Partnership"
other_names = [{ name = "ICP", use = "acronym" }]
[[body]]
id = "executive"
name = "Harrow Health and Care Executive"
[[organisation]]
id = "ccg"
name = "North West London CCG"
end_date = "2022-06-30"
identifiers = [{ identifier = "W2U3Z", scheme = "ODS", start_date = "2021-04-01", end_date = "2022-06-30" }]
[[area]]
id = "sub-icb"
name = "North West London sub-ICB location"
identifiers = [{ identifier = "W2U3Z", scheme = "ODS", start_date = "2022-07-01" }]
[[term]]
id = "term-icp"
name = "ICP"
meanings = ["Integrated care partnership"]
"""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harrow", Found(("harrow",), "id")),
        (" HARROW ", Found(("harrow",), "id")),
        ("W2U3Z", Found(("sub-icb",), "code")),
        ("w2u3z", Found(("sub-icb",), "code")),
        ("000", Found(("minutes",), "code")),
        ("harrow borough-based partnership", Found(("harrow",), "name")),
        ("Harrow Health & Care Executive", Found(("executive",), "name")),
        ("ICP", Found(("harrow", "hw-icp"), "other name")),
        ("icp", Found(("harrow", "hw-icp"), "other name")),
        ("Harrow Health and Care Partnership", Found(("harrow",), "former name")),
        ("harrow together", Found(("harrow",), "former name")),
        ("term-icp", Found(("term-icp",), "id")),
    ],
)
def test_ranks(graph_of: GraphOf, typed: str, found: Found) -> None:
    """The first rank that fits wins: id, code, name, other name, former name; case and accents are nothing."""
    assert find(graph_of(MODEL), typed) == found


def test_a_code_passes_on(graph_of: GraphOf) -> None:
    """A code names who bears it at the date, and without a date its newest bearer."""
    graph = graph_of(MODEL)

    assert find(graph.as_of("2022-01"), "W2U3Z").ids == ("ccg",)
    assert find(graph.as_of("2026-08"), "W2U3Z").ids == ("sub-icb",)


def test_names_at_a_date(graph_of: GraphOf) -> None:
    """At a date the name of that date is the name, and the others are former or later ones."""
    graph = graph_of(MODEL).as_of("2020-12")

    assert find(graph, "Harrow Health and Care Partnership") == Found(("harrow",), "name")


def test_nearest(graph_of: GraphOf) -> None:
    """What fits nothing names the nearest three, and nonsense names none."""
    graph = graph_of(MODEL)

    assert find(graph, "harrow health and care executiv").nearest[0] == "executive"
    assert len(find(graph, "Harrow Health").nearest) <= 3
    assert find(graph, "zzzzzzzz") == Found(())
    assert find(graph, "") == Found(())


@pytest.mark.parametrize(
    "typed",
    [
        "West and North London Integrated Care Board",
        "west-north london ICB",
        "The West and North London ICB",
        "NHS West and North London ICB",
    ],
)
def test_an_opening_and_a_term_may_be_otherwise(graph_of: GraphOf, typed: str) -> None:
    """A leading `NHS` or `the` may be left out or put before, an *and* left out, and a term of the glossary stands for its words."""
    graph = graph_of(
        '[[organisation]]\nid = "wnl"\nname = "NHS West and North London Integrated Care Board"\n'
        '[[term]]\nid = "t-icb"\nname = "ICB"\n'
        'meanings = [{ text = "A board.", expansion = "integrated care board" }]\n'
    )
    assert find(graph, typed) == Found(("wnl",), "name")


def test_a_term_that_is_short_for_nothing_is_no_name(graph_of: GraphOf) -> None:
    """`Frailty` names no body because it is in the glossary, and `NHS` none because names may begin with it."""
    graph = graph_of(
        '[[body]]\nid = "one"\nname = "Frailty"\n[[body]]\nid = "two"\nname = "Falls"\n'
        '[[term]]\nid = "t"\nname = "Falls"\nmeanings = [{ text = "A fall." }]\n'
        '[[term]]\nid = "u"\nname = "Stroke"\nmeanings = [{ text = "A stroke." }]\n'
    )
    assert find(graph, "Falls") == Found(("two",), "name")
    assert find(graph, "Stroke").ids == find(graph, "the").ids == ()


PLACES = """
[[partnership]]
id = "icp"
name = "Hammersmith & Fulham Integrated Care Partnership"
covers = ["hf"]
[[partnership]]
id = "other"
name = "Fenmarch Partnership"
[[area]]
id = "hf"
name = "Hammersmith & Fulham"
[[person]]
id = "hammer"
name = "A Hammer"
"""


def test_an_area_compared_with_a_partnership_is_the_partnership_that_covers_it(graph_of: GraphOf) -> None:
    """On either side; two areas, and what nothing of that kind covers, stay what they are."""
    graph = graph_of(PLACES)
    both = (graph, graph)
    assert of_one_kind(both, ("other", "hf")) == ("other", "icp")
    assert of_one_kind(both, ("hf", "other")) == ("icp", "other")
    assert of_one_kind(both, ("hf", "hf")) == ("hf", "hf")
    assert of_one_kind(both, ("hammer", "hf")) == ("hammer", "hf")


def test_the_nearest_are_first_those_whose_name_begins_so(graph_of: GraphOf) -> None:
    """Then those that are only spelt alike."""
    assert find(graph_of(PLACES), "hammersmith").nearest[:2] == ("hf", "icp")
