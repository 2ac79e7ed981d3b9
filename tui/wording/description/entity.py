"""The whole description of one entity: which sections it has, and in which order."""

from collections.abc import Iterator

from tiers.model import Entity, Graph

from . import head, relations, statements
from .footnotes import Footnotes
from .issues import issues
from .line import BLANK, Line
from .succession import what_became


def describe(graph: Graph, entity_id: str, *, ways: bool = True, enough: int = 0) -> tuple[Line, ...]:
    """Return everything about one entity at the date of the graph.

    Args:
        graph: The model.
        entity_id: The entity.
        ways: Whether to list the paths from the top down to it; the explorer shows them in its tree instead.
        enough: The number of lines after which no section is started; 0 for no limit.

    Raises:
        KeyError: No entity has this id.
    """
    entity = graph.entity(entity_id)
    footnotes = Footnotes(graph)
    lines = list(head.title(graph, entity, footnotes))
    for section in _sections(graph, entity, footnotes, ways=ways):
        if section:
            lines.append(BLANK)
            lines.extend(section)
            if 0 < enough <= len(lines):
                return tuple(lines)
    sources = footnotes.lines()
    if sources:
        lines.extend((BLANK, Line("heading", "Sources"), *sources))
    return tuple(lines)


def _sections(graph: Graph, entity: Entity, footnotes: Footnotes, *, ways: bool) -> Iterator[list[Line]]:
    yield head.fields(graph, entity, footnotes, ways=ways)
    yield what_became(graph, entity, footnotes)
    yield from relations.groups(graph, entity, footnotes)
    yield from issues(graph, entity, footnotes)
    yield from statements.side_by_side(graph, entity, footnotes)
    yield from relations.parts(graph, entity, footnotes)
    yield statements.over_time(graph, entity, footnotes)
