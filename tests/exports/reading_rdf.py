"""Exports as an RDF library reads them; what imports this is skipped where there is none."""

import warnings
from typing import Any

import pytest

from tiers.model import Graph
from tiers.model.exports.org_terms import PREFIXES
from tiers.tui.printing.whole.json_documents import org as write

rdflib = pytest.importorskip("rdflib", reason="the library rdflib is not found; `pip install rdflib`")

BASE = "https://example.org/"
EX = rdflib.Namespace(BASE)
ORG = rdflib.Namespace(PREFIXES["org"])


def parsed(graph: Graph, base: str = BASE) -> Any:
    """Return the graph that rdflib reads."""
    with warnings.catch_warnings():  # its own parser of JSON-LD makes one
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return rdflib.Graph().parse(data="".join(write(graph, base)), format="json-ld")
