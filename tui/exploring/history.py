"""Places visited, for back, forward and bookmarks."""

from tiers.model import Date
from tiers.model.format.unchanging import Value

from .pages.page import ENTITY, Page
from .tree.trail import Trail


class Place(Value):
    """A place in the explorer to return to.

    Attributes:
        view: The name of the view.
        row: The row of the cursor.
        query: The query that filtered the tree; empty for none.
        visiting: The entity in the detail that no view shows; `None` if the detail is that of the row.
        link: The number of the chosen link of the detail; `None` if the cursor was in the tree.
        at: The date of the model.
        page: The page of the detail.
        trail: The row with those above it, by which it is found in a model that has changed since.
    """

    view: str
    row: int
    query: str = ""
    visiting: str | None = None
    link: int | None = None
    at: Date | None = None
    page: Page = ENTITY
    trail: Trail = ()


class History:
    """The places before and after the present one, as in a browser.

    Attributes:
        behind: The places that were left, the latest last.
        ahead: The places that the reader came back from, the nearest last.
        recent: The entities that the reader went to, the latest first.
    """

    def __init__(self) -> None:
        self.behind: list[Place] = []
        self.ahead: list[Place] = []
        self.recent: list[str] = []

    def meet(self, entity_id: str) -> None:
        """Remember an entity that the reader went to."""
        self.recent[:] = [entity_id, *(each for each in self.recent if each != entity_id)]

    def leave(self, place: Place) -> None:
        """Remember a place that is left for a new one, and forget the places ahead."""
        if not self.behind or self.behind[-1] != place:
            self.behind.append(place)
        self.ahead.clear()

    def back(self, now: Place) -> Place | None:
        """Return the previous place; `None` when there is none."""
        return _swap(self.behind, self.ahead, now)

    def forward(self, now: Place) -> Place | None:
        """Return the place that the reader came back from; `None` when there is none."""
        return _swap(self.ahead, self.behind, now)


def _swap(source: list[Place], target: list[Place], now: Place) -> Place | None:
    if not source:
        return None
    target.append(now)
    return source.pop()
