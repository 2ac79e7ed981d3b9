"""The model of a health and care partnership: load it, ask it, see it at a date. Knows nothing of terminals."""

from .dates import Date, parse_date
from .errors import Mistake, ModelError, UnknownEntityError
from .graph import Graph, Node
from .loading import Reading, bundled, load, load_texts, read_model
from .model import Model
from .records import Citation, Claim, Entity, Evidence, Relation

__all__ = [
    "Citation",
    "Claim",
    "Date",
    "Entity",
    "Evidence",
    "Graph",
    "Mistake",
    "Model",
    "ModelError",
    "Node",
    "Reading",
    "Relation",
    "UnknownEntityError",
    "bundled",
    "load",
    "load_texts",
    "parse_date",
    "read_model",
]
