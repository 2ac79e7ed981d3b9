"""The answer of `tiers timeline` as lines."""

from collections.abc import Iterable

from tiers.model import Graph
from tiers.model.answers.timeline import Item
from tiers.model.structure.placing import place_of

from ..safe_text import safe
from ..signs import SIGNS
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import joined

_UNDATED = "No date is documented"


def describe_timeline(graph: Graph, items: Iterable[Item], within: str | None = None) -> tuple[Line, ...]:
    """Return items as lines: a heading for each year, below it one line for each item with its day, state and name.

    Args:
        graph: The model, at its date.
        items: The dated items, in order.
        within: The entity to which the items are narrowed; its name is not repeated at each.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    heading = ""
    for item in items:
        year = _UNDATED if item.date is None else str(item.date.first.year)
        if heading != year:
            heading = year
            lines.extend((*((BLANK,) if lines else ()), Line("heading", year)))
        place = place_of(graph, item.id)
        of = "" if place is None or place == within else graph.name(place)
        day = "" if item.date is None else f"{item.date.words()}: "
        row = joined(f"{day}{item.said}: {item.name(graph)}", _kind(graph, item), of, item.note)
        lines.append(Line("relation", safe(row), target=item.id, notes=footnotes.of(item.evidence), indent=1))
    if lines:
        lines.extend((BLANK, Line("heading", "Sources"), *footnotes.lines()))
    return tuple(lines)


def _kind(graph: Graph, item: Item) -> str:
    inferred = ", inferred" if item.evidence.inferred else ""
    return SIGNS[graph.kind(item.id)].word + inferred
