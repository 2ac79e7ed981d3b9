"""A long session that goes through a large model has few of its records in memory at a time."""

from pathlib import Path
from unittest.mock import patch

from tiers.model import load
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.cache.letting_go import letting_go_of
from tiers.model.facts import stored
from tiers.model.facts.stored import in_passing
from tiers.tui.exploring.spare_records import SpareRecords


def test_records_that_nobody_has_go_meanwhile(home: Path) -> None:
    """And what somebody has stays the same object, though more than the most are in use."""
    load()
    assert list(home.glob("*.model"))
    model = load()
    SpareRecords(model)
    spare = letting_go_of(model)
    assert spare is not None
    ids = list(model) * 4
    kept = model.entity("harrow")
    most = 0
    with patch.object(stored, "MOST_HELD", 100):
        for each in in_passing(model, ids):
            assert len(model.outgoing(each)) >= 0
            most = max(most, spare.held)
    assert model.entity("harrow") is kept
    assert spare.held < len(model) < most


def test_answers_are_the_same_whatever_goes_meanwhile(home: Path) -> None:
    """Of a model from the cache as of one from its files, with nearly no record in memory."""
    first = load()
    assert list(home.glob("*.model"))
    opened = load()
    SpareRecords(opened)
    with patch.object(stored, "MOST_HELD", 0):
        for date in (None, "2022"):
            from_files, model = first.as_of(date), opened.as_of(date)
            assert gaps(model) == gaps(from_files)
            assert [each.id for each in matters(model)] == [each.id for each in matters(from_files)]
            assert gaps(model, "harrow") == gaps(from_files, "harrow")


def test_a_command_lets_nothing_go(home: Path) -> None:
    """It ends soon: what it reads again costs more than the memory."""
    load()
    assert list(home.glob("*.model"))
    model = load()
    spare = letting_go_of(model)
    assert spare is not None
    with patch.object(stored, "MOST_HELD", 0):
        for each in in_passing(model, list(model) * 4):
            assert len(model.outgoing(each)) >= 0
    assert spare.held >= len(model)
