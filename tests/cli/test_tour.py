"""`tiers tour`: five questions that the model at hand answers, with commands whose answers begin as told."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tiers.model import Graph, bundled, load
from tiers.model.answers.tour import DIFF, GAPS, GLOSSARY, LAYERS, MATTERS, RAISE, SOURCES, WHO, questions
from tiers.tui.printing.answers.tour import FIRST

from .conftest import Answer, Tiers

MODELS = Path(__file__).parent.parent / "models"


def asked(graph: Graph) -> list[str]:
    """Return what the questions of a model ask for."""
    return [each.asks for each in questions(graph)]


@pytest.mark.parametrize(
    "model", [bundled(), MODELS / "aldermere", MODELS / "place.toml"], ids=["bundled", "aldermere", "place"]
)
def test_each_question_stands_with_a_command_and_how_its_answer_begins(tiers: Tiers, model: Path) -> None:
    """The command of every question runs as it is written, and its first lines are those that the tour shows."""
    told = tiers("--model", str(model), "tour").out
    parts = told.split("\n\n")
    assert [part.splitlines()[0].split()[0] for part in parts] == ["1", "2", "3", "4", "5"]
    for part in parts:
        question, command, *first, more, keys = part.splitlines()
        assert question.endswith("?")
        program, *words = shlex.split(command.removeprefix("  $ "))
        answer = tiers(*words)
        lines = [line.strip() for line in answer.out.splitlines() if line.strip()]
        assert (program, answer.status in {0, 1}) == ("tiers", True)
        assert [line.strip() for line in first] == lines[:FIRST]
        assert (more, keys.startswith("  In the explorer: press ")) == ("    ...", True)


def test_the_bundled_models_questions_are_about_harrow(tiers: Tiers) -> None:
    """Who decides, what was promised, what a word means, what changed, who delegates: the first of all there are to ask."""
    told = tiers("--model", bundled(), "tour").out
    assert re.findall(r"^\d  (.*)$", told, re.MULTILINE) == [
        "Who decides about Frailty and care settings?",
        "What was promised and asked in Harrow Borough Based Partnership, and what came of it?",
        "What does ICP mean?",
        "What changed in Harrow Borough Based Partnership from Feb 2020 to 22 Feb 2022?",
        "Who delegates to whom in Harrow Borough Based Partnership?",
    ]
    assert f"  $ tiers --model {bundled()} who 'Frailty and care settings'\n" in told


def test_a_model_is_asked_only_what_it_can_answer(graph_of: Callable[[str], Graph]) -> None:
    """Without promises, words, layers and two dates other questions stand in; a model with one thing has fewer; an empty one none."""
    assert asked(load()) == [WHO, MATTERS, GLOSSARY, DIFF, LAYERS]
    assert asked(load(str(MODELS / "aldermere"))) == [WHO, MATTERS, GLOSSARY, DIFF, GAPS]
    assert asked(load().as_of("2021-06-30")) == [WHO, MATTERS, GLOSSARY, GAPS, RAISE]
    small = graph_of(
        '[[partnership]]\nid = "p"\nname = "Place"\n[[workstream]]\nid = "w"\nname = "Falls"\npart_of = "p"\n'
    )
    assert asked(small) == [WHO, GAPS, RAISE, SOURCES]
    assert questions(Graph.of({}, [])) == []


def test_at_a_date_the_commands_name_the_model_and_the_date(tiers: Tiers, tmp_path: Path) -> None:
    """Each command of a tour at a date names the model and the date, so that it can be copied; without a question the status is 1."""
    told = tiers("--model", str(MODELS / "place.toml"), "--as-of", "2022-02-22", "tour").out
    commands = re.findall(r"^  \$ (.*)$", told, re.MULTILINE)
    assert all(
        each.startswith(f"tiers --model {MODELS / 'place.toml'} --as-of 2022-02-22 ") for each in commands
    )
    assert len(commands) > 2
    model = tmp_path / "old.toml"
    model.write_text(
        '[[organisation]]\nid = "old"\nname = "Old Trust"\nend_date = "1990"\n', encoding="utf-8"
    )
    assert tiers("--model", str(model), "tour") == Answer(
        1, "", "error: nothing is recorded that a question could be about\n"
    )
