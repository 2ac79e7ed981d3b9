"""The picture of the decision layers (key `b`): the answer of `tiers print --view decisions --format boxes`."""

import attrs

from tiers.model import Graph
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS, Forest
from tiers.model.views.part import whole_part

from ...printing import Subtree
from ...printing.tree.boxes import Picture, picture_of
from ...wording.at_date import seen_words
from ...wording.safe_text import safe

_VIEW = "decisions"


@attrs.define(eq=False, repr=False)
class LayersPicture:
    """Boxes and arrows of one partnership, or of the whole view.

    Attributes:
        graph: The model at its date.
        forest: The rows of the view.
        part: The row of the partnership; -1 where there is none.
        whole: Whether the whole view is shown.
    """

    graph: Graph
    forest: Forest
    part: int
    whole: bool = False

    @classmethod
    def of(cls, graph: Graph, entity_id: str | None) -> "LayersPicture | None":
        """Return the picture of the partnership with an entity in its layers; `None` if the view has no rows.

        For an entity that the view does not show, or without one, it is the whole view.
        """
        forest = forest_of(graph, VIEWS[_VIEW])
        if not len(forest):
            return None
        row = -1 if entity_id is None else forest.row_of(entity_id)
        part = row if row < 0 else next(reversed([row, *forest.ancestors(row)]))
        return cls(graph, forest, part, whole=part < 0)

    @property
    def title(self) -> str:
        """The contents of the picture, and its date."""
        name = VIEWS[_VIEW].title if self.whole else safe(self.forest.names[self.part])
        return f"{name} · {seen_words(self.graph)}"

    @property
    def command(self) -> str:
        """The command that prints it."""
        root = None if self.whole else self.forest.ids[self.part]
        return f"tiers print {'' if root is None else f'{root} '}--view {_VIEW} --format boxes"

    def drawn(self, width: int, *, unicode: bool) -> Picture:
        """Return the picture."""
        part = -1 if self.whole else self.part
        forest = whole_part(self.forest, part)
        return picture_of(Subtree(self.graph, forest, part, width=width, unicode=unicode))

    def widen(self) -> str:
        """Show the whole view, or the partnership again."""
        if self.part < 0:
            return "this is the whole view"
        self.whole = not self.whole
        return "the whole view; `r` shows the partnership alone" if self.whole else ""
