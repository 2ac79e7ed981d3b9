"""The notes of an item of the timeline: what other documents say of its date."""

from collections.abc import Iterable

from ...facts.claims import latest_of
from ...facts.graph import Graph
from ...format import UNKNOWN
from ...format.dates import Date
from ...format.records import Claim, Entity


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


def joined(*parts: str) -> str:
    """Return notes joined by commas, without empty ones."""
    return ", ".join(filter(None, parts))
