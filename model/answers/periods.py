"""From when to when each entity is stated, planned or documented to exist: the strip of the timeline."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..facts.columns import DATED, features_of, kinds_of
from ..facts.evidence import find_evidence_span, keep_days_of_many
from ..facts.graph import Graph
from ..facts.stored import in_passing
from ..facts.times import is_only_planned, planned_end_of, times_of
from ..format import KINDS
from ..format.dates import Date
from ..structure.inside import below


class Period(NamedTuple):
    """The period of an entity, over all documents of the model.

    Attributes:
        id: The id of the entity.
        begins: Its first day, stated or brought about by a change; for an event, its day.
        ends: Its last day, stated or brought about by a change; for an event, its day.
        due: The first day for which it is planned; `None` if a document shows that it came about.
        first: The first day on which a document mentions it.
        last: The last day on which a document mentions it.
        due_until: The last day for which it is planned; `None` if a document shows that it came about.
        planned: Whether it is only planned or proposed: no document shows that it began.
    """

    id: str
    begins: Date | None
    ends: Date | None
    due: Date | None
    first: Date | None
    last: Date | None
    due_until: Date | None = None
    planned: bool = False

    @property
    def dates(self) -> tuple[Date, ...]:
        """All its dates, in no particular order."""
        return tuple(each for each in self if isinstance(each, Date))

    @property
    def is_one_document(self) -> bool:
        """Whether the only thing known is that documents of one day mention it."""
        dated = (self.begins, self.ends, self.due, self.due_until)
        return not any(dated) and self.first == self.last

    def extent(self) -> tuple[date, date]:
        """Return its first and last day, which order the periods."""
        dates = self.dates
        return min(each.first for each in dates), max(each.last for each in dates)


def periods(
    graph: Graph, within: str | None = None, *, since: Date | None = None, until: Date | None = None
) -> list[Period]:
    """Return the periods of an entity and its descendants, or of the whole model, the earliest first.

    They are those of the last known state, whatever the date of the graph, so that the date can be shown
    among them.

    Args:
        graph: The model, at its date.
        within: Only periods of this entity and its descendants.
        since: Only periods that last until this day or later.
        until: Only periods that begin on this day or earlier.
    """
    ids = list(graph)
    if within is not None:
        inside = below(graph, within)
        ids = [each for each in ids if each in inside]  # in the order in which they are kept
    keep_days_of_many(graph, ids)
    found = [each for each in _periods(graph, ids) if each.dates and _between(each, since, until)]
    return sorted(found, key=lambda each: (*each.extent(), graph.name(each.id).casefold(), each.id))


def lasting(found: Sequence[Period]) -> list[Period]:
    """Return the periods without those known only from the documents of one day; all where there are no others."""
    return [each for each in found if not each.is_one_document] or [*found]


def _periods(graph: Graph, ids: Sequence[str]) -> Iterator[Period]:
    """Yield the period of each entity; for nearly all it goes from the first document that names it to the last."""
    kinds, features = kinds_of(graph, ids), features_of(graph, ids)
    for each, kind, feature in in_passing(graph, zip(ids, kinds, features, strict=True)):
        if KINDS[kind].record:
            continue
        span = find_evidence_span(graph, each)
        if not feature & DATED:
            yield Period(each, None, None, None, span.first, span.last)
            continue
        times = times_of(graph, each, None)
        due = times.awaited if times.seen is None else None
        end = times.start if kind == "event" else times.end
        until = planned_end_of(graph, each)
        planned = is_only_planned(graph, each) and not times.closed
        yield Period(each, times.start, end, due, span.first, span.last, until, planned)


def _between(period: Period, since: Date | None, until: Date | None) -> bool:
    first, last = period.extent()
    return (since is None or last >= since.first) and (until is None or first <= until.last)
