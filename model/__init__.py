"""The model of health and care partnerships: load it, ask it, see it at a date. Nothing here prints or draws."""

from .facts.graph import Graph, Node
from .format.dates import Date, parse_date
from .format.errors import Mistake, ModelError, UnknownEntityError
from .format.records import Citation, Claim, Entity, Evidence, Relation
from .loading import Reading, bundled, load, load_texts, read_model
from .model import Model

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
