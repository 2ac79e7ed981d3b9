"""The quick way to the words of a row and the whole one say the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.model.shapes import graph, parts
from tests.printing.golden import SMALL
from tiers.model import Citation, Date, Entity, Evidence, Graph, Relation, bundled, load, parse_date
from tiers.model.views import VIEWS
from tiers.tui.wording.labels import _words, words_of_rows

_SAID: dict[str, list[str | Date]] = {
    "tier": ["place", "neighbourhood"],
    "status": ["active", "closed", "planned", "not_stated"],
    "date": [parse_date("2021")],
    "start_date": [parse_date("2030")],
    "end_date": [parse_date("2020/2021")],
    "expected_date": [parse_date("2022-07-01")],
}


@st.composite
def telling_parts(draw: st.DrawFn) -> tuple[list[Entity], list[Relation]]:
    """Draw entities with dates, tiers and states, stated and inferred relations, change events and disagreements."""
    entities, relations = draw(parts())
    told = st.dictionaries(st.sampled_from(sorted(_SAID)), st.integers(0, 3), max_size=2)
    said = [{key: _SAID[key][pick % len(_SAID[key])] for key, pick in draw(told).items()} for _ in entities]
    entities = [each.but(values={**each.values, **more}) for each, more in zip(entities, said, strict=True)]
    bases = [draw(st.sampled_from(["stated", "inferred"])) for _ in relations]
    relations = [each.but(evidence=Evidence(basis)) for each, basis in zip(relations, bases, strict=True)]
    ids = st.sampled_from([each.id for each in entities])
    for kind, relation in (("event", "originals"), ("disagreement", "about")):
        for number, about in enumerate(draw(st.lists(ids, max_size=2))):
            date = {"date": parse_date("2021-04-01")} if kind == "event" else {}
            bearer = Entity(f"{kind}-{number}", kind, {"name": kind, **date}, Evidence())
            entities.append(bearer)
            relations.append(Relation(relation, bearer.id, about, Evidence()))
    return entities, relations


def assert_same(model: Graph) -> None:
    for view in VIEWS.values():
        forest = view.make(model)
        quick = words_of_rows(model, forest)
        assert [quick(row) for row in range(len(forest))] == [
            _words(model, forest, row) for row in range(len(forest))
        ]


@pytest.mark.parametrize("path", [SMALL, bundled()], ids=["small", "bundled"])
def test_what_is_told_from_little_is_what_is_told_from_all(path: str) -> None:
    """Every row of every view of the models there are reads the same both ways."""
    assert_same(load(path))


_OTHER_TIER = (
    [
        Entity("place", "partnership", {"name": "Place", "tier": "place"}, Evidence()),
        Entity("team", "body", {"name": "Team", "tier": "neighbourhood"}, Evidence()),
    ],
    [Relation("part_of", "team", "place", Evidence())],
)

_FORETOLD = (
    [
        Entity("minutes", "source", {"name": "Minutes", "presented": parse_date("2021")}, Evidence()),
        Entity("board", "body", {"name": "Board"}, Evidence()),
        Entity(
            "merger",
            "event",
            {"name": "Merger", "date": parse_date("2022")},
            Evidence(citations=(Citation("minutes"),)),
        ),
    ],
    [Relation("part_of", "merger", "board", Evidence())],
)


@given(telling_parts())
@example(_OTHER_TIER)
@example(_FORETOLD)
def test_the_quick_words_of_any_model_are_the_whole_ones(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Rings, several parents, dates, states, change events, disagreements: the words are the same."""
    assert_same(graph(*drawn))
