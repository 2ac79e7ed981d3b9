"""Disagreements about who decides that are decided: who is followed at each date, also by inference; and no answer is ever empty."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.shapes import outline
from tiers.model import Claim, Entity, Evidence, Graph, Relation, parse_date
from tiers.model.answers.gaps import gaps
from tiers.model.answers.who import who, who_has
from tiers.model.format.records import Value
from tiers.model.loading import load_texts
from tiers.model.views import VIEWS
from tiers.tui.wording.description.who import describe_who

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "scheme"
name = "Scheme"
presented = "2023-05-01"
[[source]]
id = "minutes"
name = "Minutes"
presented = "2024-06-01"
[file]
sources = ["scheme"]
[[partnership]]
id = "elmsea"
name = "Elmsea"
tier = "place"
[[body]]
id = "one"
name = "First Board"
part_of = "elmsea"
[[body]]
id = "two"
name = "Second Board"
part_of = "elmsea"
[[function]]
id = "beds"
name = "Beds"
part_of = "elmsea"
in_hands_of = [{ id = "one", mode = "decides" }, { id = "two", mode = "decides", sources = ["minutes"] }]
[[disagreement]]
id = "who-has-beds"
name = "Who decides about beds"
about = "beds"
attribute = "responsible_for"
positions = [
    { text = "The scheme says the first.", value = "one" },
    { text = "The minutes say the second.", value = "two", sources = ["minutes"] },
]
follows = "two"
"""

EARLY = "2023-12-31"


def _lines(graph: Graph, topic: str = "beds") -> list[str]:
    texts = [line.text for line in describe_who(graph, who(graph, topic))]
    return [each for each in texts[1 : texts.index("Sources")] if each]


def test_the_side_that_is_followed_decides(graph_of: GraphOf) -> None:
    """In the last known state the side that is followed decides, heads the chain, and the other is told as not followed."""
    assert _lines(graph_of(MODEL)) == [
        "The documents say that Second Board decides about Beds.",
        "Second Board > Elmsea",
        "Who decides: Second Board",
        "Who sits on Second Board: nobody is named",
        "Elmsea",
        "First Board decides about Beds, not followed",
        "the documents disagree, Second Board is followed: Who decides about beds",
        "1. Second Board · body · place",
        "decides about Beds",
        "the documents disagree, Second Board is followed: Who decides about beds",
        "2. Elmsea · partnership · place",
        "Second Board is part of it",
    ]


def test_before_it_is_documented_the_other_side_decides(graph_of: GraphOf) -> None:
    """At a date before the side that is followed is documented, the one that is decides."""
    assert _lines(graph_of(MODEL).as_of(EARLY)) == [
        "The documents say that First Board decides about Beds.",
        "First Board > Elmsea",
        "Who decides: First Board",
        "Who sits on First Board: nobody is named",
        "Elmsea",
        "1. First Board · body · place · last documented 1 May 2023",
        "decides about Beds",
        "the documents disagree, Second Board is followed from 1 Jun 2024 on: Who decides about beds",
        "2. Elmsea · partnership · place · last documented 1 May 2023",
        "First Board is part of it",
    ]


def test_two_documented_before_the_third_that_is_followed_are_undecided(graph_of: GraphOf) -> None:
    """Where two sides are documented and a third, later one is followed, the two stand undecided until then."""
    text = MODEL.replace(
        '{ id = "one", mode = "decides" }, ',
        '{ id = "one", mode = "decides" }, { id = "three", mode = "decides" }, ',
    ).replace(
        "positions = [\n",
        'positions = [\n    { text = "Another scheme says the third.", value = "three" },\n',
    )
    graph = graph_of(f'{text}[[body]]\nid = "three"\nname = "Third Board"\npart_of = "elmsea"\n')
    assert who(graph.as_of(EARLY), "beds").verdict == (
        "The documents disagree on Beds, undecided: Third Board decides about it; or First Board decides about it; "
        "or Second Board decides about it (not yet documented)."
    )
    assert who(graph, "beds").verdict == "The documents say that Second Board decides about Beds."


def test_an_undecided_side_of_later_is_marked(graph_of: GraphOf) -> None:
    """An undecided disagreement shows at every date, and the side that no document gives yet says so."""
    graph = graph_of(MODEL.replace('follows = "two"', 'follows = "undecided"'))
    assert _lines(graph.as_of(EARLY))[:3] == [
        (
            "The documents disagree on Beds, undecided: First Board decides about it; "
            "or Second Board decides about it (not yet documented)."
        ),
        "First Board > Elmsea",
        "Who decides: undecided, the documents disagree: First Board; or Second Board (not yet documented)",
    ]
    assert "not yet documented" not in " ".join(_lines(graph))


INFERRED = MODEL.replace(
    'id = "two", mode = "decides", sources', 'id = "two", mode = "decides", basis = "inferred", sources'
)


def test_an_inferred_side_that_is_followed_decides(graph_of: GraphOf) -> None:
    """Where the side that is followed rests on an inference, it decides and is marked as inferred."""
    graph = graph_of(INFERRED)
    assert _lines(graph)[:8] == [
        "The documents disagree on Beds; the inferred side is followed: Second Board decides about it.",
        "Second Board > Elmsea",
        "Who decides: Second Board (inferred)",
        "Who sits on Second Board: nobody is named",
        "Elmsea",
        "First Board decides about Beds, not followed",
        "the documents disagree, Second Board is followed: Who decides about beds",
        "1. Second Board · body · place",
    ]
    assert who(graph, "Second Board").verdict == (
        "Where the documents disagree, the inferred side is followed: Second Board decides about Beds."
    )
    assert [each.code for each in gaps(graph) if each.code == "function-decider"] == []


@pytest.mark.parametrize("model", [MODEL, INFERRED])
def test_the_functions_view_has_the_one_that_is_followed(graph_of: GraphOf, model: str) -> None:
    """In the view of functions the side that is followed stands there, the other as what another document says."""
    graph = graph_of(model)
    assert outline(VIEWS["functions"].make(graph)) == [
        "partnership: Elmsea",
        "  function: Beds",
        "    body: Second Board",
        "    group: another document, not followed: First Board decides about it",
    ]
    assert outline(VIEWS["functions"].make(graph.as_of(EARLY))) == [
        "partnership: Elmsea",
        "  function: Beds",
        "    body: First Board",
    ]


def test_a_power_on_which_a_side_is_followed_is_told(graph_of: GraphOf) -> None:
    """A body of which documents disagree whether it decides decides, where that side is followed."""
    graph = graph_of(
        '[[body]]\nid = "one"\nname = "First Board"\ndecides = [{ value = "decides" }, { value = "none" }]\n'
        '[[disagreement]]\nid = "d"\nname = "Whether it decides"\nabout = "one"\nattribute = "decides"\n'
        'positions = [{ text = "It does.", value = "decides" }, { text = "No.", value = "none" }]\nfollows = "decides"\n'
    )
    assert who(graph, "First Board").verdict == "The documents say that First Board decides."


CHAIR = """
[[source]]
id = "scheme"
name = "Scheme"
presented = "2023-05-01"
[[source]]
id = "minutes"
name = "Minutes"
presented = "2024-06-01"
[file]
sources = ["scheme"]
[[body]]
id = "one"
name = "First Board"
members = [{ id = "ann", capacity = "chair" }, { id = "ben", capacity = "chair", sources = ["minutes"] }]
[[person]]
id = "ann"
name = "Ann"
[[person]]
id = "ben"
name = "Ben"
[[disagreement]]
id = "d"
name = "Who is in the chair"
about = "one"
attribute = "members"
positions = [{ text = "Ann.", value = "ann" }, { text = "Ben.", value = "ben", sources = ["minutes"] }]
follows = "ben"
"""


def test_who_is_followed_in_a_seat_is_so_from_its_document_on(graph_of: GraphOf) -> None:
    """Before a document names the chair that is followed, the one named by then is in the chair."""
    graph = graph_of(CHAIR)
    said = [
        next(line for line in _lines(one, "First Board") if line.startswith("Who sits"))
        for one in (graph, graph.as_of(EARLY))
    ]
    assert said == ["Who sits on First Board: Ben (chair)", "Who sits on First Board: Ann (chair)"]


_DAYS = ("2020-01-01", "2021-06-01", "2023-01-01", None)
_MODES = ("decides", "delegated", "oversees", "delivers", "not_stated")
_BODIES, _FUNCTIONS = ("b0", "b1", "b2"), ("f0", "f1")


def _evidence(day: str | None, basis: str) -> Evidence:
    return Evidence(basis, as_at=None if day is None else parse_date(day))


_EVIDENCE = st.builds(_evidence, st.sampled_from(_DAYS), st.sampled_from(("stated", "inferred")))


@st.composite
def disputed(draw: st.DrawFn) -> Graph:
    """Draw bodies, workstreams and functions, and disagreements about who has these, decided or not."""
    entities = [Entity("w", "workstream", {"name": "Beds and wards"}, draw(_EVIDENCE))]
    entities += [
        Entity(each, "body", {"name": f"Board {each}"} | draw(_power), draw(_EVIDENCE)) for each in _BODIES
    ]
    entities += [
        Entity(each, "function", {"name": name}, draw(_EVIDENCE))
        for each, name in (("f0", "Beds"), ("f1", "Wards"))
    ]
    held = st.tuples(
        st.sampled_from((*_BODIES, "none", "not_stated")),
        st.sampled_from(_FUNCTIONS),
        st.sampled_from(_MODES),
        _EVIDENCE,
    )
    relations = [
        Relation("responsible_for", body, function, evidence, details={"mode": mode})
        for body, function, mode, evidence in draw(st.lists(held, max_size=6))
    ]
    for number in range(draw(st.integers(0, 2))):
        about = draw(st.sampled_from((*_FUNCTIONS, *_BODIES)))
        values = draw(
            st.lists(
                st.sampled_from((*_BODIES, *_FUNCTIONS, "decides", "delegated")),
                min_size=2,
                max_size=3,
                unique=True,
            )
        )
        sides = tuple(
            Claim("positions", "So it says.", draw(_EVIDENCE), details={"value": each}) for each in values
        )
        attribute = draw(st.sampled_from(("responsible_for", "decides", "mode", "in_hands_of")))
        follows = draw(st.sampled_from(("undecided", *values)))
        told: dict[str, Value | tuple[Claim, ...]] = {
            "name": "Who has it",
            "attribute": attribute,
            "positions": sides,
            "follows": follows,
        }
        entities.append(Entity(f"d{number}", "disagreement", told, Evidence()))
        relations.append(Relation("about", f"d{number}", about, Evidence()))
    return Graph.of({each.id: each for each in entities}, relations)


_power = st.sampled_from(({}, {"decides": "decides"}, {"decides": "none"}))


@given(graph=disputed(), at=st.sampled_from((None, "2019", "2020-12-31", "2022", "2024")))
def test_no_verdict_is_ever_empty(graph: Graph, at: str | None) -> None:
    """Whatever documents disagree about, at every date every topic has a verdict, and it is a sentence."""
    dated = graph.as_of(at)
    answers = [who(dated, each) for each in ("beds", "wards", "board", "beds and wards")]
    answers += [who_has(dated, each) for each in dated]
    for answer in answers:
        assert answer.verdict.strip().endswith(".")
        assert len(answer.verdict) > len("The documents.")
        assert (
            "not say who decides about beds;" not in answer.verdict
            or "decides about Beds" not in answer.verdict
        )


def test_the_model_of_this_page_has_no_mistakes() -> None:
    """The models above are right, so that what is tried is not a mistake of theirs."""
    for text in (MODEL, INFERRED, CHAIR):
        load_texts({"a.toml": text.encode()})
