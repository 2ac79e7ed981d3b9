"""The W3C Organization Ontology, node by node as it is written: what needs no RDF library to be seen."""

import json

from tests.printing.hostile import graph_of, names
from tiers.model import Entity, Evidence, Graph, Relation
from tiers.model.exports.org import org
from tiers.tui.printing.whole.json_documents import org as write

BASE = "https://example.org/"


def test_a_relation_has_its_dates_basis_and_sources(seats: Graph) -> None:
    """What a triple cannot bear stands in a statement about it, to the key."""
    nodes = {node["@id"]: node for node in json.loads("".join(write(seats, BASE)))["@graph"]}
    assert nodes[f"{BASE}executive/part_of/ex"] == {
        "@id": f"{BASE}executive/part_of/ex",
        "@type": "rdf:Statement",
        "rdf:subject": {"@id": f"{BASE}executive"},
        "rdf:predicate": {"@id": "tiers:part_of"},
        "rdf:object": {"@id": f"{BASE}ex"},
        "tiers:state": "now",
        "tiers:basis": "inferred",
        "dct:source": [{"@id": f"{BASE}minutes#list"}],
        "prov:wasDerivedFrom": [{"@id": f"{BASE}minutes#list"}],
    }
    assert nodes[f"{BASE}not_stated/member_of/team#membership"] == {
        "@id": f"{BASE}not_stated/member_of/team#membership",
        "@type": "org:Membership",
        "org:organization": {"@id": f"{BASE}team"},
        "tiers:members": "not_stated",
        "tiers:state": "now",
        "tiers:basis": "stated",
        "dct:source": [{"@id": f"{BASE}minutes#list"}],
        "prov:wasDerivedFrom": [{"@id": f"{BASE}minutes#list"}],
    }


def test_units_are_found_at_any_depth_and_in_any_web() -> None:
    """Bodies a thousand times within each other, by ways that double at each step, take one look each."""
    entities = {"council": Entity("council", "organisation", {"name": "Council"}, Evidence())}
    relations: list[Relation] = []
    above = ["council"]
    for number in range(2_000):
        both = [f"a{number}", f"b{number}"]
        entities.update((each, Entity(each, "body", {"name": each}, Evidence())) for each in both)
        relations.extend(Relation("part_of", each, whole, Evidence()) for each in both for whole in above)
        above = both
    nodes = org(Graph.of(entities, relations), BASE)
    sorts = [each["@type"] for each in nodes if str(each["@type"]).startswith("org:")]
    assert sorts == ["org:FormalOrganization", *["org:OrganizationalUnit"] * 4_000]


def test_hostile_names_come_back() -> None:
    """A thousand hostile names are what they were when JSON reads them."""
    hostile = names()
    nodes = json.loads("".join(write(graph_of(hostile), BASE)))["@graph"]
    assert {
        node["@id"]: node["skos:prefLabel"]
        for node in nodes
        if node["@id"].startswith(BASE) and "skos:prefLabel" in node
    } == {f"{BASE}a{number}": name for number, name in enumerate(hostile)}
