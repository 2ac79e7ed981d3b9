"""What `tiers print` imports: the list is held, because every module costs at every start."""

import os
import subprocess
import sys

from .conftest import PLACE

SCRIPT = """
import sys
import attrs, argparse, tomli
before = set(sys.modules)
from tiers.tui.cli import main
main(["print", "ex"])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""

OURS = """
tiers tiers.data
tiers.model tiers.model.cache tiers.model.cache.code tiers.model.cache.compiled tiers.model.cache.models
tiers.model.cache.store tiers.model.cache.views tiers.model.choosing tiers.model.dates tiers.model.errors
tiers.model.evidence tiers.model.files tiers.model.folding tiers.model.graph tiers.model.loading tiers.model.model
tiers.model.naming tiers.model.nearest tiers.model.placing tiers.model.records tiers.model.standing tiers.model.statements
tiers.model.views tiers.model.views.forest
tiers.model.vocabulary tiers.model.vocabulary.attributes tiers.model.vocabulary.keys
tiers.model.vocabulary.kinds tiers.model.vocabulary.relations tiers.model.vocabulary.tiers
tiers.tui tiers.tui.cli tiers.tui.cli.command_line tiers.tui.cli.commands tiers.tui.cli.ending tiers.tui.cli.failure
tiers.tui.cli.model tiers.tui.cli.options tiers.tui.cli.output tiers.tui.cli.parser tiers.tui.cli.print
tiers.tui.labels tiers.tui.printing tiers.tui.printing.kept_words tiers.tui.printing.subtree tiers.tui.printing.text
tiers.tui.safe_text tiers.tui.signs
"""
"""Everything of tiers that printing a subtree of a model from the cache imports."""

NEVER = {"textual", "rich", "rapidfuzz", "toml_rs", "json", "pathlib", "typing_extensions", "asyncio"}


def imported() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TIERS_MODEL": str(PLACE), "PYTHONUTF8": "1"},
    )
    return done.stderr.split()


def test_printing_imports_these_modules_of_tiers_and_no_others() -> None:
    """A module that printing comes to import is added here on purpose, with its cost in mind; the view is kept."""
    imported()  # the model and the view are in the cache from here on
    found = [name for name in imported() if name.partition(".")[0] == "tiers"]
    assert found == sorted(OURS.split())


def test_printing_imports_nothing_that_draws_or_searches() -> None:
    """Neither Textual nor Rich nor the search's libraries are paid for by a printed tree."""
    imported()
    assert {name.partition(".")[0] for name in imported()} & NEVER == set()
