"""What the ORG export says of itself and of its sources: the data set, licences, addresses, the two concept schemes."""

from typing import Any

import pytest

from tiers.model import load
from tiers.model.exports.org_terms import PREFIXES

from .reading_rdf import EX, parsed, rdflib

MODEL = """
[[source]]
id = "paper"
name = "Paper"
publisher = "Ex Council"
licence = "Open Government Licence v3.0"
url = "https://example.org/a paper.pdf"
presented = "2022-02-22"
locators = { p2 = "Page 2" }

[[source]]
id = "leaflet"
name = "Leaflet"
licence = "Ask the printer"

[[organisation]]
id = "icb"
name = "Ex ICB"
summary = "Plans and buys care."
identifiers = [{ identifier = "QRX", scheme = "ODS" }, { identifier = "E54", scheme = "ONS" }]
sources = ["paper#p2"]

[[person]]
id = "ann"
name = "Ann Example"

[[term]]
id = "icp"
name = "ICP"
meanings = [
    { text = "Partners of a place.", expansion = "Integrated Care Partnership", tier = "place", bearers = ["icb"], sources = ["paper#p2"] },
    { text = "A committee of the system.", expansion = "unknown", tier = "system", start_date = "2022-07-01" },
]
"""

SKOS = rdflib.Namespace(PREFIXES["skos"])
DCT = rdflib.Namespace(PREFIXES["dct"])
PROV = rdflib.Namespace(PREFIXES["prov"])


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the model above as RDF."""
    path = tmp_path_factory.mktemp("org") / "model.toml"
    path.write_text(MODEL, encoding="utf-8")
    return parsed(load(path))


def test_words_have_their_language(found: Any) -> None:
    """Names, descriptions and definitions are English; the name of a person is of no language."""
    assert found.value(EX.icb, SKOS.prefLabel) == rdflib.Literal("Ex ICB", lang="en")
    assert found.value(EX.icb, DCT.description) == rdflib.Literal("Plans and buys care.", lang="en")
    assert found.value(EX.ann, rdflib.FOAF.name) == rdflib.Literal("Ann Example")


def test_codes_are_of_the_registers_of_the_field(found: Any) -> None:
    """ODS codes have the type that FHIR in the NHS gives them, ONS codes that of the statistical geography."""
    codes = {(str(code), str(code.datatype)) for code in found.objects(EX.icb, rdflib.ORG.identifier)}
    assert codes == {
        ("QRX", "https://fhir.nhs.uk/Id/ods-organization-code"),
        ("E54", "http://statistics.data.gov.uk/id/statistical-geography"),
    }


def test_a_source_has_its_address_and_licence(found: Any) -> None:
    """A known licence is its address, another one words; address, publisher and places are what PROV and FOAF have for them."""
    ogl = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    assert found.value(EX.paper, DCT.license) == rdflib.URIRef(ogl)
    assert found.value(EX.leaflet, DCT.rights) == rdflib.Literal("Ask the printer", lang="en")
    assert found.value(EX.paper, rdflib.FOAF.page) == rdflib.URIRef("https://example.org/a%20paper.pdf")
    assert found.value(found.value(EX.paper, PROV.wasAttributedTo), rdflib.FOAF.name) == rdflib.Literal(
        "Ex Council"
    )
    assert (EX["paper#p2"], rdflib.RDF.type, PROV.Entity) in found
    assert found.value(EX.icb, PROV.wasDerivedFrom) == EX["paper#p2"]


def test_the_data_set_names_its_sources(found: Any) -> None:
    """One node stands for the whole, with its title, its language and the documents it is derived from."""
    (dataset,) = found.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset)
    assert dataset == EX.Dataset
    assert set(found.objects(dataset, PROV.wasDerivedFrom)) == {EX.paper, EX.leaflet}
    assert str(found.value(dataset, DCT.language)) == "en"


def test_the_kinds_are_a_concept_scheme(found: Any) -> None:
    """What `dct:type` names is a concept with its meaning, in the scheme of the kinds."""
    kind = found.value(EX.icb, DCT.type)
    scheme = found.value(kind, SKOS.inScheme)
    assert (scheme, rdflib.RDF.type, SKOS.ConceptScheme) in found
    assert str(found.value(kind, SKOS.prefLabel)) == "organisation"
    assert str(found.value(kind, SKOS.definition)).startswith("Recognised in law")


def test_the_glossary_has_a_concept_for_each_meaning(found: Any) -> None:
    """A term with two meanings is two concepts: each with its definition, what it is short for, its time and what it names."""
    rows = {
        str(each).rpartition("#")[2]: (
            str(found.value(each, SKOS.prefLabel)),
            str(found.value(each, SKOS.definition)),
            [str(label) for label in found.objects(each, SKOS.altLabel)],
            list(found.objects(each, rdflib.RDFS.seeAlso)),
        )
        for each in found.subjects(SKOS.inScheme, EX.Glossary)
    }
    assert rows == {
        "meaning-1": ("ICP", "Partners of a place.", ["Integrated Care Partnership"], [EX.icb]),
        "meaning-2": ("ICP", "A committee of the system.", [], []),
    }
