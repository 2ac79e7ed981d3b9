"""What holds of Aldermere however it is written: every function is found, and spelling changes no answer."""

import random
import re
from collections.abc import Iterable
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.borough import ALDERMERE
from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.timeline import timeline
from tiers.model.answers.who import who
from tiers.model.facts.functions import IN_HAND
from tiers.model.loading import load_texts
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.description.gaps import describe_gaps
from tiers.tui.wording.description.matters import describe_matters
from tiers.tui.wording.description.timeline import describe_timeline
from tiers.tui.wording.description.who import describe_who

_TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(ALDERMERE.glob("*.toml"))}
_TABLE = re.compile(r"(?m)^(?=\[\[)")


def _loaded(texts: Iterable[str]) -> Graph:
    return load_texts({f"{number}.toml": text.encode() for number, text in enumerate(texts)})


def _tables() -> list[str]:
    """Return each table of the model as a text."""
    return [each for text in _TEXTS.values() for each in _TABLE.split(text) if each.startswith("[[")]


def _functions(graph: Graph) -> list[str]:
    return [each.id for each in graph.every_entity() if each.kind == "function"]


def told_of(graph: Graph, at: str | None = None) -> list[str]:
    """Return every line about every entity, the holders of each function, the gaps, matters and the timeline."""
    dated = graph.as_of(at)
    lines = [line for each in sorted(dated) for line in describe(dated, each)]
    for each in sorted(_functions(dated)):
        lines.extend(describe_who(dated, who(dated, dated.name(each))))
    lines.extend(describe_gaps(dated, gaps(dated)))
    lines.extend(describe_matters(dated, matters(dated)))
    lines.extend(describe_timeline(dated, timeline(dated)))
    return [line.text for line in lines]


def _differing(one: list[str], other: list[str]) -> list[tuple[str | None, str | None]]:
    """Return the first pairs of lines that differ; pytest takes minutes to show a comparison of all."""
    return [each for each in zip_longest(one, other) if each[0] != each[1]][:5]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return _loaded(_TEXTS.values())


def test_the_borough_has_the_size_of_a_real_one(graph: Graph) -> None:
    """It has about sixty entities of its own, besides what the papers are."""
    assert len([each for each in graph.every_entity() if each.kind != "source"]) == 64


def test_every_function_in_somebodys_hands_is_found_by_who(graph: Graph) -> None:
    """Whoever delegates, reserves, assures or answers for a function by name makes `who` name somebody for it."""
    for each in _functions(graph):
        held = [one for one in graph.every_relation(each, IN_HAND, "in") if not one.evidence.inferred]
        named = {holder.id for chain in who(graph, each).chains for holder in chain.holders if holder.named}
        told = {one.id for chain in who(graph, each).chains for one in chain.holdings}
        assert {one.subject for one in held} <= named | told
        assert who(graph, each).verdict.startswith("The documents") == bool(held)


@pytest.mark.parametrize("at", [None, "2023-04-15", "2023-12-31"])
@settings(max_examples=8)
@given(seed=st.integers(0, 999), parts=st.integers(1, 9))
def test_no_answer_changes_with_files(seed: int, parts: int, at: str | None) -> None:
    """In whatever files and in whatever order the tables are written, everything told is the same."""
    tables = _tables()
    random.Random(seed).shuffle(tables)  # noqa: S311 - a shuffle, not a secret
    files = ["\n".join(tables[number::parts]) for number in range(parts)]
    assert _differing(told_of(_loaded(files), at), told_of(_loaded(_TEXTS.values()), at)) == []


_FROM_THE_OTHER_END: list[tuple[str, str, str, str]] = [
    (
        '    { to = "acute", function = "elective", sources = ["sord#c"] },\n',
        "",
        'id = "acute"\n',
        'id = "acute"\ndelegated_by = [{ id = "fenmarch-icb", function = "elective", sources = ["sord#c"] }]\n',
    ),
    (
        (
            '    { id = "ferry", capacity = "in attendance", voting = false, role = "guest, for the item on care homes", '
            'sources = ["minutes#present"] },\n'
        ),
        "",
        'id = "ferry"\n',
        (
            'id = "ferry"\nmember_of = [{ to = "s75-board", capacity = "in attendance", voting = false, '
            'role = "guest, for the item on care homes", sources = ["minutes#present"] }]\n'
        ),
    ),
    (
        'responsible_for = [{ to = "public-health", mode = "reserves", sources = ["tor#p1"] }]\n',
        "",
        'id = "public-health"\n',
        'id = "public-health"\nin_hands_of = [{ id = "cabinet", mode = "reserves", sources = ["tor#p1"] }]\n',
    ),
    (
        'held_by = [{ id = "person-quill", sources = ["minutes#present"] }]\n',
        "",
        'id = "person-quill"\n',
        'id = "person-quill"\nholds = [{ to = "leader", sources = ["minutes#present"] }]\n',
    ),
]
"""What is written at one end and nothing there instead; where the other end begins, and that with the relation."""


@pytest.mark.parametrize("twice", [False, True])
@pytest.mark.parametrize(("here", "gone", "there", "written"), _FROM_THE_OTHER_END)
def test_no_answer_changes_with_the_end_a_relation_is_written_from(
    graph: Graph, here: str, gone: str, there: str, written: str, *, twice: bool
) -> None:
    """A relation is the same from either end, and from both."""
    texts = "\n".join(_tables())
    assert (texts.count(here), texts.count(there)) == (1, 1)
    moved = (texts if twice else texts.replace(here, gone)).replace(there, written)
    assert _differing(told_of(_loaded([moved])), told_of(graph)) == []


def test_no_verdict_changes_with_a_topic_word(graph: Graph) -> None:
    """A function found by a word of its own that an author adds has the verdict that it has by its name."""
    for each in _functions(graph):
        texts = "\n".join(_tables())
        added = texts.replace(f'id = "{each}"\n', f'id = "{each}"\ntopics = ["zebra"]\n')
        if graph.entity(each).texts("topics"):
            continue
        worded = _loaded([added])
        assert _gist(worded, "zebra") == _gist(graph, graph.name(each))


def _gist(graph: Graph, topic: str) -> tuple[str, list[object]]:
    answer = who(graph, topic)
    verdict = answer.verdict.replace(f"for {topic.casefold()}", "for it").replace(f"for {topic}", "for it")
    return verdict, [(chain.place, chain.steps) for chain in answer.chains]
