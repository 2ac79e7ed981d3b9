"""The nodes of the ORG export for the data set, its sources and licences, and its two concept schemes.

The kinds of entities are a SKOS concept scheme, and so is the glossary, with a concept for each meaning of a
term. A source is a `prov:Entity` with its address, and so is each place in it.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from ..facts.graph import Graph
from ..format import KINDS
from ..format.keys import NOBODY
from ..format.records import Claim, Entity
from .identifiers import Identifiers
from .licences import LICENCES
from .org_terms import CLASSES, LANGUAGE, Node, literal, without_empty
from .package import TITLE

_DATASET = "dataset"
_GLOSSARY = "glossary"
_KINDS = "tiers:kinds"
"""The concept scheme of the kinds, which is the same for every model."""


def documents(graph: Graph, identifiers: Identifiers) -> Iterator[Node]:
    """Yield the nodes of the data set, of the kinds and of the glossary."""
    yield _dataset(graph, identifiers)
    yield {"@id": _KINDS, "@type": "skos:ConceptScheme", "dct:title": "The kinds of entities in tiers"}
    for name in CLASSES:
        yield {
            "@id": f"tiers:{name.capitalize()}",
            "@type": "skos:Concept",
            "skos:prefLabel": name,
            "skos:definition": KINDS[name].meaning,
            "skos:topConceptOf": {"@id": _KINDS},
            "skos:inScheme": {"@id": _KINDS},
        }
    terms = list(graph.entities_of_kind("term"))
    if terms:
        scheme = identifiers.of_own(_GLOSSARY)
        yield {"@id": scheme, "@type": "skos:ConceptScheme", "dct:title": "Jargon in plain words"}
        for each in terms:
            yield from _concepts(graph, identifiers, each, scheme)


def _dataset(graph: Graph, identifiers: Identifiers) -> Node:
    sources = [{"@id": identifiers.of(each.id)} for each in graph.entities_of_kind("source")]
    return without_empty(
        {
            "@id": identifiers.of_own(_DATASET),
            "@type": ["dcat:Dataset", "prov:Entity"],
            "dct:title": TITLE,
            "dct:description": "The organisations, bodies, posts and people of a model, and the statements about them.",
            "dct:language": LANGUAGE,
            "dct:date": literal(graph.at),
            "dct:conformsTo": {"@id": "http://www.w3.org/ns/org#"},
            "dct:rights": "Each source has a licence of its own.",
            "dct:source": sources,
            "prov:wasDerivedFrom": sources,
        }
    )


def _concepts(graph: Graph, identifiers: Identifiers, entity: Entity, scheme: str) -> Iterator[Node]:
    """Yield a concept for each meaning of a term."""
    for number, claim in enumerate(entity.claims("meanings"), 1):
        yield without_empty(
            {
                "@id": f"{identifiers.of(entity.id)}#meaning-{number}",
                "@type": "skos:Concept",
                "skos:prefLabel": graph.name(entity.id),
                "skos:altLabel": _expansion(claim),
                "skos:definition": claim.value,
                "tiers:tier": claim.details.get("tier"),
                "schema:startDate": literal(claim.start_date),
                "schema:endDate": literal(claim.end_date),
                "rdfs:seeAlso": [{"@id": identifiers.of(each)} for each in _bearers(claim)],
                "rdfs:comment": claim.evidence.note,
                "tiers:basis": claim.evidence.basis,
                "dct:source": [{"@id": identifiers.of_citation(each)} for each in claim.evidence.citations],
                "skos:topConceptOf": {"@id": scheme},
                "skos:inScheme": {"@id": scheme},
            }
        )


def _expansion(claim: Claim) -> object:
    expansion = claim.details.get("expansion")
    return None if expansion in NOBODY else expansion


def _bearers(claim: Claim) -> tuple[str, ...]:
    bearers = claim.details.get("bearers")
    return tuple(map(str, bearers)) if isinstance(bearers, tuple) else (str(bearers),) if bearers else ()


def described_document(graph: Graph, identifiers: Identifiers, entity_id: str) -> Mapping[str, object]:
    """Return the properties that only sources have: publisher, licence, address, places; empty for other entities."""
    if graph.kind(entity_id) != "source":
        return {}
    publisher, licence, address = (graph.value(entity_id, each) for each in ("publisher", "licence", "url"))
    known = LICENCES.get(str(licence).casefold())
    agent = {"@id": f"{identifiers.of(entity_id)}/publisher"}
    named = publisher and publisher not in NOBODY
    return {
        "@type": ["dct:BibliographicResource", "prov:Entity"],
        "dct:publisher": {**agent, "@type": "foaf:Agent", "foaf:name": publisher} if named else None,
        "prov:wasAttributedTo": agent if named else None,
        "dct:license": {"@id": known.address} if known else None,
        "dct:rights": None if known or licence in NOBODY else licence,
        "foaf:page": {"@id": _iri(str(address))} if address and address not in NOBODY else None,
        "dct:hasPart": _places(graph, identifiers, entity_id),
    }


def _iri(address: str) -> str:
    """Return an address with characters escaped that an IRI may not have."""
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _places(graph: Graph, identifiers: Identifiers, entity_id: str) -> list[Node]:
    locators = graph.entity(entity_id).plain("locators")
    if not isinstance(locators, Mapping):
        return []
    place = identifiers.of(entity_id)
    return [
        {"@id": f"{place}#{quote(each, safe='')}", "@type": "prov:Entity", "dct:title": str(words)}
        for each, words in locators.items()
    ]
