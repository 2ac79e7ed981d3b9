"""Citations of an entity or a relation: the document, the place in it, the date of the statement, the address."""

from tiers.model import Evidence, Graph

from ..safe_text import safe
from .footnotes import cited, dated


def citation_of(graph: Graph, evidence: Evidence, said: str) -> str:
    """Return a citation on one line, safe to draw; empty where no source is named.

    Args:
        graph: The model.
        evidence: The evidence to cite.
        said: The statement that the evidence supports.
    """
    words = sources_cited(graph, evidence)
    return safe(f"{said}: {words}") if words else ""


def sources_cited(graph: Graph, evidence: Evidence) -> str:
    """Return the sources of some evidence in one line, safe to draw; empty where none is named."""
    words = "; ".join(
        cited(graph, each, dated(graph, each, evidence, "as at")) for each in evidence.citations
    )
    return f"inferred from {words}" if words and evidence.inferred else words
