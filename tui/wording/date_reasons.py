"""The reason for a date in the list of dates, in a few words: what happens, ends, begins or is first documented."""

from collections.abc import Iterator, Sequence

from tiers.model import Graph
from tiers.model.facts.change_dates import (
    BEGINS,
    CHANGES,
    DOCUMENTED,
    ENDED,
    FURTHER,
    HAPPENS,
    PLANNED,
    UNCERTAIN,
    ChangeDate,
    busiest,
)
from tiers.model.format import KINDS

from .safe_text import safe

_SAID = {
    HAPPENS: ("{}", "{}"),
    ENDED: ("{} has ended", "{} have ended"),
    UNCERTAIN: ("{} may have ended", "{} may have ended"),
    BEGINS: ("{} begins", "{} begin"),
    PLANNED: ("planned: {}", "{} planned"),
    CHANGES: ("{} changes", "{} change"),
    DOCUMENTED: ("first documented: {}", "{} first documented"),
    FURTHER: ("documented again: {}", "{} documented again"),
}
"""The words for each reason, with one name and with a number."""

_MOST = 3
"""How many reasons are given for a date; the first ones say most."""


def reasons_for(graph: Graph, change: ChangeDate) -> str:
    """Return the reasons for a date of change, safe to draw: `Two CCGs become one; 2 organisations have ended`."""
    return "; ".join([said for _, said in zip(range(_MOST), _reasons(graph, change), strict=False)])


def _reasons(graph: Graph, change: ChangeDate) -> Iterator[str]:
    for reason, (size, kind, name) in change.summaries.items():
        one, several = _SAID[reason]
        if size == 1 or reason == HAPPENS:
            more = f"; {_more(size - 1, kind)}" if size > 1 else ""
            yield one.format(f"{safe(name or _name(graph, change.reasons[reason]))}{more}")
        else:
            noun = f" {KINDS[kind].plural.lower()}" if kind else ""
            yield several.format(f"{size:,}{noun}")


def _more(count: int, kind: str) -> str:
    """Return how many more happen on a day, such as `3 more events`; without the kind where they are of several."""
    noun = f" {(kind if count == 1 else KINDS[kind].plural).lower()}" if kind else ""
    return f"{count:,} more{noun}"


def _name(graph: Graph, ids: Sequence[str]) -> str:
    """Return the name at the date of the busiest of some entities; the first by name of several."""
    return min(map(graph.name, busiest(graph, ids)))
