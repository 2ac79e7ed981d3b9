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


def describe_timeline(graph: Graph, items: Iterable[Item], within: str | None = None) -> tuple[Line, ...]:
    """Return items as lines: a heading for each day and state, such as `2022: began`, below it the entities.

    Args:
        graph: The model, at its date.
        items: The dated items, in order.
        within: The entity to which the items are narrowed; its name is not repeated at each.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    heading = ""
    for item in items:
        day = "No date is documented" if item.date is None else item.date.words()
        if heading != f"{day}: {item.said}":
            heading = f"{day}: {item.said}"
            lines.extend((*((BLANK,) if lines else ()), Line("heading", safe(heading))))
        place = place_of(graph, item.id)
        of = "" if place is None or place == within else graph.name(place)
        lines.append(
            Line(
                "relation",
                safe(joined(item.name(graph), _kind(graph, item), of)),
                target=item.id,
                notes=footnotes.of(item.evidence),
                indent=1,
            )
        )
        if item.note:
            lines.append(Line("note", safe(item.note), indent=2))
    if lines:
        lines.extend((BLANK, Line("heading", "Sources"), *footnotes.lines()))
    return tuple(lines)


def _kind(graph: Graph, item: Item) -> str:
    inferred = ", inferred" if item.evidence.inferred else ""
    return SIGNS[graph.kind(item.id)].word + inferred
