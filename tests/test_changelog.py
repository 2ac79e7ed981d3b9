"""`CHANGELOG.md`: the news, in short lines under what a reader wants to do."""

import re
from pathlib import Path

TEXT = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")

SECTIONS = [
    "Look and find",
    "Who decides",
    "Dates",
    "Write a model",
    "Share",
    "Safe and fast",
    "What you may have to change",
]

LONGEST = 240
"""The most characters of an entry, so that a reader takes in a section at a glance."""


def test_the_version_is_told_by_what_readers_do() -> None:
    """Version 0.2.0 has each section once, in this order, and no other; nothing waits for the next version."""
    waiting, version = TEXT.split("## [Unreleased]\n")[1].split("## [0.2.0]")
    assert re.findall(r"^### (.+)$", version, re.MULTILINE) == SECTIONS
    assert waiting.strip() == ""


def test_each_change_is_told_once_in_a_line() -> None:
    """No entry stands twice, begins as another one does, runs over several lines or is longer than one takes in."""
    entries = [line for line in TEXT.splitlines() if line.startswith("- ")]
    assert [line for line in TEXT.splitlines() if line.startswith(" ")] == []
    assert [entry for entry in entries if len(entry) > LONGEST] == []
    assert len({entry[:40] for entry in entries}) == len(entries)
