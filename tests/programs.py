"""Programs that some tests need: the tests run where these are installed, and say elsewhere which is missing."""

import atexit
import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

_PACKAGES = {"dot": "graphviz", "node": "nodejs", "pdfinfo": "poppler-utils", "pdftotext": "poppler-utils"}
"""The package that has a program, where its name is another."""

_LIBRARIES = [
    Path(each or "node_modules").absolute() for each in os.environ.get("NODE_PATH", "").split(os.pathsep)
]
"""Where node's libraries may be; `.ci/run` installs them outside the tree."""


def program(*names: str) -> str:
    """Return the path of the first program that is found; skip the test where none is."""
    for name in names:
        path = shutil.which(name)
        if path is not None:
            return path
    package = _PACKAGES.get(names[0], names[0])
    pytest.skip(f"{' or '.join(f'`{name}`' for name in names)} is not found; the package {package} has it")


def writer_of_pdf() -> None:
    """Skip the test where WeasyPrint does not find Pango."""
    try:
        import weasyprint  # type: ignore[import-untyped]  # noqa: F401, PLC0415 - it loads Pango at once
    except OSError:
        pytest.skip("WeasyPrint does not find Pango; the package libpangoft2-1.0-0 has it")


def chromium() -> str:
    """Return the path of Chromium; skip the test where it is not found."""
    return program("chromium", "chromium-browser", "google-chrome")


def node(script: Path, *words: str, modules: tuple[str, ...]) -> object:
    """Return the JSON that a script of node writes; skip the test where node or a library is not found."""
    path, libraries = program("node"), _libraries(modules)
    done = subprocess.run(
        [path, str(script), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env={**os.environ, "NODE_PATH": str(libraries)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def node_for(script: Path, given: object, *, modules: tuple[str, ...]) -> object:
    """Return the JSON that a script of node answers to a line of JSON; it is started once, and waits for the next line.

    To start node with Mermaid and jsdom takes a second and a half. Skip the test where node or a library is not found.
    """
    process = _started(program("node"), script, _libraries(modules))
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{json.dumps(given)}\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    assert answer, f"{script.name} has ended"
    return json.loads(answer)


@cache
def _started(path: str, script: Path, libraries: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [path, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "NODE_PATH": str(libraries)},
    )
    atexit.register(process.communicate)  # the end of its input ends it
    return process


def _libraries(modules: tuple[str, ...]) -> Path:
    """Return the directory with some libraries of node; skip the test where none has them all."""
    for libraries in _LIBRARIES:
        if all((libraries / name).is_dir() for name in modules):
            return libraries
    wanted = " ".join(modules)
    pytest.skip(f"no libraries of node; `npm install {wanted}`, and NODE_PATH says where they are")


def beside(name: str, variable: str) -> Path:
    """Return the directory of files that may not be copied into the project: by a variable, else beside the project."""
    return Path(os.environ.get(variable) or Path(__file__).parents[2] / "shared" / name)


def skip_without(what: str, directory: Path, variable: str) -> NoReturn:
    """Skip the test if the files that it reads are not beside the project."""
    pytest.skip(f"{what} are not in `{directory}`; {variable} says where they are")
