"""FHIR R4: the bundle is valid, its references lead somewhere, and it says what the model says."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.printing.hostile import graph_of, names
from tiers.model import Entity, Evidence, Graph
from tiers.model.exports.identifiers import BASE
from tiers.model.format.groups import ORGANIZATIONS
from tiers.tui.printing.whole.json_documents import fhir as write

SCHEMA = json.loads((Path(__file__).parent / "fhir-r4.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft6Validator(SCHEMA)


def bundle(graph: Graph, base: str = BASE) -> Any:
    return json.loads("".join(write(graph, base)))


def resources(graph: Graph, kind: str) -> dict[str, Any]:
    """Return the resources of a type by id."""
    found = (each["resource"] for each in bundle(graph).get("entry", ()))
    return {each["id"]: each for each in found if each["resourceType"] == kind}


@pytest.mark.parametrize("base", [BASE, "https://example.org/ex/"])
def test_the_bundle_is_valid(graph: Graph, base: str) -> None:
    """The JSON Schema of FHIR R4 accepts it; every id is one there, and no two resources have one address."""
    found = bundle(graph, base)
    assert [each.message for each in VALIDATOR.iter_errors(found)] == []
    addresses = [each["fullUrl"] for each in found["entry"]]
    assert len(set(addresses)) == len(addresses)
    where = re.compile(
        r"urn:uuid:[0-9a-f-]{36}" if base == BASE else re.escape(base) + r"(\w+)/[A-Za-z0-9.-]{1,64}"
    )
    assert [each for each in addresses if not where.fullmatch(each)] == []


def test_every_reference_leads_to_a_resource(graph: Graph) -> None:
    """What an organization is part of, and both ends of an affiliation, are in the bundle."""
    found = bundle(graph)
    addresses = {each["fullUrl"] for each in found["entry"]}
    told = re.findall(r'"reference": "([^"]*)"', json.dumps(found))
    assert told
    assert set(told) <= addresses


def test_every_organization_and_membership_of_one_is_there(graph: Graph) -> None:
    """As many organizations as the model has, and an affiliation for each membership between two of them."""
    kinds = [entity.kind for entity in graph.every_entity()]
    assert len(resources(graph, "Organization")) == sum(map(kinds.count, ORGANIZATIONS))
    codes = [
        each["code"][0]["coding"][0]["code"] for each in resources(graph, "OrganizationAffiliation").values()
    ]
    assert codes.count("member_of") == sum(
        each.kind == "member_of"
        and graph.kind(each.subject) in ORGANIZATIONS
        and graph.kind(each.object) in ORGANIZATIONS
        for borne in graph.relations_by_subject()
        for each in borne
    )


def test_the_exact_resources(seats: Graph) -> None:
    """Codes with their register and period, whether it is over, the stated whole, dates and role of a membership."""
    ods = "https://fhir.nhs.uk/Id/ods-organization-code"

    def tags(state: str) -> dict[str, Any]:
        told = {"basis": "stated", "state": state}
        return {
            "tag": [{"system": f"urn:tiers:vocabulary:{key}", "code": code} for key, code in told.items()]
        }

    assert resources(seats, "Organization")["trust"] == {
        "resourceType": "Organization",
        "id": "trust",
        "meta": tags("now"),
        "text": {
            "status": "additional",
            "div": '<div xmlns="http://www.w3.org/1999/xhtml">Began 1 Apr 2020</div>',
        },
        "identifier": [
            {"system": "urn:ietf:rfc:3986", "value": "urn:tiers:trust"},
            {"use": "old", "system": ods, "value": "RX0", "period": {"end": "2020-03-31"}},
            {"use": "official", "system": ods, "value": "RX1", "period": {"start": "2020-04-01"}},
        ],
        "type": [
            {
                "coding": [
                    {"system": "urn:tiers:vocabulary:kind", "code": "organisation", "display": "organisation"}
                ],
                "text": "organisation",
            }
        ],
        "name": "Ex NHS Trust",
    }
    executive = resources(seats, "Organization")["executive"]
    assert (executive["alias"], executive["partOf"]["display"]) == (["Ex Group"], "Ex Council")
    sat = resources(seats, "OrganizationAffiliation")["trust.member-of.executive"]
    assert (sat["meta"], sat["active"], sat["period"]) == (
        tags("ended"),
        False,
        {"start": "2021-04-01", "end": "2022-01-31"},
    )
    assert (sat["participatingOrganization"]["display"], sat["organization"]["display"]) == (
        "Ex NHS Trust",
        "Ex Executive",
    )
    assert sat["code"] == [
        {
            "coding": [
                {"system": "urn:tiers:vocabulary:relation", "code": "member_of", "display": "is a member of"}
            ],
            "text": "member",
        }
    ]


def test_hostile_names_come_back() -> None:
    """A thousand hostile names are what they were, and no summary is markup."""
    hostile = names()
    found = bundle(graph_of(hostile))
    assert [each["resource"]["name"] for each in found["entry"]] == hostile
    entity = Entity("a", "body", {"name": "A", "summary": "<script>x</script> & more"}, Evidence())
    (entry,) = bundle(Graph.of({"a": entity}, ()))["entry"]
    told = entry["resource"]["text"]["div"].removeprefix('<div xmlns="http://www.w3.org/1999/xhtml">')
    assert "<" not in told.removesuffix("</div>")
    assert unescape(told.removesuffix("</div>")) == "<script>x</script> & more"


def test_long_ids_stay_apart() -> None:
    """An id of FHIR has at most 64 characters: two longer ones that begin alike are two."""
    entities = {each: Entity(each, "body", {"name": "A"}, Evidence()) for each in ("a" * 99, "a" * 98)}
    found = bundle(Graph.of(entities, ()))
    assert [each.message for each in VALIDATOR.iter_errors(found)] == []
    assert len({each["resource"]["id"] for each in found["entry"]}) == 2


def test_a_model_without_organizations_is_an_empty_bundle() -> None:
    """FHIR has no empty list: the bundle has no entries then."""
    alone = Graph.of({"a": Entity("a", "area", {"name": "A"}, Evidence())}, ())
    assert bundle(alone) == {"resourceType": "Bundle", "type": "collection"}
