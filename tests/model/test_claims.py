"""Which of several claims holds, and what is then said about a post, a plan or an end."""

from collections.abc import Callable

import pytest

from tiers.model import Entity, Evidence, Graph, Relation, load, parse_date
from tiers.model.facts.claims import holds, planned_for
from tiers.model.facts.ends import has_passed
from tiers.model.facts.posts import holder_left
from tiers.model.facts.statements import Statements
from tiers.model.format import RELATIONS

GraphOf = Callable[[str], Graph]

SOURCES = """
[[source]]
id = "early"
name = "Early minutes"
presented = "2020-12-02"
[[source]]
id = "late"
name = "Late slides"
presented = "2022-02-22"
"""


@pytest.mark.parametrize(
    ("attribute", "claims", "value"),
    [
        ("status", '{ value = "shadow", sources = ["early"] }, { value = "active" }', "shadow"),
        ("status", '{ value = "active" }, { value = "shadow", sources = ["early"] }', "shadow"),
        ("status", '{ value = "shadow", end_date = "2019" }, { value = "active", end_date = "2020" }', ""),
        ("name", '{ value = "First", end_date = "2019" }, { value = "Second", end_date = "2020" }', "Second"),
    ],
)
def test_the_value_that_is_told(graph_of: GraphOf, attribute: str, claims: str, value: str) -> None:
    """One with a document before one without; none where all are over, but of the names the last."""
    name = "" if attribute == "name" else 'name = "Board"\n'
    graph = graph_of(f'{SOURCES}[[body]]\nid = "x"\n{name}{attribute} = [{claims}]\n')
    assert graph.text("x", attribute) == value


def test_a_start_that_one_of_its_documents_reports_has_come() -> None:
    """Only what is later than every document that tells of it is a plan."""
    told = Evidence(also=tuple(Evidence(as_at=parse_date(each)) for each in ("2020", "2022")))
    known = {each: Entity(each, "body", {"name": each}, Evidence()) for each in ("x", "y")}
    relation = Relation("part_of", "x", "y", told, parse_date("2021-06"))
    statements = Statements.of(known, [relation])
    assert planned_for(statements, relation) is None
    assert holds(statements, relation, None)
    assert [holds(statements, relation, parse_date(each)) for each in ("2021", "2020")] == [True, False]


def test_what_ended_in_the_year_of_its_document_was_not_over_before() -> None:
    """Nobody knows that it was over by the day of the document, so it holds from that day on."""
    known = {each: Entity(each, "body", {"name": each}, Evidence()) for each in ("x", "y")}
    said = Evidence(as_at=parse_date("2021-06-01"))
    held = {
        end: [holds(statements, relation, parse_date(day)) for day in ("2021-03", "2021-06-01")]
        for end in ("2021", "2021-07-01")
        for relation in [Relation("part_of", "x", "y", said, None, parse_date(end))]
        for statements in [Statements.of(known, [relation])]
    }
    assert held == {"2021": [False, True], "2021-07-01": [False, True]}


@pytest.mark.parametrize(
    ("holders", "left"),
    [
        ('{ id = "ann", end_date = "2019" }, { id = "ben", end_date = "2020-06" }', "Jun 2020"),
        ('{ id = "ben", end_date = "2020-06" }, { id = "ann", end_date = "2019" }', "Jun 2020"),
        ('{ id = "ann", end_date = "2019" }, { id = "none", sources = ["late"] }', ""),
        ('{ id = "ann", end_date = "2019" }, { id = "unknown", basis = "stated", sources = ["late"] }', ""),
        ('{ id = "ann", end_date = "2019" }, { id = "ben", sources = ["late"] }', ""),
    ],
)
def test_the_day_on_which_the_last_holder_left(graph_of: GraphOf, holders: str, left: str) -> None:
    """The latest, whichever is written first; none where a later document says who holds the post, or that nobody does or is known to."""
    people = "".join(f'[[person]]\nid = "{each}"\nname = "{each}"\n' for each in ("ann", "ben"))
    graph = graph_of(
        f'{SOURCES}[file]\nsources = ["early"]\n{people}[[organisation]]\nid = "org"\nname = "Org"\n'
        f'[[post]]\nid = "clerk"\nname = "Clerk"\npost_in = "org"\nheld_by = [{holders}]\n'
    )
    found = holder_left(graph, "clerk", None)
    assert ("" if found is None else found.words()) == left


@pytest.mark.parametrize(
    ("documents", "at", "passed"),
    [
        ("", None, False),
        ("", "2021-07", True),
        ("", "2021-06", False),
        (SOURCES, None, True),
        (SOURCES, "2021-06", False),
        (SOURCES, "2021-07", True),
    ],
)
def test_a_day_passes_by_a_date_or_by_a_document(
    graph_of: GraphOf, documents: str, at: str | None, *, passed: bool
) -> None:
    """Without either, none has."""
    graph = graph_of(f'{documents}[[body]]\nid = "x"\nname = "X"\n')
    assert has_passed(graph, parse_date("2021-06"), None if at is None else parse_date(at)) is passed
    year = parse_date("2022")
    assert has_passed(graph, year, None) is bool(documents), "a document within a year is as late as it"


def test_relations_of_one_kind_are_those_of_that_kind() -> None:
    """However many an entity has, in either direction and in their order."""
    graph = load()
    for each in (*graph, "unknown", "none"):
        for direction, own in (("out", graph.outgoing), ("in", graph.incoming)):
            every = graph.every_relation(each, None, direction)
            for kind in {one.kind for one in every} | {"member_of"}:
                of_kind = [one for one in every if one.kind == kind]
                assert list(own(each, kind)) == list(graph.every_relation(each, kind, direction)) == of_kind
        kinds = {one.kind for one in graph.incoming(each)}
        assert {kind for kind in RELATIONS if graph.is_object_of(each, (kind,))} == kinds


def test_what_was_noted_is_not_found_once_more() -> None:
    """What is kept of a compiled model stands for what would be found."""
    statements = Statements.of({}, [])
    statements.note(len, 7)
    assert (statements.once_for_all(len), Statements.of({}, []).once_for_all(len)) == (7, 0)
