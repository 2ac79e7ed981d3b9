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
)
from tiers.model.facts.statements import count_outgoing
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
    FURTHER: ("documented further: {}", "{} documented further"),
}
"""The words for each reason, with one name and with a number."""

_MOST = 3
"""How many reasons are given for a date; the first ones say most."""


def reasons_for(graph: Graph, change: ChangeDate) -> str:
    """Return the reasons for a date of change, safe to draw: `Two CCGs become one; 2 organisations have ended`."""
    return "; ".join([said for _, said in zip(range(_MOST), _reasons(graph, change), strict=False)])


def _reasons(graph: Graph, change: ChangeDate) -> Iterator[str]:
    for reason, ids in change.reasons.items():
        one, several = _SAID[reason]
        if len(ids) == 1 or reason == HAPPENS:
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            yield one.format(f"{safe(graph.name(_first(graph, ids)))}{more}")
        else:
            kind = graph.kind(ids[0])
            is_of_one = all(graph.kind(each) == kind for each in ids)
            noun = f" {KINDS[kind].plural.lower()}" if is_of_one else ""
            yield several.format(f"{len(ids):,}{noun}")


def _first(graph: Graph, ids: Sequence[str]) -> str:
    """Return the entity with most relations; among events this is the one that changed most."""
    if len(ids) == 1:
        return ids[0]
    every = list(ids)
    counts = [count_outgoing(graph, each) for each in every]
    most = max(counts)
    busiest = [each for each, count in zip(every, counts, strict=True) if count == most]
    return min(busiest, key=lambda each: (graph.name(each), each))
