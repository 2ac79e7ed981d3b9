"""The contents of the page: the lines of each of its parts at every date."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from tiers.model import Graph
from tiers.model.structure.order import by_kind

from ....wording.description.entity import describe
from ....wording.description.line import Line
from .changes import changed_between, dates_of
from .citations import Citations
from .questions import QUESTIONS
from .tree import rows_of
from .versions import Versions

TREE = "_tree"
"""The anchor of the tree, which cannot be the id of an entity."""


@attrs.frozen(eq=False)
class Site:
    """The contents of the page.

    Attributes:
        graph: The model.
        parts: The lines of each part at every date, by its anchor.
        citations: The cited places.
        ids: The entities in the order of the page, by which the script numbers them.
        dates: How many dates a reader can choose; the last known state has the number after theirs.
    """

    graph: Graph
    parts: Mapping[str, Versions]
    citations: Citations
    ids: Sequence[str]
    dates: int


def read_site(graph: Graph) -> Site:
    """Return the lines of every part at every date; an entity is read again only where it may read differently."""
    reader = _Reader(graph)
    dates = dates_of(graph) if graph.at is None else ()
    for each in reader.parts:
        reader.add(each, graph, [len(dates)])
    same: dict[str, list[int]] = {each: [] for each in graph}
    shown = dict.fromkeys(graph, graph)
    for number, date in enumerate(dates):
        at = graph.as_of(date)
        for each in (TREE, *QUESTIONS):
            reader.add(each, at, [number])
        turned = graph if number == 0 else changed_between(graph, dates[number - 1], date, reader.naming)
        for each in filter(same.__contains__, turned):
            reader.add(each, shown[each], same[each])
            same[each], shown[each] = [], at
        for numbers in same.values():
            numbers.append(number)
    for each in graph:
        reader.add(each, shown[each], same[each])
    return Site(graph, reader.parts, reader.citations, by_kind(graph, graph), len(dates))


@attrs.define(eq=False, repr=False)
class _Reader:
    """Reads the lines of the parts.

    Attributes:
        graph: The model.
        parts: The lines of each part so far, by its anchor.
        citations: The cited places.
        naming: The parts that name an entity, by the named one.
    """

    graph: Graph
    parts: dict[str, Versions] = attrs.field(init=False)
    citations: Citations = attrs.field(factory=Citations)
    naming: dict[str, set[str]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.parts = {each: Versions() for each in (TREE, *QUESTIONS, *self.graph)}

    def add(self, anchor: str, at: Graph, numbers: Sequence[int]) -> None:
        """Add the lines of a part at the date of a graph, for the dates with some numbers."""
        if numbers:
            lines = list(lines_at(at, anchor, self.citations))
            self.parts[anchor].add(lines, numbers)
            for target in filter(None, (line.target for line in lines)):
                self.naming.setdefault(target, set()).add(anchor)


def lines_at(graph: Graph, anchor: str, citations: Citations) -> Iterator[Line]:
    """Yield the lines of a part at the date of a graph, without the date itself."""
    if anchor == TREE:
        yield from rows_of(graph)
        return
    lines = QUESTIONS[anchor][1](graph) if anchor in QUESTIONS else describe(graph, anchor)
    day = "" if graph.at is None else f"as of {graph.at.words()}"
    yield from (each for each in citations.renumbered(graph, lines) if not day or each.text != day)
