"""The identifiers of an export: a base and, after it, the id of an entity, a place in a source or a relation."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

import attrs

from ..facts.graph import Graph
from ..format.records import Citation, Relation

BASE = "urn:tiers:"
"""The base without `--base`: an identifier that leads nowhere, but is the same in every export."""


@attrs.frozen(eq=False)
class Identifiers:
    """Makes identifiers.

    Attributes:
        base: What each begins with.
    """

    base: str = BASE

    def of(self, entity_id: str) -> str:
        """Return the identifier of an entity."""
        return self.base + quote(entity_id, safe="")

    def of_citation(self, citation: Citation) -> str:
        """Return the identifier of a place in a source: the locator stands after `#`."""
        place = self.of(citation.source)
        return f"{place}#{quote(citation.locator, safe='')}" if citation.locator else place

    def of_relations(self, graph: Graph, entity_id: str) -> Iterator[tuple[Relation, str]]:
        """Yield the relations to be told at an entity, each with an identifier that no other has.

        They are those that it bears and those of an unknown subject whose object it is, whatever their dates.
        Where several of a kind are alike, they are numbered.
        """
        given: dict[str, int] = {}
        for relation in chain(graph.outgoing(entity_id), graph.from_unknown(entity_id)):
            name = f"{self.of(relation.subject)}/{relation.kind}/{quote(relation.object, safe='')}"
            count = given[name] = given.get(name, 0) + 1
            yield relation, name if count == 1 else f"{name}/{count}"
