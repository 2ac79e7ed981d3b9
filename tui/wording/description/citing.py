"""Citations of an entity or a relation: the document, the place in it, the date of the statement."""

from tiers.model import Citation, Evidence, Graph

from ..safe_text import safe
from .footnotes import citation_words, dated


def citation_of(graph: Graph, evidence: Evidence, said: str) -> str:
    """Return a citation of what some evidence says, on one line and safe to draw; empty where no source is named.

    Args:
        graph: The model.
        evidence: The evidence.
        said: The statement that the evidence supports.
    """
    cited = "; ".join(_cited(graph, evidence, each) for each in evidence.citations)
    inferred = "inferred from " if evidence.inferred else ""
    return safe(f"{said}: {inferred}{cited}") if cited else ""


def _cited(graph: Graph, evidence: Evidence, citation: Citation) -> str:
    document = graph.name(citation.source)
    day = dated(graph.source_date(citation.source), evidence, "as at")
    return ", ".join(filter(None, (document, citation_words(graph, citation)[1], day)))
