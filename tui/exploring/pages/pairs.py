"""The pages about two entities: side by side (key `x`) and how they are connected (key `C`)."""

from collections.abc import Sequence

from ...wording.description import Line
from ...wording.safe_text import safe
from ..exploration import Exploration
from .page import Page, Seen


class ComparePage(Page):
    """Two entities side by side, or one at two dates.

    Attributes:
        one: The first entity.
        other: The second entity.
        instead: A sentence for each area that is compared by the entity that covers it; empty for none.
    """

    one: Seen
    other: Seen
    instead: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """The two entities."""
        return (self.one.id, self.other.id)

    @property
    def is_fixed(self) -> bool:
        """Always true: the two entities are fixed."""
        return True

    @property
    def is_wide(self) -> bool:
        """Always true: two columns need room."""
        return True

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers compare`."""
        from tiers.model.answers.compare import compare  # noqa: PLC0415 - the other page goes without it

        from ..detail.compare import describe_pair  # noqa: PLC0415 - as above

        graphs = exploration.graph_at(self.one.at), exploration.graph_at(self.other.at)
        found = compare(graphs[0], self.one.id, graphs[1], self.other.id)
        lines = describe_pair(graphs, (self.one.id, self.other.id), found)
        notes = (Line("note", safe(f"{each[0].upper()}{each[1:]}.")) for each in self.instead)
        return (*lines[:3], *notes, *lines[3:])


def compared(exploration: Exploration, one: Seen, other: Seen) -> ComparePage:
    """Return the page for two entities; an area beside a partnership is replaced by the partnership that covers it."""
    from tiers.model.finding.naming import of_one_kind  # noqa: PLC0415 - paid for when two are compared

    from ...wording.description.compare import instead_words  # noqa: PLC0415 - as above

    graphs = exploration.graph_at(one.at), exploration.graph_at(other.at)
    found = of_one_kind(graphs, (one.id, other.id))
    sides = zip(graphs, (one.id, other.id), found, strict=True)
    instead = tuple(instead_words(graph, chosen, taken) for graph, chosen, taken in sides if chosen != taken)
    return ComparePage(one.but(id=found[0]), other.but(id=found[1]), instead)


class PathPage(Page):
    """The connections between two entities.

    Attributes:
        start: The first entity.
        end: The second entity.
    """

    start: str
    end: str

    @property
    def about(self) -> tuple[str, ...]:
        """The two entities."""
        return (self.start, self.end)

    @property
    def is_fixed(self) -> bool:
        """Always true: the two entities are fixed."""
        return True

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers path`."""
        from tiers.model.answers.paths import paths  # noqa: PLC0415 - the other page goes without it

        from ...wording.description.line import BLANK  # noqa: PLC0415 - as above
        from ...wording.description.path import describe_paths  # noqa: PLC0415 - as above

        graph = exploration.graph
        start, end = graph.name(self.start), graph.name(self.end)
        ways = paths(graph, self.start, self.end)
        at = "" if graph.at is None else f" at {graph.at.words()}"
        count = f"{len(ways)} {'path' if len(ways) == 1 else 'paths'}" if ways else f"no path{at}"
        head = (
            Line("title", safe(f"{start} to {end}")),
            Line("subtitle", f"how they are connected · {count}"),
        )
        return (*head, BLANK, *describe_paths(graph, ways))
