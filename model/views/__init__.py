"""The views: pure projections of a graph at a date onto rows, one file a view."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from ..graph import Graph
from . import decisions, seats, tiers, workstreams
from .forest import Forest

__all__ = ["VIEWS", "Forest", "View"]


@attrs.frozen(eq=False)
class View:
    """A view.

    Attributes:
        number: Its key in the explorer.
        name: Its name on the command line.
        title: Its name in the explorer.
        meaning: What its tree is, in a few words.
        make: Makes the rows of a graph at its date.
    """

    number: int
    name: str
    title: str
    meaning: str
    make: Callable[[Graph], Forest]


_TABLE = (
    View(1, "tiers", "Tiers", "national, system, place and neighbourhood, and what is in each", tiers.make),
    View(
        2,
        "decisions",
        "Decisions",
        "decision-making layers and what is delegated between them",
        decisions.make,
    ),
    View(
        3,
        "workstreams",
        "Workstreams",
        "delivery and enabling work, sub-groups, commitments",
        workstreams.make,
    ),
    View(4, "seats", "Seats", "who is a member of what, in which role, on whose behalf", seats.make),
)

VIEWS: Mapping[str, View] = MappingProxyType({view.name: view for view in _TABLE})
"""Every view by name, in the order of their numbers."""
