"""A copy of the product to which something is added, and programs that run with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import tiers.data

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "tests" / "models" / "place.toml"


UNFINISHED = ("*.pyc.*",)
"""Compiled files that another process is writing; those that are there are copied, so that only what is new is compiled."""


class CopyOfTiers:
    """A copy of the product's code in a directory.

    Attributes:
        changed: The files that were added or changed.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.changed: list[str] = []
        package = Path(str(tiers.data.__file__)).parent.parent
        (directory / "tiers").mkdir(parents=True)
        shutil.copy(ROOT / "package" / "__init__.py", directory / "tiers" / "__init__.py")
        for name in ("model", "tui", "data"):
            shutil.copytree(
                package / name,
                directory / "tiers" / name,
                ignore=shutil.ignore_patterns(*UNFINISHED, "*.toml"),
            )

    def add(self, package: ModuleType, name: str, source: str) -> None:
        """Add a module to a package."""
        self._place(package, name).write_text(source, encoding="utf-8")
        self.changed.append(name)

    def add_line(self, module: ModuleType, after: str, line: str) -> None:
        """Add a line to the table of a module, after the first line that begins as is said."""
        path = self._place(module)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next(number for number, each in enumerate(lines, 1) if each.startswith(after))
        path.write_text("".join((*lines[:at], f"{line}\n", *lines[at:])), encoding="utf-8")
        self.changed.append(path.name)

    def run(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run Python with words, such as `-m tiers.tui print`, and the copy as the product."""
        surroundings = {
            "PYTHONPATH": os.pathsep.join((str(self._directory), str(ROOT))),
            "TIERS_MODEL": str(MODEL),
            "COLUMNS": "200",
        }
        return subprocess.run(
            [sys.executable, *words],
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            cwd=self._directory,
            env={**os.environ, **surroundings},
        )

    def tiers(self, *words: str) -> str:
        """Return the standard output of a command of the copy."""
        done = self.run("-m", "tiers.tui", *words)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def script(self, source: str) -> list[str]:
        """Return the lines that a script writes that imports the copy."""
        done = self.run("-", given=source)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    def documented(self, table: str) -> list[str]:
        """Return the rows of a table of the documentation as its generator makes them."""
        page = ROOT / "docs" / "generate.py"
        return self.script(
            f"import runpy\nmade = runpy.run_path({str(page)!r})\nprint(*made['TABLES'][{table!r}][1](), sep='\\n')\n"
        )

    def _place(self, module: ModuleType, name: str = "") -> Path:
        """Return the path in the copy of a module of the product, or of a module beside it."""
        parts = module.__name__.split(".")
        base = self._directory.joinpath(*parts)
        if name:
            return base / name
        return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")


@pytest.fixture
def copy(tmp_path: Path) -> CopyOfTiers:
    """Return a copy of the product to which something can be added."""
    return CopyOfTiers(tmp_path)
