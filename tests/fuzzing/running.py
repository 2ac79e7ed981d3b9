"""Commands run in this process, with cache and state out of the way."""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

from tiers.tui.cli import main


@contextlib.contextmanager
def surroundings(folder: Path) -> Iterator[None]:
    """Keep cache and state in a folder for a while."""
    said = {"XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state"}
    before = {name: os.environ.get(name) for name in said}
    os.environ.update({name: str(folder / each) for name, each in said.items()})
    try:
        yield
    finally:
        for name, each in before.items():
            os.environ.pop(name)
            if each is not None:
                os.environ[name] = each


def answer(*words: str) -> tuple[int, str, str]:
    """Return the status of a command that is run in this process, and what it wrote to stdout and stderr."""
    written = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(each, "utf-8", write_through=True) for each in written)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words)
    first, second = (each.getvalue().decode("utf-8", "replace") for each in written)
    return status, first, second
