"""The views of the explorer and of `tiers print`: each lays out a graph at its date as rows of a tree, one file a view."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..facts.graph import Graph
from ..format.unchanging import Unchanging
from .forest import Forest

if TYPE_CHECKING:
    from .top import Top

__all__ = ["VIEWS", "Forest", "View", "is_large"]

LARGE = 2_000
"""The number of entities from which a view is laid out again in part; a smaller one is laid out whole as fast."""


class View(Unchanging):
    """A view, laid out by the function `make` in the module of the same name.

    Attributes:
        number: The key that opens it in the explorer.
        name: Its name on the command line.
        title: Its title in the explorer.
        meaning: What its tree shows, in a few words.
        called: Words of the questions about one entity that it answers; empty where it answers none.
    """

    number: int
    name: str
    title: str
    meaning: str
    called: str = ""

    def make(self, graph: Graph) -> Forest:
        """Return the rows of the view for a graph at its date; imports the view's module on first use."""
        forest: Forest = self._module().make(graph)
        return forest

    def top(self) -> "Top | None":
        """Return the top level of the view, where it can be laid out again in part; else `None`."""
        return getattr(self._module(), "TOP", None)

    def _module(self) -> Any:
        return import_module(f".{self.name}", __package__)


_TABLE = (
    View(1, "tiers", "Tiers", "national, system, place and neighbourhood, and what is in each"),
    View(2, "decisions", "Decisions", "decision-making layers and what is delegated between them"),
    View(3, "workstreams", "Workstreams", "delivery and enabling work, sub-groups, commitments"),
    View(
        4,
        "seats",
        "Seats",
        "what each sits on, who sits on it, with which role and vote",
        called="who sit sits sitting seat seats member members",
    ),
    View(5, "timeline", "Timeline", "what happened and what is due, by year and day"),
    View(
        6,
        "sources",
        "Sources",
        "each document, what it supports and where documents disagree",
        called="disagreement disagreements disputed contradict",
    ),
    View(7, "functions", "Functions", "what is done, and who decides, oversees and delivers it"),
)

VIEWS: Mapping[str, View] = MappingProxyType({view.name: view for view in _TABLE})
"""All views by name, in the order of their numbers."""


def is_large(graph: Graph) -> bool:
    """Return whether a model has so many entities that its views are kept, and laid out again in part."""
    return len(graph) >= LARGE
