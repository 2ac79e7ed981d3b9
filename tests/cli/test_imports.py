"""What the command line imports: the list is held, because every module costs at every start."""

import ast
import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from tiers.tui import cli

from .conftest import PLACE

SCRIPT = """
import sys
import argparse, tomli
before = set(sys.modules)
from tiers.tui.cli import main
main(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""

OURS = """
tiers.model.cache.compiled tiers.model.cache.compiled.columns tiers.model.cache.forests
tiers.model.cache.compiled.lookups tiers.model.cache.compiled.making tiers.model.cache.models tiers.model.cache.compiled.noting tiers.model.cache.compiled.numbers tiers.model.cache.compiled.of_one_kind tiers.model.cache.compiled.records tiers.model.cache.compiled.relation_kinds
tiers.model.cache.views tiers.model.facts tiers.model.facts.claims tiers.model.facts.columns
tiers.model.facts.ends tiers.model.facts.times tiers.model.facts.evidence tiers.model.facts.functions tiers.model.facts.graph tiers.model.facts.posts tiers.model.facts.standing
tiers.model.facts.memo tiers.model.facts.statements tiers.model.facts.stored tiers.model.finding
tiers.model.finding.naming tiers.model.format tiers.model.format.attributes tiers.model.format.dates
tiers.model.format.details tiers.model.format.errors tiers.model.format.groups tiers.model.format.happenings
tiers.model.format.keys tiers.model.format.kind tiers.model.format.kinds tiers.model.format.modes tiers.model.format.own_attributes
tiers.model.format.record tiers.model.format.records tiers.model.format.relation_kind tiers.model.format.relations
tiers.model.format.structure tiers.model.format.unchanging tiers.model.loading tiers.model.model
tiers.model.structure tiers.model.structure.placing tiers.model.views
tiers.model.views.forest tiers.model.views.part
tiers.tui.cli.commands tiers.tui.cli.commands.print
tiers.tui.cli.model tiers.tui.cli.options
tiers.tui.cli.parser tiers.tui.printing tiers.tui.printing.tree
tiers.tui.printing.tree.kept_words tiers.tui.printing.tree.subtree tiers.tui.printing.tree.text
tiers.tui.wording.labels tiers.tui.wording.readings tiers.tui.wording.relation_words
tiers.tui.wording.signs
"""
"""What printing a subtree of a model from the cache imports of tiers, besides what writing it again does."""

KEPT = """
tiers
tiers.data
tiers.model tiers.model.cache tiers.model.cache.answers tiers.model.cache.disk tiers.model.cache.disk.code tiers.model.cache.disk.files
tiers.model.cache.disk.mapped tiers.model.cache.disk.store tiers.model.reading tiers.model.reading.files
tiers.tui tiers.tui.cli tiers.tui.cli.asked_paths tiers.tui.cli.command_line tiers.tui.cli.ending tiers.tui.cli.failure
tiers.tui.cli.kept_answers tiers.tui.cli.output tiers.tui.cli.table tiers.tui.cli.transcript
tiers.tui.wording tiers.tui.wording.safe_text
"""
"""Everything of tiers that writing an answer again imports."""

NEVER = {
    "textual",
    "dulwich",
    "rich",
    "rapidfuzz",
    "toml_rs",
    "json",
    "pathlib",
    "typing_extensions",
    "asyncio",
    "attr",
}


def imported(*words: str) -> list[str]:
    """Return the modules that a command imports, besides Python's own at the start and two libraries."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TIERS_MODEL": str(PLACE), "PYTHONUTF8": "1"},
    )
    return done.stderr.split()


@pytest.mark.usefixtures("home")
def test_printing_imports_these_modules_of_tiers_and_no_others() -> None:
    """A module that printing comes to import is added here on purpose, with its cost in mind; the view is kept."""
    imported("print", "ex", "--depth", "1")  # the model and the view are in the cache from here on
    found = [name for name in imported("print", "ex") if name.partition(".")[0] == "tiers"]
    assert found == sorted((*OURS.split(), *KEPT.split()))


@pytest.mark.usefixtures("home")
def test_writing_an_answer_again_imports_no_model() -> None:
    """What knows the files, the code and the stream is enough; argparse and attrs are not needed either."""
    imported("print", "ex")
    found = [name for name in imported("print", "ex") if name.partition(".")[0] == "tiers"]
    assert found == sorted(KEPT.split())
    code = SCRIPT.replace("import argparse, tomli\n", "")
    done = subprocess.run(
        [sys.executable, "-c", code, "print", "ex"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TIERS_MODEL": str(PLACE), "PYTHONUTF8": "1"},
    )
    assert {"attrs", "attr", "argparse", "tomli", "hashlib"}.isdisjoint(done.stderr.split())


@pytest.mark.usefixtures("home")
def test_printing_imports_nothing_that_draws_or_searches() -> None:
    """A printed tree imports neither Textual nor Rich nor the libraries of the search."""
    imported("print", "ex", "--depth", "1")
    assert {name.partition(".")[0] for name in imported("print", "ex")} & NEVER == set()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", ["gaps", "matters"])
def test_what_is_to_be_followed_up_imports_nothing_that_searches(command: str) -> None:
    """Both ask `who` for what followed what has ended; only a topic is searched for."""
    found = imported(command)
    assert "tiers.model.answers.who.ended" in found
    assert {"tiers.model.finding.index", "tiers.model.answers.who.answering"}.isdisjoint(found)


def written_by(source: str) -> Iterator[str]:
    """Yield what in the source of a module writes JSON: modules it imports for that, and records it puts together."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.partition(".")[0] == "json")
        elif isinstance(node, ast.ImportFrom):
            parts = {*(node.module or "").split("."), *(each.name for each in node.names)}
            yield from sorted(parts & {"json", "jsonl", "json_values"})
        elif isinstance(node, ast.Dict):
            keys = [each.value for each in node.keys if isinstance(each, ast.Constant)]
            yield from (f"a record with `{each}`" for each in keys if each in RECORD)


RECORD = {"id", "name", "kind", "topic", "basis"}
"""Keys that the JSON of the answers has in its records."""


def test_json_is_written_by_printing_alone() -> None:
    """No command imports what writes JSON or puts together a record for it: it hands an answer to `printing`."""
    assert list(written_by("from ..printing.parts.json_values import value")) == ["json_values"]
    assert list(written_by("import json.encoder")) == ["json.encoder"]
    assert list(written_by('dict(a={"id": 1})')) == ["a record with `id`"]
    found_modules = pkgutil.walk_packages(cli.__path__, f"{cli.__name__}.")
    modules = [import_module(each.name) for each in found_modules]
    assert {
        each.__name__: found for each in modules if (found := list(written_by(inspect.getsource(each))))
    } == {}
