"""How long and how short a file of code may be."""

from pathlib import Path

import tiers.model
import tiers.tui

LONGEST = 300
"""The most lines of a file."""

SLIVER = 25
"""A file with fewer lines is a sliver: a reader opens it and goes on to the next."""

MOST_SLIVERS = 8
"""How many slivers there may be, `__init__` and `__main__` apart."""


def lengths() -> dict[str, int]:
    """Return the number of lines of every file of code in `model` and `tui`, by its path below them."""
    found = {}
    for package in (tiers.model, tiers.tui):
        folder = Path(str(package.__file__)).resolve().parent
        for path in folder.rglob("*.py"):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            found[name] = len(path.read_text(encoding="utf-8").splitlines())
    return found


def test_no_file_is_longer_than_one_can_read() -> None:
    """No file of code has more than 300 lines."""
    found = lengths()
    assert len(found) > 100, "few files were found"
    assert {name: count for name, count in found.items() if count > LONGEST} == {}


def test_few_files_are_slivers() -> None:
    """At most eight files have fewer than 25 lines; a ninth belongs to what it is read with."""
    slivers = sorted(
        name
        for name, count in lengths().items()
        if count < SLIVER and not name.endswith(("/__init__.py", "/__main__.py"))
    )
    assert len(slivers) <= MOST_SLIVERS, slivers
