"""Popolo: the keys of the specification and no others, valid by its schemas, one parent and exact dates."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from tests.printing.hostile import graph_of, names
from tests.programs import STANDARDS
from tiers.model import Graph
from tiers.model.exports.popolo import popolo
from tiers.tui.printing.whole.popolo import write

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
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in (STANDARDS / "popolo").glob("*.json")}
    if not found:
        pytest.skip("the schemas of Popolo are not at hand: shared/standards/popolo")
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
    kinds = [entity.kind for entity in graph.entities.values()]
    agents = ("organisation", "partnership", "body", "workstream", "collective")
    assert {collection: len(records) for collection, records in found.items()} == {
        "persons": kinds.count("person"),
        "organizations": sum(map(kinds.count, agents)),
        "memberships": sum(
            each.kind in {"member_of", "holds"} for borne in graph.outgoing.values() for each in borne
        ),
        "posts": kinds.count("post"),
        "areas": kinds.count("area"),
        "events": kinds.count("event"),
    }


def test_the_exact_records(seats: Graph) -> None:
    """What each record says, to the key: one parent, exact dates only, one organization on whose behalf."""
    base = "https://example.org/"
    listed = [{"url": f"{base}minutes#list", "note": "stated"}]
    found = document(seats)
    assert found["organizations"][3] == {
        "id": f"{base}executive",
        "name": "Ex Executive",
        "other_names": [{"name": "Ex Group", "start_date": None, "end_date": "2021-12-31", "note": None}],
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
        {"identifier": "RX0", "scheme": "ODS"},
        {"identifier": "RX1", "scheme": "ODS"},
    ]
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
            "id": f"{base}unknown/member_of/team",
            "label": "members: unknown",
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


def test_hostile_names_come_back() -> None:
    """A thousand hostile names, with what acts on terminals too, are what they were."""
    hostile = names(acting=True)
    assert [each["name"] for each in document(graph_of(hostile))["organizations"]] == hostile
