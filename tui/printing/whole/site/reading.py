"""The contents of the page: the lines of each of its parts at every date."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import attrs

from tiers.model import Graph
from tiers.model.facts.turning_days import turning_days
from tiers.model.structure.order import by_kind

from ....wording.description.entity import describe
from ....wording.description.line import Line
from .changes import Kept, dates_of
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
    """Return the lines of every part at every date; an entity is read again only where it may read differently.

    The last known state is read first, so that sources are numbered as the page cites them.
    """
    parts = {each: Versions() for each in (TREE, *QUESTIONS, *graph)}
    citations = Citations()
    dates = dates_of(graph) if graph.at is None else ()
    for each, versions in parts.items():
        versions.add(lines_at(graph, each, citations), len(dates), len(dates))
    kept = Kept()
    shown: dict[str, tuple[tuple[Line, ...], int]] = {}
    for number, at in enumerate(map(graph.as_of, dates)):
        turned = graph if number == 0 else turning_days(graph).between(dates[number - 1], dates[number])
        stale = kept.turn(turned, last=number == len(dates) - 1)
        for each in (TREE, *QUESTIONS):
            parts[each].add(lines_at(at, each, citations, kept), number, number)
        for each in graph if number == 0 else filter(stale.__contains__, shown):
            lines = kept.pages.get(at, each, partial(_page, each, citations))
            before, since = shown.get(each, (lines, 0))
            if lines != before:
                parts[each].add(before, since, number - 1)
            elif number:
                continue
            shown[each] = lines, number
    for each, (lines, since) in shown.items():
        parts[each].add(lines, since, len(dates) - 1)
    return Site(graph, parts, citations, by_kind(graph, graph), len(dates))


def _page(entity_id: str, citations: Citations, graph: Graph) -> tuple[Line, ...]:
    return tuple(lines_at(graph, entity_id, citations))


def lines_at(graph: Graph, anchor: str, citations: Citations, kept: Kept | None = None) -> Iterator[Line]:
    """Yield the lines of a part at the date of a graph, without the date itself and blank lines.

    Args:
        graph: The model, at its date.
        anchor: The part.
        citations: The cited places of the page.
        kept: Answers of an earlier date that can be used again.
    """
    if anchor == TREE:
        yield from rows_of(graph, kept or Kept())
        return
    lines = QUESTIONS[anchor][1](graph) if anchor in QUESTIONS else describe(graph, anchor)
    day = "" if graph.at is None else f"as of {graph.at.words()}"
    for each in citations.renumbered(graph, lines):
        if each.role != "blank" and not (day and each.text == day):
            yield each
