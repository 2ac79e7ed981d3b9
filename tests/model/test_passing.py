"""A long session that goes through a large model has few of its records in memory at a time."""

from pathlib import Path
from unittest.mock import patch

from tiers.model import Model, load
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.periods import periods
from tiers.model.cache.compiled.letting_go import letting_go_of
from tiers.model.facts import stored
from tiers.model.facts.stored import in_passing, spare_records
from tiers.tui.exploring.spare_records import SpareRecords


class Counted:
    """Drops the records of a model, and counts how many went."""

    def __init__(self, model: Model) -> None:
        self._spare = letting_go_of(model)
        self.dropped = 0

    @property
    def held(self) -> int:
        return 0 if self._spare is None else self._spare.held

    def work(self) -> bool:
        before = self.held
        is_more = self._spare is not None and self._spare.work()
        self.dropped += before - self.held
        return is_more


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
            model.outgoing(each)
            most = max(most, spare.held)
    assert model.entity("harrow") is kept
    assert spare.held < len(model) < most


def test_answers_are_the_same_whatever_goes_meanwhile(home: Path) -> None:
    """Of a model from the cache as of one from its files, with nearly no record in memory."""
    first = load()
    assert list(home.glob("*.model"))
    opened = load()
    counted = Counted(opened)
    opened.once_for_all(spare_records)[:] = [lambda: counted]
    with patch.object(stored, "MOST_HELD", 0), patch.object(stored, "OFTEN", 1):
        for date in (None, "2022"):
            from_files, model = first.as_of(date), opened.as_of(date)
            assert gaps(model) == gaps(from_files)
            assert [each.id for each in matters(model)] == [each.id for each in matters(from_files)]
            assert gaps(model, "harrow") == gaps(from_files, "harrow")
            assert periods(model) == periods(from_files)
    assert counted.dropped > 5 * len(opened)


def test_a_command_lets_nothing_go(home: Path) -> None:
    """It ends soon: what it reads again costs more than the memory."""
    load()
    assert list(home.glob("*.model"))
    model = load()
    spare = letting_go_of(model)
    assert spare is not None
    with patch.object(stored, "MOST_HELD", 0):
        for each in in_passing(model, list(model) * 4):
            model.outgoing(each)
    assert spare.held >= len(model)
