"""Tables of several files with one code are one entity: its id, its statements, references to it, exceptions."""

import sys
from collections.abc import Mapping

import pytest

from tiers.model import Claim, Entity, Evidence, Model, ModelError, load_texts, read_model
from tiers.model.answers.paths import paths
from tiers.model.finding.naming import find
from tiers.model.format.records import Citation, Relation
from tiers.model.reading.one_entity import Joining
from tiers.model.reading.shared_codes import groups_of_one

PLACE = """\
[[source]]
id = "paper"
name = "Paper"
presented = "2024-03-05"

[[partnership]]
id = "elm"
name = "Elm Partnership"
tier = "place"
sources = ["paper"]
members = [{ id = "elm-surgery", role = "lead", on_behalf_of = ["elm-surgery"] }]

[[organisation]]
id = "elm-surgery"
name = "Elm Surgery"
part_of = "elm"
identifiers = [{ identifier = "A00001", scheme = "ODS" }]
topics = ["GP"]
summary = "Ours"
sources = ["paper"]
"""

COUNTRY = """\
[[source]]
id = "list"
name = "List"
presented = "2023-01-01"

[[organisation]]
id = "gp-a00001"
name = [{ value = "The Elm Surgery", note = "In capitals in the list." }]
classification = "general practice"
part_of = "pcn"
identifiers = [{ identifier = "A00001", scheme = "ods" }, { identifier = "E1", scheme = "ONS" }]
topics = ["doctor"]
sources = ["list"]

[[partnership]]
id = "pcn"
name = "Elm PCN"
tier = "neighbourhood"
sources = ["list"]

[[event]]
id = "opening"
name = "Opening"
about = "gp-a00001"
results = ["gp-a00001"]
date = "2020"
sources = ["list"]
"""


def joined(*texts: str) -> Model:
    """Return the model in several files."""
    return load_texts({f"{number}.toml": text.encode() for number, text in enumerate(texts)})


def warnings(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the code and the file of everything that `check` finds."""
    files = [(name, text.encode()) for name, text in texts.items()]
    return [(each.code, each.file) for each in read_model((), files).mistakes]


def test_one_entity_is_shown_with_the_evidence_of_both() -> None:
    """What either file says of it is said of one entity, each with its own sources; the order of the files makes no difference."""
    for texts in ((PLACE, COUNTRY), (COUNTRY, PLACE)):
        graph = joined(*texts)
        assert "gp-a00001" not in graph
        entity = graph.entity("elm-surgery")
        assert [(each.value, each.evidence.note) for each in entity.claims("name")] == [
            ("The Elm Surgery", "In capitals in the list."),
            ("Elm Surgery", ""),
        ]
        assert graph.name("elm-surgery") == "Elm Surgery"
        assert graph.as_of("2023-06").name("elm-surgery") == "The Elm Surgery"
        assert entity.texts("topics") == ("GP", "doctor")
        assert {each.source for each in entity.evidence.citations} == {"paper", "list"}
        summary = graph.claim("elm-surgery", "summary")
        assert summary is not None
        assert [each.source for each in summary.evidence.citations] == ["paper"]
        parts = graph.relations("elm-surgery", "part_of", "out")
        assert {(each.object, str(each.evidence.citations[0])) for each in parts} == {
            ("elm", "paper"),
            ("pcn", "list"),
        }
        codes = [each.value for each in entity.claims("identifiers")]
        assert sorted(map(str, codes)) == ["A00001", "A00001", "E1"]


def test_references_to_either_id_lead_to_it() -> None:
    """Relations, the details of relations and the words of a command name it by either id."""
    graph = joined(PLACE, COUNTRY)
    assert [each.subject for each in graph.relations("elm-surgery", "about", "in")] == ["opening"]
    assert paths(graph, "opening", "elm")
    assert find(graph, "gp-a00001").ids == ("elm-surgery",)
    assert find(graph, "elm-surgery").ids == ("elm-surgery",)
    assert find(graph, "A00001").ids == ("elm-surgery",)
    other = COUNTRY.replace('"gp-a00001"', '"a-surgery"').replace(
        "[[event]]", '[[body]]\nid = "board"\nname = "Board"\n[[event]]'
    )
    member = PLACE.replace("elm-surgery", "gp-a00001")
    seat = next(iter(joined(member, other).relations("elm", "member_of", "in")))
    assert (seat.subject, seat.details["on_behalf_of"]) == ("a-surgery", ("a-surgery",))


def test_the_id_that_people_chose_is_kept() -> None:
    """An id with the code in it gives way to one without; then the shorter, then the first in the alphabet."""
    for one, other, kept in (
        ("gp-a00001", "the-surgery-in-elm-road", "the-surgery-in-elm-road"),
        ("gp-a00001", "elm-gp-a00001", "gp-a00001"),
        ("bbb", "aaa", "aaa"),
    ):
        texts = [COUNTRY.replace("gp-a00001", one), PLACE.replace("elm-surgery", other)]
        assert kept in joined(*texts)
        assert kept in joined(*reversed(texts))


def test_it_is_no_mistake_and_no_warning() -> None:
    """`check` says nothing of two files that describe one entity, also where both say the same of it."""
    both = COUNTRY.replace('part_of = "pcn"', 'part_of = ["pcn", "elm"]')
    assert warnings({"place.toml": PLACE, "country.toml": both}) == []


def test_within_one_file_two_stay_two() -> None:
    """One file that gives two a code at one time is warned of, and they are not made one."""
    text = PLACE + COUNTRY
    assert warnings({"all.toml": text}) == [("same-code", "all.toml")]
    assert "gp-a00001" in joined(text)


def test_a_mistake_in_a_joined_entity_has_its_own_file_and_line() -> None:
    """What is wrong with a claim is told where it is written, whichever id is kept."""
    wrong = COUNTRY.replace('scheme = "ONS" }', 'scheme = "ONS", start_date = "2022", end_date = "2020" }')
    found = read_model((), [("place.toml", PLACE.encode()), ("country.toml", wrong.encode())]).mistakes
    line = next(number for number, each in enumerate(wrong.splitlines(), 1) if "E1" in each)
    assert [(each.code, each.file, each.line) for each in found] == [
        ("ends-before-start", "country.toml", line)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param('kind = "x"', "", id="another kind"),
        pytest.param(', end_date = "2020"', ', start_date = "2021"', id="another time"),
    ],
)
def test_another_kind_or_another_time_is_another_entity(one: str, other: str) -> None:
    """A code can pass from one entity to the next, and from one kind to another."""
    place, country = PLACE, COUNTRY
    if other:
        place = place.replace('scheme = "ODS" }', f'scheme = "ODS"{one} }}')
        country = country.replace('scheme = "ods" }', f'scheme = "ods"{other} }}')
    else:
        country = country.replace("[[organisation]]", "[[body]]")
    graph = joined(place, country)
    assert {"gp-a00001", "elm-surgery"} <= {*graph}


def test_a_code_of_the_boundary_does_not_join_two_bodies() -> None:
    """Two with one ONS code and different ODS codes are two: the code passed to the next body there; with one ODS code they are one."""
    text = '[[organisation]]\nid = "{}"\nname = "{}"\nidentifiers = [{{ identifier = "{}", scheme = "ODS" }}, {{ identifier = "{}", scheme = "ONS" }}]\n'
    assert len(joined(text.format("a", "A", "QAA", "E54"), text.format("b", "B", "QBB", "E54"))) == 2
    assert len(joined(text.format("a", "A", "QAA", "E54"), text.format("b", "B", "QAA", "E55"))) == 1


def test_a_file_with_two_bearers_joins_no_third() -> None:
    """Two of one file are never made one by way of another file."""
    text = (
        '[[organisation]]\nid = "{}"\nname = "{}"\nidentifiers = [{{ identifier = "Q1", scheme = "ODS" }}]\n'
    )
    graph = joined(text.format("a", "A") + text.format("b", "B"), text.format("c", "C"))
    assert len(graph) == 2
    assert warnings(
        {"one.toml": text.format("a", "A") + text.format("b", "B"), "two.toml": text.format("c", "C")}
    ) == [("same-code", "one.toml")]


def test_one_country_and_one_document_are_one() -> None:
    """England has no code in the official lists and is known by its name; a document that two files cite is one by its code."""
    england = '[[area]]\nid = "{}"\nname = "England"\ntier = "national"\nsources = ["{}"]\n'
    paper = '[[source]]\nid = "{}"\nname = "Paper"\npresented = "2020"\nlocators = {{ {} = "Page" }}\nidentifiers = [{{ identifier = "P1", scheme = "DOI" }}]\n'
    graph = joined(
        england.format("england", "paper-1") + paper.format("paper-1", "one"),
        england.format("country-england", "paper-two#two") + paper.format("paper-two", "two"),
    )
    assert {*graph} == {"england", "paper-1"}
    assert [*map(str, graph.entity("england").evidence.citations)] == ["paper-1#two", "paper-1"]
    assert graph.entity("paper-1").plain("locators") == {"one": "Page", "two": "Page"}


def test_a_kept_model_gives_the_same(tmp_path: object) -> None:
    """A model that comes from the cache has the same entities, claims and relations as one that is read."""
    first, again = joined(PLACE, COUNTRY), joined(PLACE, COUNTRY)
    assert first is not again
    for graph in (first, again):
        assert sorted(graph) == ["elm", "elm-surgery", "list", "opening", "paper", "pcn"]
    assert first.entity("elm-surgery") == again.entity("elm-surgery")


def test_two_that_are_one_and_say_so_say_it_no_more() -> None:
    """A relation between two tables of one entity, such as that they may be the same, goes."""
    graph = joined(PLACE.replace('summary = "Ours"', 'possibly_same_as = "gp-a00001"'), COUNTRY)
    assert graph.every_relation("elm-surgery", "possibly_same_as") == ()


def test_ids_are_still_unique() -> None:
    """An id that two files use for different tables is a mistake, also where both have the code."""
    with pytest.raises(ModelError) as raised:
        joined(PLACE, COUNTRY.replace("gp-a00001", "elm-surgery"))
    assert [each.code for each in raised.value.mistakes] == ["duplicate-id"]


def test_a_code_that_thousands_have_costs_no_more_than_they_do() -> None:
    """Each is compared with a few others, so that ten times as many take ten times as long, in one file or in one each."""

    def asked(count: int, files: int) -> int:
        claims = (Claim("identifiers", "Q1", Evidence(), details={"scheme": "ODS"}),)
        every = [
            Entity(f"e{number:05}", "body", {"identifiers": claims}, Evidence(), f"{number % files}.toml")
            for number in range(count)
        ]
        steps = 0

        def step(*_: object) -> None:
            nonlocal steps
            steps += 1

        sys.setprofile(step)
        try:
            groups_of_one(every)
        finally:
            sys.setprofile(None)
        return steps

    for files in (2, 10_000):
        assert asked(3000, files) < 12 * asked(300, files)


def test_records_that_name_no_replaced_id_stay_the_same_objects() -> None:
    """Also of several with equal evidence, as two files that cite one source have; a relation to itself is dropped."""
    joining = Joining({"gp-a00001": "elm-surgery", "list": "paper"})
    for _ in range(2):
        evidence = Evidence(citations=(Citation("minutes", "p. 1"),) * 2)
        relation = Relation("part_of", "elm-surgery", "elm", evidence)
        assert joining.evidence(evidence) is evidence
        assert joining.relation(relation) is relation
    cited = Evidence(citations=(Citation("list", ""),))
    assert joining.evidence(cited) == Evidence(citations=(Citation("paper", ""),))
    assert joining.relation(Relation("part_of", "gp-a00001", "elm", cited)) == Relation(
        "part_of", "elm-surgery", "elm", joining.evidence(cited)
    )
    assert joining.relation(Relation("part_of", "gp-a00001", "elm-surgery", cited)) is None
