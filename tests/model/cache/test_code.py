"""What tells the code that kept something from other code."""

import os
from pathlib import Path

import pytest

from tiers.model.cache import code


def test_a_changed_file_is_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another size, another time or another file of the code, however deep, is told apart; nothing else is."""
    (tmp_path / "views").mkdir()
    deep = tmp_path / "views" / "tiers.py"
    deep.write_text("a = 1\n")
    monkeypatch.setattr(code, "_PACKAGE", str(tmp_path))
    seen = [code.fingerprint()]

    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "tiers.cpython.pyc").write_bytes(b"")
    (tmp_path / "py.typed").write_text("")
    assert code.fingerprint() == seen[0]

    deep.write_text("a = 10\n")
    seen.append(code.fingerprint())
    os.utime(deep, ns=(1, 1))
    seen.append(code.fingerprint())
    (tmp_path / "views" / "more.py").write_text("")
    seen.append(code.fingerprint())
    assert len(set(seen)) == 4


def test_code_without_files_is_not_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that lies in no directory, or in one without its sources, has no fingerprint."""
    monkeypatch.setattr(code, "_PACKAGE", str(tmp_path))
    assert code.fingerprint() is None
    monkeypatch.setattr(code, "_PACKAGE", str(tmp_path / "archive.zip" / "tiers"))
    assert code.fingerprint() is None
