"""What tells the code that kept something from other code."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tiers.model import load
from tiers.model.cache import models, views
from tiers.model.cache.disk import code
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS

Write = Callable[..., Path]


def test_a_changed_file_is_other_code(tmp_path: Path) -> None:
    """Another size, another time or another file of the code, however deep, is told apart, also of a file that it reads.

    Compiled and hidden files are not.
    """
    (tmp_path / "views").mkdir()
    deep = tmp_path / "views" / "tiers.py"
    deep.write_text("a = 1\n")

    def fingerprint() -> object:
        """Return the fingerprint that a process which begins now finds."""
        return code.fingerprint(str(tmp_path), {})

    seen = [fingerprint()]

    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "tiers.cpython.pyc").write_bytes(b"")
    (tmp_path / ".tiers.py.swp").write_bytes(b"")
    assert fingerprint() == seen[0]

    deep.write_text("a = 10\n")
    seen.append(fingerprint())
    os.utime(deep, ns=(1, 1))
    seen.append(fingerprint())
    for name in ("more.py", "style.css", "words.txt"):
        (tmp_path / "views" / name).write_text("")
        seen.append(fingerprint())
    assert len(set(seen)) == 6


def test_another_version_of_a_library_is_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was stored with one version of rapidfuzz, tomli or attrs is not used with another; other packages do not matter."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "tiers.py").write_text("a = 1\n")
    installed = tmp_path / "site-packages"
    installed.mkdir()
    monkeypatch.setattr("sys.path", [str(installed), str(tmp_path / "lib" / "dist-packages")])

    def install(name: str, version: str) -> None:
        """Write the first file of a package as pip does."""
        file = installed / name / "__init__.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"__version__ = {version!r}\n")

    for name in ("attr", "rapidfuzz", "tomli"):
        install(name, "2.9.0")
    seen = [code.fingerprint(str(tmp_path / "code"), {})]
    install("pytest", "9.0.0")
    assert code.fingerprint(str(tmp_path / "code"), {}) == seen[0]
    for name in ("attr", "rapidfuzz", "tomli"):
        install(name, "2.10.0")
        seen.append(code.fingerprint(str(tmp_path / "code"), {}))
    assert len(set(seen)) == 4


def test_code_that_changed_has_no_fingerprint(tmp_path: Path) -> None:
    """A process whose code was replaced under it cannot say by its files what it runs; when they are back it can."""
    file = tmp_path / "graph.py"
    file.write_text("a = 1\n")
    os.utime(file, ns=(1, 1))
    fingerprint = partial(code.fingerprint, str(tmp_path), {})
    began = fingerprint()

    file.write_text("a = 2\n")
    assert fingerprint() is None
    file.write_text("a = 1\n")
    os.utime(file, ns=(1, 1))
    assert fingerprint() == began


def test_old_code_keeps_nothing_for_new_code(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    """An explorer that is open while tiers is upgraded keeps neither a model nor a view under the name of the new code."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "graph.py").write_text("")
    fingerprint = partial(code.fingerprint, str(tmp_path / "code"), {})
    for each in (models, views):
        monkeypatch.setattr(each, "fingerprint", fingerprint)
    directory = write('[[body]]\nid = "board"\nname = "Board"\n')
    before = load(directory)
    (kept,) = home.iterdir()
    written = kept.read_bytes()

    (tmp_path / "code" / "graph.py").write_text("upgraded = True\n")
    forest_of(before, VIEWS["tiers"])
    write('[[body]]\nid = "board"\nname = "Panel"\n')
    after = load(directory)
    forest_of(after, VIEWS["tiers"])

    assert after.name("board") == "Panel"
    assert [(each, each.read_bytes()) for each in home.iterdir()] == [(kept, written)]


def test_code_without_files_is_not_told_apart(tmp_path: Path) -> None:
    """Code that lies in no directory, or in one without its sources, has no fingerprint."""
    (tmp_path / "style.css").write_text("")
    assert code.fingerprint(str(tmp_path)) is None
    assert code.fingerprint(str(tmp_path / "archive.zip" / "tiers")) is None
