"""The sources of a description, numbered in the order in which they are first needed."""

from collections.abc import Mapping

import attrs

from tiers.model import Citation, Evidence, Graph

from ..safe_text import safe
from .line import Line


@attrs.define(eq=False)
class Footnotes:
    """Gives each citation its number.

    Attributes:
        graph: The model.
        numbers: By citation and the date it is as at.
    """

    graph: Graph
    numbers: dict[tuple[Citation, str], int] = attrs.field(factory=dict)

    def of(self, evidence: Evidence) -> tuple[int, ...]:
        """Return the numbers of the sources a statement rests on."""
        return tuple(
            self.numbers.setdefault((citation, self._as_at(citation, evidence)), len(self.numbers) + 1)
            for citation in evidence.citations
        )

    def lines(self) -> list[Line]:
        """Return a line for each source that was needed: its short name, the place in it, the date."""
        return [
            Line(
                "source",
                safe(", ".join(filter(None, (*citation_words(self.graph, citation), as_at)))),
                label=str(number),
                target=citation.source if citation.source in self.graph else None,
                indent=1,
            )
            for (citation, as_at), number in self.numbers.items()
        ]

    def _as_at(self, citation: Citation, evidence: Evidence) -> str:
        date = evidence.as_at or self.graph.source_date(citation.source)
        return "" if date is None else date.words()


def citation_words(graph: Graph, citation: Citation) -> tuple[str, str]:
    """Return the short name of a source and the place in it, in words."""
    source = graph.entities.get(citation.source)
    if source is None:
        return citation.source, citation.locator
    short = (claim.value for claim in source.claims("other_names") if claim.details.get("use") == "short")
    name = next(short, None) or graph.name(citation.source)
    locators = source.plain("locators")
    locator = locators.get(citation.locator) if isinstance(locators, Mapping) else None
    return str(name), str(locator or citation.locator)
