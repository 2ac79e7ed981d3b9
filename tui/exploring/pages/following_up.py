"""The pages of matters to follow up: gaps (keys `u` and `U`) and promises (key `p`)."""

from collections.abc import Sequence

from tiers.model.answers.gaps import gaps
from tiers.model.answers.gaps.counted import counted_gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.matters_by_state import ListedMatters, matters_by_state

from ...wording.description import Line
from ...wording.description.gaps import describe_gaps
from ...wording.description.line import BLANK
from ...wording.description.matters import describe_matters
from ...wording.description.values import joined
from ...wording.safe_text import safe
from ..exploration import Exploration
from .page import Page

_MOST = 200
"""How many gaps of one type, and how many matters in one state, are listed; of a large model each place lists its own."""


class GapsPage(Page):
    """The facts that no document states, each with the question to ask.

    Attributes:
        whole: Whether the page is about the whole model rather than the entity of the cursor.
    """

    whole: bool = False

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers gaps`."""
        graph, within = exploration.graph, None if self.whole else exploration.concerned
        found = counted_gaps(graph) if within is None else gaps(graph, within)
        count = f"{len(found):,} {'gap' if len(found) == 1 else 'gaps'}" if found else "no gaps found"
        head = _head("What no document says", exploration, within, count)
        return (*head, *describe_gaps(graph, found, _MOST))


class PromisesPage(Page):
    """Questions and promises, with what came of them."""

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers matters`."""
        graph, within = exploration.graph, exploration.concerned
        found = matters_by_state(graph) if within is None else ListedMatters(graph, matters(graph, within))
        count = "" if found.counts else "nothing is recorded as asked or promised"
        head = _head("What was promised and asked", exploration, within, count)
        return (*head, *describe_matters(graph, found, _MOST))


def _head(title: str, exploration: Exploration, within: str | None, count: str) -> Sequence[Line]:
    of = "the whole model" if within is None else exploration.graph.name(within)
    return (Line("title", title), Line("subtitle", safe(joined(of, count))), BLANK)
