"""A far diff of a kept model needs no records of most entities, and reads as that of the files."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from tests.model.compiled import compiled_model
from tests.model.counting import counted
from tests.model.far_models import early, far_parts, late
from tests.model.shapes import graph
from tiers.model import Entity, Evidence, Graph, Relation, parse_date
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.due_items import DueItems
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.facts.diff_days import diff_days
from tiers.model.facts.turning_days import turning_days
from tiers.tui.printing.answers.diff import write_json, write_markdown
from tiers.tui.printing.answers.diff_text import write_text
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides

_TOLD = Evidence(as_at=parse_date("2018"))
_DAY = parse_date("2022")

_EVERY_FORM = (
    [
        Entity("board", "body", {"name": "Board"}, _TOLD),
        Entity("practice", "organisation", {"name": "Practice", "end_date": parse_date("2020")}, _TOLD),
        Entity("promise", "commitment", {"name": "Promise", "due": parse_date("2021")}, _TOLD),
        Entity("planned", "event", {"name": "Plan", "date": _DAY}, _TOLD),
        Entity("meeting", "event", {"name": "Meeting", "date": _DAY}, Evidence(as_at=parse_date("2023"))),
        Entity("noted", "body", {"name": "Boards"}, Evidence(as_at=parse_date("2018"), note="Our note.")),
    ],
    [Relation("member_of", "practice", "board", _TOLD, parse_date("2019-06"))],
)


def kept(entities: list[Entity], relations: list[Relation]) -> Graph:
    """Return a model as it comes from the cache."""
    return compiled_model(graph(entities, relations))


def answers(model: Graph, one: str, other: str | None) -> Iterator[object]:
    """Yield what `diff` answers about two dates in every format, and who is new or gone."""
    old, new = model.as_of(one), model.as_of(other)
    sides, found = Sides(old, new, ("old", "new"), dated=True), diff_between_dates(old, new)
    yield describe_diff(sides, found)
    for colour in (False, True):
        yield "".join(write_text(sides, found, colour=colour, width=None))
    yield "".join(write_text(sides, found, colour=False, width=40))
    yield "".join(write_json(sides, found, unicode=True))
    yield "".join(write_markdown(sides, found))
    for state in (found.added, found.removed):
        yield len(state), list(state), [each in state for each in model], bool(found)
        yield [(each.kind, each.name, each.facts) for each in state.values()]
    yield len(found.due), [(each.date, each.id, each.state, each.note) for each in found.due]


@settings(max_examples=40)
@given(far_parts(), early, late)
@example(_EVERY_FORM, "2016", "2024")
@example(_EVERY_FORM, "2018", "2024")
@example(_EVERY_FORM, "2019", None)
def test_a_far_diff_reads_the_same_without_records(
    parts: tuple[list[Entity], list[Relation]], one: str, other: str | None
) -> None:
    """Whatever is said of the entities besides their day: when the columns are made, of a model just read or kept, and opened."""
    expected = list(answers(graph(*parts), one, other))
    for making in (graph, kept):
        with tempfile.TemporaryDirectory() as directory:
            for opened in (making(*parts), kept(*parts)):
                note_entry(opened, CacheEntry(f"{directory}/model", b"token"))
                assert list(answers(opened, one, other)) == expected


@pytest.mark.parametrize("making", ["read", "kept"])
def test_most_of_a_far_diff_needs_no_record(making: str, tmp_path: Path) -> None:
    """Of a model just read from its files as many need no record as of a kept one."""
    opened = (graph if making == "read" else kept)(*_EVERY_FORM)
    note_entry(opened, CacheEntry(f"{tmp_path}/model", b"token"))
    old, new = opened.as_of("2016"), opened.as_of("2024")
    days = diff_days(old, new)
    assert days is not None
    assert list(days.others) == ["noted"]
    assert {days.id_of(each) for each in days.new} == {"board", "promise", "planned", "meeting"}
    due = diff_between_dates(old, new).due
    assert isinstance(due, DueItems)
    assert (list(due.lasting.names), list(due.others)) == (
        ["Practice is to start being a member of Board", "Promise", "Plan"],
        [],
    )


def boards(days: Iterable[str], cache: Path) -> Graph:
    """Return a model from the cache with a board first documented on each of some days."""
    entities = [
        Entity(f"e{number}", "body", {"name": f"Board {number}"}, Evidence(as_at=parse_date(day)))
        for number, day in enumerate(days)
    ]
    opened = kept(entities, [])
    note_entry(opened, CacheEntry(f"{cache}/model", b"token"))
    return opened


@pytest.mark.parametrize(("before", "finds"), [(1, False), (4, True)])
def test_turning_days_are_found_only_where_many_entities_need_them(
    before: int, *, finds: bool, tmp_path: Path
) -> None:
    """Of the entities that were there at the first date; if they are few, it is quicker to compare them all."""
    opened = boards(["2015"] * before + ["2020"] * 20, tmp_path)
    found = diff_between_dates(opened.as_of("2016"), opened.as_of("2024"))
    assert len(found.added) == 20
    assert (tmp_path / "model.turning-days").exists() is finds


@pytest.mark.parametrize(("one_in", "is_far"), [(6, True), (12, False)])
def test_a_few_hundred_entities_say_whether_two_dates_are_far(
    one_in: int, *, is_far: bool, tmp_path: Path
) -> None:
    """Or the turning days, where they are kept; both agree, also where each sixth or twelfth entity is new."""
    opened = boards(["2022", *["2018"] * (one_in - 1)] * (3_000 // one_in), tmp_path)
    old, (new, looked_at) = opened.as_of("2020"), counted(opened.as_of("2024"))
    assert (diff_days(old, new) is not None) is is_far
    assert is_far or 0 < len(looked_at.asked) < 600
    days = turning_days(opened)
    assert [len(each.numbers) for each in (days.turning, days.last_documented)] == [2, 2]
    assert (diff_days(old, new) is not None) is is_far
