"""What seeing a model at other dates makes no difference to, and how much of it a further date looks at."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.afresh import afresh
from tiers.model import Claim, Entity, Evidence, Graph, Relation, parse_date
from tiers.model.format.dates import Date
from tiers.model.format.records import Value
from tiers.model.views import VIEWS
from tiers.model.views import tiers as tiers_view
from tiers.model.views.nest import members_of, nest_of

from .counting import counted, country
from .shapes import outline

DAYS = (
    "2019",
    "2020-02",
    "2020-02~",
    "2021-01/2021-03",
    "[2021-02-01..2022-02-01]",
    "2021-06~",
    "2022-02-22",
)

_days = st.sampled_from(DAYS).map(parse_date)
_evidence = st.builds(
    Evidence, st.sampled_from(("stated", "inferred")), as_at=st.one_of(st.none(), _days, _days)
)
_maybe = st.one_of(st.none(), st.none(), _days)


@st.composite
def models(draw: st.DrawFn) -> Graph:
    """Draw a model in which everything that can have a day has one at times, one value or several claims."""
    ids = [f"e{number}" for number in range(draw(st.integers(1, 5)))]

    def said(key: str, values: st.SearchStrategy[str | Date]) -> Value | tuple[Claim, ...]:
        if draw(st.booleans()):
            return draw(values)
        return tuple(
            Claim(key, draw(values), draw(_evidence), draw(_maybe), draw(_maybe))
            for _ in range(draw(st.integers(1, 3)))
        )

    entities: dict[str, Entity] = {}
    for each in ids:
        values = {"name": said("name", st.sampled_from(("Ann", "Ben", "Zoë")))}
        for key in draw(st.sets(st.sampled_from(("start_date", "end_date", "expected_date", "date")))):
            values[key] = said(key, _days)
        if draw(st.booleans()):
            values["status"] = said("status", st.sampled_from(("active", "closed")))
        kind = draw(st.sampled_from(("body", "event", "partnership", "workstream", "term")))
        entities[each] = Entity(each, kind, values, draw(_evidence))
    ends = st.sampled_from([*ids, "not_stated"])
    kinds = st.sampled_from(("part_of", "member_of", "originals", "results", "succeeds"))
    drawn = st.builds(Relation, kinds, ends, ends, _evidence, _maybe, _maybe, _maybe)
    return Graph.of(entities, draw(st.lists(drawn, max_size=10)))


def answers(graph: Graph) -> list[object]:
    """Return how every entity of a graph stands, and every view of it."""
    standing = [(each, graph.shown(each), graph.standing(each).words()) for each in graph]
    return [*standing, *(outline(view.make(graph)) for view in VIEWS.values())]


@given(models(), st.permutations([None, *DAYS]))
def test_dates_do_not_wear_off(graph: Graph, days: list[str | None]) -> None:
    """Whatever dates a model was seen at before, at each it reads like one that was seen at no other."""
    seen = [answers(graph.as_of(day)) for day in days]

    fresh = [afresh(graph).as_of(day) for day in days]
    assert seen == [answers(each) for each in fresh]


@given(models(), st.sampled_from([None, *DAYS]))
def test_all_and_each(graph: Graph, day: str | None) -> None:
    """What stands in trees is the same asked of all entities at once, of each, and of how each stands."""
    at_once, each_alone = graph.as_of(day), graph.as_of(day)

    found = list(at_once.all_shown())
    assert found == [each for each in graph if each_alone.shown(each)]
    assert found == [each for each in graph if each_alone.standing(each).shown]
    assert found == [each for each in graph if at_once.shown(each)]


def dated(graph: Graph) -> Graph:
    """Return a country; every second place was first documented in 2021, the others in 2020."""
    entities = {
        each: Entity(each, one.kind, one.values, Evidence(as_at=parse_date(_first(each))))
        for each, one in graph.entities_by_id()
    }
    relations = [
        Relation(one.kind, one.subject, one.object, Evidence(as_at=parse_date(_first(one.subject))))
        for borne in graph.relations_by_subject()
        for one in borne
    ]
    return Graph.of(entities, relations)


def _first(entity_id: str) -> str:
    return "2021" if "p1" in entity_id else "2020"


def test_a_further_date_looks_only_at_what_stands_in_trees() -> None:
    """Seen at one date before, a model is not gone through for another: only the relations of what is shown are."""
    graph, asked = counted(dated(country(systems=2, places=2, practices=5)))
    VIEWS["tiers"].make(graph.as_of("2022"))

    for day in ("2019", "2020", "2021"):
        asked.asked.clear()
        at_date = graph.as_of(day)
        VIEWS["tiers"].make(at_date)
        assert asked.asked == set(at_date.all_shown())
    assert len(graph.as_of("2019").all_shown()) == 0


def test_who_is_a_member_is_not_looked_for_among_all_members(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a body with many members each membership is read once, not once for every other."""
    read: list[int] = []

    def _members_of(graph: Graph, entity_id: str) -> Sequence[Relation]:
        found = members_of(graph, entity_id)
        read.append(len(found))
        return found

    monkeypatch.setattr(tiers_view, "members_of", _members_of)
    ids = [f"m{number}" for number in range(50)]
    entities = {each: Entity(each, "organisation", {"name": each}, Evidence()) for each in ids}
    entities["board"] = Entity("board", "body", {"name": "Board"}, Evidence())
    graph = Graph.of(entities, [Relation("member_of", each, "board", Evidence()) for each in ids])

    forest = VIEWS["tiers"].make(graph)

    assert forest.ids[2:] == ["board", None, *sorted(ids)]
    assert sum(read) == len(ids)


def test_all_views_of_a_date_share_one_nest() -> None:
    """What is below what is found once for a date, whichever view asks first."""
    graph, asked = counted(country(systems=1, places=1, practices=3))
    VIEWS["workstreams"].make(graph)
    nest = nest_of(graph)
    asked.asked.clear()
    VIEWS["workstreams"].make(graph)

    assert nest_of(graph) is nest
    assert asked.asked == set()
