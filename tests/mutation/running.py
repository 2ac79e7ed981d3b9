"""Run the near tests on mutants, in a fork of a process that has imported everything, or in a new process.

A mutant inside a function takes the place of the function in a fork of a process in which pytest has collected the
tests already, so that it costs its tests only. A mutant outside of functions is there when its file is imported, so
a fork imports and collects anew.
"""

import functools
import gc
import importlib.machinery
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import types
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from _pytest.main import Session, pytest_runtestloop

from .covering import QUIET, Covering, Profile
from .mutants import Mutant

OPTIONS = ("-q", "-x", "--tb=no", *QUIET)

KILLED, SURVIVED, ENDLESS, UNTESTED = "killed", "survived", "endless", "untested"
"""What became of a mutant: a test failed, none did, it took far longer than its tests take, no test runs it."""

_CPU = 30
"""Seconds of the processor that the tests of one mutant may take."""

_MEMORY = 4 << 30
_PATIENCE = 600

Report = Callable[[Mutant, str], None]


def run_in_place(
    mutants: Sequence[Mutant], covering: Covering, folders: Sequence[str], jobs: int, report: Report
) -> None:
    """Run mutants that are inside functions, and report what becomes of each."""
    child = os.fork()
    if child == 0:
        loop = _Loop(mutants, covering, jobs, report)
        status = pytest.main([*OPTIONS, *folders], plugins=[loop])
        sys.stdout.flush()
        os._exit(0 if loop.done else int(status) or 1)
    if os.waitpid(child, 0)[1]:
        raise SystemExit("the tests cannot be collected")


def run_anew(mutants: Sequence[Mutant], covering: Covering, jobs: int, report: Report) -> None:
    """Run mutants that are outside of functions, and report what becomes of each."""
    import rapidfuzz.fuzz  # noqa: PLC0415 - so that no fork has to import them
    import rapidfuzz.process  # noqa: F401, PLC0415
    import tomli  # noqa: F401, PLC0415

    def run(mutant: Mutant) -> int:
        _import_changed(mutant)
        for tests in covering.in_turn(mutant):
            status = pytest.main([*OPTIONS, *tests], plugins=[Profile()])
            if status:
                return 1
        return 0

    _each(mutants, covering, jobs, run, report)


class _Loop(Profile):
    """Runs some of the tests for each mutant, instead of the whole run."""

    def __init__(self, mutants: Sequence[Mutant], covering: Covering, jobs: int, report: Report) -> None:
        self._mutants, self._covering, self._jobs, self._report = mutants, covering, jobs, report
        self.done = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: Session) -> bool:
        """Run the mutants."""
        items = {each.nodeid: each for each in session.items}
        functions = dict(_functions())
        caches = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
        gc.collect()
        gc.freeze()

        def run(mutant: Mutant) -> int:
            _change(mutant, functions)
            for each in caches:
                each.cache_clear()
            session.config._tmp_path_factory._basetemp = Path(tempfile.gettempdir())  # type: ignore[attr-defined]
            for tests in self._covering.in_turn(mutant):
                session.items = sorted([items[each] for each in tests if each in items], key=_is_shared)
                try:
                    pytest_runtestloop(session)
                except (session.Failed, session.Interrupted):
                    return 1
                if session.testsfailed:
                    return 1
            return 0

        _each(self._mutants, self._covering, self._jobs, run, self._report)
        self.done = True
        return True


def _is_shared(item: pytest.Item) -> bool:
    """Whether a test needs a fixture shared by several tests: in a fork, the first takes longer than noted."""
    found = item._fixtureinfo.name2fixturedefs.values()  # type: ignore[attr-defined]
    return any(
        each[-1].scope != "function" and each[-1].func.__module__.startswith("tests.") for each in found
    )


@attrs.frozen
class _Running:
    mutant: Mutant
    folder: str
    end: float


def _each(
    mutants: Sequence[Mutant], covering: Covering, jobs: int, run: Callable[[Mutant], int], report: Report
) -> None:
    """Fork for each mutant, some at a time."""
    running: dict[int, _Running] = {}
    for mutant in mutants:
        if not any(covering.in_turn(mutant)):
            report(mutant, UNTESTED)
            continue
        if len(running) >= jobs:
            _wait(running, report)
        folder = tempfile.mkdtemp(prefix="mutant-")
        sys.stdout.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the fork does nothing with threads
            child = os.fork()
        if child == 0:
            _run(mutant, folder, run)
        running[child] = _Running(mutant, folder, time.monotonic() + _PATIENCE)
    while running:
        _wait(running, report)


def _run(mutant: Mutant, folder: str, run: Callable[[Mutant], int]) -> None:
    """Run the tests of a mutant in a fork, which ends here."""
    status = 1
    try:
        os.setpgid(0, 0)
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        empty = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(empty, stream)
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU, _CPU + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        status = run(mutant)
    finally:
        os._exit(status)


def _wait(running: dict[int, _Running], report: Report) -> None:
    """Wait until one of the forks ends."""
    while True:
        child, status = os.waitpid(-1, os.WNOHANG)
        late = [each for each, one in running.items() if one.end < time.monotonic()]
        for each in late:
            os.killpg(each, signal.SIGKILL)
        if child in running:
            break
        time.sleep(0.005)
    one = running.pop(child)
    shutil.rmtree(one.folder, ignore_errors=True)
    code = os.waitstatus_to_exitcode(status)
    report(
        one.mutant,
        SURVIVED if code == 0 else ENDLESS if code in {-signal.SIGXCPU, -signal.SIGKILL} else KILLED,
    )


def _positions(code: types.CodeType) -> tuple[object, ...]:
    return (
        os.path.realpath(code.co_filename),
        code.co_qualname,
        code.co_firstlineno,
        tuple(code.co_positions()),
    )


def _functions() -> Iterator[tuple[tuple[object, ...], list[types.FunctionType]]]:
    """Yield the functions of the product by the place of their code."""
    found: dict[tuple[object, ...], list[types.FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, types.FunctionType) and "/model/" in each.__code__.co_filename:
            found.setdefault(_positions(each.__code__), []).append(each)
    yield from found.items()


def _outermost(code: types.CodeType) -> Iterator[types.CodeType]:
    """Yield the code of the functions of a module that are in no other function."""
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            if each.co_flags & 1:  # CO_OPTIMIZED: a function, not the body of a class
                yield each
            else:
                yield from _outermost(each)


def _change(mutant: Mutant, functions: dict[tuple[object, ...], list[types.FunctionType]]) -> None:
    """Give the functions that a mutant changes its code."""
    name = str(mutant.file)
    whole = compile(mutant.file.read_text("utf-8"), name, "exec", dont_inherit=True)
    changed = compile(mutant.tree(), name, "exec", dont_inherit=True)
    count = 0
    for old, new in zip(_outermost(whole), _outermost(changed), strict=True):
        if old != new:
            for each in functions[_positions(old)]:
                each.__code__ = new
                count += 1
    if not count:
        raise LookupError(mutant.key)


def _import_changed(mutant: Mutant) -> None:
    """Let the file of a mutant be imported as changed."""
    plain = importlib.machinery.SourceFileLoader.get_code
    tree = mutant.tree()

    def get_code(self: Any, fullname: str) -> types.CodeType | None:
        if os.path.realpath(self.path) == str(mutant.file):
            return compile(tree, self.path, "exec", dont_inherit=True)
        return plain(self, fullname)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
