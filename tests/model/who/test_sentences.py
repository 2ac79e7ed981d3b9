"""The sentences of a verdict and the remarks beside it, rule by rule, on small models."""

from collections.abc import Callable

import pytest

from tests.model.fragments import disagreement, table
from tiers.model import Graph
from tiers.model.answers.who import who

GraphOf = Callable[[str], Graph]

_NORTH = table("partnership", "north", "North", 'tier = "place"')
_SOUTH = table("partnership", "south", "South", 'tier = "place"')


def _body(entity_id: str, name: str, *keys: str, kind: str = "body") -> str:
    return table(kind, entity_id, name, 'part_of = "north"', *keys)


def _function(entity_id: str, name: str, *hands: str) -> str:
    return table("function", entity_id, name, f"in_hands_of = [{', '.join(hands)}]")


def _decides(*ids: str) -> list[str]:
    return [f'{{ id = "{each}", mode = "decides" }}' for each in ids]


def _recommending(count: int) -> str:
    return "".join(_body(f"b{each}", f"Beds {each} Board", 'decides = "recommends"') for each in range(count))


_NOBODY = disagreement(
    "d",
    "Whether anybody decides",
    '{ text = "The first.", value = "one" }',
    '{ text = "Nobody.", value = "none" }',
    about="beds",
    attribute="responsible_for",
    follows="none",
)
"""Documents disagree whether anybody decides about beds, and the side that nobody does is followed."""

_INFERRED = '{ id = "two", mode = "decides", basis = "inferred", note = "Our reading" }'


def _inferred(entity_id: str, name: str, mode: str = "decides") -> str:
    """Return a function on which the documents disagree, with an inferred side that is followed."""
    hands = (each.replace('"decides"', f'"{mode}"') for each in (*_decides("one"), _INFERRED))
    return _function(entity_id, name, *hands) + disagreement(
        f"d-{entity_id}",
        f"Who has {name}",
        '{ text = "The first.", value = "one" }',
        '{ text = "The second.", value = "two" }',
        about=entity_id,
        attribute="responsible_for",
        follows="two",
    )


@pytest.mark.parametrize(
    ("text", "topic", "said"),
    [
        pytest.param(
            table("function", "bed-flow", "Flow of beds"),
            "bed-flow",
            "No document in this model names a body for Flow of beds.",
            id="an id is told by its name",
        ),
        pytest.param(
            _body("board", "Beds Board", 'decides = "recommends"'),
            "beds",
            "The documents say that Beds Board recommends; they do not say who decides.",
            id="a body that may only recommend",
        ),
        pytest.param(
            _body("board", "Beds Board"),
            "beds",
            "The documents do not say who decides about beds; Beds Board deals with it, role not stated.",
            id="a body of no stated power",
        ),
        pytest.param(
            _body("board", "Beds Board")
            + table(
                "function", "wards", "Wards", 'topics = ["beds"]', f"in_hands_of = [{_decides('none')[0]}]"
            ),
            "beds",
            (
                "Beds Board deals with beds, role not stated. "
                "The documents say that nobody decides about Wards."
            ),
            id="nobody decides about what a topic word leads to",
        ),
        pytest.param(
            _function("beds", "Beds", '{ id = "none", mode = "oversees" }'),
            "beds",
            "No document in this model names a body for beds. The documents say that nobody oversees Beds.",
            id="nobody is named and nobody oversees",
        ),
        pytest.param(
            "".join(_body(f"w{each}", f"Beds {each}", kind="workstream") for each in range(6)),
            "beds",
            "The documents do not say who decides about beds; 6 lead on it.",
            id="six workstreams are counted",
        ),
        pytest.param(
            _body("main", "Main Board", 'decides = "decides"')
            + table("workstream", "team", "Beds team", 'part_of = "main"', 'decides = "decides"'),
            "beds",
            "The documents do not say who decides about beds; Beds team leads on it; above it Main Board decides.",
            id="who leads is not above itself",
        ),
        pytest.param(
            _body("one", "Beds Board")
            + _body("two", "Ward Board")
            + _function("ill", "Ill", *_decides("one", "two"))
            + _function("well", "Well", *_decides("one"))
            + disagreement(
                "d",
                "Who has it",
                '{ text = "The first.", value = "one" }',
                '{ text = "The second.", value = "two" }',
                about="ill",
                attribute="responsible_for",
            ),
            "Beds Board",
            (
                "The documents disagree on Ill, undecided: Beds Board decides about it; or Ward Board decides about it. "
                "The documents say that Beds Board decides about Well."
            ),
            id="what is disputed comes before what is certain",
        ),
        pytest.param(
            _body("one", "Beds Board")
            + _function("ill", "Ill", *_decides("one"))
            + _function("well", "Well", *_decides("one"))
            + disagreement(
                "d",
                "What it has",
                '{ text = "The ill.", value = "ill" }',
                '{ text = "The well.", value = "well" }',
                about="one",
                attribute="responsible_for",
            ),
            "Beds Board",
            (
                "The documents disagree on Ill and Well, undecided: "
                "Beds Board decides about Ill; or Beds Board decides about Well."
            ),
            id="sides that are functions",
        ),
        pytest.param(
            _body("one", "First Board")
            + _body("two", "Second Board")
            + _inferred("ill", "Beds of the ill")
            + _inferred("well", "Beds of the well"),
            "beds",
            (
                "The documents disagree on Beds of the ill; the inferred side is followed: Second Board decides about it. "
                "The documents disagree on Beds of the well; the inferred side is followed: Second Board decides about it."
            ),
            id="an inferred side for each function",
        ),
        pytest.param(
            _body("one", "First Board")
            + _body("two", "Second Board")
            + _inferred("ill", "Beds of the ill", "delegated")
            + _inferred("well", "Beds of the well", "delegated"),
            "beds",
            (
                "The documents disagree on Beds of the ill; the inferred side is followed: Second Board holds it by delegation. "
                "The documents disagree on Beds of the well; the inferred side is followed: Second Board holds it by delegation."
            ),
            id="an inferred side for each delegated function",
        ),
        pytest.param(
            _body("one", "First Board")
            + _function("beds", "Beds", *_decides("one"), _INFERRED.replace("two", "none"))
            + _NOBODY,
            "beds",
            (
                "The documents do not say who decides about beds. "
                "Not followed, where the documents disagree: First Board decides about Beds."
            ),
            id="what is not followed, where nobody is by our reading",
        ),
        pytest.param(
            _body("one", "First Board")
            + _function("beds", "Beds", _INFERRED.replace("two", "one"), _INFERRED.replace("two", "none"))
            + _NOBODY,
            "beds",
            "No document in this model names a body for beds.",
            id="our reading that is not followed",
        ),
        pytest.param(
            _recommending(6),
            "beds",
            "beds names 6 entities in these documents; what each may decide is said with it.",
            id="six bodies alone",
        ),
        pytest.param(
            _recommending(5) + _body("a", "Ward Board") + _function("beds", "All the beds", *_decides("a")),
            "beds",
            " ".join(
                (
                    "The documents say that Ward Board decides about All the beds.",
                    *(
                        f"The documents say that Beds {each} Board recommends; they do not say who decides."
                        for each in range(5)
                    ),
                )
            ),
            id="five bodies beside a decider",
        ),
        pytest.param(
            _recommending(6) + _body("a", "Ward Board") + _function("beds", "All the beds", *_decides("a")),
            "beds",
            (
                "The documents say that Ward Board decides about All the beds. "
                "beds names 6 entities in these documents; what each may decide is said with it."
            ),
            id="six bodies beside a decider",
        ),
    ],
)
def test_what_the_verdict_says(graph_of: GraphOf, text: str, topic: str, said: str) -> None:
    """Each sentence says of those it names what the documents say of them, and of nobody else."""
    assert who(graph_of(_NORTH + text), topic).verdict == said


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        pytest.param(
            _body("board", "Board")
            + table(
                "function",
                "beds",
                "Beds",
                'part_of = "board"',
                'in_hands_of = [{ id = "not_stated", mode = "decides" }]',
            ),
            {"north": ("Beds: the documents do not say who is responsible.",)},
            id="nobody is responsible",
        ),
        pytest.param(
            _body("board", "Board")
            + table(
                "function",
                "beds",
                "Beds",
                'part_of = "board"',
                'in_hands_of = [{ id = "not_stated", mode = "decides" }, { id = "board", mode = "delivers" }]',
            ),
            {"north": ()},
            id="somebody has another role",
        ),
        pytest.param(
            table("priority", "one", "Beds one", 'part_of = "north"')
            + table("priority", "two", "Beds two", 'part_of = "south"'),
            {
                "north": ("Beds one is a priority set for North.",),
                "south": ("Beds two is a priority set for South.",),
            },
            id="priorities of two places",
        ),
    ],
)
def test_what_is_remarked_of_a_place(
    graph_of: GraphOf, text: str, remarks: dict[str, tuple[str, ...]]
) -> None:
    """A function without any holder, and a priority with the place for which it is set."""
    chains = who(graph_of(_NORTH + _SOUTH + text), "beds").chains
    assert {each.place: each.remarks for each in chains} == remarks
