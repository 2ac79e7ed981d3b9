"""The hook of pre-commit and the workflow of the guide: valid YAML that names what there is."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tiers.tui.cli.table import COMMANDS

from .conftest import Answer, Tiers
from .test_guide import CHECKED

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
COPIED: list[dict[Any, Any]] = [
    yaml.safe_load(each) for each in re.findall(r"^```yaml\n(.*?)^```$", CHECKED, re.DOTALL | re.MULTILINE)
]


@pytest.fixture
def place(tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin a model in `our-place`, and return its file."""
    monkeypatch.chdir(tmp_path)
    assert tiers("init", "our-place").status == 0
    return tmp_path / "our-place" / "model.toml"


def test_the_hook_has_what_pre_commit_asks_for() -> None:
    """One hook, with every key that pre-commit requires, which runs a command that there is."""
    assert [each["id"] for each in HOOKS] == ["tiers-check"]
    (hook,) = HOOKS
    assert {"id", "name", "entry", "language"} <= hook.keys()
    program, command = shlex.split(hook["entry"])
    assert (program, command in COMMANDS, hook["language"]) == ("tiers", True, "python")


def test_the_hook_checks_a_model(tiers: Tiers, place: Path) -> None:
    """Run as pre-commit does, with the directory that the guide gives it, it passes a right model and fails a wrong one."""
    (used,) = COPIED[0]["repos"][0]["hooks"]
    assert used["id"] == HOOKS[0]["id"]
    words = shlex.split(HOOKS[0]["entry"])[1:]
    for arguments in (used["args"], HOOKS[0]["args"]):
        assert tiers(*words, *arguments) == Answer(0, "", "1 file checked: no mistakes, no warnings\n")
    place.write_text("[[body]]\n", encoding="utf-8")
    assert tiers(*words, *used["args"]).status != 0


def test_the_workflow_checks_a_model(tiers: Tiers, place: Path) -> None:
    """Its last step runs as it is written, and tells a mistake as GitHub marks it at its line."""
    steps = COPIED[1]["jobs"]["check"]["steps"]
    program, *words = shlex.split(steps[-1]["run"])
    assert (program, tiers(*words).status) == ("tiers", 0)
    place.write_text(place.read_text(encoding="utf-8") + "nonsense = 1\n", encoding="utf-8")
    answer = tiers(*words)
    assert (answer.status, answer.out.partition(",line=")[0]) == (1, "::error file=our-place/model.toml")
