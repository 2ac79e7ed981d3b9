"""Which tests run which lines, and how long each takes; found by one run of the near tests, and kept."""

import ast
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import Phase, settings

from .mutants import FILES, ROOT, Mutant

QUIET = ("-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""How pytest runs where Hypothesis was imported before, so that no fork has to."""

ENOUGH = 10.0, 2.0
"""Seconds that the tests of one mutant take at most, where none fails: those that run what is changed, and further ones."""


@attrs.frozen
class Covering:
    """The findings of a run of the tests.

    Attributes:
        seconds: By test, the seconds it takes.
        lines: By file and line, the tests that run it.
    """

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def in_turn(self, mutant: Mutant) -> Iterator[list[str]]:
        """Yield the tests that run the changed lines, quickest first, then others of their files that run the file.

        What a fixture found for several tests is run by the first of them only, so the others of its file come too.
        """
        lines = self.lines.get(str(mutant.file.relative_to(ROOT)), {})
        wanted = set(range(mutant.lines[0], mutant.lines[1] + 1)) if mutant.function else _uses(mutant)
        first = {test for line in wanted for test in lines.get(line, ())}
        every = {test for tests in lines.values() for test in tests}
        if not mutant.function and not first:
            first, every = every, set()
        files = {test.partition("::")[0] for test in first}
        then = {test for test in self.seconds if test.partition("::")[0] in files} - first
        for tests, enough in zip((first, then), ENOUGH, strict=True):
            spent, chosen = 0.0, []
            for test in sorted(tests & self.seconds.keys(), key=lambda test: self.seconds[test]):
                spent += self.seconds[test]
                if spent < enough:
                    chosen.append(test)
            if chosen:
                yield chosen


def _uses(mutant: Mutant) -> set[int]:
    """Return the lines on which the name is used that a statement outside of functions defines; the whole body of a class."""
    tree = ast.parse(mutant.file.read_text(encoding="utf-8"))
    names: set[str] = set()
    for statement in tree.body:
        if not statement.lineno <= mutant.lines[0] <= (statement.end_lineno or 0):
            continue
        if isinstance(statement, (ast.Assign, ast.AnnAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names.update(
                each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)
            )
        else:
            return set(range(statement.lineno, (statement.end_lineno or 0) + 1))
    return {
        each.lineno
        for each in ast.walk(tree)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and each.id in names
    }


def covering(paths: list[str], kept: Path, jobs: int) -> Covering:
    """Return what the tests of some paths run; as it was found before where it is kept.

    A test that fails without a mutant, as one that counts steps does while they are watched, is left out.
    """
    if not kept.exists():
        files = sorted(
            {file for path in paths for file in _files(Path(path))}, key=lambda file: -file.stat().st_size
        )
        shares = [[str(each) for each in files[number::jobs]] for number in range(jobs)]
        parts = [kept.with_suffix(f".{number}") for number in range(jobs)]
        children = []
        for share, part in zip(shares, parts, strict=True):
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                _find(share, part)
                sys.stdout.flush()
                os._exit(0)
            children.append(child)
        for child in children:
            os.waitpid(child, 0)
        kept.write_text(json.dumps([json.loads(part.read_text("utf-8")) for part in parts]), "utf-8")
    seconds: dict[str, float] = {}
    lines: dict[str, dict[int, list[str]]] = {}
    for found in json.loads(kept.read_text("utf-8")):
        names = list(found["seconds"])
        seconds.update(found["seconds"])
        for file, by_line in found["lines"].items():
            here = lines.setdefault(file, {})
            for line, tests in by_line.items():
                here.setdefault(int(line), []).extend(names[each] for each in tests)
    return Covering(seconds, lines)


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("test_*.py")) if path.is_dir() else [path]


def _find(paths: list[str], kept: Path) -> None:
    import coverage  # noqa: PLC0415 - only a first run needs it

    files = [str(each) for each in FILES]
    found = coverage.Coverage(data_file=None, config_file=False, include=files)
    found.start()
    watch = _Watch(found)
    pytest.main(["-q", "--tb=line", *QUIET, *paths], plugins=[watch, Profile()])
    found.stop()
    data = found.get_data()
    numbers = {test: number for number, test in enumerate(watch.seconds)}
    lines = {
        str(Path(os.path.realpath(file)).relative_to(ROOT)): {
            line: sorted(numbers[each] for each in contexts if each in numbers)
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    kept.write_text(json.dumps({"seconds": watch.seconds, "lines": lines}), "utf-8")


class Profile:
    """Draws a third of the examples of properties, the same each time, and keeps none."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Before tests are collected, and after the suite has chosen its own profile."""
        settings.register_profile(
            "mutants",
            settings.default,
            max_examples=30,
            derandomize=True,
            database=None,
            phases=(Phase.explicit, Phase.generate),
        )
        settings.load_profile("mutants")


class _Watch:
    """Tells which test runs."""

    def __init__(self, found: object) -> None:
        self._found = found
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> object:
        """Note the code that a test runs, with its fixtures, and the time it takes."""
        self._found.switch_context(item.nodeid)  # type: ignore[attr-defined]
        begin, failed = time.process_time(), item.session.testsfailed
        result = yield
        if item.session.testsfailed == failed:
            self.seconds[item.nodeid] = time.process_time() - begin
        self._found.switch_context("")  # type: ignore[attr-defined]
        return result
