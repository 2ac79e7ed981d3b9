"""The notes on timeline items: which other days documents gave, what was reported last, and what came of a plan."""

from collections.abc import Iterable

from ...facts.claims import first_day, latest_of, what_came_of
from ...facts.graph import Graph
from ...facts.reports import last_report
from ...format import UNKNOWN
from ...format.dates import Date
from ...format.records import Claim, Entity, Evidence, Relation
from .item import NEVER_SEEN


def has_come(graph: Graph, day: Date) -> bool:
    return graph.at is None or day.first <= graph.at.last


def is_known(graph: Graph, evidence: Evidence, day: object = None) -> bool:
    """Return whether a statement was documented by the date of the graph, or its own date had come by then."""
    return graph.was_documented(evidence) or (isinstance(day, Date) and has_come(graph, day))


def joined(*parts: str) -> str:
    """Return notes joined by commas, without empty ones."""
    return ", ".join(filter(None, parts))


def report_words(graph: Graph, entity: Entity) -> str:
    """Return the last report in words; empty without reports."""
    found = last_report(graph, entity.id, graph.at)
    return "" if found is None else f"{found[0].value} {found[1].words()}"


def other_days(graph: Graph, claim: Claim, claims: Iterable[tuple[Claim, Date]]) -> str:
    """Return in words the other dates that documents gave for the same item."""
    said: list[str] = []
    own = latest_of(graph, claim.evidence)
    for other, day in claims:
        if other.value != claim.value:
            made = latest_of(graph, other.evidence)
            order = "later" if made > own else "earlier" if made < own else "also"
            said.append(f"{order} given as {day.words()}")
    return joined(*said)


def later_unknown(graph: Graph, entity: Entity, claim: Claim) -> str:
    """Return words that say that a later source states the date to be unknown; empty where none does."""
    made = latest_of(graph, claim.evidence)
    for other in entity.claims(claim.attribute):
        later = latest_of(graph, other.evidence) > made
        if other.value == UNKNOWN and later and graph.was_documented(other.evidence):
            return "later stated to be unknown"
    return ""


def what_came(graph: Graph, relation: Relation) -> str:
    """Return the words: `began 2 Apr 2024`, `documented May 2024`, or that no document says that it happened."""
    came = what_came_of(graph, relation, graph.at)
    if came is None:
        return NEVER_SEEN
    if came.start_date is not None:
        return f"began {came.start_date.words()}"
    seen = first_day(graph, came)
    return "" if seen is None else f"documented {seen.words()}"
