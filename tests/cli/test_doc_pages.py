"""The pages of the documentation: each command that they show runs, and says what they say it says."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from tiers.model import bundled
from tiers.tui.cli.table import COMMANDS

from .conftest import PLACE, Answer, Tiers

ROOT = Path(__file__).parents[2]
PAGES = ("start", "questions", "query", "accessibility")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

FAILS = {"tiers search kind:committee": 2}
"""Commands that are shown because they cannot be done, each with its status."""

NEEDS_MORE = {
    "s.xlsx": "a workbook and a model with its source",
    "partnership/": "a repository",
    "data/": "a folder of models",
    "registered-practices": "the official files of a month",
    "--stdin-name": "something on standard input",
    "tiers init": "a folder that is not there yet",
}
"""What stands in examples that are run elsewhere, since they need what the folder of this test lacks."""

SLOW = ("tiers export site",)
"""What is run on the small model here, and on the bundled one in the tests of exports."""


def blocks(page: str) -> list[tuple[str, str]]:
    """Return the commands of each block of a shell with the text that is shown below it; empty where none is."""
    found = BLOCK.findall((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8"))
    shown = []
    for number, (language, text) in enumerate(found):
        if language == "sh":
            after = found[number + 1] if number + 1 < len(found) else ("", "")
            shown.append((text, after[1] if after[0] == "text" else ""))
    return shown


def commands(text: str) -> list[str]:
    """Return the commands of `tiers` in a block, without what a shell does with their output."""
    joined = text.replace("\\\n", " ")
    lines = (re.split(r"\s[|>]\s?", line, maxsplit=1)[0].strip() for line in joined.splitlines())
    return [line for line in lines if line.startswith("tiers ")]


def run(tiers: Tiers, command: str) -> Answer:
    """Run a command as it is written, on the small model where the bundled one takes long."""
    words = shlex.split(command)[1:]
    return tiers(*words, *(("--model", str(PLACE)) if command.startswith(SLOW) else ()))


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiers: Tiers) -> Tiers:
    """Run commands on the bundled model, in a folder with a model of one's own and a sheet."""
    monkeypatch.chdir(tmp_path)
    assert tiers("init", "our-place").status == 0
    (tmp_path / "seats.csv").write_text(
        "Board,Member,Role\nOur Place Board,Our Council,chair\n", encoding="utf-8"
    )
    monkeypatch.setenv("TIERS_MODEL", bundled())
    return tiers


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_runs_and_says_what_is_shown(page: str, workplace: Tiers) -> None:
    """Every line that is shown below a command stands in its answer."""
    shown = blocks(page)
    assert shown
    for text, promised in shown:
        for command in commands(text):
            answer = run(workplace, command)
            assert (answer.status < 2) != (answer.status == FAILS.get(command)), command
            lines = (answer.out + answer.err).splitlines()
            assert [line for line in promised.splitlines() if line and line not in lines] == [], command


def test_twelve_questions_are_answered() -> None:
    """Each has a command and says which key does the same."""
    _, *questions = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8").split("\n## ")
    assert len(questions) == 12
    assert all("```sh\n" in each and re.search(r"press `[^`]+`", each) for each in questions)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"open", "completions"}))
def test_every_example_of_a_command_runs(command: str, workplace: Tiers) -> None:
    """Those of its help, which the reference and the README show; what a shell does with the output is left out."""
    for example in import_module(f"tiers.tui.cli.commands.{command}").EXAMPLES:
        for line in commands(example):
            if any(each in line for each in NEEDS_MORE):
                continue
            answer = run(workplace, line)
            assert answer.status < 2, (line, answer.err)


def test_the_links_of_the_pages_lead_somewhere() -> None:
    """Each page, picture and heading that the README or a page links to is there."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    lost = []
    for page in pages:
        for target in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if target and not (page.parent / target).exists() and page.name != "package.md":
                lost.append((page.name, target))  # noqa: PERF401 - two conditions read better so
    assert lost == []
