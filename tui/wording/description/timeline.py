"""The answer of `tiers timeline` as lines."""

from collections.abc import Iterable, Sequence

from tiers.model import Graph
from tiers.model.answers.periods import Period
from tiers.model.answers.timeline import Item
from tiers.model.answers.timeline.item import HAPPENED
from tiers.model.format.dates import documented, period
from tiers.model.structure.placing import place_of

from ..safe_text import safe
from ..signs import SIGNS
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import joined

_UNDATED = "No date is documented"


def describe_timeline(graph: Graph, items: Iterable[Item], within: str | None = None) -> tuple[Line, ...]:
    """Return items as lines: a heading for each year, below it a line for each entity and day with its name and state.

    Args:
        graph: The model, at its date.
        items: The dated items, in order.
        within: The entity to which the items are limited; its name is not repeated in each line.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    heading = ""
    for same in _by_thing(graph, items):
        item = same[0]
        year = _UNDATED if item.date is None else str(item.date.first.year)
        if heading != year:
            heading = year
            lines.extend((*((BLANK,) if lines else ()), Line("heading", year)))
        place = place_of(graph, item.id)
        of = "" if place is None or place == within else graph.name(place)
        day = "" if item.date is None else f"{item.date.words()}: "
        name = item.name(graph)
        said, note = _state_words(same)
        row = joined(f"{day}{name}", said, _kind(graph, same), of, note)
        numbers = dict.fromkeys(number for each in same for number in footnotes.of(each.evidence))
        lines.append(Line("relation", safe(row), target=item.id, notes=tuple(numbers), indent=1))
    if lines:
        lines.extend((BLANK, Line("heading", "Sources"), *footnotes.lines()))
    return tuple(lines)


def _by_thing(graph: Graph, items: Iterable[Item]) -> Iterable[Sequence[Item]]:
    """Return items grouped by entity and day, in the order of the first of each group."""
    found: dict[object, list[Item]] = {}
    for item in items:
        day = None if item.date is None else item.date.text
        found.setdefault((day, item.id, item.name(graph)), []).append(item)
    return found.values()


def _state_words(items: Sequence[Item]) -> tuple[str, str]:
    """Return the state of an entity on a day, and what came of it; several reports keep their own words."""
    reports = dict.fromkeys((each.said, each.note) for each in items)
    if len(reports) == 1:
        (said, note), *_ = reports
        return "" if said == HAPPENED else said, note
    return "", "; ".join(": ".join(filter(None, (said, note))) for said, note in reports)


def _kind(graph: Graph, items: Sequence[Item]) -> str:
    inferred = ", inferred" if any(each.evidence.inferred for each in items) else ""
    return SIGNS[graph.kind(items[0].id)].word + inferred


def period_words(found: Period) -> str:
    """Return the period of an entity in words: since when, until when, planned for when, and when documents mention it."""
    words = [period(found.begins, found.ends)]
    if found.begins is not None and found.begins == found.ends:
        words = [found.begins.words()]
    if found.due is not None or found.planned:
        until = "" if found.due_until is None else found.due_until.after("until")
        planned = "planned, day unknown" if found.due is None else found.due.after("planned for")
        words.append(f"{' '.join(filter(None, (planned, until)))}, no document says it happened")
    if found.first is not None and found.last is not None:
        words.append(f"documented {documented(found.first, found.last)}")
    return "; ".join(filter(None, words))
