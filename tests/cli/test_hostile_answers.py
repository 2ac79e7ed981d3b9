"""What is asked and what a model says reach stdout and stderr inert, in every answer and format."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.printing.hostile import graph_of, names
from tiers.model import Claim, Entity, Evidence, Graph, Relation
from tiers.model.answers.compare import compare
from tiers.model.answers.diff import diff as diff_of_states
from tiers.model.answers.gaps import gaps
from tiers.model.answers.glossary import Entry, Meaning
from tiers.model.answers.matters import matters
from tiers.model.answers.paths import paths
from tiers.model.answers.states import state_of
from tiers.model.answers.timeline import Item
from tiers.model.answers.who import who
from tiers.model.answers.who.raising import raise_concern
from tiers.model.finding.ranking.hits import Hit
from tiers.model.format.records import Value
from tiers.tui.printing.answers import (
    compare as printed_compare,
)
from tiers.tui.printing.answers import (
    description,
)
from tiers.tui.printing.answers import (
    diff as printed,
)
from tiers.tui.printing.answers import (
    gaps as printed_gaps,
)
from tiers.tui.printing.answers import (
    glossary as printed_glossary,
)
from tiers.tui.printing.answers import (
    matters as printed_matters,
)
from tiers.tui.printing.answers import (
    path as printed_path,
)
from tiers.tui.printing.answers import (
    raising as printed_raising,
)
from tiers.tui.printing.answers import (
    search as printed_search,
)
from tiers.tui.printing.answers import (
    timeline as printed_timeline,
)
from tiers.tui.printing.answers import (
    who as printed_who,
)
from tiers.tui.wording.description.compare import describe_compare
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.matters import describe_matters
from tiers.tui.wording.description.path import describe_paths
from tiers.tui.wording.description.raising import describe_raising
from tiers.tui.wording.description.who import describe_who
from tiers.tui.wording.safe_text import safe

from .conftest import Tiers

_EVIL = "Board\x1b]52;c;eA==\x07\u202e\u200b | [x](y)\n"


def _graph(suffix: str) -> Graph:
    """Return a model made in Python, past the loader, every text of which is hostile."""
    text = _EVIL + suffix
    entities = [
        Entity("place", "partnership", {"name": text, "tier": "place"}, Evidence(note=text)),
        Entity("board", "body", {"name": text, "decides": text, "legal_form": text}, Evidence(note=text)),
        Entity("strand", "workstream", {"name": f"frailty {text}", "summary": text}, Evidence(note=text)),
        Entity(
            "asked",
            "issue",
            {"name": f"frailty {text}", "state": "open", "question": text, "promised": text,
             "answers": (Claim("answers", text, Evidence()),)},
            Evidence(),
        ),
        Entity(
            "concerns",
            "function",
            {"name": f"frailty {text}", "topics": ("raise a concern",), "points": (Claim("points", text, Evidence()),)},
            Evidence(),
        ),
    ]  # fmt: skip
    details: Mapping[str, Value] = {
        "role": text,
        "text": text,
        "as_named": text,
        "extent": {"text": text},
        "legal_basis": text,
        "mode": text,
    }
    relations = [
        Relation(kind, one, other, Evidence(note=text), details=details)
        for kind, one, other in (
            ("part_of", "board", "place"),
            ("part_of", "strand", "place"),
            ("part_of", "concerns", "place"),
            ("accountable_to", "strand", "board"),
            ("delegates_to", "place", "board"),
            ("member_of", "place", "board"),
            ("responsible_for", "board", "concerns"),
            ("scrutinises", "board", "place"),
            ("feeds_into", "board", "place"),
            ("about", "asked", "strand"),
        )
    ]
    return Graph.of({each.id: each for each in entities}, relations)


def _who(graph: Graph) -> Iterator[str]:
    answer = who(graph, "frailty")
    yield from description.write(describe_who(graph, answer), colour=False)
    yield from printed_who.write(graph, answer, unicode=True)


def _raising(graph: Graph) -> Iterator[str]:
    raising = raise_concern(graph, "frailty")
    yield from description.write(describe_raising(graph, raising))
    yield from printed_raising.write(graph, raising, unicode=True)


def _matters(graph: Graph) -> Iterator[str]:
    found = matters(graph)
    yield from description.write(describe_matters(graph, found))
    yield from printed_matters.write_markdown(graph, found)
    yield from printed_matters.write_csv(graph, found)
    yield from printed_matters.write_json(graph, found, unicode=True)


def _gaps(graph: Graph) -> Iterator[str]:
    found = gaps(graph)
    yield from description.write(describe_gaps(graph, found))
    yield from printed_gaps.write_markdown(graph, found)
    yield from printed_gaps.write_csv(graph, found)
    yield from printed_gaps.write_json(graph, found, unicode=True)


def _ways(graph: Graph) -> Iterator[str]:
    ways = paths(graph, "strand", "board")
    yield from description.write(describe_paths(graph, ways))
    yield from printed_path.write_markdown(graph, ways)
    yield from printed_path.write_csv(graph, ways)
    yield from printed_path.write_json(graph, ways, unicode=True)


def _search(graph: Graph) -> Iterator[str]:
    hits = [Hit(each, 1.0, _EVIL) for each in graph]
    yield from printed_search.write_markdown(graph, hits)
    yield from printed_search.write_csv(graph, hits)
    yield from printed_search.write_json(graph, hits, unicode=True)


def _timeline(graph: Graph) -> Iterator[str]:
    items = [Item(None, each, _EVIL, graph.entity(each).evidence, note=_EVIL) for each in graph]
    yield from printed_timeline.write_markdown(graph, items)
    yield from printed_timeline.write_csv(graph, items)
    yield from printed_timeline.write_json(graph, items, unicode=True)


def _glossary(graph: Graph) -> Iterator[str]:
    meaning = Meaning(_EVIL, _EVIL, "place", None, None, ("board",), Evidence(note=_EVIL))
    entries = [Entry("board", _EVIL, _EVIL, (meaning,), ("board",)), Entry("", _EVIL, "", (), ("board",))]
    yield from printed_glossary.write_markdown(graph, entries)
    yield from printed_glossary.write_csv(graph, entries)
    yield from printed_glossary.write_json(graph, entries, unicode=True)


def _differing(graph: Graph) -> Iterator[str]:
    old = _graph("old")
    sides = Sides(old, graph, (_EVIL, _EVIL), dated=False)
    found = diff_of_states(state_of(old), state_of(graph))
    yield from description.write(describe_diff(sides, found))
    yield from printed.write_markdown(sides, found)
    yield from printed.write_json(sides, found, unicode=True)


def _compared(graph: Graph) -> Iterator[str]:
    graphs, found = (graph, graph), compare(graph, "place", graph, "board")
    yield from description.write(describe_compare(graphs, (_EVIL, _EVIL), (_EVIL, _EVIL), found))
    yield from printed_compare.write_markdown(graphs, (_EVIL, _EVIL), found)
    yield from printed_compare.write_json(graphs, ("place", "board"), found, unicode=True)


@pytest.mark.parametrize(
    "written", [_who, _raising, _matters, _gaps, _ways, _search, _timeline, _glossary, _differing, _compared]
)
def test_no_text_of_a_model_acts_on_a_terminal(written: Callable[[Graph], Iterator[str]]) -> None:
    """Every character that a terminal acts on or nobody sees is written as its number, in every format."""
    text = "".join(written(_graph("new")))
    assert "Board" in text
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(text)


@pytest.mark.parametrize(
    "written", [_matters, _gaps, _ways, _search, _timeline, _glossary, _differing, _compared]
)
def test_no_text_of_a_model_is_markup(written: Callable[[Graph], Iterator[str]]) -> None:
    """In a Markdown table a name makes no further cell, no link and no line."""
    rows = [line for line in "".join(written(_graph("new"))).splitlines() if line.startswith("| ")]
    assert rows
    assert not [line for line in rows if "[x](y)" in line or " | [" in line]


@pytest.mark.parametrize("words", [("who",), ("who", "--raise"), ("matters",), ("gaps",), ("diff", "2021")])
def test_what_is_asked_is_written_visibly(tiers: Tiers, words: tuple[str, ...]) -> None:
    """Control characters in what a person typed come back as numbers."""
    answer = tiers(*words, "\x1b[31mred\x07")
    assert not {"\x1b", "\x07"} & set(answer.out + answer.err)
    assert "\\u{1b}" in answer.out + answer.err


def test_an_answer_as_csv_gives_every_name_back_and_computes_nothing() -> None:
    """A thousand hostile names come back from the CSV of an answer once the apostrophe before what looks like a formula is off."""
    hostile = names()
    graph = graph_of(hostile)
    text = "".join(printed_search.write_csv(graph, [Hit(each, 1.0, "name") for each in graph]))
    found = [row["name"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert [
        name[1:] if name != safe(each) else name for name, each in zip(found, hostile, strict=True)
    ] == hostile
    begun = [name for name in found if name.lstrip()[:1] in set("=+-@\uff1d\uff0b\uff0d\uff20")]
    assert [name for name in begun if not re.fullmatch(r"-\d+", name, re.ASCII)] == []
