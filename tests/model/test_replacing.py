"""A later document that states that nobody has a role, or that who has it is not known, replaces what was known before; and the other way round."""

from collections.abc import Callable

import pytest

from tests.model.fragments import disagreement, who_lines
from tests.model.shapes import outline
from tiers.model import Graph
from tiers.model.facts.posts import is_vacant
from tiers.model.views import VIEWS

GraphOf = Callable[[str], Graph]

_PAPERS = """
[[source]]
id = "first"
name = "First"
presented = "2021-01-10"
[[source]]
id = "second"
name = "Second"
presented = "2023-01-10"
[[source]]
id = "third"
name = "Third"
presented = "2025-01-10"
[[source]]
id = "month"
name = "Month"
presented = "2025-02"
[file]
sources = ["first"]
[[organisation]]
id = "org"
name = "Council"
[[body]]
id = "board"
name = "Board"
[[person]]
id = "jo"
name = "Jo Ash"
"""


def _post(*holders: str) -> str:
    return f'{_PAPERS}[[post]]\nid = "clerk"\nname = "Clerk"\npost_in = "org"\nheld_by = [{", ".join(holders)}]\n'


def _food(*hands: str) -> str:
    return f'{_PAPERS}[[function]]\nid = "food"\nname = "Food"\ntopics = ["food"]\nin_hands_of = [{", ".join(hands)}]\n'


def _held(graph: Graph, entity_id: str = "clerk", kind: str = "holds") -> list[tuple[str, str]]:
    return [
        (each.subject, "" if each.end_date is None else each.end_date.words())
        for each in graph.every_relation(entity_id, kind, "in")
    ]


_JO = '{ id = "jo", sources = ["first"] }'
_NONE = '{ id = "none", sources = ["third"] }'
_UNKNOWN = '{ id = "unknown", basis = "stated", sources = ["third"] }'
_BETWEEN = "between 10 Jan 2021 and 9 Jan 2025"


@pytest.mark.parametrize(
    ("holders", "held"),
    [
        pytest.param((_JO, _NONE), [("jo", _BETWEEN), ("none", "")], id="none later"),
        pytest.param((_JO, _UNKNOWN), [("jo", _BETWEEN), ("unknown", "")], id="unknown later"),
        pytest.param(
            (
                '{ id = "none", sources = ["first"] }',
                '{ id = "jo", start_date = "2024-06-01", sources = ["third"] }',
            ),
            [("jo", ""), ("none", "between 10 Jan 2021 and 31 May 2024")],
            id="somebody later",
        ),
        pytest.param(
            (_JO, '{ id = "none", start_date = "2024-03-01", sources = ["third"] }'),
            [("jo", "between 10 Jan 2021 and 29 Feb 2024"), ("none", "")],
            id="vacant from a day",
        ),
        pytest.param(
            (_JO, '{ id = "not_stated", sources = ["third"] }'),
            [("jo", ""), ("not_stated", "")],
            id="a silence replaces nothing",
        ),
        pytest.param(
            (_JO, '{ id = "none", basis = "inferred", sources = ["third"] }'),
            [("jo", ""), ("none", "")],
            id="our reading replaces nothing",
        ),
        pytest.param(
            (_JO, '{ id = "none", sources = ["first"] }'), [("jo", ""), ("none", "")], id="one document"
        ),
        pytest.param(
            (_JO, '{ id = "none", start_date = "2026-01-01", sources = ["third"] }'),
            [("jo", ""), ("none", "")],
            id="foretold",
        ),
        pytest.param(
            ('{ id = "jo", end_date = "2022-05-31", sources = ["second"] }', _NONE),
            [("jo", "31 May 2022"), ("none", "")],
            id="a stated end stays",
        ),
        pytest.param(
            ('{ id = "jo", end_date = "2025", sources = ["first"] }', _NONE),
            [("jo", "2025"), ("none", "")],
            id="so does one in the year of the later document",
        ),
        *(
            pytest.param(
                (f'{{ id = "jo", start_date = "{day}", sources = ["first"] }}', _NONE),
                [("jo", "between 10 Jan 2021 and 9 Jan 2025"), ("none", "")],
                id=f"begun {day}, as its document says",
            )
            for day in ("2021", "2021-01-10")
        ),
        pytest.param(
            ('{ id = "jo", end_date = "2025-01-10", sources = ["first"] }', _NONE),
            [("jo", "between 10 Jan 2021 and 9 Jan 2025"), ("none", "")],
            id="an end on the day of the later document comes too late",
        ),
        pytest.param(
            (
                '{ id = "jo", sources = ["first", "second"] }',
                '{ id = "none", sources = ["second", "third"] }',
            ),
            [("jo", "between 10 Jan 2023 and 9 Jan 2025"), ("none", "")],
            id="of several documents the last of each counts",
        ),
        pytest.param(
            (_JO, '{ id = "none", sources = ["month"] }'),
            [("jo", "between 10 Jan 2021 and 31 Jan 2025"), ("none", "")],
            id="a document of a month counts from its first day",
        ),
        pytest.param(
            ('{ id = "jo", sources = ["first", "third"] }', '{ id = "none", sources = ["second", "third"] }'),
            [("jo", ""), ("none", "")],
            id="the same last document replaces nothing",
        ),
        pytest.param(
            ('{ id = "jo", expected_date = "2022", sources = ["first"] }', _NONE),
            [("jo", ""), ("none", "")],
            id="a plan is not replaced",
        ),
    ],
)
def test_later_statement_ends_the_earlier(
    graph_of: GraphOf, holders: tuple[str, ...], held: list[tuple[str, str]]
) -> None:
    """What a later document replaces ended some time between the two documents; what says nothing, or is no statement, replaces nothing."""
    assert sorted(_held(graph_of(_post(*holders)))) == held


def test_later_statement_counts_from_its_document_on(graph_of: GraphOf) -> None:
    """At a date before the later document the earlier one holds, from that document on the later: the post is vacant."""
    graph = graph_of(_post(_JO, _NONE))
    assert {day: is_vacant(graph, "clerk", graph.as_of(day).at) for day in ("2023-01-01", "2025-01-10")} == {
        "2023-01-01": False,
        "2025-01-10": True,
    }
    assert is_vacant(graph, "clerk", None)


def test_only_the_same_role_is_replaced(graph_of: GraphOf) -> None:
    """That nobody decides any more ends who decided, and not who oversees."""
    graph = graph_of(
        _food(
            '{ id = "board", mode = "decides" }',
            '{ id = "org", mode = "oversees" }',
            '{ id = "none", mode = "decides", sources = ["third"] }',
        )
    )
    assert [each.subject for each in graph.relations("food", "responsible_for", "in")] == ["org", "none"]
    lines = who_lines(graph, "food")
    assert lines[1] == (
        "The documents say that nobody decides about Food; Council oversees it; "
        f"Board decided about it until some time {_BETWEEN}."
    )
    assert "Who decides: none (stated in Third)" in lines
    assert outline(VIEWS["functions"].make(graph)) == [
        "function: Food",
        "  organisation: Council",
        "  group: none (stated in Third): who decides",
    ]


def test_disagreement_keeps_both(graph_of: GraphOf) -> None:
    """Where documents are said to disagree, none of them replaces the other."""
    disputed = (
        '[[disagreement]]\nid = "d"\nname = "Who is clerk"\nattribute = "held_by"\nabout = "clerk"\nfollows = "undecided"\n'
        'positions = [{ text = "Jo", value = "jo" }, { text = "Nobody", value = "none", sources = ["third"] }]\n'
    )
    assert sorted(_held(graph_of(_post(_JO, _NONE) + disputed))) == [("jo", ""), ("none", "")]


@pytest.mark.parametrize("attribute", ["mode", "decides", "responsible_for", "in_hands_of"])
def test_disagreement_about_who_decides_keeps_both(graph_of: GraphOf, attribute: str) -> None:
    """Whether it is said to be about the role or about the relation; without it the later one replaces the earlier."""
    hands = ('{ id = "board", mode = "decides" }', '{ id = "none", mode = "decides", sources = ["third"] }')
    disputed = disagreement(
        "d",
        "Who decides",
        '{ text = "The Board." }',
        '{ text = "Nobody.", sources = ["third"] }',
        about="food",
        attribute=attribute,
    )
    found = [
        sorted(_held(graph_of(_food(*hands) + each), "food", "responsible_for")) for each in ("", disputed)
    ]
    assert found == [[("board", _BETWEEN), ("none", "")], [("board", ""), ("none", "")]]


def test_who_answers_to_nobody_any_more(graph_of: GraphOf) -> None:
    """What a body is to another ends as well when a later document states that it is so to nobody."""
    team = '[[body]]\nid = "team"\nname = "Team"\naccountable_to = ["org", { to = "none", sources = ["third"] }]\n'
    graph = graph_of(_PAPERS + team)
    assert _held(graph, "org", "accountable_to") == [("team", _BETWEEN)]
    assert [each.object for each in graph.relations("team", "accountable_to", "out")] == ["none"]


def test_other_members_stay(graph_of: GraphOf) -> None:
    """A vacant seat is not the seat of another member; a vacant chair ends who was in it."""
    graph = graph_of(
        _PAPERS + '[[body]]\nid = "team"\nname = "Team"\nmembers = [{ id = "jo", capacity = "chair" }, "org",'
        ' { id = "none", capacity = "chair", sources = ["third"] }, { id = "none", capacity = "member", sources = ["third"] }]\n'
    )
    assert [each.subject for each in graph.relations("team", "member_of", "in")] == ["org", "none", "none"]
