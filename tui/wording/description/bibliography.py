"""The sources at the end of an answer, grouped by document to keep each line short."""

from collections.abc import Iterator

from tiers.model import Graph

from ..safe_text import safe
from .footnotes import Footnotes, citation_words, cited
from .line import BLANK, Line


def bibliography(graph: Graph, footnotes: Footnotes) -> Iterator[Line]:
    """Yield the cited sources: a line for each document with its date, below it one for each place in it."""
    documents: dict[tuple[str, str], list[Line]] = {}
    for (citation, as_at), number in footnotes.numbers.items():
        name, place = citation_words(graph, citation)
        target = citation.source if citation.source in graph else None
        document = ", ".join(filter(None, (name, as_at)))
        words = safe(place or "the whole document")
        whole = cited(graph, citation, as_at)
        line = Line("source", words, label=str(number), target=target, indent=2, citation=whole)
        documents.setdefault((citation.source, document), []).append(line)
    if documents:
        yield BLANK
        yield Line("heading", "Sources")
    for (source, document), lines in documents.items():
        yield Line("text", safe(document), target=source if source in graph else None, indent=1)
        yield from lines
