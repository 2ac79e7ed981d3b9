"""What a topic means, entity by entity: a name, a label, a word of a name or a topic, a longer text; and how far it leads."""

from collections.abc import Callable

import pytest

from tests.model.fragments import table
from tiers.model import Graph
from tiers.model.answers.who import who

GraphOf = Callable[[str], Graph]

_BOARD = table("body", "board", "Board")
_DECIDES = 'in_hands_of = [{ id = "board", mode = "decides" }]'
_ADULTS = _BOARD + table("function", "adults", "Adult home care", _DECIDES)
_LABEL = table("collective", "label", "Home care")


def _care(name: str, *keys: str) -> str:
    """Return a label and a function that have words in common."""
    return _LABEL + _BOARD + table("function", "adults", name, *keys, _DECIDES)


@pytest.mark.parametrize(
    ("text", "topic", "meant"),
    [
        pytest.param(_LABEL + _ADULTS, "home care", ["adults"], id="a label"),
        pytest.param(
            table("partnership", "north", "North", 'tier = "place"')
            + table("collective", "label", "Home care", 'part_of = "north"')
            + _ADULTS,
            "home care",
            ["adults"],
            id="a label that is part of something",
        ),
        pytest.param(
            table(
                "collective", "label", "Home care", 'responsible_for = [{ to = "meals", mode = "delivers" }]'
            )
            + table("function", "meals", "Meals")
            + _ADULTS,
            "home care",
            ["label: exact"],
            id="a label that has a function",
        ),
        pytest.param(
            _care("Care of adults", 'other_names = [{ name = "Adult home care" }]'),
            "home care",
            ["adults"],
            id="the words in another name",
        ),
        pytest.param(
            _care("Care of adults", 'topics = ["adult home care"]'),
            "home care",
            ["adults: not named"],
            id="the words in a topic",
        ),
        pytest.param(
            table("collective", "label", "Home care", 'other_names = [{ name = "HC", use = "acronym" }]')
            + _BOARD
            + table("function", "adults", "Care of adults", 'topics = ["HC"]', _DECIDES),
            "HC",
            ["adults: not named"],
            id="the acronym of a label",
        ),
        pytest.param(
            table("body", "board", "Board", 'other_names = [{ name = "The Panel" }]')
            + table("body", "sub", "Sub-board of The Panel"),
            "the panel",
            ["board: exact"],
            id="the other name of a body",
        ),
        pytest.param(
            table("function", "adults", "Adults", 'summary = "Looks after patients"')
            + table("body", "board", "Board", 'summary = "Looks after patients"'),
            "patients",
            ["adults: not named", "board: not named"],
            id="a longer text",
        ),
    ],
)
def test_what_a_topic_means(graph_of: GraphOf, text: str, topic: str, meant: list[str]) -> None:
    """A bare label means the functions with its words; a body means itself alone; words in a longer text name nothing."""
    marks = {(False, False): ": not named", (True, False): "", (True, True): ": exact"}
    found = who(graph_of(text), topic).matches
    assert sorted(f"{each.id}{marks[each.named, each.exact]}" for each in found) == meant


def test_a_topic_word_counts_beside_many_names(graph_of: GraphOf) -> None:
    """Where half of the most matches have the words in their names, those with a topic of these words are found too."""
    text = "".join(table("function", f"f{number}", f"Home {number}") for number in range(150))
    graph = graph_of(text + _BOARD + table("function", "adults", "Adults", 'topics = ["home"]', _DECIDES))
    assert who(graph, "home").verdict == "The documents say that Board decides about Adults."


def test_joined_topics_stay_as_typed(graph_of: GraphOf) -> None:
    """Topics joined by a word or a mark are told as they were typed, each mistyped word as it was read."""
    graph = graph_of(table("function", "lamps", "Lamps") + table("function", "mats", "Mattresses"))
    assert [who(graph, each).topic for each in ("lamps and mattresses", "lamps, matresses")] == [
        "lamps and mattresses",
        "lamps, mattresses",
    ]


def test_each_of_joined_topics_must_be_known(graph_of: GraphOf) -> None:
    """Where one of several topics is in no document, no body is named for them."""
    graph = graph_of(_BOARD + table("function", "lamps", "Lamps", _DECIDES))
    assert who(graph, 'lamps and "lifts"').verdict == (
        'No document in this model names a body for lamps and "lifts".'
    )


_NORTH = table("partnership", "north", "North", 'tier = "place"')
_LAND = table("partnership", "land", "Land", 'tier = "national"')
_OWNER = table("organisation", "owner", "Owner")


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        pytest.param(
            _OWNER + table("commitment", "home", "Home", 'made_by = "owner"'),
            {None: ["owner from home"]},
            id="who made a commitment",
        ),
        pytest.param(
            _OWNER + table("commitment", "home", "Home", 'part_of = "owner"'),
            {},
            id="what a commitment is part of",
        ),
        pytest.param(
            _OWNER + table("event", "home", "Home", 'about = "owner"'),
            {None: ["owner from home"]},
            id="whom an event is about",
        ),
        pytest.param(
            _BOARD
            + table("function", "adults", "Adults", _DECIDES)
            + table("priority", "home", "Home", 'about = "adults"'),
            {None: ["board from home"]},
            id="what a priority is about",
        ),
        pytest.param(
            table("site", "home", "Home") + table("body", "board", "Board", 'located_at = "home"'),
            {None: ["board from home"]},
            id="who is at a site",
        ),
        pytest.param(
            _OWNER
            + table("plan", "plan", "Plan", 'made_by = "owner"')
            + table("priority", "one", "One", 'part_of = "plan"')
            + table("priority", "two", "Two", 'part_of = "one"')
            + table("priority", "home", "Home", 'part_of = "two"'),
            {None: ["owner from home"]},
            id="a part of a part of a plan",
        ),
        pytest.param(
            _NORTH
            + _LAND
            + table("function", "one", "Home one", 'part_of = "land"')
            + table("function", "two", "Home two", 'part_of = "north"'),
            {"north": ["north from two"]},
            id="a place before a nation",
        ),
        pytest.param(
            _LAND + table("function", "one", "Home one", 'part_of = "land"'),
            {"land": ["land from one"]},
            id="a nation alone",
        ),
        pytest.param(
            _NORTH
            + table("body", "board", "Board", 'part_of = "north"')
            + table(
                "function",
                "adults",
                "Adults",
                'in_hands_of = [{ id = "board", mode = "decides", basis = "inferred", note = "Our reading" }]',
            )
            + table("priority", "care", "Care", 'topics = ["home"]', 'about = "adults"')
            + table("site", "home", "Home")
            + table("body", "sited", "Sited Board", 'part_of = "north"', 'located_at = "home"'),
            {"north": ["sited from home"]},
            id="by a name before a topic word",
        ),
        pytest.param(
            table("workstream", "team", "Home team")
            + table("function", "home", "Home", 'in_hands_of = [{ id = "team", mode = "decides" }]'),
            {None: ["team from home"]},
            id="by its function before its own name",
        ),
    ],
)
def test_where_a_topic_leads(graph_of: GraphOf, text: str, holders: dict[str | None, list[str]]) -> None:
    """From each kind of entity to whom it concerns; what is stated of a place comes before what is national."""
    chains = who(graph_of(text), "home").chains
    assert {each.place: [f"{one.id} from {one.match}" for one in each.holders] for each in chains} == holders


def test_only_the_functions_named_are_told(graph_of: GraphOf) -> None:
    """Where the topic is the name of one function, another that has it as a topic word is not among the roles."""
    graph = graph_of(
        _BOARD
        + table("function", "home", "Home", _DECIDES)
        + table("function", "meals", "Meals", 'topics = ["home"]', _DECIDES)
    )
    (chain,) = who(graph, "home").chains
    assert [(each.id, each.function) for each in chain.holdings] == [("board", "home")]
