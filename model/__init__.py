"""The model of health and care partnerships: load it, ask it, see it at a date. Nothing here prints or draws."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts.graph import Graph, Node
    from .format.dates import Date, parse_date
    from .format.errors import Mistake, ModelError, UnknownEntityError
    from .format.records import Citation, Claim, Entity, Evidence, Relation
    from .loading import Reading, load, load_texts, read_model
    from .model import Model
    from .reading.files import bundled

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

_HOMES = {
    "facts.graph": ("Graph", "Node"),
    "format.dates": ("Date", "parse_date"),
    "format.errors": ("Mistake", "ModelError", "UnknownEntityError"),
    "format.records": ("Citation", "Claim", "Entity", "Evidence", "Relation"),
    "loading": ("Reading", "load", "load_texts", "read_model"),
    "model": ("Model",),
    "reading.files": ("bundled",),
}
"""The module of each name."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return a name of the package, importing its module: an answer that is kept needs none of the model."""
        from importlib import import_module  # noqa: PLC0415 - once for each name

        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            message = f"module `{__name__}` has no attribute `{name}`"
            raise AttributeError(message)
        globals()[name] = found = getattr(import_module(f".{home}", __name__), name)
        return found
