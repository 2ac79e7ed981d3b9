"""Records of a large model go after some keys that needed no new ones."""

from pathlib import Path

from tiers.model import load
from tiers.model.cache.compiled.letting_go import letting_go_of
from tiers.model.views import VIEWS
from tiers.model.views.recent import keep_recent, recently
from tiers.tui.exploring.spare_records import SpareRecords


def test_records_go_once_the_reader_is_quiet(home: Path) -> None:
    """Not while each key makes more, not before eight keys, and not at all where the model is small."""
    load()
    assert list(home.glob("*.model"))
    model = load()
    held = letting_go_of(model)
    assert held is not None
    spare, roomy = SpareRecords(model, most=10), SpareRecords(model)
    assert len(list(model.every_entity())) <= held.held
    spare.note_key()  # all of them are new
    for _ in range(7):
        spare.note_key()
        roomy.note_key()
        assert not spare.is_due
        assert not spare.work(0)
    model.outgoing("harrow")
    spare.note_key()
    roomy.note_key()
    assert (spare.is_due, roomy.is_due) == (True, False)
    while spare.work(0):
        pass
    assert (held.held, spare.is_due) == (0, False)


def test_rows_of_dates_go_with_the_records(home: Path) -> None:
    """But for those laid out last, to which the reader may go back."""
    load()
    model = load()
    view = VIEWS["seats"]
    dated = [model.as_of(day) for day in ("2019", "2020", "2021")]
    rows = [view.make(each) for each in dated]
    for graph, forest in zip(dated, rows, strict=True):
        keep_recent(graph, forest)
    assert [recently(each, view, lambda: None) for each in dated] == rows
    spare = SpareRecords(model, most=0)
    for _ in range(9):
        spare.note_key()
    while spare.work(0):
        pass
    assert [recently(each, view, lambda: None) is not None for each in dated] == [False, False, True]
