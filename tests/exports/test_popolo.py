"""Popolo: the keys of the specification and no others, valid by its schemas, one parent and exact dates."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from tests.printing.hostile import graph_of, names
from tests.programs import beside, skip_without
from tiers.model import Graph, load, load_texts
from tiers.model.exports.popolo import popolo
from tiers.tui.printing.whole.json_documents import popolo as write

SCHEMAS = {
    "persons": "person",
    "organizations": "organization",
    "memberships": "membership",
    "posts": "post",
    "areas": "area",
    "events": "event",
}


@cache
def schemas() -> dict[str, Any]:
    """Return the schemas by name; skip the test where they are not at hand."""
    directory = beside("standards", "TIERS_STANDARDS") / "popolo"
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in directory.glob("*.json")}
    if not found:
        skip_without("the schemas of Popolo", directory, "TIERS_STANDARDS")
    return found


def document(graph: Graph, base: str = "https://example.org/") -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = json.loads("".join(write(graph, base)))
    return read


def test_the_export_validates_against_the_schemas(graph: Graph) -> None:
    """Every record is valid by the schema of its collection."""
    resources = [(each["id"], DRAFT3.create_resource(each)) for each in schemas().values()]
    registry: Registry[Any] = Registry().with_resources(resources)
    for collection, records in document(graph).items():
        schema = schemas()[SCHEMAS[collection]]
        validator = Draft3Validator(schema, registry=registry)
        for record in records:
            assert [error.message for error in validator.iter_errors(record)] == []


def test_no_key_is_ours(graph: Graph) -> None:
    """The schemas let any further key pass, so that it is asked here: all keys are theirs, inside records too."""
    inside = {
        "other_names": "other_name",
        "identifiers": "identifier",
        "sources": "link",
        "attendees": "person",
        "member": "organization",
    }
    for collection, records in document(graph).items():
        for record in records:
            assert set(record) <= set(schemas()[SCHEMAS[collection]]["properties"])
            for key, schema in inside.items():
                found = record.get(key, [])
                for each in [found] if isinstance(found, dict) else found:
                    assert set(each) <= set(schemas()[schema]["properties"])


def test_every_organization_person_post_and_membership_is_there(graph: Graph) -> None:
    """Nothing that Popolo has room for is left out, whatever its dates."""
    found = popolo(graph)
    kinds = [entity.kind for entity in graph.every_entity()]
    agents = ("organisation", "partnership", "body", "workstream", "collective")
    assert {collection: len(list(records)) for collection, records in found.items()} == {
        "persons": kinds.count("person"),
        "organizations": sum(map(kinds.count, agents)),
        "memberships": sum(
            each.kind in {"member_of", "holds"} for borne in graph.relations_by_subject() for each in borne
        ),
        "posts": kinds.count("post"),
        "areas": kinds.count("area"),
        "events": kinds.count("event"),
    }


def test_the_exact_records(seats: Graph) -> None:
    """What each record says, to the key: one parent, exact dates only, one organization on whose behalf."""
    base = "https://example.org/"
    listed = [{"url": f"{base}minutes#list", "note": "stated: Minutes, Item 1: the members"}]
    found = document(seats)
    assert found["organizations"][3] == {
        "id": f"{base}executive",
        "name": "Ex Executive",
        "other_names": [{"name": "Ex Group", "start_date": None, "end_date": "2021-12-31", "note": "former"}],
        "classification": "body: executive",
        "parent_id": f"{base}council",
        "sources": listed,
    }
    assert found["organizations"][2] == {
        "id": f"{base}ex",
        "name": "Ex Borough Partnership",
        "classification": "partnership",
        "area_id": f"{base}ex-borough",
        "sources": listed,
    }
    assert found["organizations"][1]["identifiers"] == [
        {"identifier": "RX0", "scheme": "https://fhir.nhs.uk/Id/ods-organization-code"},
        {"identifier": "RX1", "scheme": "https://fhir.nhs.uk/Id/ods-organization-code"},
    ]
    assert found["organizations"][1]["description"] == (
        "ODS code RX0 until 31 Mar 2020; ODS code RX1 since 1 Apr 2020"
    )
    assert found["organizations"][1]["founding_date"] == "2020-04-01"
    assert found["memberships"] == [
        {
            "id": f"{base}council/member_of/executive",
            "label": "on behalf of Ex Borough Partnership and Ex NHS Trust",
            "member": {"id": f"{base}council", "name": "Ex Council"},
            "organization_id": f"{base}executive",
            "sources": listed,
        },
        {
            "id": f"{base}trust/member_of/executive",
            "role": "member",
            "member": {"id": f"{base}trust", "name": "Ex NHS Trust"},
            "organization_id": f"{base}executive",
            "on_behalf_of_id": f"{base}ex",
            "start_date": "2021-04-01",
            "end_date": "2022-01-31",
            "sources": listed,
        },
        {
            "id": f"{base}not_stated/member_of/team",
            "label": "members: not_stated",
            "organization_id": f"{base}team",
            "sources": listed,
        },
        {
            "id": f"{base}director/member_of/executive",
            "organization_id": f"{base}executive",
            "post_id": f"{base}director",
            "sources": listed,
        },
        {
            "id": f"{base}ann/holds/director",
            "person_id": f"{base}ann",
            "organization_id": f"{base}council",
            "post_id": f"{base}director",
            "start_date": "2021-01-01",
            "sources": listed,
        },
    ]
    assert found["events"] == [
        {
            "id": f"{base}merger",
            "name": "Two trusts become one",
            "start_date": "2020-04-01",
            "attendees": [{"id": f"{base}ann", "name": "Ann Example"}],
            "sources": listed,
        }
    ]


SEATS = """
[[source]]
id = "minutes"
name = "Minutes"

[[area]]
id = "ex"
name = "The borough of Ex"
identifiers = [
    { identifier = "E2", scheme = "ONS", start_date = "2020-04-01" },
    { identifier = "E1", scheme = "ONS", end_date = "2020-03-31" },
]

[[post]]
id = "director"
name = "Director"

[[organisation]]
id = "council"
name = "Ex Council"

[[body]]
id = "board"
name = "Board"
members = [
    { id = "council", on_behalf_of = "not_stated" },
    { id = "ann", on_behalf_of = ["director"] },
    { id = "ben", on_behalf_of = ["council", "director"] },
    { id = "cal", on_behalf_of = ["council"], as_named = "Cal of Ex" },
]

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
id = "day"
name = "A day of talks"
part_of = "board"

[[event]]
id = "talk"
name = "A talk"
part_of = "day"
"""


@pytest.fixture
def behalf(tmp_path: Path) -> Graph:
    """Return a model whose members sit for others."""
    (tmp_path / "behalf.toml").write_text(SEATS, encoding="utf-8")
    return load(tmp_path / "behalf.toml")


def test_whom_a_member_sits_for_is_never_lost(behalf: Graph) -> None:
    """One organization has a key; several, a post and what is unknown are said in the label."""
    found = {each["id"]: each for each in document(behalf, "urn:x:")["memberships"]}
    said = {
        key.removesuffix("/member_of/board"): (each.get("on_behalf_of_id"), each.get("label"))
        for key, each in found.items()
    }
    assert said == {
        "urn:x:council": (None, "on behalf of not stated"),
        "urn:x:ann": (None, "on behalf of Director"),
        "urn:x:ben": (None, "on behalf of Ex Council and Director"),
        "urn:x:cal": ("urn:x:council", "Cal of Ex"),
    }


def test_an_area_has_its_code_at_the_date(behalf: Graph) -> None:
    """The one code that Popolo has room for is the one in force, wherever it is written."""
    assert document(behalf)["areas"][0]["identifier"] == "E2"
    assert document(behalf.as_of("2019"))["areas"][0]["identifier"] == "E1"


def test_an_event_within_another_has_it_as_its_parent(behalf: Graph) -> None:
    """`parent_id` is an event: a body is none."""
    assert [each.get("parent_id") for each in document(behalf, "urn:x:")["events"]] == [None, "urn:x:day"]


def test_records_are_made_as_they_are_read(behalf: Graph) -> None:
    """A model of any size is never in memory as records."""
    assert {name: isinstance(records, Iterator) for name, records in popolo(behalf).items()} == dict.fromkeys(
        SCHEMAS, True
    )


def test_every_identifier_is_a_uri(graph: Graph) -> None:
    """What the schemas only note as a format holds too: ids and addresses of sources are URIs."""
    absolute = re.compile(r"(https://example\.org/|urn:tiers:)[\w.~%/-]+(#[\w.~%-]+)?", re.ASCII)
    addresses = {each.plain("url") for each in graph.entities_of_kind("source")}
    for base in ("https://example.org/", "urn:tiers:"):
        for records in document(graph, base).values():
            for record in records:
                found = [record["id"], *(each["url"] for each in record.get("sources", ()))]
                assert [
                    each for each in found if not absolute.fullmatch(each) and each not in addresses
                ] == []


def test_a_source_leads_to_the_document_and_a_code_to_its_register(tmp_path: Path) -> None:
    """`url` is the address of the document where it has one, `note` the place in it; schemes are those of the field."""
    path = tmp_path / "model.toml"
    path.write_text(
        '[[source]]\nid = "paper"\nname = "Paper"\nurl = "https://example.org/paper.pdf"\nlocators = { p2 = "Page 2" }\n'
        '[[organisation]]\nid = "a"\nname = "A"\nsources = ["paper#p2"]\n'
        'identifiers = [{ identifier = "RX1", scheme = "ODS" }, { identifier = "E1", scheme = "ONS" }, '
        '{ identifier = "1", scheme = "Companies House" }]\n',
        encoding="utf-8",
    )
    (found,) = document(load(path))["organizations"]
    assert found["sources"] == [{"url": "https://example.org/paper.pdf", "note": "stated: Paper, Page 2"}]
    assert [each["scheme"] for each in found["identifiers"]] == [
        "https://fhir.nhs.uk/Id/ods-organization-code",
        "http://statistics.data.gov.uk/id/statistical-geography",
        "urn:tiers:vocabulary:Companies%20House",
    ]


def test_hostile_names_come_back() -> None:
    """A thousand hostile names, with what acts on terminals too, are what they were."""
    hostile = names(acting=True)
    assert [each["name"] for each in document(graph_of(hostile))["organizations"]] == hostile


def test_an_inferred_parent_is_told_in_words(seats: Graph) -> None:
    """`parent_id` cannot say that it is our reading, so the description does; of a stated one it says nothing."""
    told = {each["name"]: each["description"] for each in popolo(seats)["organizations"]}
    assert (told["Team of the partnership"], told["Ex Council"]) == (None, None)
    place = load_texts(
        {
            "a.toml": b'[[partnership]]\nid = "p"\nname = "P"\n'
            b'[[body]]\nid = "b"\nname = "B"\npart_of = [{ to = "p", basis = "inferred" }]\n'
        }
    )
    (_, body) = popolo(place)["organizations"]
    assert body["description"] == "that it is part of P is inferred"
