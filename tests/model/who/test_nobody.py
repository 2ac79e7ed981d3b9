"""Roles that a source states to be nobody's: told as `none` with the source, and not as unstated."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.model.fragments import disagreement, documents, table, who_lines
from tests.model.shapes import outline
from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.facts.vacant import stated_word, vacancies_of
from tiers.model.views import VIEWS
from tiers.tui.printing.answers.who import write

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "terms"
name = "Terms of reference"
presented = "2023-05-01"
[file]
sources = ["terms"]
[[partnership]]
id = "part"
name = "Part"
tier = "place"
[[body]]
id = "one"
name = "First Group"
part_of = "part"
accountable_to = "none"
delegated_by = "none"
[[body]]
id = "two"
name = "Second Group"
part_of = "part"
accountable_to = [{ to = "unknown", basis = "stated" }]
reports_to = "unknown"
[[function]]
id = "beds"
name = "Beds"
part_of = "part"
in_hands_of = [{ id = "one", mode = "decides" }, { id = "two", mode = "oversees" }]
[[function]]
id = "chairs"
name = "Chairs"
part_of = "part"
in_hands_of = "none"
[[function]]
id = "lamps"
name = "Lamps"
part_of = "part"
in_hands_of = [{ id = "unknown", mode = "decides", basis = "stated" }, { id = "two", mode = "delivers" }]
[[function]]
id = "rugs"
name = "Rugs"
part_of = "part"
in_hands_of = [{ id = "none", mode = "delegated" }, { id = "one", mode = "assures" }]
[[function]]
id = "tables"
name = "Tables"
in_hands_of = [{ id = "none", mode = "decides" }]
[[function]]
id = "mats"
name = "Mats"
part_of = "part"
"""


def _lines(graph: Graph, topic: str) -> list[str]:
    lines = who_lines(graph, topic)
    return lines[1 : lines.index("Sources") - 1]


def test_to_whom_a_body_answers(graph_of: GraphOf) -> None:
    """Of a body that answers to nobody, or of which a source states that it is not known, that is said with the source."""
    lines = _lines(graph_of(MODEL), "beds")
    assert lines[lines.index("Part") :] == [
        "Part",
        "",
        "1. 2 on the same level",
        "- First Group · body · place",
        "decides about Beds",
        "by whom authority is delegated to it: none (stated in Terms of reference)",
        "to whom it answers: none (stated in Terms of reference)",
        "- Second Group · body · place",
        "oversees Beds",
        "to whom it answers: unknown (stated in Terms of reference)",
        "to whom it reports is not stated",
        "",
        "2. Part · partnership · place",
        "First Group is part of it",
        "Second Group is part of it",
    ]


@pytest.mark.parametrize(
    ("topic", "lines"),
    [
        (
            "chairs",
            [
                "The documents say that nobody is responsible for Chairs.",
                "the nearest, inferred: Part; above it: not stated",
                "Who decides: none (stated in Terms of reference)",
                "Who sits on Part: nobody is named",
                "",
                "Part: the nearest, inferred",
                "who is responsible for Chairs: none (stated in Terms of reference)",
                "",
                "1. Part · partnership · place",
                "the nearest, by way of Chairs",
            ],
        ),
        (
            "lamps",
            [
                "The documents say that it is not known who decides about Lamps; Second Group delivers it.",
                "Second Group > Part",
                "Who decides: unknown (stated in Terms of reference)",
                "Who sits on Second Group: nobody is named",
                "",
                "Part",
                "who decides about Lamps: unknown (stated in Terms of reference)",
                "",
                "1. Second Group · body · place",
                "delivers Lamps",
                "to whom it answers: unknown (stated in Terms of reference)",
                "to whom it reports is not stated",
                "",
                "2. Part · partnership · place",
                "Second Group is part of it",
            ],
        ),
        (
            "rugs",
            [
                (
                    "The documents do not say who decides about Rugs; First Group gives assurance on it. "
                    "The documents say that nobody holds Rugs by delegation."
                ),
                "First Group > Part",
                "Who decides: not stated",
                "Who sits on First Group: nobody is named",
                "",
                "Part",
                "who holds Rugs by delegation: none (stated in Terms of reference)",
                "",
                "1. First Group · body · place",
                "gives assurance on Rugs",
                "by whom authority is delegated to it: none (stated in Terms of reference)",
                "to whom it answers: none (stated in Terms of reference)",
                "",
                "2. Part · partnership · place",
                "First Group is part of it",
            ],
        ),
        (
            "tables",
            [
                "The documents say that nobody decides about Tables.",
                "who decides about Tables: none (stated in Terms of reference)",
            ],
        ),
    ],
)
def test_a_function_that_is_nobodys(graph_of: GraphOf, topic: str, lines: list[str]) -> None:
    """That nobody has a function, or that it is not known who has it, is an answer where a source states it."""
    assert _lines(graph_of(MODEL), topic) == lines


def test_the_functions_view_says_what_is_stated_to_be_nobodys(graph_of: GraphOf) -> None:
    """A role that a source states to be nobody's is no silence: it stands before what is not stated."""
    assert outline(VIEWS["functions"].make(graph_of(MODEL))) == [
        "partnership: Part",
        "  function: Beds",
        "    body: First Group",
        "    body: Second Group",
        "  function: Chairs",
        "    group: none (stated in Terms of reference): who has it",
        "  function: Lamps",
        "    body: Second Group again",
        "    group: unknown (stated in Terms of reference): who decides",
        "  function: Mats",
        "  function: Rugs",
        "    body: First Group again",
        "    group: none (stated in Terms of reference): who holds it delegated",
        "function: Tables",
        "  group: none (stated in Terms of reference): who decides",
    ]


def test_other_programs_can_tell_none_from_not_stated(graph_of: GraphOf) -> None:
    """In JSON `none` has what a source states to be nobody, `unknown` what is not stated, and `nobody` the functions."""
    graph = graph_of(MODEL)

    def answer(topic: str) -> Any:
        return json.loads("".join(write(graph, who(graph, topic), unicode=True)))

    (chain,) = answer("beds")["chains"]
    assert [(each["id"], each["unknown"], each["none"], each["delegations"]) for each in chain["steps"]] == [
        ("one", [], ["accountable_to", "delegates_to"], []),
        ("two", ["accountable_to", "reports_to"], [], []),
        ("part", [], [], []),
    ]
    (chain,) = answer("lamps")["chains"]
    assert [(each["id"], each["mode"], each["word"]) for each in chain["nobody"]] == [
        ("lamps", "decides", "unknown")
    ]
    assert [(each["id"], each["mode"], each["word"]) for each in answer("tables")["nobody"]] == [
        ("tables", "decides", "none")
    ]


@pytest.mark.parametrize(
    ("follows", "at", "said", "roles"),
    [
        ("none", None, "The documents say that nobody decides about Beds.", ["none (stated in Minutes)"]),
        ("none", "2023-12-31", "The documents say that Board decides about Beds.", []),
        ("board", None, "The documents say that Board decides about Beds.", []),
        (
            "undecided",
            None,
            "The documents disagree on Beds, undecided: Board decides about it; or Nobody does.",
            ["none (stated in Minutes)"],
        ),
    ],
)
def test_whether_anybody_decides_may_be_disputed(
    graph_of: GraphOf, follows: str, at: str | None, said: str, roles: list[str]
) -> None:
    """Where a body and nobody are the sides, the answer is the side that is followed at the date, or both as undecided."""
    graph = graph_of(
        documents("terms", terms=("Terms of reference", "2023-05-01"), minutes=("Minutes", "2024-06-01"))
        + table("body", "board", "Board")
        + table(
            "function",
            "beds",
            "Beds",
            'in_hands_of = [{ id = "board", mode = "decides" }, { id = "none", mode = "decides", sources = ["minutes"] }]',
        )
        + disagreement(
            "d",
            "Whether anybody decides",
            '{ text = "The board does.", value = "board" }',
            '{ text = "Nobody does.", value = "none", sources = ["minutes"] }',
            about="beds",
            attribute="responsible_for",
            follows=follows,
        )
    )
    graph = graph if at is None else graph.as_of(at)
    assert who(graph, "beds").verdict == said
    assert [
        stated_word(graph, each.word, each.relation.evidence) for each in vacancies_of(graph, "beds")
    ] == roles


PARTS = """
[[partnership]]
id = "elm"
name = "Elm"
[[workstream]]
id = "young"
name = "Children and young people"
part_of = "elm"
[[workstream]]
id = "minds"
name = "Mental health"
part_of = "elm"
[[event]]
id = "party"
name = "Party"
summary = "A party of the children's services."
about = "elm"
"""


def test_a_topic_that_nothing_has_whole_is_answered_in_parts(graph_of: GraphOf) -> None:
    """No body is made up for the whole; each part that names somebody has its own verdict, as many words as go together."""
    answer = who(graph_of(PARTS), "children's mental health")
    assert (answer.found, answer.named, answer.chains) == (False, False, ())
    assert answer.verdict == "No document in this model names a body for children's mental health."
    assert [(each.topic, each.verdict) for each in answer.parts] == [
        (
            "children's",
            "The documents do not say who decides about children's; Children and young people leads on it.",
        ),
        (
            "mental health",
            "The documents do not say who decides about mental health; Mental health leads on it.",
        ),
    ]
    assert who(graph_of(PARTS), "mental health").parts == ()


def test_what_only_a_longer_text_has_whole_is_answered_in_parts_too(graph_of: GraphOf) -> None:
    """The summary of an event is a weak answer; the workstream that a part names stands before it."""
    answer = who(graph_of(PARTS), "children's services")
    assert answer.named is False
    assert [each.topic for each in answer.parts] == ["children's"]


def test_a_body_that_has_ended_is_no_topic_of_whoever_mentions_it(graph_of: GraphOf) -> None:
    """Its name, code or id leads to nobody, also where the summary of a body that stands has the same words."""
    graph = graph_of(
        """
[[organisation]]
id = "ccg"
name = "Old CCG"
identifiers = [{ identifier = "08E", scheme = "ODS" }]
end_date = "2021-03-31"
[[organisation]]
id = "practice"
name = "Practice"
summary = "Was listed under Old CCG (08E)."
"""
    )
    for typed in ("Old CCG", "08E", "ccg"):
        answer = who(graph, typed)
        assert (answer.found, answer.chains, answer.parts) == (False, (), ()), typed


def test_a_topic_that_somebody_has_whole_is_not_taken_apart(graph_of: GraphOf) -> None:
    """A body with the topic *first aid* that only advises answers for both words together, not once more for each."""
    graph = graph_of("""
[[body]]
id = "care"
name = "Casualty Group"
topics = ["first aid"]
decides = "advises"
""")
    for topic in ("first aid", "casualty aid"):
        answer = who(graph, topic)
        assert (answer.named, answer.parts) == (True, ()), topic


def test_a_part_that_a_source_states_to_be_nobodys_is_an_answer(graph_of: GraphOf) -> None:
    """That nobody decides about one of two topics is said beside who decides about the other."""
    graph = graph_of("""
[[source]]
id = "minutes"
name = "Minutes"
[[body]]
id = "senate"
name = "Senate"
[[function]]
id = "degrees"
name = "Award of degrees"
in_hands_of = [{ id = "senate", mode = "decides" }]
[[function]]
id = "fees"
name = "Tuition fees"
in_hands_of = [{ id = "none", mode = "decides", sources = ["minutes"] }]
""")
    assert [each.verdict for each in who(graph, "degrees fees").parts] == [
        "The documents say that Senate decides about Award of degrees.",
        "The documents say that nobody decides about Tuition fees.",
    ]
