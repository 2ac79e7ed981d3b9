"""Which relations a disagreement of documents is about, and what is said of one that it is not about."""

from collections.abc import Callable

import pytest

from tests.model.fragments import disagreement, documents, named
from tiers.model import Claim, Evidence, Graph, Relation
from tiers.model.facts.functions import IN_HAND
from tiers.model.facts.relation_disputes import followed_instead, relation_disputes, side_words
from tiers.model.facts.role_disputes import RoleDispute, role_disputes_of, role_of
from tiers.model.format import INFERRED

GraphOf = Callable[[str], Graph]

PAPERS = documents("a", a=("Scheme", "2023-05-01"), b=("Minutes", "2023-06-01"))
FUNCTIONS = named("function", beds="Beds", lamps="Lamps")
TEXTS = '{ text = "Little." }', '{ text = "Much.", sources = ["b"] }'


def _disputed(graph: Graph) -> list[tuple[str, str, str, str]]:
    """Return the kind, the ends and the function of each relation on which documents disagree."""
    relations = (each for one in graph for each in graph.every_relation(one, None, "out"))
    return sorted(
        (each.kind, each.subject, each.object, str(each.details.get("function", "")))
        for each in relations
        if each.kind != "about" and relation_disputes(graph, each)
    )


def _body(entity_id: str, written: str) -> str:
    return named("body", **{entity_id: entity_id}) + written + "\n"


@pytest.mark.parametrize(
    ("written", "about", "attribute", "positions", "disputed"),
    [
        *(
            pytest.param(
                _body("one", f'delegates_to = [{{ to = "{taker}", function = "beds", basis = "stated" }}]'),
                "beds",
                "limit",
                TEXTS,
                [("delegates_to", "one", taker, "beds")],
                id=f"of a function: also its delegation to {taker}",
            )
            for taker in ("unknown", "not_stated")
        ),
        pytest.param(
            _body(
                "one",
                'delegates_to = [{ to = "two", function = "beds" }, { to = "two", function = "lamps" }]',
            )
            + named("body", two="Two"),
            "beds",
            "limit",
            TEXTS,
            [("delegates_to", "one", "two", "beds")],
            id="of a function: its delegation, and no other between the same two",
        ),
        pytest.param(
            _body("one", 'delegates_to = [{ to = "two", function = "beds" }]\nmember_of = ["two"]')
            + named("body", two="Two"),
            "one two",
            "limit",
            TEXTS,
            [("delegates_to", "one", "two", "beds")],
            id="of a limit that no relation has: the one that may have it",
        ),
        pytest.param(
            _body("x", 'accountable_to = ["y"]')
            + _body("y", 'accountable_to = ["z"]')
            + named("body", z="Z"),
            "x y",
            "accountable_to",
            TEXTS,
            [("accountable_to", "x", "y", "")],
            id="of two bodies: the relation between them before one of either with a third",
        ),
        pytest.param(
            _body(
                "one",
                'delegates_to = [{ to = "two", function = "beds" }, { to = "two", function = "lamps" }]',
            )
            + _body("three", 'delegates_to = [{ to = "two", function = "beds" }]')
            + named("body", two="Two"),
            "two",
            "delegated_by",
            (
                '{ text = "The first.", value = "one" }',
                '{ text = "The third.", value = "three", sources = ["b"] }',
            ),
            [("delegates_to", "one", "two", "beds"), ("delegates_to", "three", "two", "beds")],
            id="of who gives: the function that several give",
        ),
    ],
)
def test_the_relations_that_a_disagreement_is_about(
    graph_of: GraphOf,
    written: str,
    about: str,
    attribute: str,
    positions: tuple[str, str],
    disputed: list[tuple[str, str, str, str]],
) -> None:
    """They are disputed, and no others."""
    said = disagreement("d", "Which", *positions, about=about, attribute=attribute)
    assert [
        each for each in _disputed(graph_of(PAPERS + FUNCTIONS + written + said)) if each[0] != IN_HAND
    ] == disputed


def test_the_holder_that_is_followed_stands_from_the_day_of_its_document(graph_of: GraphOf) -> None:
    """On the day before, the other one still does; nothing is followed instead of the one that is followed."""
    graph = graph_of(
        PAPERS
        + named("person", ann="Ann", ben="Ben")
        + named("organisation", org="Org")
        + '[[post]]\nid = "clerk"\nname = "Clerk"\npost_in = "org"\nheld_by = ["ann", { id = "ben", sources = ["b"] }]\n'
        + disagreement(
            "d",
            "Who",
            '{ text = "Ann.", value = "ann" }',
            '{ text = "Ben.", value = "ben", sources = ["b"] }',
            about="clerk",
            attribute="held_by",
            follows="ben",
        )
    )
    ann, ben = graph.every_relation("clerk", "holds", "in")
    days = ("2023-05-31", "2023-06-01", "2023-06-02")
    assert [followed_instead(graph.as_of(day), ann) for day in days] == ["", "ben", "ben"]
    assert [followed_instead(graph.as_of(day), ben) for day in days] == ["", "", ""]


@pytest.mark.parametrize(
    ("basis", "value", "said"),
    [
        ("stated", "org", "Org"),
        (INFERRED, "org", "Org (inferred)"),
        ("stated", "2023-05", "May 2023"),
        (INFERRED, "late", "Late in May (inferred)"),
    ],
)
def test_a_side_in_few_words(graph_of: GraphOf, basis: str, value: str, said: str) -> None:
    """A name, a day or the text, with `inferred` for our reading."""
    graph = graph_of(named("organisation", org="Org"))
    side = Claim("positions", "Late in May.", Evidence(basis=basis), details={"value": value})
    assert side_words(graph, side) == said


@pytest.mark.parametrize(
    ("kind", "details", "role"),
    [
        (IN_HAND, {"mode": "oversees"}, "oversees"),
        (IN_HAND, {}, "not_stated"),
        ("delivers", {}, "delivers"),
    ],
)
def test_the_role_that_a_relation_gives(kind: str, details: dict[str, str], role: str) -> None:
    """As it is written; where none is, who delivers a service has that role, and that of others is not stated."""
    assert role_of(Relation(kind, "one", "beds", Evidence(), details=details)) == role


def test_a_side_is_of_modes_agents_or_functions() -> None:
    """Where what is followed is none of them, no side gives the role, and the role is not rejected."""
    of_agents = RoleDispute("d", frozenset(("one", "two")), frozenset(), ("one", "two"), "one")
    undecided = of_agents.but(follows="")
    assert [each.side("two", "beds", "decides") for each in (of_agents, undecided)] == ["two", ""]
    assert [each.follows_role("two", "beds", "decides") for each in (of_agents, undecided)] == [False, True]


@pytest.mark.parametrize(
    ("about", "attribute", "positions"),
    [
        ("one", "mode", ("decides", "oversees")),
        ("beds", "mode", ("decides", "oversees")),
        ("beds", "decides", ("one", "two")),
        ("beds", "responsible_for", ("one", "two")),
    ],
)
def test_a_disagreement_about_a_role(
    graph_of: GraphOf, about: str, attribute: str, positions: tuple[str, str]
) -> None:
    """It may be about the mode of an agent, or about who decides a function."""
    sides = (f'{{ text = "It is {each}.", value = "{each}" }}' for each in positions)
    graph = graph_of(
        PAPERS
        + FUNCTIONS
        + _body("one", 'responsible_for = [{ to = "beds", mode = "decides" }]')
        + _body("two", 'responsible_for = [{ to = "lamps", mode = "consulted" }]')
        + disagreement("d", "Which", *sides, about=about, attribute=attribute)
    )
    found = {
        each: [one.id for one in role_disputes_of(graph, relation)]
        for each in ("one", "two")
        for relation in graph.every_relation(each, IN_HAND, "out")
    }
    assert found == {"one": ["d"], "two": []}


def test_who_takes_is_disputed_of_the_giver_only(graph_of: GraphOf) -> None:
    """Another one may give the same two takers what it likes."""
    graph = graph_of(
        PAPERS
        + FUNCTIONS
        + named("body", one="One", two="Two")
        + "".join(
            _body(
                giver,
                f'delegates_to = [{{ to = "one", function = "{each}" }}, {{ to = "two", function = "{each}" }}]',
            )
            for giver, each in (("icb", "beds"), ("council", "lamps"))
        )
        + disagreement(
            "d",
            "To whom",
            '{ text = "One.", value = "one" }',
            '{ text = "Two.", value = "two", sources = ["b"] }',
            about="icb",
            attribute="delegates_to",
        )
    )
    found = {
        each.object: [one.id for one in role_disputes_of(graph, each)]
        for each in graph.every_relation("one", IN_HAND, "out")
    }
    assert found == {"beds": ["d"], "lamps": []}
