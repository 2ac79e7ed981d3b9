"""The W3C Organization Ontology taken at its word: nothing it entails of an export is what the model does not say."""

from pathlib import Path
from typing import Any

import pytest

from tiers.model import Graph, load
from tiers.model.exports.org_terms import PREFIXES

from .reading_rdf import BASE, EX, ORG, parsed, rdflib

SKOS = rdflib.Namespace(PREFIXES["skos"])
DCT = rdflib.Namespace(PREFIXES["dct"])
TIERS = rdflib.Namespace(PREFIXES["tiers"])

PLACE = """
[[source]]
id = "minutes"
name = "Minutes"
publisher = "Ex Council"
presented = "2022-02-22"
locators = { list = "The members", chair = "The chair" }

[[organisation]]
id = "old"
name = "Old Trust"
identifiers = [{ identifier = "RX0", scheme = "ODS", end_date = "2020-03-31" }, { identifier = "5X", scheme = "ODS" }]

[[organisation]]
id = "new"
name = "New Trust"
identifiers = [{ identifier = "RX0", scheme = "ODS", start_date = "2020-04-01" }]

[[partnership]]
id = "ex"
name = "Ex Partnership"
covers = "borough"
members = ["new", "cal"]

[[area]]
id = "borough"
name = "The borough of Ex"
identifiers = [{ identifier = "E1", scheme = "ONS" }]

[[type]]
id = "boards"
name = "Boards"

[[function]]
id = "frailty"
name = "Frailty care"

[[body]]
id = "board"
name = "Board"
part_of = ["ex", "not_stated"]
members = [
    { id = "director", sources = ["minutes#list"], start_date = "2019" },
    { id = "new", voting = true, on_behalf_of = ["ex"], as_named = "The trust", start_date = "2021", sources = ["minutes"] },
]
delegated_by = [
    { id = "ex", function = "frailty", extent = { agreed = true, text = "some" }, legal_basis = "not_stated", accountable = "not_stated" },
]

[[post]]
id = "director"
name = "Director"
post_in = ["new", "boards"]
held_by = [
    { id = "ann", start_date = "2021", basis = "inferred", sources = ["minutes#chair"] },
    { id = "ben", sources = ["minutes#list"] },
]

[[post]]
id = "chair"
name = "Chair"
held_by = "not_stated"

[[person]]
id = "ann"
name = "Ann"

[[person]]
id = "ben"
name = "Ben"

[[person]]
id = "cal"
name = "Cal"

[[event]]
id = "merger"
name = "Two become one"
originals = ["old", "chair"]
results = "new"

[[event]]
id = "vacancy"
name = "A post ends"
originals = ["chair"]
"""

ORGANIZATIONS = {"FormalOrganization", "OrganizationalCollaboration", "OrganizationalUnit", "Organization"}
AGENTS = ORGANIZATIONS | {"Person"}
RULES = {
    "subOrganizationOf": (ORGANIZATIONS, ORGANIZATIONS),
    "unitOf": ({"OrganizationalUnit"}, {"FormalOrganization"}),
    "purpose": (ORGANIZATIONS, None),
    "classification": (ORGANIZATIONS, {"Concept"}),
    "identifier": (ORGANIZATIONS, None),
    "linkedTo": (ORGANIZATIONS, ORGANIZATIONS),
    "memberOf": (AGENTS, ORGANIZATIONS),
    "reportsTo": (AGENTS | {"Post"}, AGENTS | {"Post"}),
    "member": ({"Membership"}, AGENTS),
    "organization": ({"Membership"}, ORGANIZATIONS),
    "role": ({"Membership"}, {"Role"}),
    "memberDuring": ({"Membership"}, {"Interval"}),
    "hasSite": (ORGANIZATIONS, {"Site"}),
    "originalOrganization": ({"ChangeEvent"}, ORGANIZATIONS),
    "resultingOrganization": ({"ChangeEvent"}, ORGANIZATIONS),
    "holds": (AGENTS, {"Post"}),
    "postIn": ({"Post"}, ORGANIZATIONS),
}
"""The domain and the range of each property, as the ontology has them."""


@pytest.fixture
def place(tmp_path: Path) -> Any:
    """Return the export of a model that has all that ORG cannot hold."""
    (tmp_path / "place.toml").write_text(PLACE, encoding="utf-8")
    return parsed(load(tmp_path / "place.toml"))


def broken(found: Any) -> list[tuple[str, str, str]]:
    """Return every triple whose ends are not of the classes that its property makes them."""

    def is_not(node: Any, classes: set[str] | None) -> bool:
        types = {
            str(each).replace("#", "/").rpartition("/")[2] for each in found.objects(node, rdflib.RDF.type)
        }
        return classes is not None and types.isdisjoint(classes)

    return [
        (str(subject), name, str(obj))
        for name, (domain, range_) in RULES.items()
        for subject, obj in found.subject_objects(ORG[name])
        if is_not(subject, domain) or is_not(obj, range_)
    ]


def test_no_end_of_a_property_becomes_what_it_is_not(graph: Graph) -> None:
    """Domain and range of every property hold, so that a reasoner makes no area and no concept an organization."""
    found = parsed(graph)
    assert broken(found) == []
    used = {str(name).removeprefix(PREFIXES["org"]) for name in found.predicates() if str(name) in ORG}
    assert used <= set(RULES)


def test_what_org_has_no_property_for_is_said_by_statements_alone(place: Any) -> None:
    """A post in a type, a post in a change event: there is no such triple, and the statement is there."""
    assert broken(place) == []
    assert list(place.objects(EX.director, ORG.postIn)) == [EX.new]
    assert (EX["director/post_in/boards"], rdflib.RDF.object, EX.boards) in place
    assert list(place.objects(EX.merger, ORG.originalOrganization)) == [EX.old]
    assert list(place.objects(EX.vacancy, rdflib.RDF.type)) == [rdflib.URIRef(PREFIXES["prov"] + "Activity")]
    assert (EX["vacancy/originals/chair"], rdflib.RDF.object, EX.chair) in place


def test_a_code_that_passed_on_makes_no_two_organizations_one(graph: Graph, place: Any) -> None:
    """`org:identifier` is a key (`owl:hasKey`): no two bear the same; other codes are `skos:notation`."""
    for found in (place, parsed(graph)):
        bearers = list(found.subject_objects(ORG.identifier))
        assert len({code for _, code in bearers}) == len(bearers)
    assert {
        (str(subject).removeprefix(BASE), str(code)) for subject, code in place.subject_objects(SKOS.notation)
    } == {("old", "RX0"), ("new", "RX0"), ("borough", "E1")}
    assert [str(code) for code in place.objects(None, ORG.identifier)] == ["5X"]


def test_a_membership_has_one_member(graph: Graph, place: Any) -> None:
    """`org:member` is functional: two holders of a post have a membership each, and so stay two people."""
    for found in (place, parsed(graph)):
        for membership in found.subjects(rdflib.RDF.type, ORG.Membership):
            assert len(list(found.objects(membership, ORG.member))) <= 1
    seats = {
        str(place.value(each, ORG.member)).removeprefix(BASE): (
            str(place.value(place.value(each, ORG.role), SKOS.prefLabel)),
            str(place.value(each, TIERS.basis)),
            sorted(str(source).removeprefix(BASE) for source in place.objects(each, DCT.source)),
            place.value(each, ORG.memberDuring) is not None,
        )
        for each in place.subjects(ORG.organization, EX.board)
    }
    assert seats == {
        "ann": ("Director", "inferred", ["minutes#chair", "minutes#list"], False),
        "ben": ("Director", "stated", ["minutes#list"], False),
        "new": ("None", "stated", ["minutes"], True),
    }


def test_only_organizations_are_members_of_a_collaboration(graph: Graph, place: Any) -> None:
    """What has a collaboration as `org:memberOf` is an organization: of a person only the membership says it."""
    for found in (place, parsed(graph)):
        for collaboration in found.subjects(rdflib.RDF.type, ORG.OrganizationalCollaboration):
            for member in found.subjects(ORG.memberOf, collaboration):
                assert (member, rdflib.RDF.type, rdflib.FOAF.Person) not in found
    assert list(place.subjects(ORG.memberOf, EX.ex)) == [EX.new]
    assert {place.value(each, ORG.member) for each in place.subjects(ORG.organization, EX.ex)} == {
        EX.new,
        EX.cal,
    }


def test_a_statement_says_all_that_the_relation_says(place: Any) -> None:
    """Votes, on whose behalf, the function delegated and its extent stand at the statement, entities as references."""
    seat, given = EX["new/member_of/board"], EX["ex/delegates_to/board"]
    assert place.value(seat, TIERS.voting).toPython() is True
    assert place.value(seat, TIERS.on_behalf_of) == EX.ex
    assert str(place.value(seat, TIERS.as_named)) == "The trust"
    assert place.value(given, TIERS.function) == EX.frailty
    assert [str(place.value(given, TIERS[key])) for key in ("legal_basis", "accountable")] == [
        "not_stated",
        "not_stated",
    ]
    extent = place.value(given, TIERS.extent)
    assert (place.value(extent, TIERS.agreed).toPython(), str(place.value(extent, TIERS.text))) == (
        True,
        "some",
    )


def test_an_unknown_end_is_said(place: Any) -> None:
    """That nobody says who holds a post, or what a body is part of, is a statement too."""
    held, part = EX["not_stated/holds/chair"], EX["board/part_of/not_stated"]
    assert (place.value(held, rdflib.RDF.subject), place.value(held, rdflib.RDF.object)) == (
        rdflib.Literal("not_stated"),
        EX.chair,
    )
    assert place.value(part, rdflib.RDF.object) == rdflib.Literal("not_stated")


def test_terms_that_want_resources_get_them(place: Any) -> None:
    """Dublin Core wants a publisher that is an agent and a type that is a class."""
    publisher = place.value(EX.minutes, DCT.publisher)
    assert str(place.value(publisher, rdflib.FOAF.name)) == "Ex Council"
    assert place.value(EX.board, DCT.type) == TIERS.Body
