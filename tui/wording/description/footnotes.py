"""The sources of a description, numbered in the order in which they are first needed.

At a date a statement rests on the documents there were by then; where it is only known from later ones, those are
cited and marked as later.
"""

from collections.abc import Mapping

import attrs

from tiers.model import Citation, Date, Evidence, Graph

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
        """Return the numbers of the sources a statement rests on at the date of the graph."""
        return tuple(
            self.numbers.setdefault((citation, self._dated(citation, evidence)), len(self.numbers) + 1)
            for citation in followed(self.graph, evidence)
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

    def _dated(self, citation: Citation, evidence: Evidence) -> str:
        date, at = self.graph.source_date(citation.source), self.graph.at
        said = dated(date, evidence)
        if at is None or date is None or date.first <= at.last:
            return said
        return f"{said}, later than {at.words()}"


def followed(graph: Graph, evidence: Evidence) -> tuple[Citation, ...]:
    """Return where a statement is written as far as that was by the date of the graph; everywhere where it is all later."""
    at = graph.at
    if at is None or evidence.as_at is not None or len(evidence.citations) == 1:
        return evidence.citations
    dates = ((each, graph.source_date(each.source)) for each in evidence.citations)
    return tuple(each for each, date in dates if date is None or date.first <= at.last) or evidence.citations


def dated(document: Date | None, evidence: Evidence, word: str = "") -> str:
    """Return the day a statement speaks of, with that of its document where it is another; empty where neither is known.

    Args:
        document: The day of the document.
        evidence: What the statement rests on.
        word: What stands before the day; it stands there in any case where the two differ.
    """
    as_at = evidence.as_at or document
    if as_at is None:
        return ""
    if document is None or document == as_at:
        return as_at.after(word) if word else as_at.words()
    return f"{as_at.after('as at')}, in a document dated {document.words()}"


def citation_words(graph: Graph, citation: Citation) -> tuple[str, str]:
    """Return the short name of a source and the place in it, in words."""
    source = graph.find(citation.source)
    if source is None:
        return citation.source, citation.locator
    short = (claim.value for claim in source.claims("other_names") if claim.details.get("use") == "short")
    name = next(short, None) or graph.name(citation.source)
    locators = source.plain("locators")
    locator = locators.get(citation.locator) if isinstance(locators, Mapping) else None
    return str(name), str(locator or citation.locator)
