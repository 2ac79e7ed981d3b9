"""A function that is named anywhere: who has it in hand, is to have it or had it, on a model in which nothing is written twice."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.model.fragments import who_lines
from tiers.model import Graph, load
from tiers.model.answers.gaps import gaps
from tiers.model.answers.paths import paths
from tiers.model.answers.who import who
from tiers.model.facts import functions
from tiers.model.finding.index import Index
from tiers.model.format.details import FUNCTION
from tiers.model.format.keys import Key
from tiers.model.format.records import Relation
from tiers.model.loading import load_texts
from tiers.model.views import VIEWS
from tiers.model.views.functions import holders_by_column
from tiers.tui.printing.answers.who import write

CALDER = Path(__file__).parents[2] / "models" / "calder.toml"
COMMITTEE = "Calder Primary Care Committee"


@pytest.fixture(scope="module")
def calder() -> Graph:
    return load(CALDER)


def _loaded(files: Mapping[str, str]) -> Graph:
    return load_texts({name: text.encode() for name, text in files.items()})


def gist(graph: Graph, topic: str, within: str | None = None) -> list[str]:
    """Return the first lines of an answer, the topic left out, as far as the first empty one."""
    texts = who_lines(graph, topic, within)
    return texts[1 : texts.index("")]


@pytest.mark.parametrize(
    ("topic", "lines"),
    [
        (
            "NHS dentistry",
            [
                (
                    "The documents say that Calder Primary Care Committee holds NHS dentistry by delegation "
                    "(up to 75,000 pounds; above it the board); Provider Boards oversee it."
                ),
                "Primary Care Committee > Integrated Care Board > Calder Health and Care Partnership",
                "also: Provider Boards > Calder Health and Care Partnership",
                "Who decides: Calder Primary Care Committee by delegation, up to 75,000 pounds; above it the board",
                "Who sits on Calder Primary Care Committee: Calder Integrated Care Board (chair) and Provider Boards (inferred)",
            ],
        ),
        (
            "eye care",
            [
                (
                    "The documents do not say who decides about Eye care; "
                    "Calder Primary Care Committee held it by delegation until 31 Mar 2021."
                ),
                "Primary Care Committee > Calder Health and Care Partnership",
                "Who decides: not stated",
                "Who sits on Calder Primary Care Committee: Calder Integrated Care Board (chair) and Provider Boards (inferred)",
            ],
        ),
        (
            "virtual wards",
            [
                (
                    "The documents do not say who decides about Virtual wards; Provider Boards are to hold it by delegation, "
                    "planned for 1 Apr 2022; no document says that it happened; "
                    "above it Calder Integrated Care Board decides."
                ),
                "Provider Boards > Integrated Care Board (planned delegation) > Calder Health and Care Partnership",
                "Who decides: not stated",
                "Who sits: nobody is named",
            ],
        ),
        (
            "operating theatres",
            [
                "The documents say that Provider Boards decide about Operating theatres.",
                "Provider Boards > Calder Health and Care Partnership",
                "Who decides: Provider Boards",
                "Who sits on Provider Boards: nobody is named",
            ],
        ),
        (
            "community pharmacy",
            [
                (
                    "The documents do not say who decides about Community pharmacy; Calder Primary Care Committee is to "
                    "decide about it, planned for 1 Jul 2022; no document says that it happened."
                ),
                "Primary Care Committee > Calder Health and Care Partnership",
                "Who decides: not stated",
                "Who sits on Calder Primary Care Committee: Calder Integrated Care Board (chair) and Provider Boards (inferred)",
            ],
        ),
        (
            "hearing aids",
            [
                (
                    "No document states who decides about Hearing aids; "
                    "inferred: Calder Primary Care Committee delivers it."
                ),
                "the nearest, inferred: Primary Care Committee > Calder Health and Care Partnership",
                "Who decides: not stated",
                "Who sits on Calder Primary Care Committee: Calder Integrated Care Board (chair) and Provider Boards (inferred)",
            ],
        ),
    ],
)
def test_the_answer_comes_first(calder: Graph, topic: str, lines: list[str]) -> None:
    """What is delegated, planned, ended, decided or only inferred is told as that, in four lines below the topic."""
    assert gist(calder, topic) == lines


@pytest.mark.parametrize(
    ("topic", "name"), [("teeth", "NHS dentistry"), ("braces", "NHS dentistry"), ("cataracts", "eye care")]
)
def test_a_word_or_a_summary_finds_what_the_name_finds(calder: Graph, topic: str, name: str) -> None:
    """However a function is found, the same is said of it."""
    assert gist(calder, topic) == gist(calder, name)


def test_every_function_named_anywhere_is_found(calder: Graph) -> None:
    """Of each function somebody is told, whether a document says so at the function, at a holder or in a delegation."""
    for each in calder.entities_of_kind("function"):
        (chain,) = who(calder, calder.name(each.id)).chains
        assert {one.function for one in chain.holdings} == {each.id}
        assert all(step.links or step.rank == 0 for step in chain.steps)


def test_planned_is_not_yet_at_an_earlier_date(calder: Graph) -> None:
    """Before the day it is planned for, too, what is planned is told as that."""
    assert gist(calder.as_of("2021-12-31"), "virtual wards")[0] == (
        "The documents do not say who decides about Virtual wards; Provider Boards are to hold it by delegation, "
        "planned for 1 Apr 2022; no document says that it happened."
    )


def test_other_programs_get_the_basis_and_what_is_planned(calder: Graph) -> None:
    """In JSON, too, each function has who has it, in what way, whether it is planned or ended, and on what basis."""

    def held(topic: str) -> list[tuple[object, ...]]:
        answer = json.loads("".join(write(calder, who(calder, topic), unicode=True)))
        keys = ("id", "holder", "mode", "state", "date", "basis")
        return [tuple(one[key] for key in keys) for chain in answer["chains"] for one in chain["functions"]]

    assert held("NHS dentistry") == [
        ("dentistry", "primary", "delegated", "now", None, "stated"),
        ("dentistry", "providers", "oversees", "now", None, "stated"),
    ]
    assert held("virtual wards") == [("wards", "providers", "delegated", "planned", "2022-04-01", "stated")]
    assert held("eye care") == [("eye-care", "primary", "delegated", "ended", "2021-03-31", "stated")]
    assert held("hearing aids") == [("hearing", "primary", "delivers", "now", None, "inferred")]
    answer = json.loads("".join(write(calder, who(calder, "hearing aids"), unicode=True)))
    assert answer["named"] is False
    assert [(one["id"], one["basis"]) for one in answer["chains"][0]["steps"]] == [
        ("primary", "inferred"),
        ("calder", "stated"),
    ]
    assert [(one["id"], one["basis"]) for one in answer["chains"][0]["steps"][0]["members"]] == [
        ("icb", "stated"),
        ("providers", "inferred"),
    ]


def test_what_a_delegation_says_every_answer_knows(calder: Graph) -> None:
    """A function named in a delegation alone is on the ways, in the search and in the view of functions."""
    assert [(hop.label, hop.end) for hop in paths(calder, "primary", "dentistry", avoid=["part_of"])[0]] == [
        ("is responsible for", "dentistry")
    ]
    assert {hit.id for hit in Index(calder).search("dentistry")} == {"dentistry", "primary", "providers"}
    forest = VIEWS["functions"].make(calder)
    (row,) = forest.rows_of("dentistry")
    assert [forest.names[each] for each in forest.children(row)] == [
        COMMITTEE,
        "Provider Boards",
        (
            f"delegated to {COMMITTEE}, extent: up to 75,000 pounds; above it the board, "
            "by Calder Integrated Care Board"
        ),
    ]


def test_a_plan_answers_no_question_in_the_view_of_functions(calder: Graph) -> None:
    """Who is only to decide is a row, and stands in no column."""
    forest = VIEWS["functions"].make(calder)
    (row,) = forest.rows_of("pharmacy")
    assert [forest.names[each] for each in forest.children(row)] == [COMMITTEE]
    assert [holders for _, holders in holders_by_column(calder, "pharmacy")] == [[], [], [], []]


def test_written_twice_is_one(calder: Graph) -> None:
    """Who writes the holder of a delegated function as well has said no more, and every answer stays as it was."""
    text = CALDER.read_text(encoding="utf-8")
    twice = text.replace(
        'id = "primary"\n',
        'id = "primary"\nresponsible_for = [{ to = "dentistry", mode = "delegated", sources = ["scheme#bodies"] }]\n',
        1,
    )
    assert twice != text
    graph = _loaded({"calder.toml": twice})
    assert gist(graph, "NHS dentistry") == gist(calder, "NHS dentistry")
    (relation,) = [
        each for each in graph.relations("dentistry", "responsible_for", "in") if each.subject == "primary"
    ]
    assert [str(each) for each in relation.evidence.citations] == ["scheme#bodies", "scheme#delegated"]
    assert len(paths(graph, "primary", "dentistry", avoid=["part_of"])) == len(
        paths(calder, "primary", "dentistry", avoid=["part_of"])
    )


def _answers(graph: Graph) -> object:
    topics = sorted({graph.name(each.id) for each in graph.every_entity()} | {"teeth", "braces", "cataracts"})
    told = [who_lines(graph, topic) for topic in topics]
    return told, [(each.code, each.id, each.question) for each in gaps(graph)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            'in_hands_of = [{ id = "primary", mode = "delivers", basis = "inferred" }]',
            "",
            id="the holder writes it",
        ),
        pytest.param(
            'topics = ["teeth"]', 'topics = ["teeth", "NHS dentistry", "dentistry"]', id="more words"
        ),
    ],
)
def test_how_it_is_written_changes_no_answer(calder: Graph, old: str, new: str) -> None:
    """Written from the other end, or with more words to look for, a model gives the same answers."""
    text = CALDER.read_text(encoding="utf-8")
    other = text.replace(old, new)
    assert other != text
    if not new:
        held = '{ to = "hearing", mode = "delivers", basis = "inferred", sources = ["scheme"] }'
        other = other.replace(
            'name = "Calder Primary Care Committee"\n', f'name = "{COMMITTEE}"\nresponsible_for = [{held}]\n'
        )
    assert _answers(_loaded({"calder.toml": other})) == _answers(calder)


def test_the_order_and_the_files_change_no_answer(calder: Graph) -> None:
    """With its tables in the other order, or in a file each, a model gives the same answers."""
    head, *tables = CALDER.read_text(encoding="utf-8").split("\n[[")
    backwards = head + "".join(f"\n[[{each}\n" for each in reversed(tables))
    assert _answers(_loaded({"calder.toml": backwards})) == _answers(calder)
    files = {
        f"{number}.toml": f'[file]\nsources = ["scheme"]\n[[{each}\n' for number, each in enumerate(tables)
    }
    assert _answers(_loaded(files)) == _answers(calder)


def test_a_coming_detail_that_names_a_function_works_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any key of a relation that refers to a function counts, however deep it stands, at the end it says."""
    limit = Key("limit", "table", "How far.", parts=(FUNCTION,))
    answers = Key("answers_for", "reference", "For what.", kinds=("function",))
    monkeypatch.setattr(
        functions,
        "NAMING",
        {
            "delegates_to": tuple(functions.naming((limit,))),
            "accountable_to": tuple(functions.naming((answers,))),
        },
    )
    base = _loaded(
        {"a.toml": '[[body]]\nid = "board"\nname = "Board"\n[[function]]\nid = "care"\nname = "Care"\n'}
    )
    entities = {each.id: each for each in base.every_entity()}
    evidence = base.entity("board").evidence
    relations = [
        Relation("delegates_to", "unknown", "board", evidence, details={"limit": {"function": "care"}}),
        Relation("accountable_to", "board", "unknown", evidence, details={"answers_for": "care"}),
    ]
    found = functions.with_functions(entities, relations)[2:]
    assert [(each.kind, each.subject, each.object, dict(each.details)) for each in found] == [
        ("responsible_for", "board", "care", {"mode": "delegated"}),
        ("responsible_for", "board", "care", {"mode": "not_stated"}),
    ]
    assert functions.with_functions(entities, [*relations, *found]) == [*relations, *found]
