"""Inferred, planned and disputed statements are marked as such in every answer and format that tells them."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tiers.model import Graph, bundled, load
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.who import who
from tiers.model.facts.disputes import is_disputed, undecided
from tiers.model.facts.holding import PLANNED, is_planned, state_of
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.answers import gaps as printed_gaps
from tiers.tui.printing.answers import matters as printed_matters
from tiers.tui.printing.answers import record
from tiers.tui.printing.answers import who as printed_who
from tiers.tui.wording.description import describe
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.matters import describe_matters
from tiers.tui.wording.description.who import describe_who

_COMING = ("planned", "proposed")
_TESTS = Path(__file__).parent.parent
MODELS = [Path(bundled()), _TESTS / "models" / "aldermere", *sorted((_TESTS / "models").glob("*.toml"))]


@pytest.fixture(scope="module", params=MODELS, ids=lambda path: path.stem)
def graph(request: pytest.FixtureRequest) -> Graph:
    """Return one model in its last known state."""
    return load(request.param)


@pytest.fixture(scope="module", params=["tiers", "decisions", "workstreams", "seats", "functions"])
def subtree(request: pytest.FixtureRequest, graph: Graph) -> Subtree:
    """Return one whole view of a model."""
    return Subtree(graph, VIEWS[request.param].make(graph))


def _inferred_rows(subtree: Subtree) -> set[str]:
    """Return the entities that stand in a view by our reading at any place."""
    forest, graph = subtree.forest, subtree.graph
    return {
        each
        for row, each in enumerate(forest.ids)
        if each is not None
        and (
            graph.entity(each).evidence.inferred
            or ((relation := forest.relations[row]) is not None and relation.evidence.inferred)
        )
    }


def _objects(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every entity of a printed tree."""
    for each in rows:
        if each["id"] is not None:
            yield each
        yield from _objects(each["children"])


def test_a_printed_row_says_what_is_inferred_planned_and_disputed(subtree: Subtree) -> None:
    """In words in text, whichever view it is, wherever the statement behind the row is."""
    graph, forest = subtree.graph, subtree.forest
    inferred = _inferred_rows(subtree)
    marked: dict[str, set[str]] = {}
    for row, _, _, words, _ in subtree.entries():
        marked.setdefault(forest.ids[row] or "", set()).update(words)
    shown = marked.keys() - {""}
    assert {each for each in shown if "inferred" in marked[each]} == inferred
    assert {each for each in shown if "disputed" in marked[each]} == {
        each for each in shown if is_disputed(graph, each)
    }
    planned = {each for each in shown if is_planned(graph, each)}
    assert {each for each in planned if not any(word.startswith(_COMING) for word in marked[each])} == set()


def test_a_row_says_that_its_place_is_only_planned(subtree: Subtree) -> None:
    """What is only to be a member, to hold a function or to be delegated to is so in the words of its row."""
    for row, _, name, words, _ in subtree.entries():
        relation = subtree.relation(row)
        if relation is not None and state_of(subtree.graph, relation)[0] == PLANNED:
            assert any(each.startswith(_COMING) for each in (*words, name)) or "planned" in name, (
                name,
                words,
            )


def test_csv_and_json_say_what_the_text_says(subtree: Subtree) -> None:
    """The same entities are inferred, planned and disputed in a table and in nested objects."""
    graph, inferred = subtree.graph, _inferred_rows(subtree)
    table = list(csv.DictReader(io.StringIO("".join(written(subtree, "csv")))))
    lines = [json.loads(line) for line in "".join(written(subtree, "jsonl")).splitlines()]
    tree = list(_objects(json.loads("".join(written(subtree, "json")))))
    for rows in (table, lines, tree):
        assert {each["id"] for each in rows if each["id"] and each["basis"] == "inferred"} == inferred
    disputed = {each for each in subtree.forest.ids if each is not None and is_disputed(graph, each)}
    assert {each["id"] for each in table if each["disputed"] == "yes"} == disputed
    assert {each["id"] for each in tree if each.get("disputed") is True} == disputed
    planned = {
        each["id"]
        for each in tree
        if PLANNED in (each.get("standing", {}).get("state"), each.get("relation", {}).get("state"))
    }
    assert {each["id"] for each in table if each["id"] and each["standing"] == PLANNED} == planned
    assert planned >= {each["id"] for each in tree if is_planned(graph, each["id"])}


def test_every_claim_and_relation_has_its_basis_in_show(graph: Graph) -> None:
    """JSON gives each its basis, and both sides where documents disagree undecided; the text opens with those."""
    for entity in graph.every_entity():
        told = json.loads("".join(record.write(graph, entity.id)))
        assert all(each["basis"] in {"stated", "inferred"} for each in (*told["claims"], *told["relations"]))
        inferred = sum(each.evidence.inferred for each in graph.every_relation(entity.id))
        assert sum(each["basis"] == "inferred" for each in told["relations"]) == inferred
        open_ones = undecided(graph, entity.id)
        disputed = {graph.entity(each).plain("attribute") for each in open_ones}
        for each in told["claims"]:
            assert each.get("disputed", False) is (each["attribute"] in disputed)
        opening = [
            line.target
            for line in describe(graph, entity.id)
            if line.text.startswith("The documents disagree, u")
        ]
        assert opening == open_ones


def test_every_name_in_matters_has_its_basis(graph: Graph) -> None:
    """Who asked, answered and is to act is marked where that is our reading, in text and in JSON."""
    found = matters(graph)
    told = {
        each["id"]: each
        for each in json.loads("".join(printed_matters.write_json(graph, found, unicode=True)))
    }
    text = "\n".join(line.text for line in describe_matters(graph, found))
    for matter in found:
        for role, relations in (
            ("asked_by", matter.asking),
            ("answered_by", matter.answering),
            ("promise_made_by", matter.making),
            ("to_be_done_by", matter.doing),
        ):
            assert [each["basis"] for each in told[matter.id]["who"][role]] == [
                each.evidence.basis for each in relations
            ]
            for each in relations:
                assert not each.evidence.inferred or _is_marked(graph, each.object, text)


def test_every_gap_says_who_raised_it_by_reading(graph: Graph) -> None:
    """A question has its own basis and that of each who raised it; the text marks the same."""
    found = gaps(graph)
    told = json.loads("".join(printed_gaps.write_json(graph, found, unicode=True)))
    text = "\n".join(line.text for line in describe_gaps(graph, found))
    for gap, each in zip(found, told, strict=True):
        assert each["basis"] == gap.evidence.basis
        assert [one["basis"] == "inferred" for one in each["raised_by"]] == [
            one in gap.raised_by_reading for one in gap.raised_by
        ]
        assert all(_is_marked(graph, one, text) for one in gap.raised_by_reading)


def _is_marked(graph: Graph, entity_id: str, text: str) -> bool:
    """Whether a text marks a name as our reading; a person without an office has the type after the name too."""
    name = graph.name(entity_id)
    return any(f"{name} ({said})" in text for said in ("inferred", "speaker, role not stated; inferred"))


def test_a_speaker_without_an_office_is_named_as_such(tmp_path: Path) -> None:
    """Who asked and answered is told by name, with the type where no office is recorded, with the mark where it is our reading."""
    (tmp_path / "model.toml").write_text(
        """
[[person]]
id = "ann"
name = "Ann"
classification = "speaker, role not stated"
[[person]]
id = "bob"
name = "Bob"
classification = "councillor"
holds = "leader"
[[post]]
id = "leader"
name = "Leader"
[[issue]]
id = "parking"
name = "Parking"
state = "open"
question = "Who pays?"
raised_by = [{ to = "ann", basis = "inferred" }, "bob"]
answered_by = "ann"
""",
        encoding="utf-8",
    )
    graph = load(tmp_path)
    told = [line.text for line in describe_matters(graph, matters(graph))]
    assert [each for each in told if each.startswith(("asked by", "answered by"))] == [
        "asked by: Ann (speaker, role not stated; inferred), Bob",
        "answered by: Ann (speaker, role not stated)",
    ]
    assert "raised by: Ann (speaker, role not stated; inferred), Bob" in [
        line.text for line in describe_gaps(graph, gaps(graph))
    ]


def test_gaps_and_matters_say_what_is_planned_and_disputed(graph: Graph) -> None:
    """Beside the name of what has a gap, and of what was asked or promised, in text and JSON."""
    found, asked = gaps(graph), matters(graph)
    texts = [
        [line.text for line in describe_gaps(graph, found, questions=False)],
        [line.text for line in describe_matters(graph, asked)],
    ]
    records = [
        json.loads("".join(printed_gaps.write_json(graph, found, unicode=True))),
        json.loads("".join(printed_matters.write_json(graph, asked, unicode=True))),
    ]
    for lines, written_records in zip(texts, records, strict=True):
        for each in written_records:
            assert each["planned"] is is_planned(graph, each["id"])
            assert each["disputed"] is is_disputed(graph, each["id"])
            for mark, is_so in (("planned", each["planned"]), ("disputed", each["disputed"])):
                name = graph.name(each["id"])
                about = [line for line in lines if line.startswith(name) or (each["question"] or "-") in line]
                coming = _COMING if mark == "planned" else (mark,)
                assert not is_so or any(word in line for line in about for word in coming), (name, mark)


def test_who_says_of_each_statement_what_it_rests_on(graph: Graph) -> None:
    """Of every function: who has it, sits there, delegates it and stands above, inferred and planned in text and JSON."""
    for function in graph.entities_of_kind("function"):
        answer = who(graph, function.id)
        told = json.loads("".join(printed_who.write(graph, answer, unicode=True)))
        text = [line.text for line in describe_who(graph, answer)]
        for chain, record_of in zip(answer.chains, told["chains"], strict=True):
            assert [(each["basis"], each["state"]) for each in record_of["functions"]] == [
                (each.relation.evidence.basis, each.state) for each in chain.holdings
            ]
            for holding in chain.holdings:
                names = {graph.name(holding.id), graph.name(holding.function)}
                about = [line for line in text if any(name in line for name in names)]
                assert not holding.inferred or any("inferred" in line for line in about)
                assert holding.state != PLANNED or any("planned" in line for line in about)
            for step, each in zip(chain.steps, record_of["steps"], strict=True):
                seats = [one for one in graph.relations(step.id, "member_of", "in") if one.subject in graph]
                assert [(one["id"], one["basis"]) for one in each["members"]] == [
                    (one.subject, one.evidence.basis) for one in seats
                ]
                assert [one["basis"] for one in each["delegations"]] == [
                    one.evidence.basis for one in step.delegations
                ]
                assert [one["state"] for one in each["delegations"]] == [
                    state_of(graph, one)[0] for one in step.delegations
                ]
                assert [one["basis"] == "inferred" for one in each["above"]] == [
                    one.inferred for one in step.links
                ]
