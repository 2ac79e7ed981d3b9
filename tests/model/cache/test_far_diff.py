"""A far diff of a kept model is told without the records of most entities, and reads as that of the files."""

import tempfile
from collections.abc import Iterator

from hypothesis import example, given, settings

from tests.model.compiled import compiled_model
from tests.model.far_models import early, far_models, late
from tiers.model import Entity, Evidence, Graph, Relation, parse_date
from tiers.model.answers.diff import diff_between_dates
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.tui.printing.answers.diff import write_json, write_markdown
from tiers.tui.printing.answers.diff_text import write_text
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides

_TOLD = Evidence(as_at=parse_date("2018"))
_DAY = parse_date("2022")

_EVERY_FORM = Graph.of(
    {
        each.id: each
        for each in (
            Entity("board", "body", {"name": "Board"}, _TOLD),
            Entity("practice", "organisation", {"name": "Practice", "end_date": parse_date("2020")}, _TOLD),
            Entity("promise", "commitment", {"name": "Promise", "due": parse_date("2021")}, _TOLD),
            Entity("planned", "event", {"name": "Plan", "date": _DAY}, _TOLD),
            Entity("meeting", "event", {"name": "Meeting", "date": _DAY}, Evidence(as_at=parse_date("2023"))),
            Entity("noted", "body", {"name": "Boards"}, Evidence(as_at=parse_date("2018"), note="Our note.")),
        )
    },
    [Relation("member_of", "practice", "board", _TOLD, parse_date("2019-06"))],
)


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
@given(far_models(), early, late)
@example(_EVERY_FORM, "2016", "2024")
@example(_EVERY_FORM, "2018", "2024")
@example(_EVERY_FORM, "2019", None)
def test_a_far_diff_reads_the_same_without_records(model: Graph, one: str, other: str | None) -> None:
    """Whatever is said of the entities besides their day: when the columns are made, and when they are opened."""
    expected = list(answers(model, one, other))
    with tempfile.TemporaryDirectory() as directory:
        for _ in range(2):
            opened = compiled_model(model)
            note_entry(opened, CacheEntry(f"{directory}/model", b"token"))
            assert list(answers(opened, one, other)) == expected
