"""How the value of an attribute reads."""

from collections.abc import Mapping

from tiers.model import Claim, Date, Evidence, Graph
from tiers.model.records import Value

UNKNOWN = "unknown, the sources are silent"
NONE = "none, the sources say there is none"


def value_words(graph: Graph, value: object) -> str:
    """Return a value in words: dates as a reader says them, `unknown` and `none` with what they mean."""
    if value == "unknown":
        return UNKNOWN
    if value == "none":
        return NONE
    if isinstance(value, Date):
        return value.words()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, tuple):
        return ", ".join(graph.name(str(each)) for each in value)
    if isinstance(value, Mapping):
        return amount_words(value) or "; ".join(
            f"{key}: {value_words(graph, each)}" for key, each in value.items()
        )
    return str(value)


def amount_words(parts: Mapping[str, object], value: Value = None) -> str:
    """Return a number or a range with the words that go with it: `over 300 people per day`."""
    low, high = parts.get("low"), parts.get("high")
    number = " to ".join(f"{each:,}" for each in (low, high) if isinstance(each, int | float))
    if isinstance(value, int | float):
        number = f"{value:,}"
    words = [str(parts.get("qualifier", "")), number, str(parts.get("unit", ""))]
    if "per" in parts:
        words.append(f"per {parts['per']}")
    if "baseline" in parts:
        words.append(f"compared with {parts['baseline']}")
    said = " ".join(filter(None, words))
    return ": ".join(filter(None, (said, str(parts.get("text", "")))))


def when(graph: Graph, claim: Claim) -> str:
    """Return the time a claim speaks of: its period where it has one, else the dates of its sources."""
    if claim.start_date is not None or claim.end_date is not None:
        return period(claim.start_date, claim.end_date)
    dates = sorted({(each.first, each.words()) for each in graph.dates_of(claim.evidence)})
    return ", ".join(words for _, words in dates)


def not_yet(graph: Graph, evidence: Evidence) -> str:
    """Say of a statement that it is only documented later than the date of the graph; empty where it is not."""
    first = min(graph.dates_of(evidence), key=lambda each: (each.first, each.last), default=None)
    if graph.at is None or first is None or first.first <= graph.at.last:
        return ""
    return f"not yet documented: first documented {first.words()}"


def period(start: Date | None, end: Date | None) -> str:
    """Return a period in words; empty without start and end."""
    if start is None:
        return f"until {end.words()}" if end is not None else ""
    if end is None:
        return f"since {start.words()}"
    if "between" in f"{start.words()} {end.words()}":
        return f"since {start.words()}, ended {end.words()}"
    return f"{start.words()} to {end.words()}"


def joined(*parts: str) -> str:
    """Return parts side by side, the empty ones left out."""
    return " · ".join(filter(None, parts))
