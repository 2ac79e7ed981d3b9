"""Undecided disagreements about a limit, a taker, a holder, a chair and a decider: disputed wherever the value stands."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from tests.model.fragments import detail_lines, disagreement, documents, named, who_lines
from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.exports.tables import TABLES
from tiers.model.facts.relation_disputes import disputed_words, relation_disputes
from tiers.model.views import VIEWS
from tiers.tui.printing.answers.record import write as write_record
from tiers.tui.printing.answers.who import write as write_who
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.description.who import describe_who
from tiers.tui.wording.labels import row_label

GraphOf = Callable[[str], Graph]

MODEL = (
    documents("a", a=("Scheme", "2023-05-01"), b=("Minutes", "2023-06-01"))
    + """
[[organisation]]
id = "icb"
name = "ICB"
delegates_to = [
  { to = "one", function = "beds", limit = { up_to = 50000, unit = "£" } },
  { to = "one", function = "lamps" },
  { to = "two", function = "lamps", sources = ["b"] },
]
[[body]]
id = "one"
name = "First Board"
decides = "decides"
members = [{ id = "director", capacity = "chair" }, { id = "ben", capacity = "chair", sources = ["b"] }]
responsible_for = [{ to = "mats", mode = "decides" }]
[[body]]
id = "two"
name = "Second Board"
responsible_for = [{ to = "mats", mode = "decides", sources = ["b"] }]
[[post]]
id = "director"
name = "Director"
held_by = ["ann", { id = "ben", sources = ["b"] }]
"""
    + named("person", ann="Ann", ben="Ben")
    + named("function", beds="Beds", lamps="Lamps", mats="Mats")
    + disagreement(
        "limit",
        "How far",
        '{ text = "Up to £50,000." }',
        '{ text = "Up to £75,000.", sources = ["b"] }',
        about="icb one",
        attribute="limit",
    )
    + disagreement(
        "taker",
        "To whom",
        '{ text = "The first.", value = "one" }',
        '{ text = "The second.", value = "two", sources = ["b"] }',
        about="icb",
        attribute="delegates_to",
    )
    + disagreement(
        "holder",
        "Who is Director",
        '{ text = "Ann.", value = "ann" }',
        '{ text = "Ben.", value = "ben", sources = ["b"] }',
        about="director",
        attribute="held_by",
    )
    + disagreement(
        "chair",
        "Who chairs",
        '{ text = "The Director.", value = "director" }',
        '{ text = "Ben.", value = "ben", sources = ["b"] }',
        about="one",
        attribute="members",
    )
    + disagreement(
        "decider",
        "Who decides about mats",
        '{ text = "The first.", value = "one" }',
        '{ text = "The second.", value = "two", sources = ["b"] }',
        about="mats",
        attribute="responsible_for",
    )
    + disagreement(
        "power",
        "What the First Board may do",
        '{ text = "It decides.", value = "decides" }',
        '{ text = "It advises.", value = "advises", sources = ["b"] }',
        about="one",
        attribute="decides",
        follows="%s",
    )
)
LIMIT = "undecided, the documents disagree: Up to £50,000; or Up to £75,000"
BOARDS = "undecided, the documents disagree: First Board; or Second Board"
HOLDER = "undecided, the documents disagree: Ann; or Ben"
CHAIR = "undecided, the documents disagree: Director; or Ben"


@pytest.fixture
def graph(graph_of: GraphOf) -> Graph:
    return graph_of(MODEL % "undecided")


def _below(lines: list[str], heading: str) -> list[str]:
    start = next(place for place, line in enumerate(lines) if line.startswith(heading)) + 1
    end = next((place for place in range(start, len(lines)) if not lines[place]), len(lines))
    return lines[start:end]


def test_show_says_it_first_thing_at_both_ends(graph: Graph) -> None:
    """Each line of a disputed relation begins with what every side says; one of another function is not marked."""
    one = detail_lines(graph, "one")
    assert _below(one, "Members") == [
        f"Ben · {CHAIR} · chair",
        f"Director · held by: {HOLDER} · {CHAIR} · chair",
    ]
    assert _below(one, "Is responsible for") == [
        "Beds · delegated",
        f"Lamps · {BOARDS} · delegated",
        f"Mats · {BOARDS} · decides",
    ]
    assert _below(one, "Has authority delegated by") == [
        "ICB",
        f"limit: {LIMIT}",
        "what is delegated: Beds",
        f"ICB · {BOARDS}",
        "what is delegated: Lamps",
    ]
    assert _below(detail_lines(graph, "director"), "Is held by") == [
        f"Ann · {HOLDER}",
        f"Ben · {HOLDER}",
    ]
    assert _below(detail_lines(graph, "mats"), "Is in the hands of") == [
        f"First Board · {BOARDS} · decides",
        f"Second Board · {BOARDS} · decides",
    ]


def test_who_tells_no_side_as_a_fact(graph: Graph) -> None:
    """The limit, the takers, the deciders, the chair and the holder of a post are each told as disputed in the first lines."""
    lines = {each: who_lines(graph, each) for each in ("beds", "lamps", "mats")}
    assert lines["beds"][1:5] == [
        f"The documents say that First Board holds Beds by delegation (limit {LIMIT}).",
        "First Board > ICB",
        f"Who decides: First Board by delegation, limit {LIMIT}",
        f"Who sits on First Board: Ben (chair, disputed) and Director (chair, held by: {HOLDER}, disputed)",
    ]
    assert lines["lamps"][1] == (
        "The documents disagree on Lamps, undecided: First Board holds it by delegation; "
        "or Second Board holds it by delegation."
    )
    assert [line[3] for line in lines.values()][1:] == [f"Who decides: {BOARDS}"] * 2


def test_the_views_mark_the_cells(graph: Graph) -> None:
    """In the view of functions the names in a cell, the row of a holder and that of a delegation are marked."""
    forest = VIEWS["functions"].make(graph)
    rows = [row_label(graph, forest, row) for row in range(len(forest))]
    told = {label.name: label.words for label in rows}
    assert told["Mats"][1] == "decides: First Board (disputed); Second Board (disputed)"
    assert f"delegated to First Board, limit {LIMIT}, by ICB" in told
    assert [label.words[1] for label in rows if label.name == "Second Board"] == [BOARDS, BOARDS]


def _json(lines: Iterable[str]) -> Any:
    return json.loads("".join(lines))


def test_json_and_tables_have_both_sides(graph: Graph) -> None:
    """A relation has `disputed` with both sides in `show` and `who`; a table says `yes`."""
    found = _json(write_record(graph, "two"))["relations"]
    assert [
        (each["relation"], each["disputed"], [one["value"] for one in each["sides"]]) for each in found
    ] == [
        ("responsible_for", True, ["The first.", "The second."]),
        ("responsible_for", True, ["The first.", "The second."]),
        ("delegates_to", True, ["The first.", "The second."]),
    ]
    (chain,) = _json(write_who(graph, who(graph, "beds"), unicode=True))["chains"]
    delegation = chain["steps"][0]["delegation"]
    assert (delegation["disputed"], [each["value"] for each in delegation["sides"]]) == (
        True,
        ["Up to £50,000.", "Up to £75,000."],
    )
    assert [(each["id"], each["disputed"]) for each in chain["steps"][0]["members"]] == [
        ("director", True),
        ("ben", True),
    ]
    statements = [*TABLES[1].rows(graph)]
    assert {(row[1], row[2], row[3]) for row in statements if row[-1]} >= {
        ("icb", "delegates_to", "one"),
        ("one", "decides", "decides"),
        ("ann", "holds", "director"),
    }


@pytest.mark.parametrize("follows", ["advises", "recommends"])
def test_what_no_statement_says_is_not_followed(follows: str, graph_of: GraphOf) -> None:
    """A disagreement that follows a value which no statement gives is undecided in every answer."""
    graph = graph_of(MODEL % follows)
    lines = detail_lines(graph, "one")
    assert "The documents disagree, undecided: What the First Board may do" in lines
    assert not [line for line in lines if "trees follow" in line]
    shown = [f"{line.label}: {line.text}" for line in describe(graph, "power")]
    assert "The trees follow: neither side yet" in shown


def test_a_date_or_a_decision_makes_no_relation_disputed(graph_of: GraphOf) -> None:
    """A disagreement that follows a side marks no relation as undecided."""
    decided = MODEL.replace(
        'value = "ben", sources = ["b"] }]\nfollows = "undecided"',
        'value = "ben", sources = ["b"] }]\nfollows = "ann"',
        1,
    )
    graph = graph_of(decided % "undecided")
    (held, _) = graph.relations("director", "holds", "in")
    assert (list(relation_disputes(graph, held)), disputed_words(graph, held)) == ([], "")


ANSWERS_TO = (
    documents("a", a=("Scheme", "2022-01-10"), b=("Minutes", "2024-01-10"))
    + named("organisation", council="Council", trust="Trust")
    + """
[[function]]
id = "tea"
name = "Tea rounds"
[[body]]
id = "board"
name = "Board"
accountable_to = ["council", { to = "trust", sources = ["b"] }]
responsible_for = [{ to = "tea", mode = "decides" }]
"""
    + disagreement(
        "to-whom",
        "To whom the Board answers",
        '{ text = "To the council", value = "council" }',
        '{ text = "To the trust", value = "trust", sources = ["b"] }',
        about="board",
        attribute="accountable_to",
    )
)


def test_a_step_on_which_documents_disagree_is_marked_in_the_chain(graph_of: GraphOf) -> None:
    """In the line of the chain, where it is said why it stands there, and in JSON."""
    graph = graph_of(ANSWERS_TO)
    answer = who(graph, "tea rounds")
    lines = [line.text for line in describe_who(graph, answer)]
    assert "Board > Council, Trust (disputed)" in lines
    assert lines.count("Board is accountable to it, disputed") == 2
    (chain,) = json.loads("".join(write_who(graph, answer, unicode=True)))["chains"]
    assert [[each["disputed"] for each in step["above"]] for step in chain["steps"]] == [[], [True], [True]]
