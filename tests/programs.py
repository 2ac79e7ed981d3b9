"""Programs that some tests read with: they run where these are found, and say so where they are not."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

MODULES = Path(os.environ.get("NODE_PATH", "").split(os.pathsep)[0] or "node_modules")
"""Where node's libraries are; `.ci/run` installs them outside the tree."""

STANDARDS = Path(__file__).parent.parent.parent / "shared" / "standards"
"""Where the schemas of the standards are, where they are at hand."""


def program(*names: str) -> str:
    """Return the path of the first program that is found; skip the test where none is."""
    for name in names:
        path = shutil.which(name)
        if path is not None:
            return path
    pytest.skip(f"{' or '.join(names)} is not installed")


def node(script: Path, *words: str, given: str = "", modules: tuple[str, ...] = ()) -> object:
    """Return the JSON that a script of node writes; skip the test where node or a library is not found."""
    path = program("node")
    for name in modules:
        if not (MODULES / name).is_dir():
            pytest.skip(f"the node library {name} is not installed: NODE_PATH names where it is")
    done = subprocess.run(
        [path, str(script), *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "NODE_PATH": str(MODULES)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def chromium() -> str:
    """Return the path of Chromium; skip the test where it is not found."""
    return program("chromium", "chromium-browser", "google-chrome")
