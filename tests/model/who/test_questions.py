"""What may be asked: a whole question is taken for its topic, and a bare label for what it is a word of."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.answers.who.asking import topic_of
from tiers.model.answers.who.raising import raise_concern
from tiers.tui.wording.description.who import describe_who

GraphOf = Callable[[str], Graph]

MODEL = """
[[partnership]]
id = "part"
name = "Part"
tier = "place"
[[collective]]
id = "social-care"
name = "Social care"
[[collective]]
id = "primary-care"
name = "Primary care"
responsible_for = [{ to = "gps", mode = "delivers" }]
[[collective]]
id = "acute-care"
name = "Acute care"
[[body]]
id = "board"
name = "Care Board"
part_of = "part"
responsible_for = [{ to = "budget", mode = "decides" }, { to = "gps", mode = "decides" }]
[[body]]
id = "caring"
name = "Social clubs of care homes"
part_of = "part"
[[function]]
id = "budget"
name = "Social care budget"
part_of = "part"
[[function]]
id = "gps"
name = "GP appointments"
part_of = "part"
[[issue]]
id = "asked"
name = "Who decides about frailty"
[[function]]
id = "frailty"
name = "Frailty"
part_of = "part"
in_hands_of = [{ id = "board", mode = "oversees" }]
"""


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("frailty", "frailty"),
        ("frailty?", "frailty"),
        ("who decides about frailty?", "frailty"),
        ("Who is responsible for the frailty budget?", "frailty budget"),
        ("which body has the final say on money", "money"),
        ("who signs off capital spending", "capital spending"),
        ("who is to look after GP contracts?", "GP contracts"),
        ("what about lead poisoning?", "lead poisoning"),
        ("who decides", "who decides"),
        ("What matters to you", "What matters to you"),
        ("who frailty", "frailty"),
        ("how much may a committee spend?", "spend"),
        ("how much can the board be given for care homes", "given for care homes"),
        ("who may decide about frailty", "frailty"),
        ("who runs May Street Surgery?", "May Street Surgery"),
        ("services for people who fall", "services for people who fall"),
    ],
)
def test_the_words_that_only_ask_are_left_out(asked: str, topic: str) -> None:
    """Of a question the topic is what stands after its verb and preposition; what is no question stays whole."""
    assert topic_of(asked) == topic


def test_a_question_has_the_answer_of_its_topic(graph_of: GraphOf) -> None:
    """Asked in a sentence, `who` and `who --raise` answer as they do to the bare topic."""
    graph = graph_of(MODEL)
    for asked in ("who decides about gp appointments?", "which body holds the gp appointments"):
        assert describe_who(graph, who(graph, asked)) == describe_who(graph, who(graph, "gp appointments"))
    assert raise_concern(graph, "where do I complain about GP appointments?").verdict == (
        "The documents do not say where to take a concern about GP appointments."
    )


def test_a_name_that_is_a_question_stays_whole(graph_of: GraphOf) -> None:
    """An issue whose name is the question is found by it."""
    answer = who(graph_of(MODEL), "Who decides about frailty?")
    assert (answer.topic, answer.questions) == ("Who decides about frailty", ("asked",))


@pytest.mark.parametrize(
    ("topic", "verdict"),
    [
        ("social care", "The documents say that Care Board decides about Social care budget."),
        ("primary care", "The documents do not say what Primary care may decide."),
        ("acute care", "The documents do not say what Acute care may decide."),
    ],
)
def test_a_bare_label(graph_of: GraphOf, topic: str, verdict: str) -> None:
    """A label of which nothing is said gives way to functions and bodies with its very words; where there are none, it stays."""
    assert who(graph_of(MODEL), topic).verdict == verdict
