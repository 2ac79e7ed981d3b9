"""The W3C Organization Ontology: an RDF library parses it, and questions about members can be asked of it."""

from pathlib import Path

from tests.printing.hostile import graph_of, names
from tiers.model import Graph, bundled, load
from tiers.model.exports.org_terms import PREFIXES

from .reading_rdf import BASE, EX, ORG, parsed, rdflib

SITS = """
SELECT ?name ?role ?from ?to ?source WHERE {
  ?membership a org:Membership ; org:organization <https://example.org/executive> .
  OPTIONAL { ?membership org:member ?member .
             { ?member skos:prefLabel ?name } UNION { ?member foaf:name ?name } }
  OPTIONAL { ?membership org:role/skos:prefLabel ?role }
  OPTIONAL { ?membership org:memberDuring ?during . ?during schema:startDate ?from ; schema:endDate ?to }
  OPTIONAL { ?membership dct:source ?source }
}
"""


def test_an_rdf_library_reads_all_of_it(graph: Graph) -> None:
    """Every organization, post, person and membership of a known body is a resource of its class."""
    found = parsed(graph)
    kinds = [entity.kind for entity in graph.every_entity()]

    def count(*classes: str) -> int:
        return sum(len(list(found.subjects(rdflib.RDF.type, ORG[each]))) for each in classes)

    assert count("FormalOrganization") == kinds.count("organisation")
    assert count("OrganizationalCollaboration") == kinds.count("partnership")
    assert count("OrganizationalUnit", "Organization") == sum(
        map(kinds.count, ("body", "workstream", "collective"))
    )
    assert count("Post") == kinds.count("post")
    assert count("Membership") == sum(
        each.kind == "member_of" and each.object in graph
        for borne in graph.relations_by_subject()
        for each in borne
    )


def test_every_term_of_org_is_one_that_org_defines(graph: Graph) -> None:
    """No class and no property is made up: rdflib knows the terms of the ontology."""
    used = {term for triple in parsed(graph) for term in triple if str(term).startswith(PREFIXES["org"])}
    whole = rdflib.URIRef(PREFIXES["org"])  # that the data set conforms to
    assert [term for term in used - {whole} if term not in rdflib.ORG] == []


def test_who_sits_on_the_executive(seats: Graph) -> None:
    """SPARQL answers with names, roles, dates and sources; a post's holder sits there as the post."""
    rows = parsed(seats).query(SITS, initNs=dict(PREFIXES))
    listed = f"{BASE}minutes#list"
    assert sorted(tuple(str(cell) if cell is not None else "" for cell in row) for row in rows) == [
        ("Ann Example", "Director of Adult Care", "", "", listed),
        ("Ex Council", "", "", "", listed),
        ("Ex NHS Trust", "member", "2021-04-01", "2022-01-31", listed),
    ]


def test_units_stand_only_inside_formal_organizations(seats: Graph) -> None:
    """A body of a council is a unit of it; a body of a partnership alone is an organization in it."""
    found = parsed(seats)
    assert (EX.executive, ORG.unitOf, EX.council) in found
    assert (EX.executive, ORG.subOrganizationOf, EX.ex) in found
    assert (EX.executive, rdflib.RDF.type, ORG.OrganizationalUnit) in found
    assert (EX.team, rdflib.RDF.type, ORG.Organization) in found
    assert (EX.team, ORG.subOrganizationOf, EX.ex) in found
    assert (EX.merger, rdflib.RDF.type, ORG.ChangeEvent) in found
    assert (EX.merger, ORG.resultingOrganization, EX.trust) in found


def test_the_question_in_the_documentation_is_answered() -> None:
    """The query can be pasted as it is: nobody says who sits on Harrow's Executive, and that is the answer, with sources."""
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    query = page.partition("```sparql\n")[2].partition("```")[0]
    model = load(bundled())
    found = parsed(model, "urn:tiers:")
    (unsaid,) = model.every_relation("harrow-hce", "member_of", "in")
    assert sorted(
        tuple(str(cell) if cell is not None else "" for cell in row) for row in found.query(query)
    ) == sorted(("", "", "", "", "not_stated", f"urn:tiers:{place}") for place in unsaid.evidence.citations)


def test_hostile_names_come_back() -> None:
    """A thousand hostile names are what they were when RDF reads them."""
    hostile = names()
    found = parsed(graph_of(hostile))
    labels = found.subject_objects(rdflib.SKOS.prefLabel)
    assert {str(subject): str(label) for subject, label in labels if str(subject).startswith(BASE)} == {
        f"{BASE}a{number}": name for number, name in enumerate(hostile)
    }
