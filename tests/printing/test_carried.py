"""The marks that `show` gives a statement (planned, ended, disputed, inferred) are wherever it is told."""

import csv
import io
import json
from collections.abc import Iterator
from html import unescape
from itertools import chain
from typing import Any

import pytest

from tiers.model import Graph, Relation, load
from tiers.model.answers.gaps import gaps
from tiers.model.answers.who import who
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import ENDED, PLANNED, is_planned, state_of
from tiers.model.format import UNKNOWN
from tiers.model.format.structure import MEMBERSHIP
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.answers import gaps as printed_gaps
from tiers.tui.printing.answers import record
from tiers.tui.printing.answers import who as printed_who
from tiers.tui.wording.description import describe
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.who import describe_who

from .test_basis import MODELS

_SAYS = {
    "planned": ("planned", "proposed", "not yet"),
    "ended": ("until ", "ended", "former", "was "),
    "disputed": ("disputed", "disagree", "undecided"),
    "inferred": ("inferred",),
    "unknown": ("unknown",),
}
"""The words by which each is said."""


@pytest.fixture(scope="module", params=MODELS, ids=lambda path: path.stem)
def graph(request: pytest.FixtureRequest) -> Graph:
    """Return one model in its last known state."""
    return load(request.param)


def marks_of(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield the marks of a relation that must be told with its ends."""
    state, _ = state_of(graph, relation)
    if state in (PLANNED, ENDED):
        yield state
    if relation.evidence.inferred:
        yield "inferred"
    if UNKNOWN in (relation.subject, relation.object, relation.details.get("mode")):
        yield "unknown"


def is_said(mark: str, text: str) -> bool:
    """Whether a text has one of the words of a mark."""
    return any(word in text.casefold() for word in _SAYS[mark])


def told_lines(subtree: Subtree, form: str) -> Iterator[str]:
    """Yield the printed lines; a heading is joined with the marks below it into one line."""
    printed = unescape("".join(written(subtree, form))).replace("\\", "").splitlines()
    for number, line in enumerate(printed):
        heading = line.startswith(("#", "<h"))
        yield " ".join(printed[number : number + 3]) if heading else line


@pytest.mark.parametrize("form", ["text", "plain", "markdown", "html"])
def test_a_view_for_people_says_it(graph: Graph, form: str) -> None:
    """Of each row of every view the words of its place and of its entity stand in a line with its name."""
    for view in VIEWS.values():
        forest = view.make(graph)
        lines: dict[str, str] = {}
        for line in told_lines(Subtree(graph, forest), form) if len(forest) else ():
            for name in (each for each in forest.names if each in line):
                lines[name] = f"{lines.get(name, '')}{line}\n"
        for row, relation in enumerate(forest.relations):
            entity_id, name = forest.ids[row], forest.names[row]
            wanted = set() if relation is None else set(marks_of(graph, relation))
            if entity_id is not None:
                wanted |= {"planned"} if is_planned(graph, entity_id) else set()
                wanted |= {"disputed"} if is_disputed(graph, entity_id) else set()
                wanted |= {"inferred"} if graph.entity(entity_id).evidence.inferred else set()
            missing = [each for each in wanted if name in lines and not is_said(each, lines[name])]
            assert missing == [], (view.name, name)


def test_a_table_says_of_a_seat_and_a_delegation_what_it_is(graph: Graph) -> None:
    """Each membership that holds is a record of the view of seats in CSV and JSON Lines, also of nobody; each delegation likewise in decisions."""
    for view, kind, ends in (
        ("seats", MEMBERSHIP, ("member", "body")),
        ("decisions", "delegates_to", ("delegated_from", "delegated_to")),
    ):
        subtree = Subtree(graph, VIEWS[view].make(graph))
        table = list(csv.DictReader(io.StringIO("".join(written(subtree, "csv")))))
        lines = [json.loads(line) for line in "".join(written(subtree, "jsonl")).splitlines()]
        for relation in (each for each in subtree.forest.relations if each is not None and each.kind == kind):
            said = (relation.subject, relation.object)
            as_cells = tuple(each.replace("_", " ") for each in said)
            (cells, *_), (record_of, *_) = (
                [each for each in table if tuple(each[end] for end in ends) in (said, as_cells)],
                [each for each in lines if tuple(each[end] for end in ends) == said],
            )
            for each in (cells, record_of):
                planned = state_of(graph, relation)[0] == PLANNED
                rows = [
                    one for one in chain(table, lines) if tuple(one[end] for end in ends) in (said, as_cells)
                ]
                assert not relation.evidence.inferred or any(one["basis"] == "inferred" for one in rows), each
                assert not planned or any(one["standing"] == PLANNED for one in rows), each


def test_show_says_of_every_relation_how_it_stands(graph: Graph) -> None:
    """The text has a line or a heading for it; JSON its basis, its days, and whether it holds."""
    for entity in graph.every_entity():
        text = "\n".join(line.text for line in describe(graph, entity.id))
        told = json.loads("".join(record.write(graph, entity.id)))["relations"]
        relations = graph.every_relation(entity.id)
        for relation in relations:
            if (relation.kind, entity.id) in (("about", relation.object), ("succeeds", relation.object)):
                continue  # told as a question, and as what became of it
            missing = [each for each in marks_of(graph, relation) if not is_said(each, text)]
            assert missing == [], (entity.id, relation)
        assert sum(each["basis"] == "inferred" for each in told) == sum(
            each.evidence.inferred for each in relations
        )
        assert sum(not each["holds"] for each in told) == sum(not graph.holds(each) for each in relations)


def test_who_says_of_every_function_what_ended_and_what_is_unknown(graph: Graph) -> None:
    """Who had it is told as that, a role or a holder that is stated to be unknown as unknown, in text and in JSON."""
    for function in graph.entities_of_kind("function"):
        answer = who(graph, function.id)
        told: dict[str, Any] = json.loads("".join(printed_who.write(graph, answer, unicode=True)))
        lines = [line.text for line in describe_who(graph, answer)]
        for holding in (each for each_chain in answer.chains for each in each_chain.holdings):
            about = "\n".join(
                line for line in lines if graph.name(holding.function) in line or " it " in line
            )
            missing = [each for each in marks_of(graph, holding.relation) if not is_said(each, about)]
            assert missing == [], (function.id, holding)
        vacant = [*answer.vacant, *(each for each_chain in answer.chains for each in each_chain.vacant)]
        nobody = [*told["nobody"], *(each for each_chain in told["chains"] for each in each_chain["nobody"])]
        assert sorted(each["word"] for each in nobody) == sorted(each.word for each in vacant)
        assert not vacant or any("none" in line or "not known" in line or "nobody" in line for line in lines)


def test_gaps_say_what_is_planned_and_what_is_stated_to_be_unknown(graph: Graph) -> None:
    """A question about a relation that is only planned, or of which a source states that it is not known, says so in text and JSON."""
    found = gaps(graph)
    text = "\n".join(line.text for line in describe_gaps(graph, found))
    told = json.loads("".join(printed_gaps.write_json(graph, found, unicode=True)))
    for gap, each in zip(found, told, strict=True):
        notes = (gap.note, each["note"] or "")
        for said in ("no document says that it happened", "A document states that it is not known."):
            assert (said in notes[0]) is (said in notes[1])
            assert said not in gap.note or said in text
    coming = [
        post.id
        for post in graph.entities_of_kind("post")
        if (held := graph.relations(post.id, "holds", "in"))
        and all(each.subject in graph and state_of(graph, each)[0] == PLANNED for each in held)
    ]
    assert [
        each for each in coming if each not in {gap.id for gap in found if gap.code == "post-holder"}
    ] == []
