"""A copy of the product to which two relation kinds and two attributes were added, as CONTRIBUTING says: one entry each."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tiers.data
import tiers.model
import tiers.tui

from .copy_of_tiers import UNFINISHED

RELATIONS = """
    RelationKind(
        "mentors",
        "mentors",
        "is mentored by",
        "Helps it to learn.",
        parts=(AS_NAMED, Key("meets", "text", "How often they meet.")),
        as_named=OBJECT,
        involves=True,
        finds=("mentor of", "mentored by"),
        asks=Ask("Whom does {} mentor?", "Mentor of nobody that is stated"),
        compared=True,
        org=_LINKED,
    ),
    RelationKind("hosted_by", "is hosted by", "hosts", "Has its home there.", places=7, moves=True),
"""
CATCHMENT = """
    Key("catchment", "text", "Whom it is for, in plain words.", claims="one", compared=True),
"""
MOTTO = """
    Key("mottoes", "text", "What it says of itself.", claims="many", main="text"),
"""
MODEL = """
[[source]]
id = "s"
name = "Paper"
presented = "2021-02-22"
[[source]]
id = "t"
name = "Later paper"
presented = "2023-03-01"
[file]
sources = ["s"]
[[partnership]]
id = "whole"
name = "Whole Partnership"
tier = "place"
[[body]]
id = "old"
name = "Old Board"
part_of = "whole"
catchment = "Everybody in Harrow"
mottoes = [{ text = "Together we grow" }, { text = "Never alone", sources = ["t"] }]
mentors = [{ to = "young", as_named = "The Apprentice", meets = "weekly" }]
[[body]]
id = "young"
name = "Young Board"
part_of = "whole"
catchment = [{ value = "Zebras only" }, { value = "Yaks only", sources = ["t"] }]
mentors = "not_stated"
[[body]]
id = "guest"
name = "Guest Forum"
hosted_by = "whole"
"""

Run = Callable[..., str]


def added(path: Path, before: str, entry: str) -> None:
    """Write an entry into a file before the one place where a text stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {path.name}"
    path.write_text(text.replace(before, f"{entry.rstrip()}{before}"), encoding="utf-8")


@pytest.fixture(scope="session")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a copy in which each definition got its entry and nothing else was changed."""
    root = tmp_path_factory.mktemp("extended")
    (root / "tiers").mkdir()
    shutil.copy(Path(__file__).parents[2] / "package" / "__init__.py", root / "tiers" / "__init__.py")
    for package in (tiers.model, tiers.tui, tiers.data):
        where = Path(next(iter(package.__path__)))
        shutil.copytree(where, root / "tiers" / where.name, ignore=shutil.ignore_patterns(*UNFINISHED))
    shutil.copytree(Path(__file__).parents[2] / "docs", root / "docs")
    definitions = root / "tiers" / "model" / "format"
    added(definitions / "structure.py", '\n)\n"""', RELATIONS)
    added(definitions / "structure.py", "\n_ORGANIZATION =", "\nfrom .keys import Key\n")
    added(definitions / "attributes.py", "\n    *PROVENANCE,\n)", CATCHMENT + MOTTO.lstrip("\n"))
    (root / "model.toml").write_text(MODEL, encoding="utf-8")
    return root


ANSWERING = """
import contextlib, io, json, sys
from tiers.tui.cli import main
sys.argv[0] = "tiers"
for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(json.loads(line))
    print(json.dumps([status, out.getvalue(), err.getvalue()]), flush=True)
"""
"""Runs one command after the other, each given as a line of JSON, so that the copy is imported once."""


def surroundings(extended: Path) -> dict[str, str]:
    """Return the environment in which the copy is the product and its small model the model."""
    return {
        **os.environ,
        "PYTHONPATH": str(extended),
        "TIERS_MODEL": str(extended / "model.toml"),
        "TIERS_NO_CACHE": "1",
        "COLUMNS": "100",
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="session")
def page(extended: Path) -> list[str]:
    """Return the lines of the page of the format that the copy writes."""
    subprocess.run(
        [sys.executable, "docs/generate.py"],
        check=True,
        cwd=extended,
        env=surroundings(extended),
        timeout=300,
    )
    return (extended / "docs" / "model.md").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def run(extended: Path) -> Iterator[Run]:
    """Run a command of the copy on its small model; return what it writes to stdout."""
    with subprocess.Popen(
        [sys.executable, "-c", ANSWERING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=extended,
        env=surroundings(extended),
    ) as process:
        asked, answers = process.stdin, process.stdout
        assert asked is not None
        assert answers is not None

        def _run(*words: str, status: int = 0) -> str:
            print(json.dumps(words), file=asked, flush=True)
            ended, out, err = json.loads(answers.readline())
            assert ended == status, err
            return f"{out}{err if status else ''}"

        yield _run
        asked.close()
