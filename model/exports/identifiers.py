"""The identifiers (IRIs) of an export: a base followed by the id of an entity, a place in a source or a relation."""

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from urllib.parse import quote

import attrs

from ..facts.graph import Graph
from ..format.records import Citation, Relation

BASE = "urn:tiers:"
"""The base without `--base`: identifiers that lead nowhere, but are the same in every export."""

VOCABULARY = "urn:tiers:vocabulary:"
"""The namespace of relations, kinds and schemes for which the standards have no term."""

SYSTEMS: Mapping[str, str] = MappingProxyType(
    {
        "ods": "https://fhir.nhs.uk/Id/ods-organization-code",
        "ons": "http://statistics.data.gov.uk/id/statistical-geography",
    }
)
"""The identifiers of code registers as used in the health sector, by the name that an author gives, in small letters."""


def system_of(scheme: object) -> str:
    """Return the identifier of a code register: the usual one of the health sector, else one of our own."""
    name = str(scheme or "")
    return SYSTEMS.get(name.casefold()) or VOCABULARY + quote(name, safe="")


@attrs.frozen(eq=False)
class Identifiers:
    """Makes the identifiers of an export.

    Attributes:
        base: The beginning of every identifier.
    """

    base: str = BASE

    def of(self, entity_id: str) -> str:
        """Return the identifier of an entity."""
        return self.base + quote(entity_id, safe="")

    def of_citation(self, citation: Citation) -> str:
        """Return the identifier of a place in a source, with the locator after `#`."""
        place = self.of(citation.source)
        return f"{place}#{quote(citation.locator, safe='')}" if citation.locator else place

    def of_own(self, name: str) -> str:
        """Return the identifier of something that is no entity, such as the data set; no id can collide with it."""
        return f"{self.base}{name.capitalize()}"

    def of_relations(self, graph: Graph, entity_id: str) -> Iterator[tuple[Relation, str]]:
        """Yield the relations to export with an entity, each with a unique identifier.

        These are the relations whose subject is the entity, and those from an unknown subject to it, whatever
        their dates. Equal identifiers are numbered.
        """
        given: dict[str, int] = {}
        for relation in chain(graph.outgoing(entity_id), graph.from_unknown(entity_id)):
            name = f"{self.of(relation.subject)}/{relation.kind}/{quote(relation.object, safe='')}"
            count = given[name] = given.get(name, 0) + 1
            yield relation, name if count == 1 else f"{name}/{count}"
