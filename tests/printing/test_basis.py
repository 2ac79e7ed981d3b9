"""Whatever is inferred, planned or disputed is told as that in every answer and format, wherever it is told at all."""

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
from tiers.model.facts.disputes import is_disputed, undecided
from tiers.model.facts.standing import PLANNED
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.answers import gaps as printed_gaps
from tiers.tui.printing.answers import matters as printed_matters
from tiers.tui.printing.answers import record
from tiers.tui.wording.description import describe
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.matters import describe_matters

MODELS = [Path(bundled()), *sorted((Path(__file__).parent.parent / "models").glob("*.toml"))]


@pytest.fixture(scope="module", params=MODELS, ids=lambda path: path.stem)
def graph(request: pytest.FixtureRequest) -> Graph:
    """Return one model in its last known state."""
    return load(request.param)


@pytest.fixture(scope="module", params=["tiers", "decisions", "workstreams", "seats"])
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
    planned = {each for each in shown if graph.standing(each).state == PLANNED}
    assert {
        each for each in planned if not any(word.startswith("planned: due") for word in marked[each])
    } == set()


def test_csv_and_json_say_what_the_text_says(subtree: Subtree) -> None:
    """The same entities are inferred, planned and disputed in a table and in nested objects."""
    graph, inferred = subtree.graph, _inferred_rows(subtree)
    table = list(csv.DictReader(io.StringIO("".join(written(subtree, "csv")))))
    lines = [json.loads(line) for line in "".join(written(subtree, "jsonl")).splitlines()]
    tree = list(_objects(json.loads("".join(written(subtree, "json")))))
    for rows in (table, lines, tree):
        assert {each["id"] for each in rows if each["basis"] == "inferred"} == inferred
    disputed = {each for each in subtree.forest.ids if each is not None and is_disputed(graph, each)}
    assert {each["id"] for each in table if each["disputed"] == "yes"} == disputed
    assert {each["id"] for each in tree if each.get("disputed") is True} == disputed
    planned = {each["id"] for each in tree if each.get("standing", {}).get("state") == PLANNED}
    assert {each["id"] for each in table if each["standing"] == PLANNED} == planned


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
            ("promised_by", matter.promising),
        ):
            assert [each["basis"] for each in told[matter.id]["who"][role]] == [
                each.evidence.basis for each in relations
            ]
            if matter.asked is None or role != "promised_by":
                for each in relations:
                    assert not each.evidence.inferred or f"{graph.name(each.object)} (inferred)" in text


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
        assert all(f"{graph.name(one)} (inferred)" in text for one in gap.raised_by_reading)
