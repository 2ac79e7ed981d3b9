"""The arrays that are kept beside a compiled model give every answer about dates and gaps that its records give."""

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.conftest import PLACE
from tests.model.compiled import compiled_model
from tests.model.shapes import graph
from tests.printing.test_words import telling_parts
from tiers.model import Entity, Graph, Relation, load
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.gaps import gaps
from tiers.model.cache.compiled.lists import CachedLists
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.facts.change_dates import changes
from tiers.model.facts.entity_lists import FoundLists
from tiers.model.facts.stored import stored_arrays
from tiers.model.facts.turning_days import turning_days
from tiers.model.format import RELATIONS
from tiers.model.views import VIEWS
from tiers.tui.printing import FORMATS, Subtree, written
from tiers.tui.printing.answers.diff import write_json, write_markdown
from tiers.tui.printing.answers.diff_text import write_text
from tiers.tui.printing.answers.gaps import write_json as write_gaps
from tiers.tui.wording.date_reasons import reasons_for
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides

_DAYS = ("0001", "2019-03", "2020-01-01", "2021-06~", "2021-06-30", "2022", "2023-02-22", "9999")
_day = st.none() | st.sampled_from(_DAYS) | st.dates().map(str)
_FORMATS = [name for name, each in FORMATS.items() if each.is_text]


def answers(model: Graph, one: str | None, other: str | None, form: str) -> Iterator[object]:
    """Yield what the commands answer about two dates of a model."""
    old, new = model.as_of(one), model.as_of(other)
    sides = Sides(old, new, ("old", "new"), dated=True)
    found = diff_between_dates(old, new)
    yield describe_diff(sides, found)
    yield "".join(write_text(sides, found, colour=form == "text", width=None))
    yield from (each in found.added for each in model)
    yield "".join(write_json(sides, found, unicode=True))
    yield "".join(write_markdown(sides, found))
    for each in (old, new):
        yield list(each.all_shown())
        yield "".join(write_gaps(each, gaps(each), unicode=True))
        for view in VIEWS.values():
            forest = view.make(each)
            if len(forest):
                yield "".join(written(Subtree(each, forest), form))
    yield [(each.date, each.date.first, each.date.last, each.reasons) for each in changes(model)]
    for each in (old, new):
        yield [(change.summaries, reasons_for(each, change)) for change in changes(each)]
    for entity_id in model:
        for kind in RELATIONS:
            yield model.every_relation(entity_id, kind)


@settings(max_examples=25)
@given(telling_parts(), _day, _day, st.sampled_from(_FORMATS))
def test_any_dates_are_told_as_from_the_files(
    drawn: tuple[list[Entity], list[Relation]], one: str | None, other: str | None, form: str
) -> None:
    """Differences, views in every format and gaps: when the arrays are made, and when they are opened."""
    read = graph(*drawn)
    expected = list(answers(read, one, other, form))
    with tempfile.TemporaryDirectory() as directory:
        for _ in range(2):
            opened = compiled_model(read)
            note_entry(opened, CacheEntry(f"{directory}/model", b"token"))
            assert list(answers(opened, one, other, form)) == expected


def test_damage_of_the_arrays_changes_no_answer(home: Path) -> None:
    """Whichever byte is wrong, the arrays are made anew: in every second file at once, beside the others that are sound."""
    expected = list(answers(load(str(PLACE)), "2021", "2022-02-22", "text"))
    sound = {each: each.read_bytes() for each in sorted(home.iterdir()) if each.suffix != ".model"}
    assert len(sound) > 5
    for place, first in product(range(40), range(2)):
        for number, (path, data) in enumerate(sound.items()):
            at = place * len(data) // 40
            is_damaged = number % 2 == first
            path.write_bytes(data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :] if is_damaged else data)
        again = load(str(PLACE))
        assert list(answers(again, "2021", "2022-02-22", "text")) == expected


@pytest.mark.parametrize("day", ["2021", None])
def test_what_is_asked_of_one_entity_makes_no_array(home: Path, day: str | None) -> None:
    """A question about one entity pays for no whole model."""
    model = load(str(PLACE)).as_of(day)
    assert stored_arrays(model) is not None
    assert model.shown("ex")
    assert model.standing("ex").words()
    assert [each.suffix for each in home.iterdir()] == [".model"]


def test_days_are_found_once_and_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start looks at no entity for them."""
    first = turning_days(load(str(PLACE)))
    monkeypatch.setattr("tiers.model.facts.evidence.days_documented", None)
    again = turning_days(load(str(PLACE)))
    assert list(again.days) == list(first.days)
    assert again.between(None, None) == first.between(None, None)
    found = FoundLists({each: first.turning.of(each) for each in first.days})
    ids = list(load(str(PLACE)))[::2]
    for after, until in (
        (0, first.days[-1]),
        (first.days[0], first.days[-1]),
        (first.days[1], first.days[3]),
    ):
        assert again.turning.count(after, until) == found.count(after, until)
        assert again.turning.among(after, until, ids) == found.among(after, until, ids)


@pytest.mark.parametrize("practices", [100, 1_000])
def test_the_list_of_dates_reads_none_of_those_that_change(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practices: int
) -> None:
    """How many there are, of which kind, and what the busiest is called, is kept; who they are is read when asked for."""
    tables = ['[[source]]\nid = "s"\nname = "S"\npresented = "2020"\n', '[[body]]\nid = "b"\nname = "B"\n']
    tables += [f'[[organisation]]\nid = "o{each}"\nname = "O {each}"\n' for each in range(practices)]
    tables[2] += 'end_date = "2020-12-31"\n'
    path = tmp_path / "model.toml"
    path.write_text("\n".join(["[file]\nsources = 's'\n", *tables]), encoding="utf-8")
    every = [dict(each.reasons) for each in changes(load(str(path)))]
    read: list[int] = []
    some = CachedLists.some

    def counted(lists: CachedLists, start: int, end: int) -> list[str]:
        read.append(end - start)
        return some(lists, start, end)

    monkeypatch.setattr(CachedLists, "some", counted)
    model = load(str(path))
    said = [reasons_for(model, each) for each in changes(model)]
    assert (said, sum(read)) == ([f"{practices + 1:,} first documented", "O 0 has ended"], 0)
    assert [dict(each.reasons) for each in changes(model)] == every
    assert [{name: each[:2] for name, each in one.reasons.items()} for one in changes(model)] == [
        {"first documented": ["b", "o0"]},
        {"ended": ["o0"]},
    ]
    assert home.is_dir()
