"""The date of a model in words: `latest`, `as of 2 Dec 2020`, with a note on a date after the last document."""

from tiers.model import Graph
from tiers.model.facts.ends import last_document

LAST_KNOWN = "latest"
"""The word for the last known state; it may also be typed as a date."""

NOW = frozenset(("today", "now", "present", "current"))
"""Words for the day on which one asks, which no answer knows: the clock is not read."""

NOW_HINT = f"`{LAST_KNOWN}` is the last known state"
"""What to write in place of such a word."""

_LATER = "later than every document"


def seen_words(graph: Graph) -> str:
    """Return the date of a graph in words: `as of 2 Dec 2020` or `latest`; a date after the last document has a note."""
    if graph.at is None:
        return LAST_KNOWN
    said = f"as of {graph.at.words()}"
    return f"{said}, {_LATER}" if is_later(graph) else said


def is_later(graph: Graph) -> bool:
    """Whether the date of a graph is after the last document of its model."""
    last = None if graph.at is None else last_document(graph)
    return last is not None and graph.at is not None and graph.at.first > last
