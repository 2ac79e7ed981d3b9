"""Which of several claims holds, and what is then said about a post, a plan or an end."""

from collections.abc import Callable

import pytest

from tests.model.fragments import EARLY_AND_LATE, disagreement
from tiers.model import Entity, Evidence, Graph, Relation, load, parse_date
from tiers.model.facts.claims import first_of, holds, planned_for
from tiers.model.facts.ends import has_passed
from tiers.model.facts.posts import holder_is_unknown, holder_left, holders_of, holders_to_come, is_vacant
from tiers.model.facts.statements import Statements
from tiers.model.format import RELATIONS

GraphOf = Callable[[str], Graph]


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
    graph = graph_of(f'{EARLY_AND_LATE}[[body]]\nid = "x"\n{name}{attribute} = [{claims}]\n')
    assert graph.text("x", attribute) == value


def test_the_disagreement_that_was_decided_counts(graph_of: GraphOf) -> None:
    """Also where an undecided one about the same attribute is written first."""
    sides = '{ text = "One.", value = "One" }', '{ text = "Two.", value = "Two", sources = ["late"] }'
    written = '[[body]]\nid = "x"\nname = [{ value = "One", sources = ["early"] }, { value = "Two", sources = ["late"] }]\n'
    first, second = (
        disagreement(each, each, *sides, about="x", attribute="name", follows=follows)
        for each, follows in (("first", "undecided"), ("second", "One"))
    )
    names = [graph_of(EARLY_AND_LATE + written + each).name("x") for each in ("", first, first + second)]
    assert names == ["Two", "Two", "One"]


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
        f'{EARLY_AND_LATE}[file]\nsources = ["early"]\n{people}[[organisation]]\nid = "org"\nname = "Org"\n'
        f'[[post]]\nid = "clerk"\nname = "Clerk"\npost_in = "org"\nheld_by = [{holders}]\n'
    )
    found = holder_left(graph, "clerk", None)
    assert ("" if found is None else found.words()) == left


@pytest.mark.parametrize(
    ("holders", "vacant", "unknown", "held", "to_come", "left"),
    [
        ('"ann"', False, False, ["ann"], [], ""),
        ('{ id = "none", basis = "stated" }', True, False, [], [], ""),
        ('{ id = "none", basis = "inferred" }', False, False, [], [], ""),
        ('{ id = "none", basis = "stated" }, "ann"', False, False, ["ann"], [], ""),
        ('{ id = "unknown", basis = "stated" }', False, True, [], [], ""),
        ('{ id = "unknown", basis = "stated" }, "ann"', False, False, ["ann"], [], ""),
        ('{ id = "ann", expected_date = "2023" }', False, False, [], [("ann", "2023")], ""),
        ('{ id = "ann", end_date = "2019" }', False, False, [], [], "2019"),
        ('"ben", { id = "ann", end_date = "2019" }', False, False, ["ben"], [], ""),
    ],
)
def test_who_is_in_a_post(
    graph_of: GraphOf,
    holders: str,
    held: list[str],
    *,
    vacant: bool,
    unknown: bool,
    to_come: list[tuple[str, str]],
    left: str,
) -> None:
    """A post is vacant or of an unknown holder only where a document states it and none names somebody who is there."""
    people = "".join(f'[[person]]\nid = "{each}"\nname = "{each}"\n' for each in ("ann", "ben"))
    graph = graph_of(
        f'{EARLY_AND_LATE}[file]\nsources = ["early"]\n{people}[[organisation]]\nid = "org"\nname = "Org"\n'
        f'[[post]]\nid = "clerk"\nname = "Clerk"\npost_in = "org"\nheld_by = [{holders}]\n'
    )
    day = holder_left(graph, "clerk", None)
    assert (is_vacant(graph, "clerk", None), holder_is_unknown(graph, "clerk", None)) == (vacant, unknown)
    assert holders_of(graph, "clerk", None) == held
    assert [(each, str(due)) for each, due in holders_to_come(graph, "clerk", None)] == to_come
    assert ("" if day is None else str(day)) == left


@pytest.mark.parametrize(
    ("documents", "at", "passed"),
    [
        ("", None, False),
        ("", "2021-07", True),
        ("", "2021-06", False),
        (EARLY_AND_LATE, None, True),
        (EARLY_AND_LATE, "2021-06", False),
        (EARLY_AND_LATE, "2021-07", True),
    ],
)
def test_a_day_passes_by_a_date_or_by_a_document(
    graph_of: GraphOf, documents: str, at: str | None, *, passed: bool
) -> None:
    """A day has passed if the date of the model, or its last document, is later; without either, no day has passed."""
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
        assert {kind for kind in RELATIONS if graph.is_end_of(each, (kind,), "in")} == kinds


def test_the_first_day_of_an_evidence_is_the_earliest_of_all() -> None:
    """Of one, of two in either order, of none."""
    days = [parse_date(each) for each in ("2022", "2020")]
    told = [
        Evidence(also=tuple(Evidence(as_at=day) for day in each)) for each in (days, days[::-1], days[:1])
    ]
    statements = Statements.of({}, [])
    assert [first_of(statements, each) for each in (*told, Evidence())] == [days[1], days[1], days[0], None]


def test_statements_are_told_by_their_number() -> None:
    """The `repr` of statements gives the number of entities, with a comma between thousands."""
    known = {str(each): Entity(str(each), "body", {"name": "B"}, Evidence()) for each in range(1_200)}
    assert repr(Statements.of(known, [])) == "<Statements of 1,200 entities>"


def test_what_was_noted_is_not_found_once_more() -> None:
    """What is kept of a compiled model stands for what would be found."""
    statements = Statements.of({}, [])
    statements.note(len, 7)
    assert (statements.once_for_all(len), Statements.of({}, []).once_for_all(len)) == (7, 0)
