"""The picture of the timeline (key `T`): the answer of `tiers timeline --format strip`."""

from collections.abc import Sequence

import attrs

from tiers.model import Graph
from tiers.model.answers.periods import Period, lasting, periods
from tiers.model.structure.placing import place_of

from ...printing.answers.strip import strip
from ...printing.tree.boxes import Picture
from ...wording.at_date import seen_words
from ...wording.safe_text import safe


@attrs.define(eq=False, repr=False)
class PeriodsPicture:
    """The periods of an entity and its descendants, or of the whole model.

    Attributes:
        graph: The model at its date.
        within: The entity; `None` for none.
        found: The periods.
        whole: Whether the whole model is shown.
    """

    graph: Graph
    within: str | None
    found: Sequence[Period]
    whole: bool = False

    @classmethod
    def of(cls, graph: Graph, entity_id: str | None) -> "PeriodsPicture | None":
        """Return the picture of an entity and its descendants; without any, of its place or the whole model.

        `None` if the model has no dates.
        """
        place = None if entity_id is None else place_of(graph, entity_id)
        for within, least in ((entity_id, 2), (place, 2), (None, 1)):
            found = lasting(periods(graph, within))
            if len(found) >= least:
                return cls(graph, within, found, whole=within is None)
        return None

    @property
    def title(self) -> str:
        """The contents of the picture, and the date that is marked."""
        name = "The whole model" if self.whole or self.within is None else safe(self.graph.name(self.within))
        return f"{name} · timeline · {seen_words(self.graph)}"

    @property
    def command(self) -> str:
        """The command that prints it."""
        node = "" if self.whole or self.within is None else f"{self.within} "
        return f"tiers timeline {node}--format strip"

    def drawn(self, width: int, *, unicode: bool) -> Picture:
        """Return the strip."""
        return strip(self.graph, self.found, width, unicode=unicode)

    def widen(self) -> str:
        """Show the whole model, or the entity again."""
        if self.within is None:
            return "this is the whole model"
        self.whole = not self.whole
        self.found = lasting(periods(self.graph, None if self.whole else self.within))
        return "the whole model; `r` shows the part again" if self.whole else ""
