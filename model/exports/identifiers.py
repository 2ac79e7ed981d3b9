"""The identifiers of an export: a base and, after it, the id of an entity, a place in a source or a relation."""

from urllib.parse import quote

import attrs

from ..records import Citation, Relation

BASE = "urn:tiers:"
"""The base without `--base`: an identifier that leads nowhere, but is the same in every export."""


@attrs.define(eq=False)
class Identifiers:
    """Makes identifiers.

    Attributes:
        base: What each begins with.
        given: How many relations of the same kind between the same ends there were so far.
    """

    base: str = BASE
    given: dict[str, int] = attrs.field(init=False, factory=dict)

    def of(self, entity_id: str) -> str:
        """Return the identifier of an entity."""
        return self.base + quote(entity_id, safe="")

    def of_citation(self, citation: Citation) -> str:
        """Return the identifier of a place in a source: the locator stands after `#`."""
        place = self.of(citation.source)
        return f"{place}#{quote(citation.locator, safe='')}" if citation.locator else place

    def of_relation(self, relation: Relation) -> str:
        """Return an identifier for a relation that no other has; call it once for each."""
        name = f"{self.of(relation.subject)}/{relation.kind}/{quote(relation.object, safe='')}"
        count = self.given[name] = self.given.get(name, 0) + 1
        return name if count == 1 else f"{name}/{count}"
