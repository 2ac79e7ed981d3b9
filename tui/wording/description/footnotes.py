"""The sources of a description, numbered in the order in which they are first needed.

At a date a statement is cited from documents of that time; one that only later documents make is cited from
these, marked as later.
"""

from collections.abc import Mapping

from tiers.model import Citation, Evidence, Graph
from tiers.model.facts.days_cited import day_cited
from tiers.model.facts.vacant import source_name

from ..safe_text import safe
from .line import Line


class Footnotes:
    """Numbers the citations of a description in the order in which they are first used.

    Attributes:
        graph: The model.
        numbers: The number of each citation, by the citation and the date in words.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.numbers: dict[tuple[Citation, str], int] = {}

    def of(self, evidence: Evidence) -> tuple[int, ...]:
        """Return the numbers of the sources of a statement, as far as they were published by the date of the graph."""
        return tuple(
            self.numbers.setdefault((citation, self._dated(citation, evidence)), len(self.numbers) + 1)
            for citation in followed(self.graph, evidence)
        )

    def lines(self) -> list[Line]:
        """Return a line for each cited source: its short name, the place in it, the date."""
        return [
            Line(
                "source",
                safe(", ".join(filter(None, (*citation_words(self.graph, citation), as_at)))),
                label=str(number),
                target=citation.source if citation.source in self.graph else None,
                indent=1,
                citation=cited(self.graph, citation, as_at),
            )
            for (citation, as_at), number in self.numbers.items()
        ]

    def _dated(self, citation: Citation, evidence: Evidence) -> str:
        date, at = self.graph.source_date(citation.source), self.graph.at
        said = dated(self.graph, citation, evidence)
        if at is None or date is None or date.first <= at.last:
            return said
        return f"{said}, later than {at.words()}"


def followed(graph: Graph, evidence: Evidence) -> tuple[Citation, ...]:
    """Return the citations of a statement up to the date of the graph; all of them if every one is later."""
    at = graph.at
    if at is None or evidence.as_at is not None or len(evidence.citations) == 1:
        return evidence.citations
    dates = ((each, graph.source_date(each.source)) for each in evidence.citations)
    return tuple(each for each, date in dates if date is None or date.first <= at.last) or evidence.citations


def dated(graph: Graph, citation: Citation, evidence: Evidence, word: str = "") -> str:
    """Return the day for which a document is cited, with that of the document where the two differ; empty for no day.

    Args:
        graph: The model.
        citation: The citation of the document.
        evidence: The evidence of the statement.
        word: The word before the date, such as `as at`; always written where the two dates differ.
    """
    document, as_at = graph.source_date(citation.source), day_cited(graph, evidence, citation)
    if as_at is None:
        return ""
    if document is None or document == as_at:
        return as_at.after(word) if word else as_at.words()
    return f"{as_at.after('as at')}, in a document dated {document.words()}"


def cited(graph: Graph, citation: Citation, day: str) -> str:
    """Return a citation in full, safe to draw: the whole name of the document, the place in it, the date, the address.

    Args:
        graph: The model.
        citation: The citation.
        day: The date of the statement in words; empty for none.
    """
    source = graph.find(citation.source)
    address = "" if source is None else source.plain("url")
    place = citation_words(graph, citation)[1]
    return safe(", ".join(filter(None, (graph.name(citation.source), place, day, str(address or "")))))


def citation_words(graph: Graph, citation: Citation) -> tuple[str, str]:
    """Return the short name of a source and the place in it, in words."""
    source = graph.find(citation.source)
    locators = None if source is None else source.plain("locators")
    locator = locators.get(citation.locator) if isinstance(locators, Mapping) else None
    return source_name(graph, citation.source), str(locator or citation.locator)
